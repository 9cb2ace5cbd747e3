import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { git, gitRecords } from '@frontdoor/kit/git'
import type { Workplace } from './tool.ts'

/**
 * Does work and says whether it left the files of the repository other than they were: `true` or `false`, and `false` where nothing
 * is written.
 */
export async function changes<Value>(
  at: Workplace,
  writes: boolean,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly changed: 'true' | 'false' }> {
  if (!writes) return { value: await work(), changed: 'false' }
  const before = await digest(at)
  const value = await work()
  return { value, changed: (await digest(at)) === before ? 'false' : 'true' }
}

/** A name for all that is not as it was committed. */
async function digest({ io, folder }: Workplace): Promise<string> {
  const root = (await git(io, { folder, command: 'rev-parse', options: ['--show-toplevel'] })).replace(/\n$/, '')
  const options = ['--porcelain=v1', '-z', '--no-renames', '--untracked-files=all']
  const hash = createHash('sha256')
  for (const record of await gitRecords(io, { folder, command: 'status', options })) {
    // Two letters and a space stand before the path.
    hash.update(`${record}\0`).update(contentOf(join(root, record.slice(3))))
  }
  return hash.digest('hex')
}

function contentOf(file: string): Uint8Array | string {
  try {
    return readFileSync(file)
  } catch {
    return 'gone'
  }
}
