import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { HtmlTag } from '@frontdoor/markdown/html'
import { htmlNodeOf } from '../../readme/html-node.ts'
import { tagState } from '../../shown/html-filter.ts'
import { withoutTag } from './tags.ts'
import type { Change, Rendering } from './transformation.ts'

/** Takes tags that the host drops out of blocks of HTML. One that starts a block with more in it stays: without it, the block might be no HTML. */
export function* droppedBlocks({ document, showing: { host } }: Rendering): Generator<Change> {
  const { html } = host
  if (html.does !== 'filtered') return
  for (const { name, open, close } of document.elements) {
    if (tagState(host, name) !== 'dropped' || html.allows.emptied.has(name)) continue
    const tags = close ? [open, close] : [open]
    if (tags.every((tag) => canGo(document, tag))) yield { edits: tags.flatMap((tag) => withoutTag(document, tag)) }
  }
}

function canGo(document: MarkdownDocument, tag: HtmlTag): boolean {
  const node = htmlNodeOf(document, tag)
  if (!node?.block) return false
  const { source } = document
  return source.slice(node.start, tag.start).trim() !== '' || source.slice(tag.end, node.end).trim() === ''
}
