import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'

/** Every image that a reader sees, each address once, however often a definition is referred to; no `srcset`, no video. */
export function shownImages({ links }: MarkdownDocument): Link[] {
  const seen = new Set<number>()
  return links.filter((link) => {
    const { image, urlAt, kind, tag, attribute } = link
    // A definition shows nothing, wherever it stands; what refers to it does.
    if (!image || kind === 'definition' || seen.has(urlAt.start)) return false
    if (kind === 'html' && !(tag?.name === 'img' && attribute?.name === 'src')) return false
    seen.add(urlAt.start)
    return true
  })
}
