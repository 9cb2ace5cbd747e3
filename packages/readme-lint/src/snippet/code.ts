import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { lineEnd } from '@frontdoor/markdown/lines'
import { type NodeOf, rangeOf } from '@frontdoor/markdown/nodes'
import { nextLine } from '../readme/lines.ts'
import { perDocument } from '../readme/per-document.ts'

/** A line of code without what stands before it in a quote or a list, and its range in the source. */
interface CodeLine extends Range {
  readonly text: string
}

/** A block of code, or code among text. */
export interface CodePiece extends Range {
  readonly lines: readonly CodeLine[]
  /** The word behind the fence in lower case, empty where there is none; undefined for code among text. */
  readonly language: string | undefined
  /** Absent for code among text. */
  readonly node?: NodeOf<'code'>
}

/** What the paragraph right above a block of code says; empty where there is none. */
export function textAbove(document: MarkdownDocument, offset: number): string {
  const { children } = document.tree
  const at = children.findIndex((node) => rangeOf(node).start <= offset && offset < rangeOf(node).end)
  const above = children[at - 1]
  return above?.type === 'paragraph' && children[at]?.type === 'code' ? document.text(rangeOf(above)) : ''
}

/** All code of a document, in its order. It is read once, for all rules that ask. */
export const codeOf: (document: MarkdownDocument) => readonly CodePiece[] = perDocument(readCode)

function readCode(document: MarkdownDocument): CodePiece[] {
  const { nodes, source } = document
  const blocks = nodes.of('code').map(({ node }): CodePiece => {
    const range = rangeOf(node)
    return { ...range, node, language: (node.lang ?? '').toLowerCase(), lines: linesOf(node, range, source) }
  })
  const inline = nodes.of('inlineCode').map(({ node }): CodePiece => {
    const range = rangeOf(node)
    const at = source.slice(range.start, range.end).indexOf(node.value)
    const start = range.start + Math.max(at, 0)
    const line = { text: node.value, start, end: at === -1 ? range.end : start + node.value.length }
    return { ...range, language: undefined, lines: [line] }
  })
  return [...blocks, ...inline].sort((a, b) => a.start - b.start)
}

/** A line of a block is the end of a line of the source: only prefixes and indentation are taken off. */
function linesOf(node: NodeOf<'code'>, { start, end }: Range, source: string): CodeLine[] {
  const lines: CodeLine[] = []
  let at = /^(?:`{3}|~{3}|\.\.)/.test(source.slice(start, start + 3)) ? nextLine(source, start) : start
  for (const line of node.value.split('\n')) {
    const text = line.trimEnd()
    let written = writtenLine(source, at)
    while (at < end && !written.endsWith(text)) {
      at = nextLine(source, at)
      written = writtenLine(source, at)
    }
    if (at >= end) break
    const to = at + written.length
    lines.push({ text, start: to - text.length, end: to })
    at = nextLine(source, at)
  }
  return lines
}

function writtenLine(source: string, offset: number): string {
  return source.slice(offset, lineEnd(source, offset)).trimEnd()
}
