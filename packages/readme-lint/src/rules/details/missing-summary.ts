import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { HtmlElement } from '@frontdoor/markdown/html'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'details/missing-summary',
  summary: 'Every `<details>` starts with a `<summary>` that says what is inside.',
  why: 'Without a summary a browser writes "Details" in its own language beside the triangle. Nobody clicks on that, and a screen reader announces a list of "Details" that cannot be told apart.',
  severity: 'warning',
  *check({ document }) {
    const summaries = document.elements.filter(({ name }) => name === 'summary')
    for (const element of document.elements) {
      if (element.name !== 'details' || !element.close) continue
      const summary = summaries.find(({ parent }) => parent === element)
      if (!summary) {
        yield { at: element.open, message: 'This `<details>` has no `<summary>`: readers see only the word "Details"' }
      } else if (isEmpty(summary, document)) {
        yield { at: summary, message: 'This `<summary>` is empty: say what is inside' }
      }
    }
  },
})

/** What an image without alt text shows is there for those who see it, and `image/alt` asks for the rest. */
function isEmpty({ open, close }: HtmlElement, document: MarkdownDocument): boolean {
  if (!close) return false
  const isImage = document.links.some(({ image, start, end }) => image && open.end <= start && end <= close.start)
  return !isImage && document.text({ start: open.end, end: close.start }).trim() === ''
}
