import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { holdsBlocks, rangeOf } from '@frontdoor/markdown/nodes'
import type { Parents } from 'mdast'

/** A node of raw HTML: a block of its own, or one tag among the text of a paragraph. */
export interface HtmlNode extends Range {
  readonly parent: Parents
  /** The node in front of it in its parent, by its type. */
  readonly previous: string | undefined
  readonly block: boolean
}

/** The node of raw HTML that a tag is written in. */
export function htmlNodeOf({ nodes }: MarkdownDocument, tag: Range): HtmlNode | undefined {
  const found = nodes.of('html').find(({ node }) => rangeOf(node).start <= tag.start && tag.end <= rangeOf(node).end)
  if (!found) return undefined
  const { node, parent } = found
  const siblings: readonly Parents['children'][number][] = parent.children
  return { ...rangeOf(node), parent, previous: siblings[siblings.indexOf(node) - 1]?.type, block: holdsBlocks(parent) }
}
