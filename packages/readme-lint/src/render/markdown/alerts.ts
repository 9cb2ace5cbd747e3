import type { State } from '../../host.ts'
import { featureStates } from '../../shown/feature-state.ts'
import { boldInstead } from '../../shown/instead/alert.ts'
import { isLost } from '../../shown/lost.ts'
import { usesOf } from '../../shown/uses.ts'
import type { Change, Rendering } from './transformation.ts'

/** `**Note:**` in the place of `[!NOTE]`. */
export function* alerts({ document, showing: { host } }: Rendering): Generator<Change> {
  const places = usesOf(document, 'alert')
  const states = featureStates(host, document, { feature: 'alert', places })
  const lost = places.filter((_, index) => isLost(states[index] as State))
  for (const edit of boldInstead(document, lost)) yield { edits: [edit] }
}
