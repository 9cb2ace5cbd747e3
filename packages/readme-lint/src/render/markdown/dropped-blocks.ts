import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import type { HtmlTag } from '@frontdoor/markdown/html'
import { htmlNodeOf } from '../../readme/html-node.ts'
import { tagState } from '../../shown/html-filter.ts'
import { withoutTag } from './tags.ts'
import type { Change, Rendering } from './transformation.ts'

/** Takes tags that the host drops out of blocks of HTML. One that starts a block with more in it stays: without it, the block might be no HTML. */
export function* droppedBlocks({ document, showing: { host } }: Rendering): Generator<Change> {
  const { html } = host
  if (html.does !== 'filtered') return
  const gone: HtmlTag[] = []
  for (const { name, open, close } of document.elements) {
    if (tagState(host, name) !== 'dropped' || html.allows.emptied.has(name)) continue
    const tags = close ? [open, close] : [open]
    if (tags.every((tag) => canGo(document, tag))) gone.push(...tags)
  }
  if (gone.length > 0) yield { edits: apart([...withoutTags(document, gone)]) }
}

function canGo(document: MarkdownDocument, tag: HtmlTag): boolean {
  const node = htmlNodeOf(document, tag)
  if (!node?.block) return false
  const { source } = document
  return source.slice(node.start, tag.start).trim() !== '' || source.slice(tag.end, node.end).trim() === ''
}

/** Tags that stand on a line with nothing else between and around them go as one. */
function* withoutTags(document: MarkdownDocument, tags: readonly HtmlTag[]): Generator<Edit> {
  const { source } = document
  let run: Range | undefined
  for (const { start, end } of tags.toSorted((a, b) => a.start - b.start)) {
    if (
      run &&
      /^[ \t]*$/.test(source.slice(run.end, start)) &&
      source.slice(startOfLine(source, run.start), run.start).trim() === ''
    ) {
      run = { start: run.start, end }
      continue
    }
    if (run) yield* withoutTag(document, run)
    run = { start, end }
  }
  if (run) yield* withoutTag(document, run)
}

/** Two removals may both take the blank line between them. */
function apart(removals: readonly Edit[]): Edit[] {
  let done = 0
  return removals.flatMap(({ start, end, text }) => {
    const from = Math.max(start, done)
    done = Math.max(end, done)
    return from < done ? [{ start: from, end: done, text }] : []
  })
}
