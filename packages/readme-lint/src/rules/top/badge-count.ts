import { badgesOf } from '../../badge/badges.ts'
import { topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'top/badge-count',
  summary: 'The top has no more badges than somebody looks at.',
  why: 'Above ten, badges are a wall: the one that matters is not found, and on a phone they push the first sentence off the screen. Half of all READMEs with badges have four or fewer (measured on 208, 2026-11).',
  severity: 'info',
  rst: true,
  options: {
    max: { type: 'integer', minimum: 1, default: 10, description: 'How many badges the top may have.' },
  },
  *check({ document, options: { max } }) {
    const { end } = topOf(document)
    const badges = badgesOf(document).filter(({ image }) => image.end <= end)
    const first = badges[max]
    if (!first) return
    yield {
      at: { start: first.image.start, end: first.image.end },
      message: `${badges.length} badges at the top: keep the ${max} that readers decide by, and move the others down`,
    }
  },
})
