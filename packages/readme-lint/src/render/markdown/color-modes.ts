import type { Link } from '@frontdoor/markdown/links'
import { tagState } from '../../shown/html-filter.ts'
import { pairsOf, pictureInstead } from '../../shown/instead/color-mode.ts'
import { isLost } from '../../shown/lost.ts'
import type { Change, Rendering } from './transformation.ts'
import { withoutImage } from './unlink.ts'

/** A `<picture>` in the place of an image for dark and one for light pages, or the one for light pages alone. */
export function* colorModes({ document, showing: { host } }: Rendering): Generator<Change> {
  if (!isLost(host.features['gh-mode-fragment'].does)) return
  if (['picture', 'source'].every((name) => tagState(host, name) === 'kept')) {
    for (const pair of pairsOf(document)) yield { edits: [pictureInstead(pair, document.source)] }
  }
  const images = document.links.filter(({ image, kind }) => image && kind !== 'reference')
  const hasLight = images.some(({ url }) => url.endsWith('#gh-light-mode-only'))
  for (const link of images) {
    const mode = /#gh-(dark|light)-mode-only$/.exec(link.url)
    if (!mode) continue
    if (mode[1] === 'dark' && hasLight && link.kind !== 'definition') yield { edits: withoutDark(document, link) }
    else yield { edits: [{ start: link.urlAt.end - mode[0].length, end: link.urlAt.end, text: '' }] }
  }
}

function withoutDark(document: Rendering['document'], link: Link): Change['edits'] {
  // What it shows is said by the other one.
  return withoutImage(document, link, '')
}
