import { defineRule, type Rule } from '../../rule.ts'
import { boldInstead } from '../../shown/instead/alert.ts'
import { lostFeature } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/alert',
  summary: 'An alert (`> [!NOTE]`) is understood wherever the README is shown.',
  why: 'Hosts that do not know alerts show a plain quote that starts with `[!NOTE]`. What it says can still be read; where that looks too rough, a quote that starts with `**Note**` reads well everywhere.',
  severity: 'info',
  check: ({ document, ...context }) =>
    lostFeature({ document, ...context }, 'alert', ({ places, where, more }) => {
      const marker = places[0] && document.slice(places[0])
      return {
        message: `On ${where} this alert is a quote that starts with "${marker}"${more}; one that starts with "**Note**" reads well everywhere`,
        fix: { safe: false, edits: boldInstead(document, places) },
      }
    }),
})
