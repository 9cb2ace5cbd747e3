import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { completeFlag, type ExitCode, type Program } from './cli/command.ts'
import { type Io, processIo, UserError } from './io.ts'
import { lookOf } from './terminal/look.ts'
import { tell } from './terminal/tell.ts'
import { printable } from './terminal.ts'
import { workerFlag } from './worker.ts'

/** Runs a tool as the running process and sets its exit code. */
export async function main(program: Program): Promise<void> {
  const argv = process.argv.slice(2)
  if (argv[0] === workerFlag && !(await import('node:worker_threads')).isMainThread) {
    await (argv[1] === 'parse-worker.ts' ? import('./readme/parse-worker.ts') : program.workers?.[argv[1] ?? '']?.())
    return
  }
  const io = processIo()
  // What is thrown outside of every promise we wait for would else end in a stack trace and exit code 1: "findings".
  process.once('uncaughtException', (error) => {
    tellFailure(error, program, { argv, io })
    process.exit(2)
  })
  // Nothing is left to do, so nothing has to be taken apart.
  process.once('beforeExit', () => process.exit())
  process.exitCode = await run(program, argv, io)
}

/** Runs a tool; `argv` does not include the tool's own name. Never throws: what goes wrong is told on standard error. */
export async function run(program: Program, argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(program, argv, io)
  } catch (error) {
    tellFailure(await withCommandMeant(error, program, { argv, io }), program, { argv, io })
    return 2
  }
}

/** What a tool was called with, and where. */
interface Run {
  readonly argv: readonly string[]
  readonly io: Io
}

/** A command with a slip in it is taken for a path. */
async function withCommandMeant(error: unknown, program: Program, { argv: [first = ''], io }: Run): Promise<unknown> {
  const names = program.commands?.map(({ name }) => name) ?? []
  const mayBeSlip = program.main !== undefined && /^[a-z]{3,}$/.test(first) && !names.includes(first)
  if (!(error instanceof UserError && mayBeSlip) || existsSync(resolve(io.cwd, first))) return error
  const { nearest } = await import('./text/nearest.ts')
  const near = nearest(first, names)
  if (near === undefined) return error
  const [wrong] = error.message.split(/; (?:did you mean|see) /)
  return new UserError(`${wrong}; did you mean the command ${near}?`)
}

async function dispatch(program: Program, argv: readonly string[], io: Io): Promise<ExitCode> {
  // Asked for by every script that checks an installation, so it does not even wait for the argument parser.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    io.stdout.write(`${program.version}\n`)
    return 0
  }
  if (argv[0] === completeFlag) {
    const { complete } = await import('./cli/complete.ts')
    for (const line of await complete(program, argv.slice(1), io)) io.stdout.write(`${line}\n`)
    return 0
  }
  const { parseArguments } = await import('./cli/arguments.ts')
  const parsed = await parseArguments(program, argv, io)
  if (parsed === undefined) return 0
  const { cwd, color = 'auto' } = parsed.runnerFlags
  return parsed.command.run({
    arguments: parsed.arguments,
    flags: parsed.flags,
    io: cwd === undefined ? io : { ...io, cwd: existingFolder(io.cwd, cwd) },
    look: lookOf(io, color),
  })
}

function existingFolder(from: string, path: string): string {
  const folder = resolve(from, path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UserError(`--cwd ${path} is not a folder`)
  return folder
}

function describe(error: unknown, program: Program): string {
  if (error instanceof UserError || isSystemError(error)) return error.message
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `internal error: ${printable(message)}; please report it at ${program.issues}, with what --debug prints`
}

// EACCES, ENOSPC and their like are what the machine says, not a bug; Node's message names the file and the reason.
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause) || String(error.cause)}`
  return `${error.stack}${cause}`
}

// The name before each line also keeps a text from elsewhere from starting a `::workflow command::`.
function tellFailure(error: unknown, program: Program, { argv, io }: Run): void {
  const debug = argv.includes('--debug') || io.env.FRONTDOOR_DEBUG === '1'
  const message = debug ? `${describe(error, program)}\n${stackOf(error)}` : describe(error, program)
  for (const line of message.split('\n')) tell(line, program, io)
}
