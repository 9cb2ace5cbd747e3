import { groupBy } from '@frontdoor/kit/group-by'
import { covers, type Range } from '@frontdoor/markdown/edit'
import { type Evidence, features, type Host, isCertain, type State } from '../host.ts'
import type { Showing } from '../hosts.ts'
import { reachedOn, workingLinks } from './anchors.ts'
import { featureStates } from './feature-state.ts'
import { attributeState, goneOn, tagState } from './html-filter.ts'
import { imageFact, imageKinds, imageState, imagesOf } from './images.ts'
import { excessOf } from './limit.ts'
import { addressFact, addressState, type Placed, relativeUses } from './relative.ts'
import { otherSchemes, schemeState } from './schemes.ts'
import { usesOf } from './uses.ts'

/** What hosts make of one thing that a README uses. */
export interface TruthRow {
  /** `<details>`, `<img align>`, `alert`, `relative-link`. */
  readonly feature: string
  /** Line of its first use, counted from 1. */
  readonly line: number
  /** Where it is used, at least once, in document order. */
  readonly places: readonly Range[]
  /** One for each host, in their order. */
  readonly cells: readonly Cell[]
}

/** What a reader finds on one host. */
export interface Cell {
  /** The worst of `states`. */
  readonly state: State
  /** One for each place, in their order. */
  readonly states: readonly State[]
  /** False for what was only reported. */
  readonly certain: boolean
}

/** The truth about a README: a row for each thing in it that is not the same everywhere by nature, in the order of the groups below. */
export function truthOf(readme: Placed, showings: readonly Showing[]): TruthRow[] {
  const { document } = readme
  const gone = new Map(showings.map(({ host }) => [host, goneOn(host, document)]))
  const used = [
    ...tagUses(readme),
    ...attributeUses(readme),
    ...featureUses(readme),
    ...addressUses(readme),
    ...schemeUses(readme),
    ...anchorUses(readme),
    ...imageUses(readme, showings),
  ].map((use) => withoutGone(use, gone))
  return [...used, ...sizeUses(readme, showings)].map(({ feature, places, states, evidence }) => {
    const { line } = document.place((places[0] as Range).start)
    const cells = showings.map((showing) => cellOf(states(showing), evidence(showing.host)))
    return { feature, line, places, cells }
  })
}

interface Use {
  readonly feature: string
  /** At least one. */
  readonly places: readonly Range[]
  /** One for each place. */
  readonly states: (showing: Showing) => readonly State[]
  readonly evidence: (host: Host) => Evidence
}

/** What stands in something that a host leaves out is gone with it. */
function withoutGone(use: Use, gone: ReadonlyMap<Host, readonly Range[]>): Use {
  const isGone = (host: Host, place: Range | undefined): boolean =>
    place !== undefined && gone.get(host)?.some((range) => covers(range, place)) === true
  const states = (showing: Showing): State[] =>
    use.states(showing).map((state, index) => (isGone(showing.host, use.places[index]) ? 'dropped' : state))
  return { ...use, states }
}

/** How much a reader loses. */
const order: readonly State[] = ['kept', 'rewritten', 'unknown', 'dropped', 'literal', 'broken']

function cellOf(states: readonly State[], evidence: Evidence): Cell {
  const worst = states.reduce(
    (worse, state) => (order.indexOf(state) > order.indexOf(worse) ? state : worse),
    'kept' as State,
  )
  return { state: worst, states, certain: isCertain(evidence) }
}

function* tagUses({ document }: Placed): Generator<Use> {
  const opened = document.tags.filter(({ kind }) => kind === 'open')
  for (const [name, places] of groupBy(opened, (tag) => tag.name)) {
    const states = ({ host }: Showing) => places.map(() => tagState(host, name))
    yield { feature: `<${name}>`, places, states, evidence: ({ html }) => html }
  }
}

/** Addresses have rows of their own. */
const addresses = new Set(['href', 'src'])

