import type { List, ListItem, RootContent } from 'mdast'
import { columnAt } from '../lines.ts'
import { rangeOf } from '../nodes.ts'
import type { Style } from '../style.ts'
import { markerIn } from './edges.ts'
import { openingOf } from './prefix.ts'
import type { Site } from './site.ts'

/** New items as a list of their own, which goes on from the item before them or starts as the one behind them does. */
export function listOf(site: Site, list: List, nodes: readonly RootContent[]): List {
  const number = Number.parseInt(site.source.slice(rangeOf(neighbour(site)).start), 10)
  const next = site.left && increments(site.source, list) ? Math.min(number + 1, largestNumber) : number
  return { ...list, start: list.ordered ? next : null, spread: !site.tight, children: nodes as ListItem[] }
}

/** CommonMark 0.31.2, section 5.2: a number has nine digits at most. */
const largestNumber = 999_999_999

/** The style of a list for new items in it: its marker, its numbers and the indentation of the item beside them. */
export function itemStyle(site: Site, list: List, style: Style): Style {
  const { source } = site
  const marker = markerIn(list, source)
  const item = neighbour(site)
  const text = openingOf(source, item).column - columnAt(source, rangeOf(item).start)
  const indent = { listIndent: text > 3 && text % 4 === 0 ? 'tab' : 'one' } as const
  if (!list.ordered) return { ...style, ...indent, bullet: marker as Style['bullet'] }
  return { ...style, ...indent, delimiter: marker as Style['delimiter'], increment: increments(source, list) }
}

function neighbour({ left, right }: Site): ListItem {
  return (left ?? right) as ListItem
}

/** False where the second item has the number of the first. */
function increments(source: string, { children: [first, second] }: List): boolean {
  if (!first || !second) return true
  const [one, two] = [first, second].map((item) => Number.parseInt(source.slice(rangeOf(item).start), 10))
  return one !== two
}
