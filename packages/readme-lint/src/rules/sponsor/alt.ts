import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers } from '@frontdoor/markdown/edit'
import type { Fix } from '@frontdoor/markdown/finding'
import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import { inHtml } from '../../insert/link-text.ts'
import { type SponsorImage, sponsorImages } from '../../readme/sponsors.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { andMore } from '../../wording.ts'

export const rule: Rule = defineRule({
  name: 'sponsor/alt',
  summary: 'The logo of a sponsor has the name of the sponsor as its alt text.',
  why: 'A logo is the only place where a sponsor is named. Without alt text, or with one like "logo", it is nothing for screen readers, for search engines, and for everybody where the image is not loaded.',
  severity: 'warning',
  rst: true,
  *check({ document, project }) {
    const nameless = sponsorImages(document, project).filter(({ image }) => isNameless(image) && !slot.test(image.url))
    const [first] = nameless
    if (!first) return
    const edits = nameless.flatMap((one) => nameFromTitle(document, one))
    yield {
      at: first.image,
      message: `The logo of a sponsor${andMore(nameless)} has no name: write who it is as its alt text`,
      ...(edits.length > 0 && { fix: { safe: true, edits } }),
    }
  },
})

/** The image of whoever stands there at the moment: only Open Collective knows the name. */
const slot = /\/\w+\/\d+\/avatar\b/

function isNameless({ text, tag }: Link): boolean {
  if (tag && attributeOf(tag, 'aria-label')) return false
  return /^(?:|(?:our |the )?(?:(?:gold|silver|bronze|platinum|special) )?(?:sponsor|backer|patron)?'?s?\s*(?:logo|image|img|picture|icon|avatar|banner)?\s*\d*)$/i.test(
    text.trim(),
  )
}

/** What the `title` of the image or of its link says. Nothing inside a block that a generator writes is touched. */
function nameFromTitle({ blocks }: MarkdownDocument, { image, link }: SponsorImage): Fix['edits'] {
  const { tag } = image
  if (!tag || blocks.some((block) => covers(block, image))) return []
  const title = attributeOf(tag, 'title') || (link.tag && attributeOf(link.tag, 'title'))
  if (!title) return []
  const text = `alt="${inHtml(title).replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`
  const alt = tag.attributes.find(({ name }) => name === 'alt')
  if (alt) return [{ start: alt.start, end: alt.end, text }]
  const at = tag.start + 1 + tag.name.length
  return [{ start: at, end: at, text: ` ${text}` }]
}
