import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { writtenAddress } from '@frontdoor/markdown/written-address'
import type { BadgeImage } from '../badge-images.ts'

/** New addresses of a badge. */
interface Addresses {
  readonly image: string
  /** Absent where its link stays as it is. */
  readonly link?: string | undefined
}

/** The edits that give a badge other addresses. */
export function addressEdits(document: MarkdownDocument, { image, link }: BadgeImage, to: Addresses): Edit[] {
  return [addressEdit(document, image, to.image), ...(link && to.link ? [addressEdit(document, link, to.link)] : [])]
}

/** The edit that gives an image, or a link, another address. */
export function addressEdit(document: MarkdownDocument, link: Link, url: string): Edit {
  return { ...link.urlAt, text: writtenAddress(document, link, url) }
}

/** The address of a link with another name in it; undefined where it does not have the one. */
export function withName(link: Link | undefined, from: string, to: string): string | undefined {
  return link?.url.includes(from) ? link.url.replace(from, () => to) : undefined
}
