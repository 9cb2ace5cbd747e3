import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import type { HtmlElement } from '@frontdoor/markdown/html'
import { htmlNodeOf } from '../../readme/html-node.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { htmlInstead } from '../../shown/instead/html.ts'

export const rule: Rule = defineRule({
  name: 'details/markdown-in-summary',
  summary: 'A `<summary>` is written in HTML, not in Markdown.',
  why: 'A summary stands in a block of HTML, where nothing is read as Markdown: stars, backticks and brackets are shown as they are typed, in the one line that everybody sees.',
  severity: 'error',
  *check({ document }) {
    for (const element of document.elements) {
      const inside = element.name === 'summary' ? contentOf(document, element) : undefined
      const edits = inside ? htmlInstead(document.slice(inside), inside.start) : []
      if (!inside || edits.length === 0) continue
      const [first] = edits as [Edit]
      yield {
        at: { start: first.start, end: first.end },
        message: `${document.slice(first).trim()} in this \`<summary>\` is shown as it is typed: write it as HTML`,
        fix: { safe: false, edits },
      }
    }
  },
})

/** What stands between the tags, where all of it is in one block of HTML. */
function contentOf(document: MarkdownDocument, { open, close }: HtmlElement): Range | undefined {
  if (!close) return undefined
  const html = htmlNodeOf(document, open)
  // A summary is a line; what is much longer has lost its end.
  const isLine = close.start - open.end < 1000
  return html?.block && isLine && close.end <= html.end ? { start: open.end, end: close.start } : undefined
}
