import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Edit, type Range } from '@frontdoor/markdown/edit'
import { attributeOf, type HtmlElement } from '@frontdoor/markdown/html'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { linksIn, topOf } from '../readme/top.ts'
import { sectionsAbout } from '../topics/topics.ts'
import { findGroup, grow } from './link-group.ts'
import { hrefOf, inHtml, inMarkdown, type NewLink } from './link-text.ts'

/** A block of the document's highest level. */
export type RootNode = MarkdownDocument['tree']['children'][number]

// Not done with the core's `insertNodes`: a rule says its fix in every run, so it must not load the writer of Markdown, and
// what fits best beside other links is a copy of one of them.

/**
 * Puts a link where the top has its links, in their form: at the end of a row or list of links, or below labelled ones.
 * Where there are none: as a labelled paragraph behind the one that says what the project is, else behind the title, else at
 * the very beginning. Undefined where all of the top is within an element or a block of markers.
 */
export function insertAtTop(document: MarkdownDocument, link: NewLink): Edit | undefined {
  const group = findGroup(document, topOf(document))
  return group ? grow(document, group, link) : insertParagraph(document, link)
}

/**
 * Adds a link to the row or list of links that the top or a section "Links" has; undefined where there is none. Labelled
 * paragraphs at the top are for the most important links only.
 */
export function joinLinks(document: MarkdownDocument, link: NewLink): readonly Edit[] | undefined {
  const group = [...sectionsAbout('links', document).map(({ body }) => lead(document, body)), topOf(document)]
    .map((place) => findGroup(document, place))
    .find((found) => found && !found.isParagraph)
  return group && [grow(document, group, link)]
}

/** What a section has before its first own section: below, others are linked. */
function lead({ sections }: MarkdownDocument, { start, end }: Range): Range {
  return { start, end: Math.min(end, ...sections.flatMap((section) => (section.start >= start ? section.start : []))) }
}

function insertParagraph(document: MarkdownDocument, { label, url }: NewLink): Edit | undefined {
  const { eol, source } = document
  const place = placeAtTop(document)
  if (place === 'closed') return undefined
  const href = hrefOf(url)
  const line = `**${label}**: <${inMarkdown(href)}>`
  if (!place) return { start: Number(document.bom), end: Number(document.bom), text: `${line}${eol}${eol}` }
  const { end: at } = rangeOf(place)
  const text = isCentred(document, place)
    ? `<p align="center"><b>${label}</b>: <a href="${inHtml(href)}">${inHtml(href)}</a></p>`
    : line
  // Whatever follows on the very next line would become part of the new paragraph.
  const next = /^[ \t]*(?:\r\n|\n|\r)(?=[ \t]*[^\s])/.test(source.slice(at, at + 1000)) ? eol : ''
  return { start: at, end: at, text: `${eol}${eol}${text}${next}` }
}

/**
 * The last block that belongs to the first lines: front matter, paragraphs, images and raw HTML up to the first prose.
 * Undefined for the very beginning; `closed` where all that could be is within an element or a block of markers.
 */
function placeAtTop(document: MarkdownDocument): RootNode | 'closed' | undefined {
  const top = topOf(document)
  let place: RootNode | 'closed' | undefined
  for (const node of document.tree.children) {
    const range = rangeOf(node)
    // A block of HTML may begin in the top and have the first section in it.
    if (range.start >= top.end || range.end > Math.max(top.end, top.title?.end ?? 0)) break
    const isFrontMatter = node.type === 'yaml' || (node.type as string) === 'toml'
    if (top.title && range.end <= top.title.start && !isFrontMatter) continue
    if (!isFrontMatter && !/^(?:heading|paragraph|html|blockquote)$/.test(node.type)) break
    if (introducesMore(document, range)) break
    if (isOpen(document, range.end)) {
      place ??= 'closed'
      continue
    }
    place = node
    if (range.start > (top.title?.start ?? -1) && !isFrontMatter && countsAsProse(document, range)) break
  }
  return place
}

/** True for words that what follows belongs to: code, a list. */
function introducesMore({ source }: MarkdownDocument, { end }: Range): boolean {
  return /[:：]$/.test(source.slice(end - 1, end))
}

/** True for a block with words of its own: a row of translations has only those of its links. */
function countsAsProse(document: MarkdownDocument, range: Range): boolean {
  const linked = linksIn(document, range).map(({ text }) => countWords(text))
  return countWords(document.text(range, { alt: false })) - linked.reduce((sum, count) => sum + count, 0) >= 4
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}

/** True within an element or a block of markers, where what is put in would become part of it. A `<div>` may hold anything. */
export function isOpen({ elements, blocks }: MarkdownDocument, at: number): boolean {
  return (
    blocks.some(({ start, end }) => start < at && at < end) ||
    elements.some(({ name, close, start, end }) => name !== 'div' && close && start < at && at < end) ||
    elements.some((element) => element.name === 'details' && !element.close && hides(element, at))
  )
}

/** A `<details>` that nobody closed goes on to the end of what it stands in. */
function hides({ start, parent }: HtmlElement, at: number): boolean {
  let around = parent
  while (around && !around.close) around = around.parent
  return start < at && (!around || at < around.end)
}

function isCentred({ elements }: MarkdownDocument, node: RootNode): boolean {
  if (node.type !== 'html') return false
  return elements.some((element) => covers(rangeOf(node), element) && attributeOf(element.open, 'align') === 'center')
}
