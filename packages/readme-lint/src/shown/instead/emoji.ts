import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { emojiIn } from '../emoji.ts'

/** The emoji itself in the place of its name. */
export function emojiInstead(document: MarkdownDocument, place: Range): Edit[] {
  return [...emojiIn(document.slice(place))].map(({ emoji }) => ({ ...place, text: emoji }))
}
