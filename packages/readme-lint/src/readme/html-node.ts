import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { type Found, holdsBlocks, rangeOf } from '@frontdoor/markdown/nodes'
import type { Html, Nodes, Parents } from 'mdast'

/** A node of raw HTML: a block of its own, or one tag among the text of a paragraph. */
export interface HtmlNode extends Range {
  readonly node: Html
  readonly parent: Parents
  readonly block: boolean
}

/** The node of raw HTML that a tag is written in. */
export function htmlNodeOf({ nodes }: MarkdownDocument, tag: Range): HtmlNode | undefined {
  const all = nodes.of('html')
  let [low, high] = [0, all.length]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (rangeOf((all[middle] as Found).node).start <= tag.start) low = middle
    else high = middle
  }
  const { node, parent } = all[low] ?? {}
  if (!node || !parent || rangeOf(node).start > tag.start || tag.end > rangeOf(node).end) return undefined
  return { ...rangeOf(node), node, parent, block: holdsBlocks(parent) }
}

/** The node in front of another in its parent. */
export function previousOf({ node, parent }: HtmlNode): Nodes | undefined {
  const siblings: readonly Nodes[] = parent.children
  return siblings[siblings.indexOf(node) - 1]
}
