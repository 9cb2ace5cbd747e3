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
    const generated = new Map<Block, Link[]>()
    for (const image of imagesWithoutAlt(document)) {
      const block = document.blocks.find(({ body }) => body.start <= image.start && image.end <= body.end)
      if (block) generated.set(block, [...(generated.get(block) ?? []), image])
      else yield { at: image, message: `No alt text for ${shortName(image.url)}: say what it shows` }
    }
    for (const [{ name, close }, [first, ...more]] of generated) {
      if (!first || !close) continue
      const others = more.length > 0 ? ` and ${more.length} more in the block "${name}"` : ` in the block "${name}"`
      yield {
        at: first,
        message: `No alt text for ${shortName(first.url)}${others}, which is generated: mend what generates it`,
      }
    }
  },
})

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
