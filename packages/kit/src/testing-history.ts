import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { relativePath } from './files/relative-path.ts'
import { bytesOf, type FileTable, project, type TestProject } from './testing.ts'

/** A commit of a history that a test needs. */
export interface TestCommit {
  readonly message: string | Buffer
  /** Places of its parents in the list, counted from one; the commit before where absent. */
  readonly parents?: readonly number[]
  /** `Name <address>`; Ada where absent. */
  readonly author?: string
  /** Unix time; a minute after the commit before where absent. */
  readonly seconds?: number
  /** Encoding that the commit declares. */
  readonly encoding?: string
  /** Paths that it changes; each change writes something new. */
  readonly paths?: readonly string[]
  /** Files that it writes. */
  readonly files?: FileTable
  /** The branch that it is made on; `main` where absent. */
  readonly branch?: string
  readonly tags?: readonly string[]
}

/** Seconds of the first commit: 2025-01-01T00:00:00Z. */
export const firstSecond = 1_735_689_600

/**
 * A repository with a history, made by one process. A branch is at the last of its commits; nothing is checked out.
 *
 * @param files what lies there beside the history
 */
export async function repository(
  commits: readonly (TestCommit | string)[],
  files: FileTable = {},
  remote = 'https://github.com/o/r.git',
): Promise<TestProject> {
  const made = await project(files, { git: { remote } })
  const lines = commits.flatMap((one, at) => linesOf(typeof one === 'string' ? { message: one } : one, at + 1))
  const input = Buffer.concat(lines.flatMap((line) => [Buffer.from(line as string), Buffer.from('\n')]))
  const key = input.toString('latin1')
  const known = imported.get(key)
  if (known) await made.write(known)
  else imported.set(key, fastImport(made, input))
  return made
}

/** What git has made of a history: tests have many in common, and a process takes longer than most of them. */
const imported = new Map<string, FileTable>()

function fastImport(made: TestProject, input: Buffer): FileTable {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  // Unpacking a small history takes another process.
  const settings = ['-c', 'fastimport.unpackLimit=1']
  const argv = ['-C', made.path, ...settings, 'fast-import', '--quiet', '--force']
  const { status, stderr } = spawnSync('git', argv, { input, env })
  if (status !== 0) throw new Error(`fast-import failed: ${stderr}`)
  const paths = globSync('.git/{objects,refs}/**', { cwd: made.path, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((path) => [relativePath(made.path, path), readFileSync(path)]))
}

/** Hashes of a history, oldest first by place in the list. */
export async function hashes(made: TestProject): Promise<string[]> {
  return (await made.git('rev-list', '--topo-order', '--reverse', 'main')).trim().split('\n')
}

/** Lines for `git fast-import`. */
function linesOf(commit: TestCommit, mark: number): (string | Uint8Array)[] {
  const {
    message,
    author = 'Ada <ada@example.com>',
    seconds = firstSecond + mark * 60,
    encoding,
    paths = [],
    files = {},
    branch = 'main',
    tags = [],
  } = commit
  const [first, ...others] = commit.parents ?? (mark === 1 ? [] : [mark - 1])
  const written = [...paths.map((path) => [path, String(mark)] as const), ...Object.entries(files)]
  return [
    // Without `from`, the commit would follow on the branch.
    ...(first === undefined ? [`reset refs/heads/${branch}`] : []),
    `commit refs/heads/${branch}`,
    `mark :${mark}`,
    `author ${author} ${seconds} +0000`,
    `committer ${author} ${seconds} +0000`,
    ...(encoding === undefined ? [] : [`encoding ${encoding}`]),
    ...dataOf(message),
    ...(first === undefined ? [] : [`from :${first}`]),
    ...others.map((parent) => `merge :${parent}`),
    ...written.flatMap(([path, content]) => [`M 100644 inline ${path}`, ...dataOf(content)]),
    '',
    ...tags.flatMap((tag) => [`reset refs/tags/${tag}`, `from :${mark}`]),
  ]
}

function dataOf(content: FileTable[string]): (string | Uint8Array)[] {
  const bytes = bytesOf(content)
  return [`data ${bytes.length}`, bytes]
}
