import type { Finding } from '@frontdoor/markdown/finding'
import { defineRule, type Rule } from '../../rule.ts'
import { tagState } from '../../shown/html-filter.ts'
import { addressOf, type DarkFallback, darkFallback, lightInstead } from '../../shown/instead/picture.ts'
import { listOf } from '../../wording.ts'

export const rule: Rule = defineRule({
  name: 'host/picture-fallback',
  summary: 'The `<img>` of a `<picture>` is the one for a light page.',
  why: 'PyPI, Hex, JSR and Packagist drop the `<source>` of a picture, and npm may. Their pages are white, so an `<img>` that is drawn for a dark page, with white letters, cannot be seen there.',
  severity: 'warning',
  *check({ document, showings }) {
    const hosts = showings
      .map(({ host }) => host)
      .filter((host) => ['dropped', 'unknown'].includes(tagState(host, 'source')))
    if (hosts.length === 0) return
    for (const element of document.elements) {
      const light = element.name === 'picture' ? darkFallback(document, element) : undefined
      if (light)
        yield { ...describe(light, listOf(hosts.map(({ title }) => title))), hosts: hosts.map(({ name }) => name) }
    }
  },
})

function describe(fallback: DarkFallback, where: string): Finding {
  return {
    at: addressOf(fallback),
    message: `On ${where} only this <img> may be shown, and it is the picture for dark pages: write ${fallback.light}`,
    fix: { safe: true, edits: lightInstead(fallback) },
  }
}
