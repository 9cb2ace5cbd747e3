import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { insertNodes } from '@frontdoor/markdown/insert'
import { holdsBlocks, rangeOf } from '@frontdoor/markdown/nodes'
import { styleOf } from '@frontdoor/markdown/style'
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
  for (const { node } of blocks) {
    const { edit } = insertNodes(target, rangeOf(node), htmlAsNodes(node.value))
    if (edit) yield { edits: [edit] }
  }
}

function hasTags({ tags }: MarkdownDocument, { start, end }: { start: number; end: number }): boolean {
  return tags.some((tag) => start <= tag.start && tag.end <= end)
}
