import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { attempt } from '../attempt.ts'

/** Replaces a file of a cache as a whole, so that runs at the same time never see half of one. One that cannot be written is none. */
export async function writeCacheFile(path: string, text: string): Promise<void> {
  // Unlike a random name, it costs nothing: `node:crypto` takes 6 ms to load.
  const temporary = `${path}.${process.pid}.${process.hrtime.bigint()}.tmp`
  attempt(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(temporary, text, { mode: 0o600, flag: 'wx' })
    renameSync(temporary, path)
  })
  attempt(() => rmSync(temporary, { force: true }))
}
