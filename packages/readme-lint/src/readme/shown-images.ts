import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'

/** Every image that a reader sees, each address once, however often a definition is referred to; no `srcset`, no video. */
export function shownImages({ links }: MarkdownDocument): Link[] {
  const seen = new Set<number>()
  return links.filter((link) => {
    // A definition shows nothing, wherever it stands; what refers to it does.
    if (!isImage(link) || link.kind === 'definition' || seen.has(link.urlAt.start)) return false
    seen.add(link.urlAt.start)
    return true
  })
}

/** True for an image of Markdown and the `src` of an `<img>`: not for what stands in a `srcset` or a `<source>`. */
export function isImage({ image, kind, tag, attribute }: Link): boolean {
  return image && (kind !== 'html' || (tag?.name === 'img' && attribute?.name === 'src'))
}
