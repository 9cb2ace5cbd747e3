import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlComment, HtmlElement, HtmlTag } from '@frontdoor/markdown/html'
import { holdsBlocks, rangeOf } from '@frontdoor/markdown/nodes'
import { perDocument } from './per-document.ts'

/** Text in a block of HTML, which nobody reads as Markdown: what stands between two tags, or a tag and the end of the block. */
export interface RawText extends Range {
  /** Range of the HTML block. */
  readonly block: Range
  /** The tag in front of it, in the same block. */
  readonly before: HtmlTag
}

/** Every text of the HTML blocks of a document that is not blank, in document order. Comments are no text. */
export function* rawTexts({ nodes, source, tags, comments }: MarkdownDocument): Generator<RawText> {
  const tokens: (HtmlTag | HtmlComment)[] = [...tags, ...comments].sort((a, b) => a.start - b.start)
  let next = 0
  for (const { node, parent } of nodes.of('html')) {
    if (!holdsBlocks(parent)) continue
    const block = rangeOf(node)
    while (next < tokens.length && (tokens[next] as Range).start < block.start) next++
    let before: HtmlTag | undefined
    for (let token = tokens[next]; token && token.start < block.end; token = tokens[++next]) {
      if ('name' in token) before = token
      const end = Math.min(tokens[next + 1]?.start ?? block.end, block.end)
      if (before && source.slice(token.end, end).trim() !== '') yield { start: token.end, end, block, before }
    }
  }
}

/** Elements in which Markdown would be an example, or is no text at all. */
const verbatim = new Set('pre code kbd samp tt textarea script style svg math summary'.split(' '))

/** The element that a text behind a tag is directly in, of those that are closed. */
export function elementBehind(document: MarkdownDocument, tag: HtmlTag): HtmlElement | undefined {
  const own = elementsByTag(document).get(tag)
  let element = tag.kind === 'close' ? own?.parent : own
  while (element && !element.close) element = element.parent
  return element
}

const elementsByTag = perDocument(({ elements }: MarkdownDocument): ReadonlyMap<HtmlTag, HtmlElement> => {
  const found = new Map<HtmlTag, HtmlElement>()
  for (const element of elements) {
    found.set(element.open, element)
    if (element.close) found.set(element.close, element)
  }
  return found
})

/** True where an element or one around it shows its text as it is written, or is a summary. */
export function isVerbatim(element: HtmlElement | undefined): boolean {
  for (let one = element; one; one = one.parent) if (verbatim.has(one.name)) return true
  return false
}

const start = /^[ \t>]*(?:#{1,6} +\S|```|~~~|\d+[.)] +\S)/m
const list = /^[ \t>]*(?<bullet>[-*+]) +\S.*(?:\r\n|\n|\r)[ \t>]*\k<bullet> +\S/m
const inline =
  /\]\([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)?(?: +"[^"]*")?\)|(?<!`)`[^`\n]+`(?!`)|\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*/

/** True for a text that only Markdown makes sense of: a heading, fence or list at the start of a line; a link, code or bold text. */
export function looksLikeMarkdown(text: string): boolean {
  return start.test(text) || list.test(text) || inline.test(text)
}
