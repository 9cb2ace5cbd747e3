import type { ChildProcessByStdio } from 'node:child_process'
import { parse } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { type Io, UserError } from './io.ts'

/** One run of git. The parts are apart so that no revision and no path can be taken for an option. */
export interface GitCommand {
  /** Absolute path of the folder to run it for. */
  readonly folder: string
  readonly command: string
  readonly options?: readonly string[]
  /** Revisions and ranges, from anywhere: they come after `--end-of-options`. */
  readonly revisions?: readonly string[]
  /** Paths, taken literally: they come after `--`. */
  readonly paths?: readonly string[]
  /** Absolute path of the index to use; the repository's own where it does not say. */
  readonly index?: string | undefined
  /** Most bytes of output to take; 64 MiB where it does not say. */
  readonly limit?: number
}

/** How a run of git ended. */
export interface GitResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

type Environment = Pick<Io, 'env'>

const defaultLimit = 64 * 1024 * 1024

/** Standard output of git as bytes. A run that fails is a `UserError` with git's own words. */
export async function gitBytes(io: Environment, command: GitCommand): Promise<Uint8Array> {
  const { code, stdout, stderr } = await spawnGit(io, command)
  if (code === 0) return stdout
  throw failed(command, { code, stderr })
}

/** Standard output of git. A run that fails is a `UserError` with git's own words. */
export async function git(io: Environment, command: GitCommand): Promise<string> {
  const { code, stdout, stderr } = await runGit(io, command)
  if (code === 0) return stdout
  throw failed(command, { code, stderr })
}

/** The records of a command that ends each with NUL (`-z`), the only byte that no name and no message can hold. */
export async function gitRecords(io: Environment, command: GitCommand): Promise<string[]> {
  const output = await git(io, command)
  return output.split('\0').slice(0, -1)
}

/** Runs git and says how it ended, for commands whose exit code is the answer. A `UserError` only where git cannot be run. */
export async function runGit(io: Environment, command: GitCommand): Promise<GitResult> {
  const { code, stdout, stderr } = await spawnGit(io, command)
  return { code, stdout: stdout.toString('utf8'), stderr }
}

async function spawnGit(io: Environment, command: GitCommand): Promise<End & { readonly stdout: Buffer }> {
  const { folder, limit = defaultLimit } = command
  const child = await start(io, command)
  return new Promise((resolve, reject) => {
    const stdout = collect(child.stdout, limit, () => {
      child.kill()
      reject(new UserError(`git ${command.command} in ${folder} says more than ${limit} bytes`))
    })
    endOf(child).then((end) => resolve({ ...end, stdout: stdout() }), reject)
  })
}

/**
 * Standard output of git as it comes, for what may be larger than memory should hold. Git is stopped when the reader stops.
 *
 * @throws {UserError} after the last chunk where git failed, with its own words
 */
export async function* gitStream(io: Environment, command: GitCommand): AsyncGenerator<Buffer> {
  const child = await start(io, command)
  const ended = endOf(child)
  // A rejection that comes while the reader is busy with a chunk is for the `await` below.
  ended.catch(() => {})
  try {
    yield* child.stdout.iterator({ destroyOnReturn: false })
    const end = await ended
    if (end.code !== 0) throw failed(command, end)
  } finally {
    // Who has read enough need not wait until all is closed.
    child.kill()
    child.stdout.destroy()
  }
}

/**
 * What one run of git makes of the output of another, which goes from the one to the other.
 *
 * @throws {UserError} where one of them fails
 */
export async function gitPiped(io: Environment, from: GitCommand, to: GitCommand): Promise<string> {
  const { pipeline } = await import('node:stream/promises')
  const sink = await start(io, to, 'pipe')
  const stdout = collect(sink.stdout, defaultLimit, () => sink.kill())
  const ended = endOf(sink)
  const fed = pipeline(gitStream(io, from), sink.stdin as Writable)
  // Where the reader fails, its own words say more than that nobody reads any more.
  const [read, written] = await Promise.allSettled([ended, fed])
  if (read.status === 'rejected') throw read.reason
  if (read.value.code !== 0) throw failed(to, read.value)
  if (written.status === 'rejected') throw written.reason
  return stdout().toString('utf8')
}

