import { lostFeature } from '../../lost.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'host/alert',
  summary: 'An alert (`> [!NOTE]`) is understood wherever the README is shown.',
  why: 'Hosts that do not know alerts show a plain quote that starts with `[!NOTE]`. What it says can still be read; where that looks too rough, a quote that starts with `**Note**` reads well everywhere.',
  severity: 'info',
  check: (context) =>
    lostFeature(context, 'alert', ({ places: [first], where, more }) => {
      const marker = first ? context.document.slice(first) : ''
      return {
        message: `On ${where} this alert is a quote that starts with "${marker}"${more}; one that starts with "**Note**" reads well everywhere`,
      }
    }),
})
