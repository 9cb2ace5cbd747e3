import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { attributeOf, type HtmlElement, type HtmlTag } from '@frontdoor/markdown/html'
import { percentEncoded } from '@frontdoor/markdown/percent'
import { htmlNodeOf } from '../../readme/html-node.ts'
import { tagState } from '../../shown/html-filter.ts'
import { isLost } from '../../shown/lost.ts'
import { withoutTag } from './tags.ts'
import type { Change, Rendering } from './transformation.ts'
import { asText } from './unlink.ts'

/** Markdown in the place of tags among the text of a paragraph that the host does not keep; of what Markdown has not, the text stays. */
export function* inlineHtml({ document, showing: { host } }: Rendering): Generator<Change> {
  const paired = new Set<HtmlTag>()
  for (const element of document.elements) {
    const { name, open, close } = element
    for (const tag of close ? [open, close] : [open]) paired.add(tag)
    if (!isLost(tagState(host, name)) || !isInline(document, open) || (close && !isInline(document, close))) continue
    yield { edits: instead(document, element) }
  }
  for (const tag of document.tags) {
    if (paired.has(tag) || !isLost(tagState(host, tag.name)) || !isInline(document, tag)) continue
    yield { edits: withoutTag(document, tag) }
  }
}

function isInline(document: MarkdownDocument, tag: HtmlTag): boolean {
  return htmlNodeOf(document, tag)?.block === false
}

function instead(document: MarkdownDocument, element: HtmlElement): Edit[] {
  const { name, open, close } = element
  if (name === 'img') return image(document, open)
  if (name === 'br') return lineBreak(document, open)
  if (!close) return withoutTag(document, open)
  if (vanishing.has(name)) return withoutTag(document, element)
  const marks = marksOf(element, document.source.slice(open.end, close.start))
  if (!marks || !standsApart(document, element)) return [...withoutTag(document, open), ...withoutTag(document, close)]
  return [
    { start: open.start, end: open.end, text: marks[0] },
    { start: close.start, end: close.end, text: marks[1] },
  ]
}

/** What these hold is no text. */
const vanishing = new Set(['script', 'style', 'svg', 'title'])

function image(document: MarkdownDocument, tag: HtmlTag): Edit[] {
  const src = attributeOf(tag, 'src')
  if (!src) return withoutTag(document, tag)
  return [{ start: tag.start, end: tag.end, text: `![${asText(attributeOf(tag, 'alt') ?? '')}](${destination(src)})` }]
}

/** A backslash at the end of a line of a paragraph; elsewhere a space does. */
function lineBreak(document: MarkdownDocument, tag: HtmlTag): Edit[] {
  const { source } = document
  const { start, end } = tag
  const parent = htmlNodeOf(document, tag)?.parent
  const last = parent?.children.at(-1)?.position?.end.offset
  if (last === end || parent?.children[0]?.position?.start.offset === start) return withoutTag(document, tag)
  const atLineEnd = /^[ \t]*(?:\r\n|\n|\r)/.test(source.slice(end, end + 200))
  if (parent?.type !== 'paragraph' || !atLineEnd || /[\\\s]$/.test(source.slice(0, start)))
    return [{ start, end, text: ' ' }]
  return [{ start, end: end + (/^[ \t]*/.exec(source.slice(end)) as RegExpExecArray)[0].length, text: '\\' }]
}

const marks: Readonly<Record<string, string>> = {
  ...{ b: '**', strong: '**', mark: '**', i: '*', em: '*', dfn: '*', cite: '*', var: '*' },
  ...{ code: '`', kbd: '`', samp: '`', tt: '`', del: '~~', s: '~~', strike: '~~' },
}

function marksOf({ name, open }: HtmlElement, inside: string): [string, string] | undefined {
  if (name === 'a') return linkMarks(open, inside)
  const mark = Object.hasOwn(marks, name) ? marks[name] : undefined
  if (!mark) return undefined
  const plain = mark === '`' ? /^[\w +.,:;/()'-]*[\w+)]$/ : /^[\p{L}\p{N}](?:[^*_~`<\r\n]*[\p{L}\p{N}])?$/u
  return plain.test(inside) && !inside.startsWith(' ') ? [mark, mark] : undefined
}

/** None for what is no link, shows nothing or has a link in it. */
function linkMarks(tag: HtmlTag, inside: string): [string, string] | undefined {
  const href = attributeOf(tag, 'href')
  const texts = inside.replaceAll(/!\[[^\]]*\]\([^)]*\)|<img\b[^<>]*>/gi, 'image')
  if (!href || texts.trim() === '' || /\]\(|\]\[|https?:|<a\b/i.test(texts)) return undefined
  const title = attributeOf(tag, 'title')
    ?.replaceAll(/\s+/g, ' ')
    .replaceAll(/["\\&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return ['[', `](${destination(href)}${title ? ` "${title}"` : ''})`]
}

/** Marks work between a text and a blank or a sign, and seldom in the middle of a word. */
function standsApart({ source }: MarkdownDocument, { name, start, end }: HtmlElement): boolean {
  return name === 'a' || !/[\p{L}\p{N}*_~`\\]/u.test(source.charAt(start - 1) + source.charAt(end))
}

function destination(url: string): string {
  return url.trim().replaceAll(/[\s<>()\\|]/g, (sign) => encodeURIComponent(sign).replace(/^[()]$/, percentEncoded))
}
