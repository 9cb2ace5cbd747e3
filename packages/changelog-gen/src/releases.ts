import { latest } from '@frontdoor/kit/cache/latest'
import type { Io } from '@frontdoor/kit/io'
import type { History } from './history/history.ts'
import type { Range } from './history/range.ts'
import type { Judged, ReleaseHead } from './model/judged.ts'
import { type ModelReader, modelReader, requireRanges } from './model/model.ts'
import type { Package } from './model/package.ts'
import type { ModelRequest } from './model/request.ts'
import type { Release } from './release.ts'

/** Which releases to make. */
export interface ReleasesRequest extends ModelRequest {
  /** The package of a monorepo that they are of; all of the repository where absent. */
  readonly package?: Package | undefined
  /** True for a release behind which no older one is wanted. */
  readonly isLast?: ((release: Release) => boolean) | undefined
}

/** Releases, each of which is read from the history when something of its content is asked for. */
export interface ReadReleases {
  /** Newest first; what is not released comes before them, with nothing in it where there is nothing new. */
  readonly releases: readonly Release[]
  /** True where some entry may be Markdown that a maintainer wrote. */
  readonly mayHoldMarkdown: boolean
  /** What they were read from. */
  readonly history: History
}

/**
 * The releases of a repository. With `unreleasedOnly` there is one, and the history is read no further than to the release before.
 *
 * @throws {UserError} where something cannot be read, and where a shallow clone hides a part
 */
export async function readReleases(
  io: Pick<Io, 'env'>,
  request: ReleasesRequest,
  read: ModelReader = modelReader(io),
): Promise<ReadReleases> {
  const model = await read(request)
  const all = model.ranges(request.package)
  const wanted = request.unreleasedOnly ? all.slice(0, 1) : all
  const judged = latest((range: Range) => model.release(range, request.package))
  const releases: Release[] = []
  for (const range of wanted) {
    requireRanges(io, model, [range])
    const release = promised(model.head(range, request.package), () => judged(range))
    releases.push(release)
    if (request.isLast?.(release)) break
  }
  return { releases, mayHoldMarkdown: model.mayHoldMarkdown, history: model.history }
}

/** The same as plain data, read at once. */
export async function releases(io: Pick<Io, 'env'>, request: ReleasesRequest): Promise<Release[]> {
  const read = await readReleases(io, request)
  return read.releases.map((release) => ({ ...release }))
}

/** The contents of a long history would fill the memory, and most commands want those of a few. */
function promised(head: ReleaseHead, made: () => Judged): Release {
  return {
    ...head,
    get sections() {
      return made().sections
    },
    get contributors() {
      return made().contributors()
    },
    get omitted() {
      return made().omitted()
    },
  }
}
