import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Fix } from '@frontdoor/markdown/finding'
import type { HtmlTag } from '@frontdoor/markdown/html'
import { prefixAt } from '@frontdoor/markdown/insert/containers'

/** Ends an HTML block behind a tag, so that the text behind it is read as Markdown. Undefined where the tag stands among text. */
export function blankLineBehind({ source, tree, eol }: MarkdownDocument, tag: HtmlTag, text: string): Fix | undefined {
  const { start, end } = tag
  const prefix = prefixAt(source, tree, start)
  const blank = prefix.trimEnd() + eol
  const lineEnd = /[ \t]*(?:\r\n|\n|\r)/y
  lineEnd.lastIndex = end
  if (lineEnd.test(source)) {
    const at = lineEnd.lastIndex
    // Four columns of indentation make the text a code block once it is Markdown.
    const safe = !/^\s*?(?: {0,3}\t| {4})[ \t]*\S/.test(text)
    return { safe, edits: [{ start: at, end: at, text: blank }] }
  }
  if (!startsWithTag(source.slice(startOfLine(source, end), end))) return undefined
  const space = /^[ \t]*/.exec(source.slice(end, end + text.length))?.[0].length ?? 0
  return { safe: true, edits: [{ start: end, end: end + space, text: eol + blank + prefix }] }
}

/** Starts a block with a tag. Undefined where the tag stands among text. */
export function blankLineBefore({ source, tree, eol }: MarkdownDocument, { start }: HtmlTag): Fix | undefined {
  const line = startOfLine(source, start)
  const before = source.slice(line, start)
  const prefix = prefixAt(source, tree, start)
  const blank = prefix.trimEnd() + eol
  if (/^[ \t>]*$/.test(before)) return { safe: true, edits: [{ start: line, end: line, text: blank }] }
  return startsWithTag(before) ? { safe: true, edits: [{ start, end: start, text: eol + blank + prefix }] } : undefined
}

/** True for a line whose first text, behind the markers of quotes and lists, is a tag. */
function startsWithTag(line: string): boolean {
  return /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*</.test(line)
}
