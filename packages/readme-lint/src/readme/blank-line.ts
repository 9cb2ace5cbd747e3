import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Fix } from '@frontdoor/markdown/finding'
import type { HtmlTag } from '@frontdoor/markdown/html'
import { lineStart } from './lines.ts'

/**
 * Ends an HTML block behind a tag, so that the text behind it is read as Markdown. Undefined where the new lines would need
 * the prefix of a list or a quote that is not known.
 */
export function blankLineBehind({ source, eol }: MarkdownDocument, { end }: HtmlTag, text: string): Fix | undefined {
  // Four columns of indentation make the text a code block once it is Markdown.
  const safe = !/^\s*?(?: {0,3}\t| {4})[ \t]*\S/.test(text)
  const lineEnd = /[ \t]*(?:\r\n|\n|\r)/y
  lineEnd.lastIndex = end
  if (lineEnd.test(source)) {
    const start = lineEnd.lastIndex
    // A line that starts with `>` in a block of HTML that stands in no quote is text.
    const quoted = /^[ \t]*>/.test(source.slice(lineStart(source, end), end))
    const quote = /(?:[ \t]*>)*/y
    quote.lastIndex = start
    return { safe, edits: [{ start, end: start, text: (quoted ? (quote.exec(source)?.[0] ?? '') : '') + eol }] }
  }
  // Behind the marker of a list or a quote the new lines would need its prefix.
  const atMargin = source.charAt(lineStart(source, end)) === '<'
  return atMargin ? { safe, edits: [{ start: end, end, text: eol + eol }] } : undefined
}

/** Starts a block with a tag. Undefined where more than white space and the marks of quotes stands in front of it. */
export function blankLineBefore({ source, eol }: MarkdownDocument, { start }: HtmlTag): Fix | undefined {
  const line = lineStart(source, start)
  const prefix = source.slice(line, start)
  if (/^[ \t>]*$/.test(prefix)) return { safe: true, edits: [{ start: line, end: line, text: prefix.trimEnd() + eol }] }
  return prefix.startsWith('<') ? { safe: true, edits: [{ start, end: start, text: eol + eol }] } : undefined
}
