import type { HtmlTokens } from '../html.ts'
import { holdsBlocks, type NodeIndex, rangeOf } from '../nodes.ts'
import { HtmlCollector } from './collector.ts'
import { offsetMap } from './offset-map.ts'

declare module 'mdast' {
  interface HtmlData {
    /** What a comment says that is not written as in HTML. */
    comment?: string
  }
}

const holdsText = new Set(['paragraph', 'heading', 'tableCell'])

/** Reads the html nodes of a document. Ranges are exact in quotes and lists too, where a node's value has lost its prefixes. */
export function readHtml(source: string, nodes: NodeIndex): HtmlTokens {
  const collector = new HtmlCollector()
  for (const { node, parent } of nodes.of('html')) {
    if (node.data?.comment !== undefined) {
      collector.comments.push({ ...rangeOf(node), value: node.data.comment, closed: true, flow: true })
      continue
    }
    const at = offsetMap(node.value, source, rangeOf(node))
    const flow = holdsBlocks(parent)
    collector.read(node.value, { at, flow, inMarkup: !flow && !holdsText.has(parent.type) })
  }
  return collector
}
