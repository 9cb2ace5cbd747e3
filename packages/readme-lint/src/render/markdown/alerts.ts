import type { Range } from '@frontdoor/markdown/edit'
import type { State } from '../../host.ts'
import { featureStates } from '../../shown/feature-state.ts'
import { boldInstead } from '../../shown/instead/alert.ts'
import { isLost } from '../../shown/lost.ts'
import { usesOf } from '../../shown/uses.ts'
import type { Change, Rendering } from './transformation.ts'

/** `**Note:**` in the place of `[!NOTE]`; on a host that only wants a blank in front of it, the blank. */
export function* alerts({ document, showing: { host } }: Rendering): Generator<Change> {
  const places = usesOf(document, 'alert')
  const states = featureStates(host, document, { feature: 'alert', places })
  const lost = places.filter((_, index) => isLost(states[index] as State))
  const wantsBlank = ({ start }: Range) =>
    !isLost(host.features.alert.does) && document.source.slice(start - 1, start) === '>'
  for (const { start } of lost.filter(wantsBlank)) yield { edits: [{ start, end: start, text: ' ' }] }
  for (const edit of boldInstead(
    document,
    lost.filter((place) => !wantsBlank(place)),
  ))
    yield { edits: [edit] }
}
