import { type Io, UserError } from '@frontdoor/kit/io'
import { settledTags } from '../history/settled.ts'
import { versionTags } from '../history/versions.ts'
import type { ModelReader } from '../model/model.ts'
import type { Package } from '../model/package.ts'
import { type ModelRequest, versioningOf } from '../model/request.ts'
import type { Release } from '../release.ts'
import { type ReadReleases, type ReleasesRequest, readReleases } from '../releases.ts'
import { newestOf, type ProjectHistory } from '../writing/project-history.ts'
import { goesOn, type ReleaseCache } from './release-cache.ts'

/** Whose history is read, and how far. */
export interface HistoryRequest {
  readonly request: ModelRequest
  readonly target: Package | undefined
  /** Versions that the changelog tells of; nothing is made of what is older than the newest of them. */
  readonly known: ReadonlySet<string | undefined>
  /** True where only what is not released is wanted. */
  readonly unreleasedOnly: boolean
  /** True where it is wanted who is new, which only the whole history tells. */
  readonly wantsNewcomers?: boolean
  readonly models: ModelReader
  /** Where releases may be that an earlier run wrote. */
  readonly cache?: ReleaseCache | undefined
}

/** Reads as much of a history as a changelog needs. */
export async function readHistory(io: Io, request: HistoryRequest): Promise<ProjectHistory> {
  const { target, known, unreleasedOnly, wantsNewcomers, models, cache } = request
  const own = { ...request.request, package: target }
  const upTo = async (versions: HistoryRequest['known']) => {
    const isLast = ({ version }: Release) => version !== undefined && versions.has(version)
    return historyOf(await readReleases(io, { ...own, known: versions, isLast }, models), own)
  }
  if (wantsNewcomers) return historyOf(await readReleases(io, { ...own, isLast: () => true }, models), own)
  if (known.size > 0 || unreleasedOnly) {
    const history = historyOf(await readReleases(io, { ...own, unreleasedOnly: true }, models), own)
    const newest = newestOf(history)
    if (unreleasedOnly || (newest && known.has(newest.version))) return history
  }
  const cached = cache?.find()
  if (cached) {
    const newer = await upTo(new Set([cached.newest.version]))
    if (goesOn(newer, cached)) return { ...newer, releases: newer.releases.slice(0, -1), older: cached.released }
  }
  return upTo(known)
}

function historyOf(
  { releases, mayHoldMarkdown, history }: ReadReleases,
  { package: target, ...request }: ReleasesRequest,
): ProjectHistory {
  const [unreleased, ...others] = releases as readonly [Release, ...Release[]]
  return {
    head: unreleased.range.to.sha,
    unreleased,
    releases: others,
    mayHoldMarkdown,
    tags: history.tags,
    tagged: () => versionTags(history.tags, versioningOf(request, target)).map(({ version }) => version.text),
    settled: (sha) => settledTags(history, sha),
  }
}

/** What was unreleased at a commit; undefined where that commit is not there any more. */
export async function unreleasedAt(
  io: Io,
  { request, target, models }: Pick<HistoryRequest, 'request' | 'target' | 'models'>,
  commit: string,
): Promise<Release | undefined> {
  try {
    const own = { ...request, package: target, head: commit, unreleasedOnly: true }
    return (await readReleases(io, own, models)).releases[0]
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
