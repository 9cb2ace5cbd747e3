import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { type Io, type Output, UserError } from '@frontdoor/kit/io'

/** Where an action runs its tool. */
export interface Workplace {
  readonly io: Io
  /** The name of the tool. */
  readonly name: string
  /** Absolute path of the tool: one file. */
  readonly bundle: string
  /** Absolute path of the folder to work in. */
  readonly folder: string
}

export interface ToolRun {
  /** 1 for findings; what could not be done is thrown. */
  readonly code: number
  readonly stdout: string
}

export interface ToolOptions {
  /** Standard output goes to the log as it comes. Only for reports: in those, nothing is obeyed by the runner. */
  readonly shown?: boolean
  readonly input?: string | undefined
  /** Also in the environment. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
}

/**
 * Runs the tool. What it says on standard error goes to the log.
 *
 * @throws {UserError} where the job could not be done, with what the tool said
 */
export function runTool(at: Workplace, argv: readonly string[], options: ToolOptions = {}): Promise<ToolRun> {
  const { io, name, bundle, folder } = at
  return new Promise((resolve, reject) => {
    const env = { ...withoutInputs(io.env), ...options.env }
    const child = spawn(process.execPath, [bundle, ...argv], { cwd: folder, env, windowsHide: true })
    const stdout = collect(child.stdout, options.shown ? io.stdout : undefined)
    const stderr = collect(child.stderr, io.stderr)
    child.on('error', (error) => reject(new UserError(`${name} cannot be run: ${error.message}`)))
    child.on('close', (code) => {
      if (code === 0 || code === 1) return resolve({ code, stdout: stdout() })
      reject(new UserError(reasonOf(name, stderr()) || `${name} ended with ${code ?? 'a signal'}`))
    })
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
  })
}

/** The tool has flags; inputs, a token among them, are not for it. */
function withoutInputs(env: Io['env']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([key]) => !key.startsWith('INPUT_')))
}

/** Gathers a text, hands it on as it comes, and gives all of it when asked. */
function collect(stream: Readable, to: Output | undefined): () => string {
  const chunks: string[] = []
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    chunks.push(chunk)
    to?.write(chunk)
  })
  return () => chunks.join('')
}

/** The last lines that the tool said, without its name before each. */
function reasonOf(name: string, stderr: string): string {
  const lines = stderr.trim().split('\n').slice(-5)
  return lines.map((line) => (line.startsWith(`${name}: `) ? line.slice(name.length + 2) : line)).join('\n')
}
