import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
import type { Fix } from '@frontdoor/markdown/finding'
import type { HtmlComment } from '@frontdoor/markdown/html'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Nodes } from 'mdast'
import { nextLine, removableLine } from '../readme/lines.ts'

/** Removes a comment with the line that it stands on alone; undefined where text behind it would change its meaning. */
export function removeComment(document: MarkdownDocument, comment: HtmlComment): Fix | undefined {
  if (!comment.flow) return { edits: [{ ...withSpace(document.source, comment), text: '' }], safe: true }
  const { source } = document
  const line = {
    start: startOfLine(source, comment.start),
    end: Math.min(nextLine(source, comment.end), source.length),
  }
  const [before, behind] = [source.slice(line.start, comment.start), source.slice(comment.end, line.end)]
  if (!/^\uFEFF?[ \t>]*$/.test(before) || behind.trim() !== '') return undefined
  const block = document.nodes.of('html').find(({ node }) => covers(rangeOf(node), comment))
  const alone = block && document.slice(rangeOf(block.node)).trim() === document.slice(comment)
  if (!alone) return { edits: [{ ...line, text: '' }], safe: true }
  const siblings: readonly Nodes[] = block.parent.children
  const index = siblings.indexOf(block.node)
  return {
    edits: [{ ...removableLine(source, comment), text: '' }],
    safe: !join(siblings[index - 1], siblings[index + 1]),
  }
}

/** A comment among text, with the space that would be left over. */
function withSpace(source: string, { start, end }: Range): Range {
  const space = /[ \t]*$/.exec(source.slice(Math.max(0, start - 100), start))?.[0].length ?? 0
  return /^(?:[ \t\r\n]|$)/.test(source.slice(end, end + 1)) ? { start: start - space, end } : { start, end }
}

/** True where only the comment keeps two lists, or a list and indented code, from being one. */
function join(before: Nodes | undefined, behind: Nodes | undefined): boolean {
  if (before?.type !== 'list' && before?.type !== 'footnoteDefinition' && before?.type !== 'code') return false
  return behind?.type === 'list' || behind?.type === 'code'
}
