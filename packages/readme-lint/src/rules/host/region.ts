import { defineRule, type Rule } from '../../rule.ts'
import { regionsOf } from '../../shown/regions.ts'

export const rule: Rule = defineRule({
  name: 'host/region',
  summary: 'A part that is for some hosts only names them, and has its end.',
  why: '`readme-lint render` makes a README for one host and leaves out what stands between `<!-- only: github -->` and `<!-- /only -->`, or `<!-- only-mkdocs -->` and `<!-- /only-mkdocs -->`, where that host is not named. With a marker that has no partner, stands in another part or names no host it refuses to write anything: half a README would be published otherwise.',
  severity: 'error',
  *check({ document }) {
    yield* regionsOf(document).faults
  },
})
