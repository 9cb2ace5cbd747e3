import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { attributeOf, type HtmlElement } from '@frontdoor/markdown/html'

/** A picture whose image is the one for dark pages. */
export interface DarkFallback {
  readonly image: HtmlElement
  /** Address of the picture for light pages. */
  readonly light: string
}

/** The image of a picture, if it is the one for dark pages. Where light pages have none of their own, it is the one for all. */
export function darkFallback({ elements }: MarkdownDocument, picture: HtmlElement): DarkFallback | undefined {
  const inside = elements.filter(({ start, end }) => picture.start < start && end <= picture.end)
  const image = inside.find(({ name }) => name === 'img')
  const src = image && attributeOf(image.open, 'src')
  const sources = inside.filter(({ name }) => name === 'source')
  const [dark, light] = ['dark', 'light'].map((scheme) => sources.flatMap((source) => addressesFor(source, scheme)))
  if (!image || !src || !dark?.includes(src) || !light?.[0] || light.includes(src)) return undefined
  return { image, light: light[0] }
}

function addressesFor({ open }: HtmlElement, scheme: string): string[] {
  const media = attributeOf(open, 'media')?.replaceAll(/\s/g, '').toLowerCase()
  if (media !== `(prefers-color-scheme:${scheme})`) return []
  return (attributeOf(open, 'srcset') ?? '').split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] || [])
}

/** Where the address of the image is written. */
export function addressOf({ image }: DarkFallback): Range {
  return image.open.attributes.find(({ name }) => name === 'src')?.valueAt ?? image.open
}

/** The address of the picture for light pages, in the place of the one for dark pages. */
export function lightInstead(fallback: DarkFallback): Edit[] {
  return [{ ...addressOf(fallback), text: fallback.light.replaceAll('"', '%22') }]
}
