import { isRst } from '@frontdoor/kit/readme/readmes'
import { features, type Host } from '../host.ts'
import type { Showing } from '../hosts.ts'
import { imageKinds, imageState, imagesOf } from '../shown/images.ts'
import { excessOf } from '../shown/limit.ts'
import { addressState, type Placed, relativeUses } from '../shown/relative.ts'
import { usesOf } from '../shown/uses.ts'
import { listOf } from '../wording.ts'

/** What somebody who looks at a rendered README should know of it, as lines: what it leaves out, what is refused, what is not known. */
export function notesOn(placed: Placed, showing: Showing): string[] {
  return [...aboutSize(placed, showing), ...aboutImages(placed, showing.host), ...aboutUnknown(placed, showing)]
}

/** The same without what can be pointed at, such as an image. */
export function notesOnWhole(placed: Placed, showing: Showing): string[] {
  return [...aboutSize(placed, showing), ...aboutUnknown(placed, showing)]
}

function* aboutSize({ document }: Placed, { host: { limit, title } }: Showing): Generator<string> {
  const excess = limit && excessOf(document.source, limit)
  if (!excess) return
  const most = `${excess.length.toLocaleString('en')} ${limit.unit}, and ${title} takes ${limit.size.toLocaleString('en')}`
  yield limit.does === 'cut'
    ? `this README has ${most}: it ends in line ${document.place(excess.offset).line}`
    : `this README has ${most}: it is refused as a whole`
}

/** A host that looks at images either shows none in their place, or refuses the whole package. */
function* aboutImages({ document }: Placed, host: Host): Generator<string> {
  const refused = imageKinds.flatMap((kind) =>
    imagesOf(document, kind).filter((link) => imageState(host, link, kind) === 'broken'),
  )
  const urls = [...new Set(refused.map(({ url }) => url))]
  if (urls.length > 0)
    yield `${host.title} refuses ${urls.length === 1 ? 'an image' : `${urls.length} images`}: ${some(urls)}`
}

function* aboutUnknown(placed: Placed, showing: Showing): Generator<string> {
  const { host } = showing
  const { document, project } = placed
  const unknown = features.filter(
    (feature) => host.features[feature].does === 'unknown' && usesOf(document, feature).length > 0,
  )
  const addresses = (['link', 'image', 'srcset'] as const).filter((kind) =>
    relativeUses(placed, kind).some(({ link }) => addressState(showing, link, project) === 'unknown'),
  )
  const names = [
    ...(isRst(placed.path) && !host.rst ? ['reStructuredText'] : []),
    ...(host.html.does === 'unknown' && document.tags.length > 0 ? ['HTML'] : []),
    ...unknown,
    ...addresses.map((kind) => `relative-${kind}`),
    ...disputedIn(placed, host).map((name) => `<${name}>`),
  ]
  if (names.length > 0) yield `what ${host.title} makes of ${listOf(names)} is not known: shown as if it were kept`
}

function disputedIn({ document }: Placed, { html }: Host): string[] {
  if (html.does !== 'filtered') return []
  return [...html.allows.disputed].filter((name) => document.tags.some((tag) => tag.name === name))
}

function some(urls: readonly string[]): string {
  return urls.length > 3 ? `${urls.slice(0, 3).join(', ')} …` : urls.join(', ')
}
