import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { Finding, Fix } from '@frontdoor/markdown/finding'
import type { Feature, Host, State } from '../host.ts'
import type { RuleContext } from '../rule.ts'
import { listOf } from '../wording.ts'
import { featureStates } from './feature-state.ts'
import { usesOf } from './uses.ts'

/** Places of which the same is true on the same hosts. */
export interface Told<Place> {
  readonly hosts: readonly Host[]
  /** At least one, in document order. */
  readonly places: readonly Place[]
}

/** Puts together the places that are lost on the same hosts; those that are lost nowhere are left out. */
export function groupByHosts<Place>(
  places: readonly Place[],
  lostOn: (place: Place) => readonly Host[],
): Told<Place>[] {
  const groups = new Map<string, { hosts: readonly Host[]; places: Place[] }>()
  for (const place of places) {
    const hosts = lostOn(place)
    const key = hosts.map(({ name }) => name).join(' ')
    const group = groups.get(key)
    if (group) group.places.push(place)
    else if (hosts.length > 0) groups.set(key, { hosts, places: [place] })
  }
  return [...groups.values()]
}

/** `line 3`, `lines 3, 8 and 12`; of many the first ones. */
export function linesOf(document: MarkdownDocument, places: readonly Range[]): string {
  const lines = [...new Set(places.map(({ start }) => String(document.place(start).line)))]
  if (lines.length === 1) return `line ${lines[0]}`
  return lines.length > 8 ? `lines ${lines.slice(0, 6).join(', ')} …` : `lines ${listOf(lines)}`
}

/** True where a reader does not find what was meant. */
export function isLost(state: State): boolean {
  return state === 'dropped' || state === 'literal' || state === 'broken'
}

/** What is said of a loss. */
interface Loss {
  readonly places: readonly Range[]
  /** `PyPI and npm`. */
  readonly where: string
  /** ` (4 places, lines 3, 8, 12 and 20)` where there is more than one. */
  readonly more: string
}

/** The finding, if any, about a feature that some hosts of a README do not have: one for all its places. */
export function* lostFeature(
  { document, showings }: RuleContext,
  feature: Feature,
  say: (loss: Loss) => { readonly message: string; readonly fix?: Fix },
): Generator<Finding> {
  const places = usesOf(document, feature)
  if (places.length === 0) return
  const losses = showings.map(({ host }) => ({ host, states: featureStates(host, document, { feature, places }) }))
  const hosts = losses.filter(({ states }) => states.some(isLost)).map(({ host }) => host)
  const lost = places.filter((_, index) => losses.some(({ states }) => isLost(states[index] as State)))
  if (lost.length > 0) yield tellOnce({ hosts, places: lost }, document, say)
}

/** One finding, at the first of several places. */
export function tellOnce(
  { hosts, places }: Told<Range>,
  document: MarkdownDocument,
  say: (loss: Loss) => { readonly message: string; readonly fix?: Fix },
): Finding {
  const [first] = places as readonly [Range, ...Range[]]
  const more = places.length > 1 ? ` (${places.length} places, ${linesOf(document, places)})` : ''
  const said = say({ places, where: listOf(hosts.map(({ title }) => title)), more })
  return { at: { start: first.start, end: first.end }, hosts: hosts.map(({ name }) => name), ...said }
}
