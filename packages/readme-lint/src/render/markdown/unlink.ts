import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { withoutAttribute } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Nodes } from 'mdast'
import { altOf } from '../../shown/instead/alt.ts'
import { withoutTag } from './tags.ts'

/** Takes a link away and keeps its text; of an image that cannot be shown its alt text stays. */
export function unlink(document: MarkdownDocument, link: Link): Edit[] {
  if (link.kind !== 'definition') return unlinkOne(document, link)
  const { start, end } = link
  const references = document.links.filter(
    ({ kind, urlAt }) => kind === 'reference' && urlAt.start === link.urlAt.start,
  )
  return [...references.flatMap((reference) => unlinkOne(document, reference)), { start, end, text: '' }]
}

function unlinkOne(document: MarkdownDocument, link: Link): Edit[] {
  const { start, end, kind, tag, attribute, image } = link
  if (tag?.name === 'img' && attribute?.name === 'src') return withoutImage(document, link)
  if (tag && attribute) return tag.name === 'source' ? withoutTag(document, tag) : [withoutAttribute(tag, attribute)]
  // As a text it would become a link again.
  if (kind === 'autolink') return [{ start, end, text: `\`${document.slice(link.urlAt)}\`` }]
  if (image) return withoutImage(document, link)
  const children = childrenOf(link)
  const [first, last] = [children[0], children.at(-1)]
  if (!first || !last) return [{ start, end, text: '' }]
  return [
    { start, end: rangeOf(first).start, text: '' },
    { start: rangeOf(last).end, end, text: '' },
  ]
}

/** Puts a text in the place of an image, its alt text unless another one is given. Without any, a link that shows only this image goes, too. */
export function withoutImage(document: MarkdownDocument, link: Link, text: string = altOf(link)): Edit[] {
  const { start, end, tag } = link
  const plain = asText(text)
  if (tag) return plain === '' ? withoutTag(document, tag) : [{ start: tag.start, end: tag.end, text: plain }]
  if (plain !== '') return [{ start, end, text: plain }]
  const around = document.links.find((other) => childrenOf(other)[0] === link.node && childrenOf(other).length === 1)
  return withoutTag(document, around ?? link)
}

function childrenOf({ node }: Link): readonly Nodes[] {
  return node && 'children' in node ? node.children : []
}

/** A text that says the same in Markdown and in HTML. */
export function asText(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/&(?=#|\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[*_`[\]|\\~$]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
