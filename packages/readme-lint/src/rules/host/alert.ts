import { defineRule, type Rule } from '../../rule.ts'
import { lostFeature } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/alert',
  summary: 'An alert (`> [!NOTE]`) is understood wherever the README is shown.',
  why: 'Hosts that do not know alerts show a plain quote that starts with `[!NOTE]`. What it says can still be read; where that looks too rough, a quote that starts with `**Note**` reads well everywhere.',
  severity: 'info',
  check: (context) =>
    lostFeature(context, 'alert', ({ places, where, more }) => {
      const markers = places.map((place) => context.document.slice(place))
      return {
        message: `On ${where} this alert is a quote that starts with "${markers[0]}"${more}; one that starts with "**Note**" reads well everywhere`,
        fix: { safe: false, edits: places.map((place, index) => ({ ...place, text: boldOf(markers[index] ?? '') })) },
      }
    }),
})

/** `**Note:**` of `[!NOTE]`. */
function boldOf(marker: string): string {
  const word = marker.slice(2, -1)
  return `**${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}:**`
}
