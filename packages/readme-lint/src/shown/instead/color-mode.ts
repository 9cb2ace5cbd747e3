import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { attributeText } from '@frontdoor/markdown/untrusted'

/** Two images of which GitHub shows one. */
export interface Pair {
  readonly dark: Link
  readonly light: Link
}

/** Two images, one for each mode, both Markdown or both HTML, with nothing but white space between them. */
export function pairsOf({ links, source }: MarkdownDocument): Pair[] {
  const images = links.filter((link) =>
    link.kind === 'html' ? link.attribute?.name === 'src' && link.image : isPlain(link),
  )
  return images.flatMap((first, index) => {
    const second = images[index + 1]
    if (second?.kind !== first.kind || source.slice(first.end, second.start).trim() !== '') return []
    const pair = [first, second]
    const dark = pair.find(({ url }) => url.endsWith('#gh-dark-mode-only'))
    const light = pair.find(({ url }) => url.endsWith('#gh-light-mode-only'))
    return dark && light ? [{ dark, light }] : []
  })
}

/** An image in Markdown without a title, for which `<picture>` has no place. */
function isPlain({ kind, image, node }: Link): boolean {
  return kind === 'inline' && image && node?.type === 'image' && !node.title
}

/** A `<picture>` that shows one of two images, also elsewhere. */
export function pictureInstead({ dark, light }: Pair, source: string): Edit {
  const forDark = `<source media="(prefers-color-scheme: dark)" srcset="${withoutMode(dark)}">`
  const image = light.tag
    ? tagWithoutMode(light, source)
    : `<img alt="${attributeText(light.text)}" src="${withoutMode(light)}">`
  return {
    start: Math.min(dark.start, light.start),
    end: Math.max(dark.end, light.end),
    text: `<picture>${forDark}${image}</picture>`,
  }
}

function withoutMode({ url }: Link): string {
  return attributeText(url.replace(mode, ''))
}

const mode = /#gh-(?:dark|light)-mode-only$/

/** The tag as it is written, but for the end of its address. */
function tagWithoutMode({ start, end, urlAt }: Link, source: string): string {
  return (
    source.slice(start, urlAt.start) +
    source.slice(urlAt.start, urlAt.end).replace(mode, '') +
    source.slice(urlAt.end, end)
  )
}
