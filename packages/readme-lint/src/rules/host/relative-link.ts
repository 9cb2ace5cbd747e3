import { defineRule, type Rule } from '../../rule.ts'
import { brokenElsewhere } from '../../shown/broken-elsewhere.ts'

export const rule: Rule = defineRule({
  name: 'host/relative-link',
  summary: 'Links are absolute where a host of this README does not know the repository.',
  why: 'PyPI leaves a relative link relative to its own page and NuGet empties it, so it leads nowhere; npm, crates.io and others can only mend it if the manifest names the repository. The page of a published version never changes, so each such link stays dead until the next release.',
  severity: 'warning',
  rst: true,
  check: (context) => brokenElsewhere(context, 'link'),
})
