import type { Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Section } from '@frontdoor/markdown/sections'
import { names, sectionsAbout } from '../topics/topics.ts'
import { perDocument } from './per-document.ts'

/** An address by which sponsors can be told apart: without scheme, `www.`, query, fragment and case. */
export function accountOf(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '')
    .toLowerCase()
}

/** Parts of a README that are about sponsors: sections, and blocks that a generator of sponsors writes. */
const sponsorParts: (document: MarkdownDocument) => readonly Range[] = perDocument((document) => [
  ...sectionsAbout('sponsors', document).map((section) => bodyOf(document, section)),
  ...document.blocks.filter(({ name }) => names('sponsors', name)).map(({ body }) => body),
])

/** An HTML heading with the sponsors right behind it governs no more: what follows may be the top of the page. */
function bodyOf({ tree, tags }: MarkdownDocument, { start, node, body }: Section): Range {
  const block = node ? undefined : tree.children.map(rangeOf).find((range) => range.start <= start && start < range.end)
  const hasImages = block && tags.some((tag) => tag.name === 'img' && body.start < tag.start && tag.end <= block.end)
  return hasImages ? { start: body.start, end: block.end } : body
}

/** An image that is all there is of a link to a sponsor: its alt text is the only name that the sponsor has. */
export interface SponsorImage {
  readonly image: Link
  /** The link around it. */
  readonly link: Link
}

/** The images of sponsors. One image of all sponsors is none, no badge that counts them, and no image that leads to the project's own site. */
export function sponsorImages(document: MarkdownDocument, { homepage, documentation }: Project): SponsorImage[] {
  const own = [homepage, documentation].flatMap((url) => hostOf(url) ?? [])
  return linkedImages(document).filter(({ image, link }) => {
    const host = hostOf(link.url)
    return !(host && own.includes(host)) && !ofAll.test(image.url) && !asks.test(accountOf(link.url))
  })
}

const ofAll =
  /(?:(?:sponsors|backers|contributors|individuals|organizations)[\w.-]*|\/tiers\/[\w-]+)\.(?:svg|png)|^https?:\/\/img\.shields\.io\//i

/** Pages on which readers become sponsors. */
const asks =
  /^(?:github\.com\/sponsors|patreon\.com|ko-fi\.com|liberapay\.com|buymeacoffee\.com|paypal\.(?:me|com)|thanks\.dev|polar\.sh)\//

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined
}

const linkedImages: (document: MarkdownDocument) => readonly SponsorImage[] = perDocument((document) => {
  const parts = sponsorParts(document)
  const found: SponsorImage[] = []
  let around: Link | undefined
  for (const link of document.links) {
    if (link.kind === 'definition' || link.attribute?.name === 'srcset') continue
    if (!parts.some((part) => covers(part, link))) continue
    if (!link.image) around = document.text(link, { alt: false }).trim() === '' ? link : undefined
    else if (around && link.end <= around.end) found.push({ image: link, link: around })
  }
  return found
})
