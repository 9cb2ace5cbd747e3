import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { HtmlTag } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import type { Evidence, Host, State, TrustedImages } from '../host.ts'
import { isImage } from '../readme/shown-images.ts'
import { tagState } from './html-filter.ts'

/** What hosts look at in the address of an image, besides whether it is absolute. */
export const imageKinds = ['http-image', 'svg-image', 'remote-image'] as const

export type ImageKind = (typeof imageKinds)[number]

/** The images of a document that an `<img>` or Markdown shows from elsewhere, of one kind. */
export function imagesOf({ links }: MarkdownDocument, kind: ImageKind): Link[] {
  return links.filter((link) => isImage(link) && link.kind !== 'reference' && isOfKind[kind](link.url))
}

/** True for the address of an image of a kind. */
export const isOfKind: Readonly<Record<ImageKind, (url: string) => boolean>> = {
  'http-image': (url) => /^http:/i.test(url),
  'svg-image': isSvg,
  'remote-image': (url) => /^(?:https?:)?\/\//i.test(url),
}

/** By its path, which is all that a check of addresses can see; badges without an ending pass it. */
function isSvg(url: string): boolean {
  return /^(?!data:)[^?#]*\.svg(?:$|[?#])/i.test(url) || /^data:image\/svg/i.test(url)
}

/** What a host does to an image of a kind, and where that was read; undefined where the host has no rule about it. */
export function imageFact({ images }: Host, kind: ImageKind): Evidence | undefined {
  if (kind === 'http-image') return images?.http
  return kind === 'svg-image' ? images?.svg : images?.trusted
}

/** An image and, in HTML, its tag. */
interface Shown extends Pick<Link, 'url'> {
  readonly tag?: Pick<HtmlTag, 'name'>
}

/** What a host does to one image, as far as it looks at this kind of thing. */
export function imageState(host: Host, link: Shown, kind: ImageKind): State {
  const tag = link.tag ? tagState(host, link.tag.name) : 'kept'
  if (tag !== 'kept') return tag
  const { http, svg, trusted } = host.images ?? {}
  if (kind === 'http-image') return http ? (http.does === 'refused' ? 'broken' : 'rewritten') : 'kept'
  const allowed = kind === 'svg-image' ? svg : trusted
  return allowed && !isTrusted(allowed, link.url) ? 'broken' : 'kept'
}

function isTrusted({ servers, addresses }: TrustedImages, url: string): boolean {
  const absolute = url.startsWith('//') ? `https:${url}` : url
  // A relative address is taken to the forge, whose servers are not on these lists; on a host that empties it, another rule tells.
  if (!URL.canParse(absolute)) return servers.size === 0
  return servers.has(new URL(absolute).hostname.toLowerCase()) || addresses?.test(absolute) === true
}
