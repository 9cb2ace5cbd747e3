import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlElement, HtmlTag } from '@frontdoor/markdown/html'
import { attributeText } from '@frontdoor/markdown/untrusted'
import type { BadgeImage } from '../badge-images.ts'
import type { Proposal } from './proposal.ts'

/** Elements that a row has for each of its badges, not for all of them. */
const perBadge: ReadonlySet<string> = new Set(['a', 'kbd', 'picture', 'span'])

/** What stands in a row for one badge: its link, or the element that shows nothing but it. */
export function cellOf({ image, whole }: BadgeImage, document: MarkdownDocument): Range {
  let cell = image.tag?.name === 'source' ? image : whole
  let around = document.elements.findLast((element) => element.open.end <= cell.start && cell.end <= element.end)
  for (; around?.close && perBadge.has(around.name); around = around.parent) {
    const { open, close, start, end } = around as HtmlElement & { readonly close: HtmlTag }
    const rest =
      document.slice({ start: open.end, end: cell.start }) + document.slice({ start: cell.end, end: close.start })
    if (!/^(?:\s|<(?:img|source)\b[^>]*>)*$/i.test(rest)) break
    cell = { start, end }
  }
  return { start: cell.start, end: cell.end }
}

/** Attributes that say how an image looks in its row. */
const looks = ['height', 'width', 'align', 'style', 'class', 'hspace', 'vspace', 'border']

/** Attributes that say how the links of a row look and open. */
const opens = ['target', 'rel', 'style', 'class']

/** A badge as HTML, with the looks and the line breaks that all badges of its row have. */
export function badgeMarkup(
  { alt, image, href }: Proposal,
  row: readonly BadgeImage[],
  document: MarkdownDocument,
): string {
  const images = row.flatMap((badge) => (badge.image.tag?.name === 'img' ? [badge.image.tag] : []))
  const links = row.flatMap(({ link }) => (link?.tag ? [link.tag] : []))
  // One width alone is that of one text.
  const names = images.length > 1 ? looks : looks.filter((name) => name !== 'width')
  const attributes = sharedAttributes(images, names, document)
  const end = /\s*\/?>$/.exec(document.slice(images.at(-1) ?? { start: 0, end: 0 }))?.[0] ?? '>'
  const [before, behind] = spaceInLink(row.at(-1), document)
  const link = `<a href="${attributeText(href)}"${sharedAttributes(links, opens, document)}>`
  return `${link}${before}<img alt="${attributeText(alt)}" src="${attributeText(image)}"${attributes}${end}${behind}</a>`
}

/** Attributes that all tags have with one value, as the last one writes them. */
function sharedAttributes(tags: readonly HtmlTag[], names: readonly string[], document: MarkdownDocument): string {
  const written = (tags.at(-1)?.attributes ?? []).filter(
    ({ name, value }) =>
      names.includes(name) &&
      tags.every((tag) => tag.attributes.some((one) => one.name === name && one.value === value)),
  )
  return written.map((attribute) => ` ${document.slice(attribute)}`).join('')
}

/** The line breaks between the tags of a link and its image. */
function spaceInLink(badge: BadgeImage | undefined, document: MarkdownDocument): readonly [string, string] {
  const { image, link } = badge ?? {}
  if (!image || !link?.tag) return ['', '']
  const before = document.slice({ start: link.tag.end, end: image.start })
  const behind = /^\s*(?=<\/a\s*>$)/i.exec(document.slice({ start: image.end, end: link.end }))?.[0]
  return /^\s*$/.test(before) && behind !== undefined ? [before, behind] : ['', '']
}
