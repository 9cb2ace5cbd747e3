import { defineRule, type Rule } from '../../rule.ts'
import { lostFeature } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/footnote',
  summary: 'A footnote is one wherever the README is shown.',
  why: 'Where a host does not know footnotes, readers see `[^1]` in the text and a stray line at the end; on pub.dev they see a number, and nothing at the end. Words in parentheses read well everywhere.',
  severity: 'info',
  check: (context) =>
    lostFeature(context, 'footnote', ({ places: [first], where, more }) => {
      const mark = first ? context.document.slice(first) : ''
      return { message: `On ${where} the footnote "${mark}" is none${more}: put its text into the sentence` }
    }),
})
