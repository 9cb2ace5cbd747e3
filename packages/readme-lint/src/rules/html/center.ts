import type { Finding } from '@frontdoor/markdown/finding'
import type { HtmlElement } from '@frontdoor/markdown/html'
import { defineRule, type Rule } from '../../rule.ts'
import { divInstead } from '../../shown/instead/center.ts'

export const rule: Rule = defineRule({
  name: 'html/center',
  summary: 'Text is centred with `align`, not with `<center>`, and `<font>` is not used.',
  why: 'Both elements left HTML long ago. PyPI and others drop them, so the logo moves to the left and the colour is gone, while `<div align="center">` is kept by nearly every host.',
  severity: 'info',
  *check({ document: { elements } }) {
    const centers = elements.filter(({ name }) => name === 'center')
    if (centers.length > 0) yield describeCenters(centers)
    const [font, ...more] = elements.filter(({ name }) => name === 'font')
    if (font)
      yield { at: font.open, message: `${counted('`<font>`', more.length)} dropped by PyPI and others: say it without` }
  },
})

/** All at once: one that is left behind would look like a mistake. */
function describeCenters(centers: readonly HtmlElement[]): Finding {
  const [first] = centers as [HtmlElement]
  return {
    at: first.open,
    message: `${counted('`<center>`', centers.length - 1)} dropped by PyPI and others: write \`<div align="center">\``,
    ...(centers.every(({ close }) => close) && { fix: { safe: true, edits: centers.flatMap(divInstead) } }),
  }
}

function counted(what: string, more: number): string {
  return more === 0 ? `${what} is` : `${what} and ${more} more are`
}