function* attributeUses({ document }: Placed): Generator<Use> {
  const written = document.tags.flatMap((tag) => tag.attributes.map((attribute) => ({ tag, attribute })))
  const groups = groupBy(
    written.filter(({ attribute }) => !addresses.has(attribute.name)),
    ({ tag, attribute }) => `<${tag.name} ${attribute.name}>`,
  )
  for (const [feature, uses] of groups) {
    yield {
      feature,
      places: uses.map(({ attribute }) => attribute),
      states: ({ host }) => uses.map(({ tag, attribute }) => attributeState(host, tag, attribute)),
      evidence: ({ html }) => html,
    }
  }
}

function* featureUses({ document }: Placed): Generator<Use> {
  for (const feature of features) {
    const places = usesOf(document, feature)
    if (places.length === 0) continue
    const states = ({ host }: Showing) => featureStates(host, document, { feature, places })
    yield { feature, places, states, evidence: (host) => host.features[feature] }
  }
}

function* addressUses(readme: Placed): Generator<Use> {
  for (const kind of ['link', 'image', 'srcset'] as const) {
    const links = relativeUses(readme, kind).map(({ link }) => link)
    const [first] = links
    if (!first) continue
    yield {
      feature: `relative-${kind}`,
      places: links.map(({ urlAt }) => urlAt),
      states: (showing) => links.map((link) => addressState(showing, link, readme.project)),
      evidence: (host) => addressFact(host, first),
    }
  }
}

/** Links and images of which some hosts take out the address. */
function* schemeUses({ document }: Placed): Generator<Use> {
  for (const kind of ['link', 'image'] as const) {
    const links = otherSchemes(document, kind)
    if (links.length === 0) continue
    yield {
      feature: `${kind}-scheme`,
      places: links,
      states: ({ host }) => links.map((link) => schemeState(host, link)),
      evidence: (host) => (kind === 'link' && host.links) || host.html,
    }
  }
}

/** Links within the page, those to headings and those to anchors that are written as HTML. */
function* anchorUses({ document }: Placed): Generator<Use> {
  const slugs = new Set(document.sections.map(({ slug }) => slug.toLowerCase()))
  const groups = groupBy(workingLinks(document), ({ anchor }) =>
    slugs.has(anchor.toLowerCase()) ? 'heading-anchor' : 'html-anchor',
  )
  for (const [feature, links] of groups) {
    const states = ({ host }: Showing): State[] => {
      const reached = reachedOn(host, document)
      const tag = tagState(host, 'a')
      const isGone = tag !== 'kept' && tag !== 'unknown'
      return links.map((link) => {
        if (link.html && isGone) return tag
        return reached ? (reached(link) ? 'kept' : 'broken') : 'unknown'
      })
    }
    yield { feature, places: links.map(({ at }) => at), states, evidence: ({ anchors }) => anchors }
  }
}

/** Most hosts show any image; only those that look closer make a row. */
function* imageUses({ document }: Placed, showings: readonly Showing[]): Generator<Use> {
  for (const kind of imageKinds) {
    const images = imagesOf(document, kind)
    if (images.length === 0 || showings.every(({ host }) => imageFact(host, kind) === undefined)) continue
    yield {
      feature: kind,
      places: images.map(({ urlAt }) => urlAt),
      states: ({ host }) => images.map((link) => imageState(host, link, kind)),
      evidence: (host) => imageFact(host, kind) ?? host.html,
    }
  }
}

/** A README that fits everywhere needs no row. It is lost from where a host cuts it off, or as a whole. */
function* sizeUses({ document }: Placed, showings: readonly Showing[]): Generator<Use> {
  const lostFrom = ({ host: { limit } }: Showing) => {
    const excess = limit && excessOf(document.source, limit)
    return limit?.does === 'cut' ? excess?.offset : excess && 0
  }
  const starts = [...new Set(showings.flatMap((showing) => lostFrom(showing) ?? []))].sort((a, b) => a - b)
  if (starts.length === 0) return
  yield {
    feature: 'size',
    places: starts.map((start) => ({ start, end: start })),
    states: (showing) => starts.map((start) => (lostFrom(showing) === start ? 'broken' : 'kept')),
    evidence: ({ limit, html }) => limit ?? html,
  }
}