type End = Omit<GitResult, 'stdout'>

/** How a run ends, and what it says on standard error. */
function endOf(child: GitProcess): Promise<End> {
  const stderr = collect(child.stderr, 64 * 1024, () => {})
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(cannotRun(error)))
    child.on('close', (code) => resolve({ code: code ?? 128, stderr: stderr().toString('utf8') }))
  })
}

type GitProcess = ChildProcessByStdio<Writable | null, Readable, Readable>

async function start(io: Environment, command: GitCommand, stdin: 'ignore' | 'pipe' = 'ignore'): Promise<GitProcess> {
  // Most projects are read without git, and need not wait for this.
  const { spawn } = await import('node:child_process')
  // Windows looks for git.exe in the working folder first, so that is never the repository's: `-C` leads there.
  return spawn('git', gitArguments(command), {
    cwd: parse(command.folder).root,
    env: { ...gitEnvironment(io.env), ...(command.index && { GIT_INDEX_FILE: command.index }) },
    shell: false,
    stdio: [stdin as 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
}

function failed({ command, folder }: GitCommand, { code, stderr }: { code: number; stderr: string }): UserError {
  return new UserError(`git ${command} failed in ${folder}: ${oneLine(stderr) || `exit code ${code}`}`)
}

function gitArguments({ folder, command, options = [], revisions = [], paths = [] }: GitCommand): string[] {
  return [
    ...['-C', folder, '--no-pager', '--literal-pathspecs'],
    ...settings.flatMap((setting) => ['-c', setting]),
    command,
    ...options,
    ...(revisions.length > 0 ? ['--end-of-options', ...revisions] : []),
    ...(paths.length > 0 || takesPaths.has(command) ? ['--', ...paths] : []),
  ]
}

/** Without `--`, these take an unknown revision with a `*` or `[` in it for a path, and find nothing instead of failing. */
const takesPaths: ReadonlySet<string> = new Set(['diff', 'diff-tree', 'log', 'rev-list', 'show'])

/** What the person's own settings must not change, and what a hostile repository's must not run. */
const settings: readonly string[] = [
  'color.ui=false',
  'column.ui=never',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.quotePath=false',
  'diff.external=',
  'log.showSignature=false',
  // People's own names for other people: only the repository's `.mailmap` is the same for everyone.
  'mailmap.file=',
  'safe.bareRepository=explicit',
]

/**
 * A hook sets these for the repository that it runs in (`git rev-parse --local-env-vars`), which need not be the folder's;
 * the rest would undo `--literal-pathspecs` or translate messages.
 */
const dropped: ReadonlySet<string> = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_CONFIG',
  'GIT_CONFIG_PARAMETERS',
  'GIT_DIR',
  'GIT_GLOB_PATHSPECS',
  'GIT_GRAFT_FILE',
  'GIT_ICASE_PATHSPECS',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_NAMESPACE',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
  'LANGUAGE',
])

function gitEnvironment(env: Io['env']): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(([name]) => !dropped.has(name.toUpperCase()))
  return {
    ...Object.fromEntries(kept),
    // Into a pipe, git writes each commit by itself: a log of 10,000 took 112 ms to read, and takes 64 by the buffer.
    GIT_FLUSH: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C.UTF-8',
  }
}

/** Gathers a stream up to a limit and gives its bytes when asked. */
function collect(stream: NodeJS.ReadableStream, limit: number, overrun: () => void): () => Buffer {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > limit) return overrun()
    chunks.push(chunk)
  })
  return () => Buffer.concat(chunks)
}

function cannotRun(error: Error & { readonly code?: string }): UserError {
  if (error.code !== 'ENOENT') return new UserError(`git cannot be run: ${error.message}`)
  return new UserError('git is not there: install git 2.30 or later, or put it on the PATH')
}

/** Git repeats names from the repository in its messages, so they may hold escape sequences. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 500)
}
