import type { Block } from '@frontdoor/markdown/blocks'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'image/alt',
  summary: 'Every image has alt text; a decorative one has an empty `alt` in HTML.',
  why: 'Screen readers read the address of an image without alt text, sign by sign. The text is also what everybody sees where the image is blocked or its service is down, which is the usual end of a badge.',
  severity: 'warning',
  *check({ document }) {
    const groups = new Map<Block | string, Link[]>()
    for (const image of imagesWithoutAlt(document)) {
      const where = blockAround(document, image) ?? image.url
      groups.set(where, [...(groups.get(where) ?? []), image])
    }
    for (const [where, [first, ...more]] of groups) {
      if (first) yield { at: first, message: describe(where, first, more.length) }
    }
  },
})

/** The generated block that an image stands in: a finding for each of its images would only repeat itself. */
function blockAround({ blocks }: MarkdownDocument, image: Link): Block | undefined {
  return blocks.find(({ body, close }) => close && body.start <= image.start && image.end <= body.end)
}

function describe(where: Block | string, { url }: Link, more: number): string {
  const image = `No alt text for ${shortName(url)}`
  if (typeof where === 'string') return `${image}${more > 0 ? `, here and ${more} times more` : ''}: say what it shows`
  return `${image}${more > 0 ? ` and ${more} more` : ''} in the block "${where.name}", which is generated: mend what generates it`
}

function imagesWithoutAlt({ links }: MarkdownDocument): Link[] {
  return links.filter(({ image, kind, text, tag, attribute }) => {
    if (!image || kind === 'definition') return false
    if (kind !== 'html') return text.trim() === ''
    return tag?.name === 'img' && attribute?.name === 'src' && attributeOf(tag, 'alt') === undefined && !isHidden(tag)
  })
}

function isHidden(tag: NonNullable<Link['tag']>): boolean {
  return attributeOf(tag, 'aria-hidden') === 'true' || attributeOf(tag, 'role') === 'presentation'
}

/** The end of an address, enough to know the image by. */
function shortName(url: string): string {
  if (url.startsWith('data:')) return 'an inline image'
  const path = url.replace(/[?#].*$/s, '').replace(/^https?:\/\//, '')
  return path.length > 60 ? `…${path.slice(-59)}` : path
}
