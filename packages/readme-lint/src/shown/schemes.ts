import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'
import type { Host, State } from '../host.ts'
import { schemeOf } from '../readme/scheme.ts'
import { isImage } from '../readme/shown-images.ts'
import { tagState } from './html-filter.ts'

/** The schemes of the web, which every host lets through. */
const web: ReadonlySet<string> = new Set(['http', 'https'])

/** What has an address, as far as hosts look at its scheme. */
export type SchemeKind = 'link' | 'image'

/** The links, or the images, whose address starts with another scheme than those of the web, in document order. */
export function otherSchemes({ links }: MarkdownDocument, kind: SchemeKind): Link[] {
  return links.filter((link) => isWritten[kind](link) && isOther(link.url))
}

/** `<std::string>` is a link to Markdown, and to nobody else. */
const isWritten: Readonly<Record<SchemeKind, (link: Link) => boolean>> = {
  link: ({ kind, image, tag, attribute }) =>
    !image && (kind === 'inline' || kind === 'reference' || (tag?.name === 'a' && attribute?.name === 'href')),
  image: (link) => isImage(link) && link.kind !== 'definition',
}

/** `[Vec](std::vec::Vec)` is a link to rustdoc, and a single letter a drive of Windows. */
function isOther(url: string): boolean {
  const scheme = schemeOf(url)
  return scheme !== undefined && !web.has(scheme) && !/^(?:\w+:|\s*[a-z]):/i.test(url)
}

/** True where a host takes out the address of a link or of an image for its scheme. */
export function dropsScheme({ html, links }: Host, { url, image }: Pick<Link, 'url' | 'image'>): boolean {
  const filtered = html.does === 'filtered' ? html.allows.schemes.get(image ? 'src' : 'href') : undefined
  const allowed = links?.schemes ?? filtered
  return allowed?.has(schemeOf(url) ?? '') === false
}

/** What a host makes of a link or an image with another scheme. */
export function schemeState(host: Host, link: Pick<Link, 'url' | 'image' | 'tag'>): State {
  const tag = link.tag ? tagState(host, link.tag.name) : 'kept'
  if (tag !== 'kept') return tag
  if (dropsScheme(host, link)) return 'dropped'
  return host.html.does === 'unknown' ? 'unknown' : 'kept'
}
