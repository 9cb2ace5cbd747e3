import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Nodes, RootContent } from 'mdast'
import type { MarkedBlock } from './markers.ts'

/**
 * True where a block of a document says just what these nodes say, so that there is nothing to write. False where that is
 * not certain: in a list item, in a quote, or where Markdown says a thing in another way.
 */
export function saysTheSame(
  { tree }: MarkdownDocument,
  { open, close, body }: MarkedBlock,
  nodes: readonly RootContent[],
): boolean {
  const between = tree.children.filter((node) => covers(body, rangeOf(node)))
  return isMarker(tree.children, open) && isMarker(tree.children, close) && areSame(between, nodes)
}

/** What is written puts each marker into a node of its own. */
function isMarker(nodes: readonly RootContent[], { start, end }: MarkedBlock['open']): boolean {
  return nodes.some((node) => node.type === 'html' && rangeOf(node).start === start && rangeOf(node).end === end)
}

function areSame(some: readonly Nodes[], others: readonly Nodes[]): boolean {
  const [a, b] = [joined(some), joined(others)]
  return a.length === b.length && a.every((node, index) => isSame(node, b[index] as Nodes))
}

/** Texts side by side are read as one. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const result: Nodes[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') result.splice(-1, 1, { ...last, value: last.value + node.value })
    else result.push(node)
  }
  return result
}

function isSame(one: Nodes, other: Nodes): boolean {
  const [a, b] = [fieldsOf(one), fieldsOf(other)]
  if (a.size !== b.size || ![...a].every(([key, value]) => b.get(key) === value)) return false
  return areSame('children' in one ? one.children : [], 'children' in other ? other.children : [])
}

/** What a node says besides its children, as text. */
function fieldsOf(node: Nodes): ReadonlyMap<string, string> {
  const said = Object.entries(node).filter(
    ([key, value]) => !['children', 'position', 'data'].includes(key) && value !== undefined && value !== null,
  )
  return new Map(said.map(([key, value]) => [key, JSON.stringify(value)]))
}
