import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { type HtmlNode, htmlNodeOf } from '../../readme/html-node.ts'
import { nextLine, removableLine } from '../../readme/lines.ts'

/**
 * Edits that take a tag, or an element as a whole, out of a document and leave what is around it what it is: an empty line
 * would end a block of HTML, and a text must not become a list.
 */
export function withoutTag(document: MarkdownDocument, range: Range): Edit[] {
  const node = htmlNodeOf(document, { start: range.start, end: range.start + 1 })
  return node?.block ? outOfBlock(document, range, node) : outOfText(document, range)
}

function outOfBlock({ source }: MarkdownDocument, { start, end }: Range, node: HtmlNode): Edit[] {
  const line = lineOf(source, { start, end })
  const isFirst = source.slice(node.start, start).trim() === ''
  const isLast = source.slice(end, node.end).trim() === ''
  const alone = /^[ \t>]*$/.test(source.slice(line.start, start)) && source.slice(end, line.end).trim() === ''
  if (isFirst && isLast) {
    const whole = removableLine(source, { start, end })
    return [{ ...(line.start === start && alone ? whole : { start, end }), text: '' }]
  }
  // The block goes on where it started, so that its next line is not taken for indented code.
  if (isFirst) return [{ start, end: end + (/^[\s>]*/.exec(source.slice(end)) as RegExpExecArray)[0].length, text: '' }]
  return [{ ...(alone ? line : { start, end }), text: '' }]
}

/** What starts a line, and with it a list, a heading, a quote or code. */
const marker =
  /^(?:[-+*](?=[ \t])|#{1,6}(?=[ \t\r\n]|$)|>|\d{1,9}[.)](?=[ \t])|~{3}|=+[ \t]*(?=[\r\n]|$)|-+[ \t]*(?=[\r\n]|$))/

function outOfText({ source }: MarkdownDocument, { start, end }: Range): Edit[] {
  const line = lineOf(source, { start, end })
  const before = source.slice(line.start, start)
  if (!/^\uFEFF?[ \t]*(?:(?:>|[-+*]|\d+[.)])[ \t]*)*$/.test(before)) return [{ start, end, text: '' }]
  const behind = source.slice(end, line.end)
  const rest = behind.trimStart()
  if (rest === '' && /^[ \t>]*$/.test(before)) return [{ ...line, text: '' }]
  const from = end + behind.length - rest.length
  const found = marker.exec(rest)?.[0]
  if (rest === '' || found === undefined) return [{ start, end: rest === '' ? end : from, text: '' }]
  return [{ start, end: from + found.length, text: found.replace(/.$/s, '\\$&') }]
}

function lineOf(source: string, { start, end }: Range): Range {
  return { start: startOfLine(source, start), end: Math.min(nextLine(source, end), source.length) }
}
