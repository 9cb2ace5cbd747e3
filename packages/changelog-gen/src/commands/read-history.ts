import { type Io, UserError } from '@frontdoor/kit/io'
import type { ModelRequest } from '../model/model.ts'
import type { Package } from '../model/package.ts'
import type { Release } from '../release.ts'
import { releases } from '../releases.ts'
import { newestOf, type ProjectHistory } from '../writing/project-history.ts'

/** Whose history is read, and how far. */
export interface HistoryRequest {
  readonly request: ModelRequest
  readonly target: Package | undefined
  /** Versions that the changelog tells of; the history is read no further than to the newest release if that is among them. */
  readonly known: ReadonlySet<string | undefined>
}

/** Reads as much of a history as a changelog needs. */
export async function readHistory(io: Io, { request, target, known }: HistoryRequest): Promise<ProjectHistory> {
  if (known.size > 0) {
    const [unreleased] = await releases(io, { ...request, package: target, unreleasedOnly: true })
    const newest = unreleased && newestOf({ unreleased })
    if (unreleased && newest && known.has(newest.version))
      return { head: unreleased.range.to.sha, unreleased, releases: [] }
  }
  const [unreleased, ...others] = await releases(io, { ...request, package: target })
  return { head: (unreleased as Release).range.to.sha, unreleased: unreleased as Release, releases: others }
}

/** What was unreleased at a commit; undefined where that commit is not there any more. */
export async function unreleasedAt(
  io: Io,
  { request, target }: Omit<HistoryRequest, 'known'>,
  commit: string,
): Promise<Release | undefined> {
  try {
    const [unreleased] = await releases(io, { ...request, package: target, head: commit, unreleasedOnly: true })
    return unreleased
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
