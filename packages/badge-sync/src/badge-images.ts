import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'

/** An image in a document that may be a badge. */
export interface BadgeImage {
  readonly image: Link
  readonly url: URL
  /** The link around it, where there is one. */
  readonly link?: Link
  /** From the start of the link, or of the image, to its end. */
  readonly whole: Range
  readonly alt: string
}

/** The images of a document with an address on the web, in document order. Those in generated blocks are their generators' matter. */
export function badgeImages(document: MarkdownDocument): BadgeImage[] {
  const links = document.links.filter(({ image, kind }) => !image && kind !== 'definition')
  return document.links.flatMap((image) => {
    const url = image.image && image.kind !== 'definition' ? webAddress(image.url) : undefined
    if (!url || isGenerated(document, image)) return []
    const link = links.findLast(({ start, end }) => start <= image.start && image.end <= end)
    const { start, end } = link ?? image
    const alt = image.tag ? (attributeOf(image.tag, 'alt') ?? '') : image.text
    return [{ image, url, ...(link && { link }), whole: { start, end }, alt }]
  })
}

/** Addresses without a scheme take that of the page. */
function webAddress(written: string): URL | undefined {
  const text = written.startsWith('//') ? `https:${written}` : written
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
}

/** Who writes a block again from elsewhere. Markers that only people read, as `badges: start` of R packages, have no known owner. */
const generators: ReadonlySet<string> = new Set([
  'all-contributors',
  'automd',
  'badge-sync',
  'doctoc',
  'markdown-magic',
])

function isGenerated({ blocks }: MarkdownDocument, { start, end }: Range): boolean {
  return blocks.some(
    ({ owner, close, body }) => close && generators.has(owner) && body.start <= start && end <= body.end,
  )
}
