import type { List, ListItem, Root, RootContent } from 'mdast'
import type { Position } from 'unist'
import type { Range } from '../edit.ts'
import { listTable, type TableHeads } from './list-table.ts'
import { type Structure, structure, structureAt } from './structure.ts'

const argument = String.raw`(?:[A-Za-z][\w-]*|<[^<>\n]{1,100}>)`
const option = String.raw`(?:[-+][A-Za-z0-9](?: ?${argument})?|(?:--|\/)[A-Za-z0-9][\w-]*(?:[ =]${argument})?)`

/** Markers of bullets, enumerations and fields, of the lines of a line block, and of the options of a command. Those that make an item have their parts. */
export const marker: RegExp = new RegExp(
  [
    String.raw`(?:([-*+\u2022\u2023\u2043])|(\(?)(\d{1,9}|#)([.)])|\(?[A-Za-z][.)])(?:[ \t]+|$)`,
    String.raw`(\|)(?:[ \t]+|$)`,
    String.raw`:(?![: ])((?:[^:\\\n]|\\.|:(?![ \x60]|$)){1,200})(?<! ):(?:[ \t]+|$)`,
    `(${option}(?:, ${option}){0,9})(?: {2,}|$)`,
  ].join('|'),
  'y',
)

/** What an item is in HTML, and the list around it where there is one, by its kind. */
const elements = {
  quote: { list: undefined, item: 'blockquote' },
  line: { list: 'div.line-block', item: 'div.line' },
  term: { list: 'dl', item: 'dt' },
  definition: { list: 'dl', item: 'dd' },
  name: { list: 'dl.field-list', item: 'dt' },
  field: { list: 'dl.field-list', item: 'dd' },
  option: { list: 'dl.option-list', item: 'dt' },
  effect: { list: 'dl.option-list', item: 'dd' },
  part: { list: undefined, item: 'div' },
  figure: { list: undefined, item: 'figure' },
  'list-table': { list: undefined, item: 'table' },
  admonition: { list: undefined, item: 'aside.admonition' },
} as const

/** What starts an item. */
export interface Marker {
  /** Offset and column of its first sign. */
  readonly start: number
  readonly column: number
  /** The bullet, what stands around a number, or what such items have in common. */
  readonly sign: string
  /** Absent for a bullet; undefined for `#`, which counts on. */
  readonly number?: number | undefined
  /** Absent for an item of a list as Markdown has it. */
  readonly kind?: keyof typeof elements
  /** Of a field, its name with the colon behind it; of an option, all that is typed. */
  readonly name?: Range
  /** Of a table that is a list, what of it are heads. */
  readonly heads?: TableHeads
  /** Of an admonition, its name. */
  /** Column of what stands in it: what is indented more is a quote. Absent until the first line below is seen. */
  readonly content?: number
  readonly className?: string
}

/** An item of a list, known by its marker; the list is known by that of its first item. */
export interface RstItem extends Marker {
  readonly list: Marker
  readonly self: Marker
}

/** The item that a marker starts, in a list of its own if in no other. */
export function itemOf(first: Marker, list: Marker = first): RstItem {
  const self = { ...first }
  return { ...self, list, self }
}

/** Deeper ones are shown as if they were not: what walks through a tree has so much room. */
const deepest = 50

/** The items that a line stands in, perhaps with markers at its start. */
export function itemsAt(
  { start, column }: Pick<Marker, 'start' | 'column'>,
  markers: readonly Marker[],
  before: readonly RstItem[],
): readonly RstItem[] {
  const around = before.filter((item) => item.column < column)
  const last = before.find((item) => item.column === column)
  const own = markers.map((one, index) => itemOf(one, index === 0 && last ? continued(last, one) : undefined))
  return [...quoted({ start, column }, around), ...own].slice(0, deepest)
}

/** What is indented more than what stands around it is a quote. */
function quoted({ start, column }: Pick<Marker, 'start' | 'column'>, around: readonly RstItem[]): readonly RstItem[] {
  const innermost = around.at(-1)
  if (innermost && innermost.content === undefined) return [...around.slice(0, -1), { ...innermost, content: column }]
  if (column <= (innermost?.content ?? 0)) return around
  return [...around, itemOf({ start, column: column - 1, sign: 'quote', kind: 'quote', content: column })]
}

/** The list that goes on with a marker. */
function continued({ list, number }: RstItem, next: Marker): Marker | undefined {
  const counts = next.number === undefined || number === undefined || next.number === number + 1
  return list.sign === next.sign && counts ? list : undefined
}

const explanations = { term: 'definition', name: 'field', option: 'effect' } as const

/** What stands behind a term, the name of a field or an option, in its place. */
export function behind(item: RstItem): RstItem {
  const kind = explanations[item.kind as keyof typeof explanations]
  return kind ? itemOf({ ...item.self, kind }, item.list) : item
}

type Around = Root | List | ListItem | Structure

/** Puts the nodes of blocks into the items that these stand in, and the items into their lists. */
export function inLists<Block extends { readonly items: readonly RstItem[] }>(
  blocks: readonly Block[],
  nodesOf: (block: Block) => readonly RootContent[],
  at: (range: Range) => Position,
): RootContent[] {
  const root: Root = { type: 'root', children: [] }
  const known = new Map<Marker, Exclude<Around, Root>>()
  const inside = (parent: Around, one: Marker, make: (marker: Marker) => Exclude<Around, Root> | undefined): Around => {
    const found = known.get(one) ?? make(one)
    if (!found) return parent
    if (!known.has(one)) (parent.children as RootContent[]).push(found)
    known.set(one, found)
    return found
  }
  for (const block of blocks) {
    let parent: Around = root
    for (const { list, self } of block.items) parent = inside(inside(parent, list, newList), self, newItem)
    const children = parent.children as RootContent[]
    children.push(...nodesOf(block))
    // Paragraphs of their own, as docutils has them, and not those around an inner list.
    if (parent.type === 'listItem')
      parent.spread = children.slice(0, 3).filter(({ type }) => type !== 'list').length > 1
  }
  // From the inside out: each ends with what is in it.
  for (const [one, node] of [...known].reverse()) {
    const position = at({ start: one.start, end: one.start })
    node.position = { start: position.start, end: node.children.at(-1)?.position?.end ?? position.end }
    if (one.heads) listTable(node as Structure, one.heads)
    if (one.kind === 'figure') withCaption(node as Structure)
  }
  return root.children
}

/** What stands below the image of a figure is its caption. */
function withCaption(figure: Structure): void {
  const [image, ...caption] = figure.children
  const [first, last] = [caption[0]?.position, caption.at(-1)?.position]
  if (!image || !first || !last) return
  figure.children = [image, structureAt('figcaption', { start: first.start, end: last.end }, caption)]
}

function newList(one: Marker): List | Structure | undefined {
  if (one.kind) {
    const { list } = elements[one.kind]
    return list && structure(list)
  }
  const ordered = 'number' in one
  return { type: 'list', ordered, start: ordered ? (one.number ?? 1) : null, spread: false, children: [] }
}

function newItem({ kind, className }: Marker): ListItem | Structure {
  if (kind) return structure(elements[kind].item + (className ? `.${className}` : ''))
  return { type: 'listItem', checked: null, spread: false, children: [] }
}
