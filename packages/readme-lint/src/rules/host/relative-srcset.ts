import { defineRule, type Rule } from '../../rule.ts'
import { brokenElsewhere } from '../../shown/broken-elsewhere.ts'

export const rule: Rule = defineRule({
  name: 'host/relative-srcset',
  summary: 'The `srcset` of a picture has absolute addresses where a host of this README leaves them as they are.',
  why: 'crates.io and others take the `src` of an image to the repository and forget its `srcset`. Whoever prefers dark mode then sees a broken image where everybody else sees the logo.',
  severity: 'warning',
  check: (context) => brokenElsewhere(context, 'srcset'),
})
