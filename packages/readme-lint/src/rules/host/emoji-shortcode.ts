import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Edit, type Range } from '@frontdoor/markdown/edit'
import { outsideGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { emojiIn } from '../../shown/emoji.ts'
import { emojiInstead } from '../../shown/instead/emoji.ts'
import { lostFeature } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/emoji-shortcode',
  summary: 'Emoji are written as themselves, not by name, where a host of this README does not know the names.',
  why: 'GitHub turns `:rocket:` into 🚀, but crates.io, JSR and the VS Code Marketplace show the word between its colons. The emoji itself works everywhere.',
  severity: 'info',
  check: (context) =>
    lostFeature(context, 'emoji-shortcode', ({ places, where, more }) => {
      const { document } = context
      const edits = outsideGenerated(
        document,
        places.flatMap((place) => emojiAt(document, place)),
      )
      const [first] = places as readonly [Range]
      const [found] = emojiIn(document.slice(first))
      return {
        message: `On ${where} this emoji is shown by its name, "${document.slice(first)}"${more}: write ${found?.emoji}`,
        ...(edits.length > 0 && { fix: { safe: true, edits } }),
      }
    }),
})

/** None in a heading: its anchor holds the name, and links lead there. */
function emojiAt(document: MarkdownDocument, place: Range): Edit[] {
  if (document.sections.some((section) => covers(section, place))) return []
  return emojiInstead(document, place)
}
