import { type Io, UserError } from '@frontdoor/kit/io'
import type { Changelog } from '../changelog/changelog.ts'
import type { Range } from '../history/range.ts'
import type { Tag } from '../history/tags.ts'
import { versionTags } from '../history/versions.ts'
import type { BumpPolicy } from '../model/bump.ts'
import { type Model, requireRanges } from '../model/model.ts'
import { decideNext, type Next } from '../model/next.ts'
import type { Package } from '../model/package.ts'
import { type ModelRequest, versioningOf } from '../model/request.ts'
import type { Place } from '../place.ts'

/** Of what the next version is asked. */
export interface Asked {
  readonly request: ModelRequest
  readonly place: Pick<Place, 'manifests'>
  /** The package; the whole repository where absent. */
  readonly target: Package | undefined
  readonly policy: Pick<BumpPolicy, 'pre' | 'stable'>
  readonly changelog?: Pick<Changelog, 'releases'> | undefined
}

/** The next version of the repository, or of a package of it, and why. */
export function nextOf(io: Pick<Io, 'env' | 'now'>, model: Model, asked: Asked): Next {
  const { request, place, target, policy, changelog } = asked
  const [range] = model.ranges(target)
  requireRanges(io, model, [range as Range])
  const manifest = target ?? place.manifests.find(({ version }) => version !== undefined)
  return decideNext({
    unreleased: model.release(range as Range, target),
    base: range?.from,
    taken: versionTags(model.history.tags, versioningOf(request, target)),
    settings: request.settings,
    policy,
    manifestVersion: manifest?.version,
    listed: changelog?.releases.find(({ unreleased }) => !unreleased)?.version,
    otherTag: target ? undefined : packageTag(model.history.tags),
    now: nowOf(io),
  })
}

/** The newest tag that looks like the version of a package. */
export function packageTag(tags: readonly Tag[]): string | undefined {
  const named = tags.filter(({ name }) => /^@?[\w/]+(?:-[a-z]\w*)*[-@/]v?\d+\.\d/i.test(name))
  return named.toSorted((a, b) => (a.seconds ?? 0) - (b.seconds ?? 0)).at(-1)?.name
}

/** The time that whoever builds wants it to be (reproducible-builds.org), else now. */
export function nowOf({ env, now }: Pick<Io, 'env' | 'now'>): Date {
  const { SOURCE_DATE_EPOCH: epoch } = env
  if (!epoch) return now()
  const date = new Date(Number(epoch) * 1000)
  if (Number.isNaN(date.getTime()))
    throw new UserError(`SOURCE_DATE_EPOCH ${epoch} is no time: give seconds since 1970`)
  return date
}
