import { emojiInstead } from '../../shown/instead/emoji.ts'
import { isLost } from '../../shown/lost.ts'
import { usesOf } from '../../shown/uses.ts'
import type { Change, Rendering } from './transformation.ts'

/** Emoji in the place of their names. */
export function* emoji({ document, showing: { host } }: Rendering): Generator<Change> {
  if (!isLost(host.features['emoji-shortcode'].does)) return
  for (const place of usesOf(document, 'emoji-shortcode')) yield { edits: emojiInstead(document, place) }
}
