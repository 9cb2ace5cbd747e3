import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
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

/** A document with its images that may be badges. */
export interface BadgedDocument {
  readonly document: MarkdownDocument
  readonly images: readonly BadgeImage[]
}

/** The images of a document with an address on the web, in document order. Those in generated blocks are their generators' matter. */
export function badgeImages(document: MarkdownDocument): BadgeImage[] {
  return allBadgeImages(document).filter(({ image }) => !isGenerated(document, image))
}

/** The same with those in generated blocks, and with those whose address is relative to the page of the README, where that is given. */
export function allBadgeImages(document: MarkdownDocument, page?: string): BadgeImage[] {
  const found: BadgeImage[] = []
  let around: Link | undefined
  for (const link of document.links) {
    if (link.kind === 'definition') continue
    // Links come in the order of their starts and hold no others, so the one around an image is the last before it.
    if (!link.image) around = link
    else found.push(...readImage(link, around, page))
  }
  return found
}

function readImage(image: Link, before: Link | undefined, page: string | undefined): BadgeImage[] {
  const url = webAddress(image.url, page)
  if (!url) return []
  const link = before && image.end <= before.end ? before : undefined
  const { start, end } = link ?? image
  const alt = image.tag ? (attributeOf(image.tag, 'alt') ?? '') : image.text
  return [{ image, url, ...(link && { link }), whole: { start, end }, alt }]
}

/** No badge has a longer address, and the patterns are only quick on short ones. */
const longest = 2000

/** Addresses without a scheme take that of the page. */
function webAddress(written: string, page: string | undefined): URL | undefined {
  const text = written.startsWith('//') ? `https:${written}` : written
  if (text.length > longest || !(page ?? /^https?:\/\//i.test(text)) || !URL.canParse(text, page)) return undefined
  const url = new URL(text, page)
  return /^https?:$/.test(url.protocol) ? url : undefined
}

/** Who writes a block again from elsewhere. Markers that only people read, as `badges: start` of R packages, have no known owner. */
const generators: ReadonlySet<string> = new Set([
  'all-contributors',
  'automd',
  'badge-sync',
  'doctoc',
  'markdown-magic',
])

function isGenerated({ blocks }: MarkdownDocument, image: Range): boolean {
  return blocks.some(({ owner, close, body }) => close && generators.has(owner) && covers(body, image))
}
