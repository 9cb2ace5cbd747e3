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
      } else if (summary.close && document.text({ start: summary.open.end, end: summary.close.start }).trim() === '') {
        yield { at: summary, message: 'This `<summary>` is empty: say what is inside' }
      }
    }
  },
})
