import { readFileSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { attempt } from '../attempt.ts'
import { git, gitRecords, runGit } from '../git.ts'
import type { Io } from '../io.ts'
import { type GitConfig, parseGitConfig } from './config.ts'

/** What git knows about the repository that a folder stands in. */
export interface GitFacts {
  /** Absolute path of the work tree's root, without symbolic links. */
  readonly root: string
  /** Address of `origin`, else of the only remote, as configured but for credentials; `insteadOf` is one person's matter. */
  readonly remote?: string
  /** The branch that is checked out; absent where HEAD is detached. */
  readonly branch?: string
  /** The remote's default branch as it was when cloned. */
  readonly defaultBranch?: string
}

/** The facts of the repository that a folder stands in, or undefined outside of any. Runs git only where files cannot tell. */
export async function gitFacts(io: Pick<Io, 'env'>, folder: string): Promise<GitFacts | undefined> {
  const read = readGitFacts(io.env, folder)
  if (read === 'unsure') return askGitFacts(io, folder)
  return read === 'outside' ? undefined : read
}

/** The facts, from git itself. A `UserError` with git's own words where it refuses. */
export async function askGitFacts(io: Pick<Io, 'env'>, folder: string): Promise<GitFacts> {
  const root = await git(io, { folder, command: 'rev-parse', options: ['--show-toplevel'] })
  const listing = await runGit(io, {
    folder,
    command: 'config',
    options: ['--null', '--show-scope', '--get-regexp', '^remote\\..*\\.url$'],
  })
  const remote = chooseRemote(ownEntries(listing.stdout))
  const branch = await branchAt(io, folder, 'HEAD', 'refs/heads/')
  const ref = `refs/remotes/${remote?.name}/`
  const defaultBranch = remote && (await branchAt(io, folder, `${ref}HEAD`, ref))
  return facts(resolve(root.replace(/\n$/, '')), remote, { branch, defaultBranch })
}

/** Paths that git has in its index below a folder, relative to it, with forward slashes. */
export function listTracked(io: Pick<Io, 'env'>, folder: string): Promise<string[]> {
  return gitRecords(io, { folder, command: 'ls-files', options: ['-z', '--cached'] })
}

/** What `.git` says, `outside` of any repository, or `unsure` where only git can tell. */
export function readGitFacts(env: Io['env'], folder: string): GitFacts | 'outside' | 'unsure' {
  if (env.GIT_CEILING_DIRECTORIES || env.GIT_DISCOVERY_ACROSS_FILESYSTEM) return 'unsure'
  const place = findRepository(realpathSync.native(folder))
  if (typeof place === 'string') return place
  const config = parseGitConfig(text(join(place.common, 'config')) ?? '[')
  const head = readSymbolicRef(join(place.gitDir, 'HEAD'), 'refs/heads/')
  if (config === undefined || head === 'unsure' || isUnusual(config, place)) return 'unsure'
  const remote = chooseRemote(config)
  const ref = `refs/remotes/${remote?.name}/`
  const defaultBranch = remote && readSymbolicRef(join(place.common, `${ref}HEAD`), ref)
  if (defaultBranch === 'unsure') return 'unsure'
  return facts(place.root, remote, { branch: head.branch, defaultBranch: defaultBranch?.branch })
}

interface Place {
  readonly root: string
  readonly gitDir: string
  /** Where a linked work tree shares what is not its own: configuration, remote branches. Else the same as `gitDir`. */
  readonly common: string
}

/** Walks up as git does: not past the file system that the folder is on, and not out of a bare repository. */
function findRepository(start: string): Place | 'outside' | 'unsure' {
  const device = stat(start)?.dev
  for (let folder = start; ; folder = dirname(folder)) {
    if (stat(folder)?.dev !== device) return 'outside'
    const dotGit = join(folder, '.git')
    const kind = stat(dotGit)
    if (kind?.isFile()) return linkedPlace(folder, dotGit)
    if (kind && isGitDirectory(dotGit, dotGit)) return { root: folder, gitDir: dotGit, common: dotGit }
    if (isGitDirectory(folder, folder) || dirname(folder) === folder) return 'outside'
  }
}

/** A linked work tree and a submodule have a file `.git` that says where the folder is. */
function linkedPlace(root: string, dotGit: string): Place | 'unsure' {
  const [, target] = /^gitdir: ([^\n]+?)\r?\n*$/.exec(text(dotGit) ?? '') ?? []
  if (target === undefined) return 'unsure'
  const gitDir = resolve(root, target)
  const commonDir = text(join(gitDir, 'commondir'))?.trimEnd()
  const common = commonDir === undefined ? gitDir : resolve(gitDir, commonDir)
  return isGitDirectory(gitDir, common) ? { root, gitDir, common } : 'unsure'
}

function isGitDirectory(gitDir: string, common: string): boolean {
  const isFolder = (name: string) => stat(join(common, name))?.isDirectory() === true
  return (
    (stat(join(gitDir, 'HEAD')) ?? link(join(gitDir, 'HEAD'))) !== undefined && isFolder('objects') && isFolder('refs')
  )
}

const harmlessExtensions = /^extensions\.(?:noop|objectformat|partialclone|preciousobjects|relativeworktrees)$/

/** True where the root, the branch or the remotes may not be what these files say. */
function isUnusual(config: GitConfig, { root, gitDir, common }: Place): boolean {
  if (Number(last(config, 'core.repositoryformatversion') ?? '0') > 1) return true
  if ([...config.keys()].some((name) => name.startsWith('extensions.') && !harmlessExtensions.test(name))) return true
  const isLinked = gitDir !== common
  const worktree = last(config, 'core.worktree')
  // A submodule's configuration points back at it; a linked work tree does not look at these two.
  if (!isLinked && worktree !== undefined && resolve(gitDir, worktree) !== root) return true
  return !isLinked && !/^(?:false|no|off|0)?$/i.test(last(config, 'core.bare') ?? '')
}

function last(config: GitConfig, name: string): string | undefined {
  return config.get(name)?.at(-1)
}

/** The branch that a symbolic ref names; none where it holds a commit or is not there; unsure in its old form, a link. */
function readSymbolicRef(path: string, prefix: string): { branch?: string } | 'unsure' {
  if (link(path) !== undefined) return 'unsure'
  const [, ref] = /^ref:\s*(\S.*?)\s*$/.exec(text(path) ?? '') ?? []
  return ref?.startsWith(prefix) ? { branch: ref.slice(prefix.length) } : {}
}

async function branchAt(
  io: Pick<Io, 'env'>,
  folder: string,
  name: string,
  prefix: string,
): Promise<string | undefined> {
  const { stdout } = await runGit(io, { folder, command: 'symbolic-ref', options: ['--quiet', name] })
  const ref = stdout.replace(/\n$/, '')
  return ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined
}

/** Entries of `config --show-scope --null` that the repository itself makes, not the person. */
function ownEntries(output: string): GitConfig {
  const records = output.split('\0')
  const entries = new Map<string, string[]>()
  for (let at = 0; at + 1 < records.length; at += 2) {
    const [name = '', ...lines] = (records[at + 1] ?? '').split('\n')
    if (!/^(?:local|worktree)$/.test(records[at] ?? '')) continue
    entries.set(name, [...(entries.get(name) ?? []), lines.join('\n')])
  }
  return entries
}

interface ChosenRemote {
  readonly name: string
  readonly url: string
}

/** `origin`, else the only remote: with two others nobody can say which one is the project's. */
function chooseRemote(config: GitConfig): ChosenRemote | undefined {
  const remotes = [...config].flatMap(([key, urls]) => {
    const [, name] = /^remote\.([\s\S]+)\.url$/.exec(key) ?? []
    // Git fetches from the first of several addresses.
    const url = urls.find((value) => value !== '')
    return name === undefined || url === undefined ? [] : [{ name, url }]
  })
  return remotes.find(({ name }) => name === 'origin') ?? (remotes.length === 1 ? remotes[0] : undefined)
}

function facts(root: string, remote: ChosenRemote | undefined, branches: Branches): GitFacts {
  const { branch, defaultBranch } = branches
  return {
    root,
    ...(remote && { remote: remote.url.replace(/^([\w+.-]+:\/\/)[^/]*@/, '$1') }),
    ...(branch !== undefined && { branch }),
    ...(defaultBranch !== undefined && { defaultBranch }),
  }
}

interface Branches {
  readonly branch: string | undefined
  readonly defaultBranch: string | undefined
}

// Whatever stands in the way of reading, git's own answer will tell of it.

function text(path: string): string | undefined {
  return attempt(() => readFileSync(path, 'utf8'))
}

function stat(path: string): Stats | undefined {
  return attempt(() => statSync(path))
}

function link(path: string): string | undefined {
  return attempt(() => readlinkSync(path))
}
