import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import type { Host } from '../../host.ts'
import { type ImageKind, imageKinds, imageState, imagesOf } from '../../shown/images.ts'
import { altOf } from '../../shown/instead/alt.ts'
import { rawInstead } from '../../shown/instead/image.ts'
import { withoutTag } from './tags.ts'
import type { Change, Rendering } from './transformation.ts'
import { withoutImage } from './unlink.ts'

/** Images from where the host takes them; of those that it refuses, a text. */
export function* images({ document, showing: { host } }: Rendering): Generator<Change> {
  if (!host.images) return
  for (const kind of imageKinds) {
    for (const link of imagesOf(document, kind)) {
      if (imageState(host, link, kind) !== 'broken') continue
      const edits = elsewhere(link, kind, host)
      if (edits.length > 0) yield { edits }
      else yield leftOut(document, link, host.title)
    }
  }
  if (!host.images.svg) return
  for (const drawing of document.elements) {
    if (drawing.name !== 'svg') continue
    const message = `A drawing is left out: ${host.title} refuses <svg>; show a PNG`
    yield { edits: withoutTag(document, drawing), note: { at: drawing, message } }
  }
}

/** The same image from another place. */
function elsewhere(link: Link, kind: ImageKind, host: Host): Change['edits'] {
  // Nearly every server of images has https by now, and what is refused for certain is no better.
  if (kind === 'http-image') return [{ ...link.urlAt, text: link.url.replace(/^http:/i, 'https:') }]
  if (kind !== 'remote-image') return []
  return rawInstead(link).filter(({ text: url }) => imageState(host, { ...link, url }, kind) !== 'broken')
}

function leftOut(document: MarkdownDocument, link: Link, title: string): Change {
  const text = altOf(link) || aroundIt(document, link)
  const instead = text === '' ? 'it has no alt text, so nothing is left of it' : `"${text}" stands in its place`
  const message = `The image ${link.url.slice(0, 100)} is left out, since ${title} refuses it: ${instead}`
  return { edits: withoutImage(document, link, text), note: { at: link, message } }
}

/** What a link that shows nothing but an image is about, by its title or its address. */
function aroundIt({ links, elements }: MarkdownDocument, image: Link): string {
  const around = links.findLast(({ kind, tag, start, end, image: isImage }) => {
    const last = elements.find(({ open }) => open === tag)?.end ?? end
    return !isImage && kind !== 'definition' && start <= image.start && image.end <= last
  })
  if (around?.text !== '') return ''
  const { node, tag } = around
  const title = tag ? attributeOf(tag, 'title') : node && 'title' in node && node.title
  return title || (URL.canParse(around.url) ? new URL(around.url).hostname : around.url)
}
