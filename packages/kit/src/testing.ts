import { execFile } from 'node:child_process'
import { appendFile, chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import type { Io, Output } from './io.ts'

/** Paths with forward slashes to what the files hold; an object is written as JSON. */
export type FileTable = Readonly<Record<string, string | Uint8Array | object>>

/** A folder in the system's temporary folder, removed after the test. */
export interface TestProject {
  /** Absolute path, symbolic links followed. */
  readonly path: string
  /** Absolute path of something in it. */
  join(path: string): string
  read(path: string): Promise<string>
  write(files: FileTable): Promise<void>
  /** Runs git in the folder, with a fixed author and date and nobody's settings; gives what it prints. */
  git(...argv: string[]): Promise<string>
}

export interface ProjectSettings {
  /** Makes the folder a repository, on the branch `main` and with this remote `origin`. Nothing is committed. */
  readonly git?: { readonly remote?: string }
}

/** A project for one test, which must be running. */
export async function project(files: FileTable = {}, settings: ProjectSettings = {}): Promise<TestProject> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'frontdoor-')))
  // A git that was just ended may still write.
  onTestFinished(() => rm(path, { recursive: true, force: true, maxRetries: 5 }))
  const made: TestProject = {
    path,
    join: (name) => join(path, name),
    read: (name) => readFile(join(path, name), 'utf8'),
    write: (more) => writeFiles(path, more),
    git: (...argv) => runGit(path, argv),
  }
  await made.write(files)
  if (settings.git) await layRepository(made, settings.git.remote)
  return made
}

/** Does what `git init` and `git remote add` do. A process takes a hundred times as long, so git is asked only once what it writes. */
async function layRepository(made: TestProject, remote: string | undefined): Promise<void> {
  for (const folder of ['objects', 'refs']) await mkdir(made.join(`.git/${folder}`), { recursive: true })
  initial ??= await initialFiles()
  await made.write(initial)
  if (remote === undefined) return
  const section = `[remote "origin"]\n\turl = ${remote}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`
  await appendFile(made.join('.git/config'), section)
}

let initial: FileTable | undefined

async function initialFiles(): Promise<FileTable> {
  const path = await mkdtemp(join(tmpdir(), 'frontdoor-'))
  await runGit(path, ['init', '--quiet', '--initial-branch=main', '--template='])
  const names = ['.git/HEAD', '.git/config']
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'utf8')] as const))
  await rm(path, { recursive: true })
  return Object.fromEntries(files)
}

async function writeFiles(folder: string, files: FileTable): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytesOf(content))
  }
}

/** What a file of a table holds. */
export function bytesOf(content: FileTable[string]): Uint8Array {
  if (content instanceof Uint8Array) return content
  return Buffer.from(typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`)
}

async function runGit(cwd: string, argv: readonly string[]): Promise<string> {
  const person = { NAME: 'Ada', EMAIL: 'ada@example.com', DATE: fixedNow.toISOString() }
  const people = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ])
  const env = {
    // Only the path is passed on: a hook that runs the tests sets GIT_DIR and GIT_INDEX_FILE for its own repository.
    PATH: process.env.PATH,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(people),
  }
  const { stdout } = await promisify(execFile)('git', [...argv], { cwd, env })
  return stdout
}

/**
 * Does work without the rights of root, who may do everything and whom CI often is. Others may then enter the folder; what
 * stands in it keeps its mode.
 */
export async function asNobody<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return work()
  await chmod(folder, 0o755)
  process.seteuid?.(65534)
  return work().finally(() => process.seteuid?.(0))
}

/** The time that tests have. */
export const fixedNow: Date = new Date('2026-01-02T03:04:05Z')

/** An output that keeps what is written. */
interface MemoryOutput extends Output {
  readonly text: string
}

export interface MemoryIo extends Io {
  readonly stdout: MemoryOutput
  readonly stderr: MemoryOutput
}

export interface MemoryIoSettings extends Partial<Pick<Io, 'cwd' | 'env' | 'now'>> {
  readonly stdin?: string | Uint8Array
  /** Makes standard output a terminal of so many columns. */
  readonly columns?: number
}

/** A world in memory: no environment, nothing on standard input and a clock that stands still. */
export function memoryIo({ stdin = '', columns, ...given }: MemoryIoSettings = {}): MemoryIo {
  return {
    cwd: '/',
    env: {},
    now: () => fixedNow,
    ...given,
    stdin: async () => (typeof stdin === 'string' ? Buffer.from(stdin) : stdin),
    stdout: memoryOutput(columns),
    stderr: memoryOutput(undefined),
  }
}

function memoryOutput(columns: number | undefined): MemoryOutput {
  const written: string[] = []
  return {
    write: (text) => {
      written.push(text)
    },
    isTTY: columns !== undefined,
    ...(columns !== undefined && { columns }),
    get text(): string {
      return written.join('')
    },
  }
}
