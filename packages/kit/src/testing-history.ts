import { spawnSync } from 'node:child_process'
import { type FileTable, project, type TestProject } from '@frontdoor/kit/testing'

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
  /** What it writes there, where it is not to be new. */
  readonly content?: string
  readonly tags?: readonly string[]
}

/** Seconds of the first commit: 2025-01-01T00:00:00Z. */
export const firstSecond = 1_735_689_600

/** A repository with a history, made by one process. The last commit is the branch `main`; nothing is checked out. */
export async function repository(
  commits: readonly (TestCommit | string)[],
  files: FileTable = {},
): Promise<TestProject> {
  const made = await project(files, { git: { remote: 'https://github.com/o/r.git' } })
  const input = Buffer.concat(
    commits.flatMap((commit, at) => streamOf(typeof commit === 'string' ? { message: commit } : commit, at + 1)),
  )
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  // Unpacking a small history takes another process.
  const settings = ['-c', 'fastimport.unpackLimit=1']
  const argv = ['-C', made.path, ...settings, 'fast-import', '--quiet', '--force']
  const { status, stderr } = spawnSync('git', argv, { input, env })
  if (status !== 0) throw new Error(`fast-import failed: ${stderr}`)
  return made
}

/** Hashes of a history, oldest first by place in the list. */
export async function hashes(made: TestProject): Promise<string[]> {
  const marks = (await made.git('rev-list', '--topo-order', '--reverse', 'main')).trim().split('\n')
  return marks
}

function streamOf(commit: TestCommit, mark: number): Buffer[] {
  const {
    message,
    author = 'Ada <ada@example.com>',
    seconds = firstSecond + mark * 60,
    encoding,
    paths = [],
    content = String(mark),
    tags = [],
  } = commit
  const parents = commit.parents ?? (mark === 1 ? [] : [mark - 1])
  const bytes = Buffer.from(message as string)
  const [first, ...others] = parents
  const lines = [
    // Without `from`, the commit would follow on the branch.
    ...(first === undefined ? ['reset refs/heads/main'] : []),
    'commit refs/heads/main',
    `mark :${mark}`,
    `author ${author} ${seconds} +0000`,
    `committer ${author} ${seconds} +0000`,
    ...(encoding === undefined ? [] : [`encoding ${encoding}`]),
    `data ${bytes.length}`,
  ]
  const tail = [
    '',
    ...(first === undefined ? [] : [`from :${first}`]),
    ...others.map((parent) => `merge :${parent}`),
    ...paths.flatMap((path) => [`M 100644 inline ${path}`, `data ${content.length}`, content]),
    '',
    ...tags.flatMap((tag) => [`reset refs/tags/${tag}`, `from :${mark}`, '']),
    '',
  ]
  return [Buffer.from(`${lines.join('\n')}\n`), bytes, Buffer.from(tail.join('\n'))]
}
