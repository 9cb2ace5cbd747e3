import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { root } from './workspace.ts'

/** How a program ended. */
export interface Ended {
  /** Exit code; 128 for a program that a signal ended. */
  readonly code: number
  /** What it wrote to standard output. */
  readonly output: string
  /** What it wrote to standard error. */
  readonly errors: string
}

/** Runs a program without a shell, in the repository, and waits for its end. Rejects when it cannot be started. */
export function run(program: string, args: readonly string[], cwd: string = root): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = collect(child.stdout)
    const errors = collect(child.stderr)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 128, output: output(), errors: errors() }))
  })
}

function collect(stream: Readable): () => string {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

/**
 * Runs the command that a dev dependency of `scripts` installs. Its script is started directly: the shims that pnpm
 * writes set NODE_PATH, with which a program finds packages that it could not find at a user's.
 */
export function runBin(dependency: string, command: string, args: readonly string[]): Promise<Ended> {
  const folder = join(root, 'scripts', 'node_modules', dependency)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> }
  const script = bin[command]
  if (script === undefined) throw new Error(`${dependency} has no command ${command}`)
  return run(process.execPath, [join(folder, script), ...args])
}

/** Applies `work` to every item, two at a time (as many cores as the smallest machine has); results in their order. */
export async function mapTwoAtATime<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all([worker(), worker()])
  return results
}
