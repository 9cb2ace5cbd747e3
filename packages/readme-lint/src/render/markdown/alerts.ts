import { boldInstead } from '../../shown/instead/alert.ts'
import { isLost } from '../../shown/lost.ts'
import { usesOf } from '../../shown/uses.ts'
import type { Change, Rendering } from './transformation.ts'

/** `**Note:**` in the place of `[!NOTE]`. */
export function* alerts({ document, showing: { host } }: Rendering): Generator<Change> {
  if (!isLost(host.features.alert.does)) return
  for (const edit of boldInstead(document, usesOf(document, 'alert'))) yield { edits: [edit] }
}
