import { overlap, type Range } from '@frontdoor/markdown/edit'
import type { Host, State } from '../host.ts'
import { isLost } from '../shown/lost.ts'
import type { Look } from './look.ts'

/** A place in a README that the page can point at, on one host. */
export interface Spot {
  readonly at: Range
  /** What the page calls it: `finding-3`, `row-2`, `section-1`. */
  readonly target: string
  /** Absent where nothing is lost. */
  readonly loss?: { readonly state: State; readonly feature: string; readonly message: string }
}

/** Of one thing that stands everywhere, the first places are enough to see it. */
const mostPlaces = 200

/** Of so many headings none is needed to keep frames together. */
const mostSections = 500

/** All that the page can point at in what a host shows. */
export function spotsOn(host: Host, { placed, showings, findings, rows }: Look): Spot[] {
  const index = showings.findIndex((showing) => showing.host === host)
  const concerning = findings.filter(({ hosts }) => hosts?.includes(host.name))
  const lost = rows.flatMap(({ feature, places, cells }, row) =>
    places.slice(0, mostPlaces).flatMap((at, place): Spot[] => {
      const state = cells[index]?.states[place] as State
      if (!isLost(state)) return []
      const message = concerning.find((finding) => overlap(finding.at, at))?.message ?? sayLoss(host, state, feature)
      return [{ at, target: `row-${row}`, loss: { state, feature, message } }]
    }),
  )
  const found = findings.flatMap(({ at, hosts }, number): Spot[] =>
    hosts?.includes(host.name) === false ? [] : [{ at, target: `finding-${number}` }],
  )
  const headings = placed.document.sections.slice(0, mostSections)
  const sections = headings.map((at, number): Spot => ({ at, target: `section-${number}` }))
  return [...lost, ...found, ...sections]
}

function sayLoss({ title }: Host, state: State, feature: string): string {
  if (state === 'literal') return `${title} shows ${feature} as plain text`
  return state === 'broken' ? `${feature} does not work on ${title}` : `${title} drops ${feature}`
}
