import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { decodeText } from '@frontdoor/kit/files/encoding'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { git, gitBytes, gitRecords, runGit } from '@frontdoor/kit/git'
import { indexOfHook } from '@frontdoor/kit/git/hook-index'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { Readme } from '@frontdoor/kit/readme/readmes'
import type { TextOf } from '@frontdoor/kit/readme/subjects'

type World = Pick<Io, 'cwd' | 'env'>

/** Which READMEs have changed. */
export interface Changes {
  has(readme: Readme): boolean
  /** Where the text that has changed is not the one in the file. */
  readonly textOf?: TextOf
}

/** Git's answer is about all files; a rename counts as a new file, and what a person has set changes nothing. */
const diffOptions = ['-z', '--no-renames', '--no-relative', '--no-ext-diff', '--ignore-submodules']

/**
 * What differs in the work tree from the commit at which HEAD left a revision, files that git does not know yet among it.
 *
 * @throws {UserError} where there is no such revision, or no repository
 */
export async function changedSince(io: World, revision: string): Promise<Changes> {
  const root = await rootOf(io, '--since')
  const base = await forkPoint(io, root, revision)
  const options = ['--name-only', '--diff-filter=d', ...diffOptions]
  const tracked = await gitRecords(io, { folder: root, command: 'diff', options, revisions: [base] })
  const others = ['-z', '--others', '--exclude-per-directory=.gitignore']
  const untracked = await gitRecords(io, { folder: root, command: 'ls-files', options: others })
  const paths = new Set([...tracked, ...untracked].map((path) => absolute(root, path)))
  return { has: ({ file }) => paths.has(realName(file)) }
}

/** What the next commit changes, with the texts that it will have. */
export async function stagedChanges(io: World): Promise<Changes> {
  const root = await rootOf(io, '--staged')
  const index = await indexOfHook(io, root)
  const options = ['--cached', '--raw', '--no-abbrev', '--diff-filter=du', ...diffOptions]
  const records = await gitRecords(io, { folder: root, command: 'diff', options, index })
  const blobs = new Map<string, string>()
  for (let at = 0; at + 1 < records.length; at += 2) {
    // `:100644 100644 old new M`; a symbolic link (120000) has no text of its own.
    const [, mode = '', , blob = ''] = (records[at] as string).split(' ')
    if (mode.startsWith('100')) blobs.set(absolute(root, records[at + 1] as string), blob)
  }
  const textOf: TextOf = async ({ file }) => {
    const revisions = [blobs.get(realName(file)) as string]
    const bytes = await gitBytes(io, { folder: root, command: 'cat-file', options: ['blob'], revisions })
    return decodeText(bytes, `${relativePath(io.cwd, file)} in the index`)
  }
  return { has: ({ file }) => blobs.has(realName(file)), textOf }
}

async function rootOf(io: World, flag: string): Promise<string> {
  const topLevel = { folder: io.cwd, command: 'rev-parse', options: ['--show-toplevel'] }
  const { code, stderr } = await runGit(io, topLevel)
  if (code !== 0 && /not a git repository \(or any|cannot use bare repository|must be run in a work tree/.test(stderr))
    throw new UserError(`${flag} asks git, and ${io.cwd} is in no git work tree`)
  // Git refuses a repository of somebody else, as in a container: its own words say what helps.
  return resolve((await git(io, topLevel)).replace(/\n$/, ''))
}

async function forkPoint(io: World, root: string, revision: string): Promise<string> {
  const commit = { folder: root, command: 'rev-parse', options: ['--verify', '--quiet'] }
  const found = await runGit(io, { ...commit, revisions: [`${revision}^{commit}`] })
  if (found.code !== 0) {
    throw new UserError(`--since ${revision}: no such branch, tag or commit here; a shallow clone may lack it`)
  }
  const base = { folder: root, command: 'merge-base', revisions: [lastLine(found.stdout), 'HEAD'] }
  const { code, stdout } = await runGit(io, base)
  // Histories that share nothing, or too short a clone: then the revision itself is all there is to compare with.
  return code === 0 ? lastLine(stdout) : lastLine(found.stdout)
}

/** Some versions of git repeat `--end-of-options` before the answer. */
function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

function absolute(root: string, path: string): string {
  return join(root, ...path.split('/'))
}

/** The file without symbolic links on the way to it; a link that is the file itself stays one. */
function realName(file: string): string {
  try {
    return join(realpathSync.native(dirname(file)), basename(file))
  } catch {
    return file
  }
}
