import { defineRule, type Rule } from '../../rule.ts'
import { brokenElsewhere } from '../../shown/broken-elsewhere.ts'

export const rule: Rule = defineRule({
  name: 'host/relative-image',
  summary: 'Images have absolute addresses where a host of this README does not know the repository.',
  why: 'PyPI passes every image through a proxy that refuses a relative address, and NuGet empties it: readers see a broken image. An absolute address on the forge works everywhere.',
  severity: 'warning',
  rst: true,
  check: (context) => brokenElsewhere(context, 'image'),
})
