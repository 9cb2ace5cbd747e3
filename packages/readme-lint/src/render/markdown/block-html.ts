import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Edit, type Range } from '@frontdoor/markdown/edit'
import { insertNodes } from '@frontdoor/markdown/insert'
import { holdsBlocks, rangeOf } from '@frontdoor/markdown/nodes'
import { styleOf } from '@frontdoor/markdown/style'
import type { Html, Nodes, Parents } from 'mdast'
import { htmlAsNodes } from './html-as-nodes.ts'
import type { Change, Rendering } from './transformation.ts'

/** Markdown in the place of blocks of HTML, where the host shows their tags as text or leaves them out with their images. */
export function* blockHtml({ document, showing: { host } }: Rendering): Generator<Change> {
  const { does } = host.html
  if (does !== 'literal' && does !== 'dropped') return
  const { source, tree, nodes } = document
  const blocks = nodes.of('html').filter(({ node, parent }) => holdsBlocks(parent) && hasTags(document, rangeOf(node)))
  if (blocks.length === 0) return
  const target = { source, tree, style: styleOf(source, tree) }
  for (const { node, parent } of blocks) {
    const said = htmlAsNodes(node.value)
    const edit = insertNodes(target, rangeOf(node), said).edit ?? (said.length === 0 && withoutBlock(node, parent))
    if (edit) yield { edits: [edit] }
  }
}

/** Takes out a block that says nothing, also where an item would start with blank lines, or two lists become one: that is better than tags. */
function withoutBlock(node: Html, { type, children }: Parents): Edit | undefined {
  const index = (children as readonly Nodes[]).indexOf(node)
  const [left, right] = [children[index - 1], children[index + 1]]
  if (!right || (left ? left.type !== 'list' || right.type !== 'list' : type !== 'listItem')) return undefined
  return { start: rangeOf(node).start, end: rangeOf(right).start, text: '' }
}

function hasTags({ tags }: MarkdownDocument, range: Range): boolean {
  return tags.some((tag) => covers(range, tag))
}
