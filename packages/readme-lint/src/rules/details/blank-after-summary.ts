import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import type { HtmlElement, HtmlTag } from '@frontdoor/markdown/html'
import { blankLineBehind } from '../../readme/blank-line.ts'
import { htmlNodeOf } from '../../readme/html-node.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** What only Markdown means: a heading, list, fence or quote at the start of a line, or a link, image, code or bold text. */
const markdown =
  /^[ \t]*(?:#{1,6} |[-*+] |\d+[.)] |```|~~~|>)|\]\(\S+?\)|`[^`\n]+`|\*\*\S[^*]*\*\*|(?<!\w)__\S[^_]*__(?!\w)|(?<![\w*])\*[^\s*][^*\n]*\*(?![\w*])/m

export const rule: Rule = defineRule({
  name: 'details/blank-after-summary',
  summary: 'A blank line stands between `</summary>` and the Markdown behind it.',
  why: 'A line of HTML starts an HTML block, and Markdown is only read again behind a blank line. Without one, headings, lists and code fences in a collapsible section are shown as they are typed.',
  severity: 'error',
  *check({ document }) {
    for (const element of document.elements) {
      if (element.name === 'summary' && element.close && element.parent?.name === 'details')
        yield* checkSummary(document, element)
    }
  },
})

function* checkSummary(document: MarkdownDocument, { close }: HtmlElement): Generator<Finding> {
  const tag = close as HtmlTag
  const text = textBehind(document, tag)
  if (text === undefined || !markdown.test(text)) return
  const fix = blankLineBehind(document, tag, text)
  yield {
    at: tag,
    message: 'The Markdown behind this `</summary>` is shown as it is typed: put a blank line between them',
    ...(fix && { fix }),
  }
}

/** The text of the same HTML block between a tag and the next one. */
function textBehind(document: MarkdownDocument, tag: HtmlTag): string | undefined {
  const block = htmlNodeOf(document, tag)
  if (!block) return undefined
  const next = document.tags[document.tags.indexOf(tag) + 1]
  return document.text({
    start: tag.end,
    end: Math.min(block.end, next?.start ?? Number.POSITIVE_INFINITY),
  })
}
