import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { attributeOf } from '@frontdoor/markdown/html'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { RootContent } from 'mdast'
import { findGroup, grow } from './link-group.ts'
import { hrefOf, inHtml, inMarkdown, type NewLink } from './link-text.ts'
import { linksIn, topOf } from './top.ts'
import { sectionsAbout } from './topics.ts'

// Not done with the core's `insertNodes`: a rule says its fix in every run, so it must not load the writer of Markdown, and
// what fits best beside other links is a copy of one of them.

/**
 * Puts a link where the top has its links, in their form: at the end of a row or list of links, or below labelled ones.
 * Where there are none: as a labelled paragraph behind the one that says what the project is, else behind the title, else at
 * the very beginning.
 */
export function insertAtTop(document: MarkdownDocument, link: NewLink): Edit {
  const group = findGroup(document, topOf(document))
  return group ? grow(document, group, link) : insertParagraph(document, link)
}

/**
 * Adds a link to the row or list of links that the top or a section "Links" has; undefined where there is none. Labelled
 * paragraphs at the top are for the most important links only.
 */
export function joinLinks(document: MarkdownDocument, link: NewLink): Edit | undefined {
  const group = [...sectionsAbout('links', document).map(({ body }) => body), topOf(document)]
    .map((place) => findGroup(document, place))
    .find((found) => found && !found.isParagraph)
  return group && grow(document, group, link)
}

function insertParagraph(document: MarkdownDocument, { label, url }: NewLink): Edit {
  const { eol, source } = document
  const node = placeAtTop(document)
  const href = hrefOf(url)
  const line = `**${label}**: <${inMarkdown(href)}>`
  if (!node) return { start: Number(document.bom), end: Number(document.bom), text: `${line}${eol}${eol}` }
  const { end: at } = rangeOf(node)
  const text = isCentred(document, node)
    ? `<p align="center"><b>${label}</b>: <a href="${inHtml(href)}">${inHtml(href)}</a></p>`
    : line
  // Whatever follows on the very next line would become part of the new paragraph.
  const next = /^[ \t]*(?:\r\n|\n|\r)(?=[ \t]*[^\s])/.test(source.slice(at, at + 1000)) ? eol : ''
  return { start: at, end: at, text: `${eol}${eol}${text}${next}` }
}

/** The last block that belongs to the first lines: paragraphs, images and raw HTML up to the first prose. */
function placeAtTop(document: MarkdownDocument): RootContent | undefined {
  const top = topOf(document)
  let place: RootContent | undefined
  for (const node of document.tree.children) {
    const range = rangeOf(node)
    if (range.start >= top.end) break
    if (top.title && range.end <= top.title.start) continue
    if (!/^(?:heading|paragraph|html|blockquote)$/.test(node.type)) break
    if (isOpen(document, range.end)) continue
    place = node
    if (range.start > (top.title?.start ?? -1) && countsAsProse(document, range)) break
  }
  return place
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
function isOpen({ elements, blocks }: MarkdownDocument, at: number): boolean {
  return (
    blocks.some(({ start, end }) => start < at && at < end) ||
    elements.some(({ name, close, start, end }) => name !== 'div' && close && start < at && at < end)
  )
}

function isCentred({ elements }: MarkdownDocument, node: RootContent): boolean {
  if (node.type !== 'html') return false
  const { start, end } = rangeOf(node)
  return elements.some(
    (element) => element.start >= start && element.end <= end && attributeOf(element.open, 'align') === 'center',
  )
}

/** A section to add. Its text is Markdown that comes from us and from the project's own files. */
export interface NewSection {
  readonly title: string
  readonly text: string
}

/**
 * Puts a section where such sections stand: before the licence where that is the last one, else at the end. Undefined where
 * the end of the document is within something that nobody closed.
 */
export function appendSection(document: MarkdownDocument, { title, text }: NewSection): Edit | undefined {
  const { source, eol } = document
  const heading = headingLike(document, title)
  const before = beforeLicense(document)
  if (before !== undefined) return { start: before, end: before, text: `${heading}${eol}${eol}${text}${eol}${eol}` }
  const last = beforeFooter(document)
  if (!last) return { start: Number(document.bom), end: source.length, text: `${heading}${eol}${eol}${text}${eol}` }
  const { end } = rangeOf(last)
  if (isUnclosed(document, last) || isOpen(document, end)) return undefined
  return { start: end, end, text: `${eol}${eol}${heading}${eol}${eol}${text}${end === source.length ? eol : ''}` }
}

/** The last block of the text: what follows it are definitions, and words under a line at the end, which close the page. */
function beforeFooter({ tree, sections }: MarkdownDocument): RootContent | undefined {
  const children = tree.children.filter(({ type }) => type !== 'definition')
  const line = children.findLastIndex(({ type }) => type === 'thematicBreak')
  const closing = children.slice(line + 1)
  const isFooter =
    line > 0 && closing.length <= 2 && closing.every(({ type }) => type === 'html' || type === 'paragraph')
  const hasHeading = sections.some(({ start }) => line >= 0 && start > rangeOf(children[line] as RootContent).start)
  return isFooter && !hasHeading ? children[line - 1] : children.at(-1)
}

/** Where the last section starts, if it is on the licence and nothing before its heading belongs to it. */
function beforeLicense(document: MarkdownDocument): number | undefined {
  const { depth } = topOf(document)
  const last = document.sections.findLast((section) => section.depth <= depth)
  if (!last?.node || last.depth !== depth || !sectionsAbout('license', document).includes(last)) return undefined
  const { children } = document.tree
  const index = children.indexOf(last.node)
  const before = children[index - 1]
  const own = before === undefined || before.type === 'html' || before.type === 'thematicBreak'
  return index < 1 || own || isOpen(document, last.start) ? undefined : last.start
}

/** A heading written as the other sections of the document have theirs. */
function headingLike(document: MarkdownDocument, title: string): string {
  const { depth } = topOf(document)
  const model = document.sections.findLast(({ node, depth: own }) => node && own === depth && node.children.length > 0)
  const written = model?.node && document.slice(model)
  const [first, last] = [model?.node?.children[0], model?.node?.children.at(-1)]
  if (!model || !written || !first || !last) return `${'#'.repeat(depth)} ${title}`
  const rest = written.slice(rangeOf(last).end - model.start)
  const underline = /^([\r\n]+ {0,3})(=|-)+/.exec(rest)
  if (underline) return `${title}${underline[1]}${String(underline[2]).repeat(Math.max(3, title.length))}`
  return `${written.slice(0, rangeOf(first).start - model.start)}${title}${/^[ \t]+#+[ \t]*$/.test(rest) ? rest : ''}`
}

/** True for a fence or a comment that runs to the end of the document because nobody closed it. */
function isUnclosed({ source, comments }: MarkdownDocument, node: RootContent): boolean {
  const { start, end } = rangeOf(node)
  if (node.type === 'code') {
    const fence = /^(`{3,}|~{3,})/.exec(source.slice(start, end))?.[1]
    return fence !== undefined && !new RegExp(`[\r\n][ \t>]*${fence}+[ \t]*$`).test(source.slice(start, end))
  }
  return comments.some((comment) => !comment.closed && comment.start >= start && comment.start < end)
}
