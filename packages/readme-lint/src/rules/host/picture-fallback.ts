import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import { attributeOf, type HtmlElement } from '@frontdoor/markdown/html'
import { listOf } from '../../host.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { tagState } from '../../shown/html-filter.ts'

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
      const light = element.name === 'picture' ? lightOf(document, element) : undefined
      if (light)
        yield { ...describe(light, listOf(hosts.map(({ title }) => title))), hosts: hosts.map(({ name }) => name) }
    }
  },
})

interface DarkFallback {
  readonly image: HtmlElement
  /** Address of the picture for light pages; absent where there is none. */
  readonly light: string | undefined
}

/** The image of a picture, if it is the one for dark pages. */
function lightOf({ elements }: MarkdownDocument, picture: HtmlElement): DarkFallback | undefined {
  const inside = elements.filter(({ start, end }) => picture.start < start && end <= picture.end)
  const image = inside.find(({ name }) => name === 'img')
  const src = image && attributeOf(image.open, 'src')
  const sources = inside.filter(({ name }) => name === 'source')
  const [dark, light] = ['dark', 'light'].map((scheme) => sources.flatMap((source) => addressesFor(source, scheme)))
  if (!image || !src || !dark?.includes(src) || light?.includes(src)) return undefined
  return { image, light: light?.[0] }
}

function addressesFor({ open }: HtmlElement, scheme: string): string[] {
  const media = attributeOf(open, 'media')?.replaceAll(/\s/g, '').toLowerCase()
  if (media !== `(prefers-color-scheme:${scheme})`) return []
  return (attributeOf(open, 'srcset') ?? '').split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] || [])
}

function describe({ image, light }: DarkFallback, where: string): Finding {
  const src = image.open.attributes.find(({ name }) => name === 'src')
  const at = src?.valueAt ?? image.open
  return {
    at,
    message: `On ${where} only this <img> may be shown, and it is the picture for dark pages: ${light ? `write ${light}` : 'make it the one for light pages'}`,
    ...(light && { fix: { safe: true, edits: [{ ...at, text: light.replaceAll('"', '%22') }] } }),
  }
}
