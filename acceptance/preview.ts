import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { execute } from './execute.ts'
import { addressFrom } from './preview-address.ts'

const command = join(import.meta.dirname, '..', 'packages', 'readme-lint', 'dist', 'cli.js')

/** A folder with files, removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-preview-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Serves a preview, as a user would; it is stopped after the test. Gives its address. */
export async function startPreview(folder: string, hosts: readonly string[]): Promise<string> {
  const args = [command, 'preview', ...hosts.flatMap((host) => ['--host', host])]
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => stop(child))
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the preview ended with ${code} and told no address`)))
  })
  return Promise.race([addressFrom(child.stdout), ended])
}

/** Writes a preview as files; gives the address of its page. */
export async function writePreview(folder: string, hosts: readonly string[]): Promise<string> {
  const args = [command, 'preview', '--out', 'site', ...hosts.flatMap((host) => ['--host', host])]
  const { code, output } = await execute(process.execPath, args, { cwd: folder })
  if (code !== 0) throw new Error(output)
  return `file://${join(folder, 'site', 'index.html')}`
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}
