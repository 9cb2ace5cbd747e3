import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'html/comment-unclosed',
  summary: 'Every `<!--` has its `-->`.',
  why: 'A comment that is not closed hides all that follows it, to the next `-->` or to the end of the page.',
  severity: 'error',
  *check({ document }) {
    for (const { start, closed } of document.comments) {
      if (closed) continue
      const at = { start, end: start + '<!--'.length }
      yield { at, message: 'This comment is never closed, so what follows it is hidden: add `-->`' }
    }
  },
})
