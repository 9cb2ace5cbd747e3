import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { type Found, rangeOf } from '@frontdoor/markdown/nodes'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'details/unbalanced',
  summary: 'Every `<details>` has its `</details>`.',
  why: 'Without its closing tag a collapsible section swallows the rest of the page: on GitHub and on every registry all that follows is hidden until somebody clicks. A closing tag too many hints at a section that lost its start.',
  severity: 'error',
  *check({ document }) {
    const elements = document.elements.filter(({ name }) => name === 'details')
    for (const { open, close } of elements) {
      if (!close)
        yield {
          at: open,
          message: `This \`<details>\` is never closed, so the rest of the ${placeOf(open, document)} is hidden in it: add \`</details>\``,
        }
    }
    const paired = new Set(elements.map(({ close }) => close))
    for (const tag of document.tags) {
      if (tag.name !== 'details' || tag.kind !== 'close' || paired.has(tag)) continue
      yield {
        at: tag,
        message: 'This `</details>` closes nothing: remove it, or add the `<details>` that it belongs to',
      }
    }
  },
})

/** What the end of a quote or of a list item closes does not reach the page. */
function placeOf({ start }: Range, { nodes }: MarkdownDocument): string {
  const holds = ({ node }: Found) => rangeOf(node).start < start && start < rangeOf(node).end
  if (nodes.of('listItem').some(holds)) return 'list item'
  return nodes.of('blockquote').some(holds) ? 'quote' : 'page'
}
