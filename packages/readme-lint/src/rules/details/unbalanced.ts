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
          message: 'This `<details>` is never closed, so the rest of the page is hidden in it: add `</details>`',
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
