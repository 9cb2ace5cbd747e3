import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlAttribute, HtmlTag } from '@frontdoor/markdown/html'
import { type Evidence, features, type Host, isCertain, type State } from '../host.ts'
import type { Showing } from '../hosts.ts'
import { anchorsOn, reaches, type WorkingLink, workingLinks } from './anchors.ts'
import { attributeState, tagState } from './html-filter.ts'
import { imageFact, imageKinds, imageState, imagesOf } from './images.ts'
import { excessOf } from './limit.ts'
import { addressFact, addressState, type Placed, relativeUses } from './relative.ts'
import { usesOf } from './uses.ts'

/** What hosts make of one thing that a README uses. */
export interface TruthRow {
  /** `<details>`, `<img align>`, `alert`, `relative-link`. */
  readonly feature: string
  /** Line of its first use, counted from 1. */
  readonly line: number
  /** One for each host, in their order. */
  readonly cells: readonly Cell[]
}

/** What a reader finds on one host. */
export interface Cell {
  readonly state: State
  /** False for what was only reported. */
  readonly certain: boolean
}

/** The truth about a README: a row for each thing in it that is not the same everywhere by nature, in the order of the groups below. */
export function truthOf(readme: Placed, showings: readonly Showing[]): TruthRow[] {
  const uses = [
    ...tagUses(readme),
    ...attributeUses(readme),
    ...featureUses(readme),
    ...addressUses(readme),
    ...anchorUses(readme),
    ...imageUses(readme, showings),
    ...sizeUses(readme, showings),
  ]
  return uses.map(({ feature, at, cell }) => {
    const { line } = readme.document.place(at.start)
    return { feature, line, cells: showings.map(cell) }
  })
}

interface Use {
  readonly feature: string
  readonly at: Range
  readonly cell: (showing: Showing) => Cell
}

/** How much a reader loses: of several uses of one thing the worst is told. */
const order: readonly State[] = ['kept', 'rewritten', 'unknown', 'dropped', 'literal', 'broken']

function worst(states: readonly State[]): State {
  return states.reduce((worse, state) => (order.indexOf(state) > order.indexOf(worse) ? state : worse), 'kept')
}

function cellOf(state: State, evidence: Evidence): Cell {
  return { state, certain: isCertain(evidence) }
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

function* tagUses({ document }: Placed): Generator<Use> {
  const opened = document.tags.filter(({ kind }) => kind === 'open')
  for (const [name, [first]] of groupBy(opened, (tag) => tag.name)) {
    yield { feature: `<${name}>`, at: first as HtmlTag, cell: ({ host }) => cellOf(tagState(host, name), host.html) }
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
    const { attribute: at } = uses[0] as { attribute: HtmlAttribute }
    yield {
      feature,
      at,
      cell: ({ host }) =>
        cellOf(worst(uses.map(({ tag, attribute }) => attributeState(host, tag, attribute))), host.html),
    }
  }
}

function* featureUses({ document }: Placed): Generator<Use> {
  for (const feature of features) {
    const [at] = usesOf(document, feature)
    if (at) yield { feature, at, cell: ({ host }) => cellOf(host.features[feature].does, host.features[feature]) }
  }
}

function* addressUses(readme: Placed): Generator<Use> {
  for (const kind of ['link', 'image', 'srcset'] as const) {
    const uses = relativeUses(readme, kind)
    const [first] = uses
    if (!first) continue
    const state = (showing: Showing) => worst(uses.map(({ link }) => addressState(showing, link, readme.project)))
    yield {
      feature: `relative-${kind}`,
      at: first.link.urlAt,
      cell: (showing) => cellOf(state(showing), addressFact(showing.host, first.link)),
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
    const state = (host: Host): State => {
      const anchors = anchorsOn(host, document)
      if (!anchors) return 'unknown'
      return links.every(({ anchor }) => reaches(host, anchors, anchor)) ? 'kept' : 'broken'
    }
    yield { feature, at: (links[0] as WorkingLink).at, cell: ({ host }) => cellOf(state(host), host.anchors) }
  }
}

/** Most hosts show any image; only those that look closer make a row. */
function* imageUses({ document }: Placed, showings: readonly Showing[]): Generator<Use> {
  for (const kind of imageKinds) {
    const images = imagesOf(document, kind)
    const [first] = images
    if (!first || showings.every(({ host }) => imageFact(host, kind) === undefined)) continue
    const state = (host: Host) => worst(images.map((link) => imageState(host, link, kind)))
    yield {
      feature: kind,
      at: first.urlAt,
      cell: ({ host }) => cellOf(state(host), imageFact(host, kind) ?? host.html),
    }
  }
}

/** A README that fits everywhere needs no row. */
function* sizeUses({ document }: Placed, showings: readonly Showing[]): Generator<Use> {
  const fits = ({ host: { limit } }: Showing) => limit === undefined || excessOf(document.source, limit) === undefined
  if (showings.every(fits)) return
  const at = { start: 0, end: 0 }
  yield {
    feature: 'size',
    at,
    cell: (showing) => cellOf(fits(showing) ? 'kept' : 'broken', showing.host.limit ?? showing.host.html),
  }
}
