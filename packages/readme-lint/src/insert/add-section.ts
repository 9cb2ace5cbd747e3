import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { htmlEnd, isClosed } from '@frontdoor/markdown/insert/edges'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { topOf } from '../readme/top.ts'
import { entryFor } from '../toc/fix.ts'
import type { Page } from '../toc/link.ts'
import { sectionsAbout } from '../topics/topics.ts'
import { isOpen, type RootNode } from './insert.ts'

/** A section to add. Its text is Markdown that comes from us and from the project's own files. */
export interface NewSection {
  readonly title: string
  readonly text: string
}

/**
 * Puts a section where such sections stand: before the licence where that is the last one, else at the end; and an entry for
 * it into a table of contents. Undefined where the end of the document is within something that nobody closed.
 */
export function addSection(page: Page, section: NewSection): Edit[] | undefined {
  const { document } = page
  const edit = appendSection(document, section)
  const entry = edit && entryFor(page, { title: section.title, start: edit.start })
  return edit && (entry ? [entry, edit] : [edit])
}

function appendSection(document: MarkdownDocument, { title, text }: NewSection): Edit | undefined {
  const { source, eol } = document
  const heading = headingLike(document, title)
  const before = beforeLicense(document)
  if (before !== undefined) return { start: before, end: before, text: `${heading}${eol}${eol}${text}${eol}${eol}` }
  const last = beforeFooter(document)
  if (!last) return { start: Number(document.bom), end: source.length, text: `${heading}${eol}${eol}${text}${eol}` }
  const { end } = rangeOf(last)
  if (isUnclosed(document, last) || isOpen(document, end)) return undefined
  return { start: end, end, text: `${eol}${eol}${heading}${eol}${eol}${text}` }
}

/** The last block of the text: what follows it are definitions, and words under a line at the end, which close the page. */
function beforeFooter({ tree, sections }: MarkdownDocument): RootNode | undefined {
  const children = tree.children.filter(({ type }) => type !== 'definition')
  const line = children.findLastIndex(({ type }) => type === 'thematicBreak')
  const closing = children.slice(line + 1)
  const isFooter =
    line > 0 && closing.length <= 2 && closing.every(({ type }) => type === 'html' || type === 'paragraph')
  const hasHeading = sections.some(({ start }) => line >= 0 && start > rangeOf(children[line] as RootNode).start)
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

/** True for a fence, a comment or raw HTML that runs to the end of the document because nobody closed it. */
function isUnclosed({ source, comments }: MarkdownDocument, node: RootNode): boolean {
  const { start, end } = rangeOf(node)
  if (node.type === 'code') return !isClosed(node, source)
  if (node.type === 'html' && htmlEnd(source.slice(start, end)) === 'open') return true
  return comments.some((comment) => !comment.closed && comment.start >= start && comment.start < end)
}
