import type { Link } from '@frontdoor/markdown/links'
import { imageKinds, imageState, imagesOf } from '../../shown/images.ts'
import { altOf } from '../../shown/instead/alt.ts'
import { rawInstead } from '../../shown/instead/image.ts'
import { withoutTag } from './tags.ts'
import type { Change, Rendering } from './transformation.ts'
import { unlink } from './unlink.ts'

/** Images from where the host takes them; of those that it refuses, the alt text. */
export function* images({ document, showing: { host } }: Rendering): Generator<Change> {
  if (!host.images) return
  for (const kind of imageKinds) {
    for (const link of imagesOf(document, kind)) {
      if (imageState(host, link, kind) !== 'broken') continue
      const edits = kind === 'http-image' ? [secure(link)] : kind === 'remote-image' ? rawInstead(link) : []
      if (edits.length > 0 && kind !== 'remote-image') yield { edits }
      else if (edits[0] && imageState(host, { ...link, url: edits[0].text }, kind) !== 'broken') yield { edits }
      else yield { edits: unlink(document, link), note: { at: link, message: leftOut(link, host.title) } }
    }
  }
  if (!host.images.svg) return
  for (const drawing of document.elements) {
    if (drawing.name !== 'svg') continue
    const message = `A drawing is left out: ${host.title} refuses <svg>; show a PNG`
    yield { edits: withoutTag(document, drawing), note: { at: drawing, message } }
  }
}

/** Nearly every server of images has https by now, and one that is refused for certain is no better. */
function secure({ urlAt: { start } }: Link): Change['edits'][number] {
  return { start, end: start + 'http'.length, text: 'https' }
}

function leftOut(link: Link, title: string): string {
  const alt = altOf(link)
  const instead = alt === '' ? 'without an alt text nothing is left of it' : `"${alt}" stands in its place`
  return `The image ${link.url.slice(0, 100)} is left out, since ${title} refuses it: ${instead}`
}
