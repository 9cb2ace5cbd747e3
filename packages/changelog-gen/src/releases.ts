import type { Io } from '@frontdoor/kit/io'
import { loadModel, type ModelRequest, requireRanges } from './model/model.ts'
import type { Package } from './model/package.ts'
import type { Release } from './release.ts'

/** Which releases to make. */
export interface ReleasesRequest extends ModelRequest {
  /** The package of a monorepo that they are of; all of the repository where absent. */
  readonly package?: Package | undefined
  /** True for a release behind which no older one is wanted. */
  readonly isLast?: ((release: Release) => boolean) | undefined
}

/**
 * The releases of a repository, newest first; what is not released comes before them, with nothing in it where there is nothing new.
 * With `unreleasedOnly` it is the only one, and the history is read no further than to the release before.
 *
 * @throws {UserError} where something cannot be read, and where a shallow clone hides a part
 */
export async function releases(io: Pick<Io, 'env'>, request: ReleasesRequest): Promise<Release[]> {
  const made: Release[] = []
  for await (const release of eachRelease(io, request)) made.push(release)
  return made
}

/** The same, one after the other: what is made of each need not be held for all of them. */
export async function* eachRelease(io: Pick<Io, 'env'>, request: ReleasesRequest): AsyncGenerator<Release> {
  const model = await loadModel(io, request)
  const all = model.ranges(request.package)
  const wanted = request.unreleasedOnly ? all.slice(0, 1) : all
  for (const range of wanted) {
    requireRanges(io, model, [range])
    const { release } = model.release(range, request.package)
    yield release
    if (request.isLast?.(release)) return
  }
}
