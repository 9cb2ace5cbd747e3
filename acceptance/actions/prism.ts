import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../free-port.ts'
import { description } from './description.ts'

/** A server in front of another one. */
export interface Prism {
  readonly url: string
  stop(): Promise<void>
}

/** Starts prism in front of a server: what goes in and what comes out must be as GitHub describes it, or the answer is an error that says why. */
export async function startPrism(upstream: string): Promise<Prism> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-prism-'))
  const file = join(folder, 'github.json')
  writeFileSync(file, JSON.stringify(description()))
  const port = await freePort()
  const script = join(import.meta.dirname, '..', 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js')
  const child = spawn(process.execPath, [script, 'proxy', '--errors', '--port', String(port), file, upstream], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const stop = async () => {
    child.kill()
    await ended
    rmSync(folder, { recursive: true })
  }
  for (let round = 0; round < 600 && child.exitCode === null; round++) {
    if (log.includes('Prism is listening')) return { url: `http://127.0.0.1:${port}`, stop }
    await wait(100)
  }
  await stop()
  throw new Error(`prism does not answer:\n${log}`)
}
