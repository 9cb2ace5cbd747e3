import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'suppress/unused',
  summary: 'A comment that suppresses a rule suppresses something.',
  why: 'What a comment was written for gets mended, and the comment stays and hides the next mistake of that kind. One that names a rule which does not exist never did anything.',
  severity: 'warning',
  rst: true,
  // Whether a comment is of use shows only when all other rules have run: see `suppress`, which speaks for this one.
  check: () => [],
})
