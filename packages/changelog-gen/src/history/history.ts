import { runGit } from '@frontdoor/kit/git'
import { type Io, UserError } from '@frontdoor/kit/io'
import { compareVersions } from '../version.ts'
import { assignReleases } from './assign.ts'
import { mergesOf } from './branches.ts'
import type { CommitStore } from './commit-store.ts'
import { coveredBy } from './covered.ts'
import { type Graph, graphOf } from './graph.ts'
import { readLog } from './log.ts'
import { type Range, rangesOf } from './range.ts'
import { shallowEnds, shallowError } from './shallow.ts'
import { readRefs, type Tag } from './tags.ts'
import {
  leavesPrereleases,
  releasedBeside,
  releaseTags,
  type VersionTag,
  type VersionTagRequest,
  versionTags,
} from './versions.ts'

/** What to read of a repository. */
export interface HistoryRequest {
  /** Absolute path of a folder in the repository. */
  readonly folder: string
  /** Name or hash of the newest commit; `HEAD` where absent. */
  readonly head?: string | undefined
  /** Reads which paths each commit touches. */
  readonly paths: boolean
  /** Reads no further than to the newest releases, or to the newest of some versions; only for one set of patterns. */
  readonly until?: (Versioning & { readonly versions?: ReadonlySet<string | undefined> | undefined }) | undefined
}

/** How versions are found among tags. */
export interface Versioning extends VersionTagRequest {
  /** True where prereleases are no releases of their own. */
  readonly folded: boolean
  /** Versions that a changelog has, which says what prereleases are in it. */
  readonly written?: readonly string[] | undefined
}

/** A history that was read, before tags cut it into releases. */
export interface History {
  readonly store: CommitStore
  readonly graph: Graph
  readonly tags: readonly Tag[]
  /** True where git has notes about changes. */
  readonly hasNotes: boolean
  /** By index of a commit: the merge on the main line that brought it, -1 for none. */
  readonly merges: Int32Array
  /** Indexes of commits at which a shallow clone ends. */
  readonly ends: ReadonlySet<number>
  readonly isWhole: boolean
}

/**
 * Reads a history by one `git log`, and the tags. A repository without commits has an empty one.
 *
 * @throws {UserError} outside of a repository, and where git cannot read it
 */
export async function readHistory(io: Pick<Io, 'env'>, request: HistoryRequest): Promise<History> {
  const { folder, paths, until } = request
  const head = request.head === undefined ? 'HEAD' : await resolveCommit(io, folder, request.head)
  const refsRead = readRefs(io, folder)
  const endsRead = shallowEnds(io, folder)
  const isEnough = until && refsRead.then(({ tags }) => coveredBy(new Set(endsAmong(tags, until))))
  // Where the tags cannot be read, `refsRead` says so, and the log may have ended before it asks.
  isEnough?.catch(() => {})
  const log = readLog(io, { folder, head, paths, ...(isEnough && { isEnough }) }).catch((error) =>
    emptyStore(io, folder, error),
  )
  const [{ tags, hasNotes }, ends, store] = await Promise.all([refsRead, endsRead, log])
  const graph = graphOf(store)
  const endIndexes = [...ends].map((sha) => store.find(sha)).filter((index) => index !== -1)
  const isWhole = until === undefined
  return { store, graph, tags, hasNotes, merges: mergesOf(graph), ends: new Set(endIndexes), isWhole }
}

/** Hashes of the commits behind which nothing is read. */
function endsAmong(tags: readonly Tag[], until: NonNullable<HistoryRequest['until']>): string[] {
  const found = [...releasesAmong(tags, until)]
  // Where a tag is in the history, so are its parents; where it is not, they may be.
  return found.flatMap(([sha, tag]) =>
    until.versions?.has(tag.version.text) === false ? [] : [sha, ...releasedBeside(tag)],
  )
}

/** The releases among tags, by hash of the commit. */
function releasesAmong(tags: readonly Tag[], versioning: Versioning): Map<string, VersionTag> {
  const found = versionTags(tags, versioning)
  const { folded, written = [] } = versioning
  return releaseTags(found, folded || leavesPrereleases(found, written))
}

/** The history cut into releases, newest first, what is not released before them. */
export function cut({ store, graph, tags }: History, versioning: Versioning): Range[] {
  const found = [...releasesAmong(tags, versioning)]
  const placed = found.map(([sha, tag]): [number, VersionTag] => [store.find(sha), tag])
  const beside = placed
    .filter(([index]) => index === -1)
    .map(([, tag]): [number, VersionTag] => [
      releasedBeside(tag)
        .map(store.find)
        .find((index) => index !== -1) ?? -1,
      tag,
    ])
    .sort(([, one], [, other]) => compareVersions(one.version, other.version))
  const byIndex = new Map([...beside, ...placed].filter(([index]) => index !== -1))
  return rangesOf(graph, assignReleases(graph, new Set(byIndex.keys())), (index) => byIndex.get(index) as VersionTag)
}

/**
 * Makes sure that a shallow clone hides nothing of some ranges.
 *
 * @throws {UserError} with the lines that mend it
 */
export function requireWhole(io: Pick<Io, 'env'>, { ends }: History, ranges: readonly Range[]): void {
  const cutOff = ranges.find(({ commits }) => ends.size > 0 && commits.some((index) => ends.has(index)))
  if (!cutOff) return
  const name = cutOff.tag?.name ?? 'HEAD'
  throw shallowError(
    io.env,
    cutOff.from ? `a part of ${cutOff.from.name}..${name}` : `where the changes of ${name} begin`,
  )
}

/**
 * The full hash of a commit.
 *
 * @throws {UserError} where there is none of that name
 */
export async function resolveCommit(io: Pick<Io, 'env'>, folder: string, name: string): Promise<string> {
  if (name.startsWith('-'))
    throw new UserError(`${JSON.stringify(name)} is no commit: a name that starts with "-" could be an option`)
  const options = ['--quiet', '--verify']
  const { stdout } = await runGit(io, { folder, command: 'rev-parse', options, revisions: [`${name}^{commit}`] })
  // `rev-parse` repeats `--end-of-options` before git 2.44.
  const sha = /^[0-9a-f]{40,64}$/m.exec(stdout)?.[0]
  if (sha === undefined) throw new UserError(`there is no commit ${JSON.stringify(name)} here`)
  return sha
}

async function emptyStore(io: Pick<Io, 'env'>, folder: string, error: unknown): Promise<CommitStore> {
  const { commitStore } = await import('./commit-store.ts')
  const [head, git] = await Promise.all([
    runGit(io, { folder, command: 'rev-parse', options: ['--quiet', '--verify', 'HEAD^{commit}'] }),
    runGit(io, { folder, command: 'rev-parse', options: ['--git-dir'] }),
  ])
  // A branch that has no commit yet is no failure.
  if (head.code !== 0 && git.code === 0) return commitStore()
  throw error
}
