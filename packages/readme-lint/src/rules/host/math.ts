import { defineRule, type Rule } from '../../rule.ts'
import { lostFeature } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/math',
  summary: 'A formula is typeset wherever the README is shown.',
  why: 'Where a host does not know `$formulas$`, readers see TeX, and Markdown may eat its underscores and backslashes. Unicode, an image or a link to the documentation serves them.',
  severity: 'info',
  check: (context) =>
    lostFeature(context, 'math', ({ where, more }) => ({
      message: `On ${where} this formula is shown as its source${more}: write it in Unicode, or show an image of it`,
    })),
})
