import type { List, ListItem, Root, RootContent } from 'mdast'
import type { Position } from 'unist'
import type { Range } from '../edit.ts'

/** Markers of bullets, enumerations and fields, and of the lines of a line block. Those of lists have their parts. */
export const marker: RegExp =
  /(?:(?:([-*+•‣⁃])|\||(\(?)(\d{1,9}|#)([.)])|\(?[A-Za-z][.)])[ \t]+|:(?! )[^:\n`]{1,100}:(?:[ \t]+|$))/y

/** What starts an item. */
export interface Marker {
  /** Offset and column of its first sign. */
  readonly start: number
  readonly column: number
  /** The bullet, or what stands around a number. */
  readonly sign: string
  /** Absent for a bullet; undefined for `#`, which counts on. */
  readonly number?: number | undefined
}

/** An item of a list, known by its first marker. */
export interface RstItem extends Marker {
  readonly list: Marker
}

/** Deeper ones are shown as if they were not: what walks through a tree has so much room. */
const deepest = 50

/** The items that a line stands in which starts at a column, perhaps with markers. */
export function itemsAt(column: number, markers: readonly Marker[], before: readonly RstItem[]): readonly RstItem[] {
  const around = before.filter((item) => item.column < column)
  const last = before.find((item) => item.column === column)
  const own = markers.map((one, index) => ({ ...one, list: (index === 0 && last && continued(last, one)) || one }))
  return [...around, ...own].slice(0, deepest)
}

/** The list that goes on with a marker. */
function continued({ list, number }: RstItem, next: Marker): Marker | undefined {
  const counts = next.number === undefined || number === undefined || next.number === number + 1
  return list.sign === next.sign && counts ? list : undefined
}

type Around = Root | List | ListItem

/** Puts the nodes of blocks into the items that these stand in, and the items into their lists. */
export function inLists<Block extends { readonly items: readonly RstItem[] }>(
  blocks: readonly Block[],
  nodesOf: (block: Block) => readonly RootContent[],
  at: (range: Range) => Position,
): RootContent[] {
  const root: Root = { type: 'root', children: [] }
  const known = new Map<Marker, List | ListItem>()
  const inside = (parent: Around, marker: Marker, make: (marker: Marker) => List | ListItem): Around => {
    const found = known.get(marker)
    if (found) return found
    const made = make(marker)
    known.set(marker, made)
    ;(parent.children as RootContent[]).push(made)
    return made
  }
  for (const block of blocks) {
    let parent: Around = root
    for (const item of block.items) parent = inside(inside(parent, item.list, newList), item, newItem)
    const children = parent.children as RootContent[]
    children.push(...nodesOf(block))
    // Paragraphs of their own, as docutils has them, and not those around an inner list.
    if (parent.type === 'listItem')
      parent.spread = children.slice(0, 3).filter(({ type }) => type !== 'list').length > 1
  }
  // From the inside out: each ends with what is in it.
  for (const [{ start }, node] of [...known].reverse()) {
    const position = at({ start, end: start })
    node.position = { start: position.start, end: node.children.at(-1)?.position?.end ?? position.end }
  }
  return root.children
}

function newList(marker: Marker): List {
  const ordered = 'number' in marker
  return { type: 'list', ordered, start: ordered ? (marker.number ?? 1) : null, spread: false, children: [] }
}

function newItem(): ListItem {
  return { type: 'listItem', checked: null, spread: false, children: [] }
}
