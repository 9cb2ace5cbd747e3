import type { HtmlElement } from '@frontdoor/markdown/html'
import { tagState } from '../../shown/html-filter.ts'
import { darkFallback, lightInstead } from '../../shown/instead/picture.ts'
import { withoutTag } from './tags.ts'
import type { Change, Rendering } from './transformation.ts'

/** The picture for light pages, and where the host loses the others the image without the `<picture>` around it. */
export function* pictures({ document, showing: { host } }: Rendering): Generator<Change> {
  const state = tagState(host, 'source')
  if (state === 'kept') return
  for (const picture of document.elements) {
    if (picture.name !== 'picture' || !picture.close) continue
    const inside = document.elements.filter(({ start, end }) => picture.start < start && end <= picture.end)
    const dark = darkFallback(document, picture)
    const light = dark ? lightInstead(dark) : []
    // Where it may be shown, it stays, and the image that may be shown instead is the right one.
    if (state === 'unknown') {
      if (dark) yield { edits: light }
      continue
    }
    const image = inside.find(({ name }) => name === 'img')
    if (image) yield { edits: [...light, ...aroundImage(picture, image)] }
    else yield { edits: withoutTag(document, picture) }
  }
}

function aroundImage(picture: HtmlElement, image: HtmlElement): { start: number; end: number; text: string }[] {
  return [
    { start: picture.start, end: image.open.start, text: '' },
    { start: image.open.end, end: picture.end, text: '' },
  ]
}
