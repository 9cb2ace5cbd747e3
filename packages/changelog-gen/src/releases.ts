import type { Io } from '@frontdoor/kit/io'
import { loadModel, type ModelRequest, requireRanges } from './model/model.ts'
import type { Package } from './model/package.ts'
import type { Release } from './release.ts'

/** Which releases to make. */
export interface ReleasesRequest extends ModelRequest {
  /** The package of a monorepo that they are of; all of the repository where absent. */
  readonly package?: Package | undefined
}

/**
 * The releases of a repository, newest first; what is not released comes before them, with nothing in it where there is nothing new.
 * With `unreleasedOnly` it is the only one, and the history is read no further than to the release before.
 *
 * @throws {UserError} where something cannot be read, and where a shallow clone hides a part
 */
export async function releases(io: Pick<Io, 'env'>, request: ReleasesRequest): Promise<Release[]> {
  const model = await loadModel(io, request)
  const all = model.ranges(request.package)
  const wanted = request.unreleasedOnly ? all.slice(0, 1) : all
  requireRanges(io, model, wanted)
  return wanted.map((range) => model.release(range, request.package).release)
}
