import type { Range } from '@frontdoor/markdown/edit'
import { defineRule, type Rule } from '../../rule.ts'
import { boldInstead } from '../../shown/instead/alert.ts'
import { lostFeature } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/alert',
  summary: 'An alert (`> [!NOTE]`) is understood wherever the README is shown.',
  why: 'Hosts that do not know alerts show a plain quote that starts with `[!NOTE]`. What it says can still be read; where that looks too rough, a quote that starts with `**Note:**` reads well everywhere.',
  severity: 'info',
  check: ({ document, ...context }) =>
    lostFeature({ document, ...context }, 'alert', ({ places, where, more }) => {
      const edits = boldInstead(document, places)
      const [first] = places as readonly [Range, ...Range[]]
      return {
        message: `On ${where} this alert is a quote that starts with "${document.slice(first)}"${more}; one that starts with "${edits[0]?.text}" reads well everywhere`,
        fix: { safe: false, edits },
      }
    }),
})
