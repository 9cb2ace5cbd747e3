import type { State } from '../../host.ts'
import { featureStates } from '../../shown/feature-state.ts'
import { emojiInstead } from '../../shown/instead/emoji.ts'
import { isLost } from '../../shown/lost.ts'
import { usesOf } from '../../shown/uses.ts'
import type { Change, Rendering } from './transformation.ts'

/** Emoji in the place of their names. */
export function* emoji({ document, showing: { host } }: Rendering): Generator<Change> {
  const places = usesOf(document, 'emoji-shortcode')
  const states = featureStates(host, document, { feature: 'emoji-shortcode', places })
  for (const [index, place] of places.entries())
    if (isLost(states[index] as State)) yield { edits: emojiInstead(document, place) }
}
