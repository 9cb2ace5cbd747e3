import { outsideGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { pairsOf, pictureInstead } from '../../shown/instead/color-mode.ts'
import { lostFeature } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/gh-mode-fragment',
  summary: 'Images for dark and light pages are a `<picture>`, where a host does not know `#gh-dark-mode-only`.',
  why: 'Only GitHub, Gitea, Forgejo and Hex hide one of the two images. Elsewhere readers see both, one of them with white letters on white. A `<picture>` is understood by most hosts and shows one image on all others.',
  severity: 'info',
  check: (context) =>
    lostFeature(context, 'gh-mode-fragment', ({ where, more }) => {
      const { document } = context
      const pictures = pairsOf(document).map((pair) => pictureInstead(pair, document.source))
      const edits = outsideGenerated(document, pictures)
      return {
        message: `On ${where} both the dark and the light image are shown${more}: use <picture>`,
        ...(edits.length > 0 && { fix: { safe: true, edits } }),
      }
    }),
})
