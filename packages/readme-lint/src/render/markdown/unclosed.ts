import { withoutTag } from './tags.ts'
import type { Change, Rendering } from './transformation.ts'

/** Closes what a browser would close at the end of the page, and takes out what closes nothing. */
export function* unclosed({ document }: Rendering): Generator<Change> {
  const { comments, elements, tags, source, eol } = document
  for (const { closed, start, end } of comments) {
    if (!closed)
      yield { edits: [{ start: start + source.slice(start, end).trimEnd().length, end, text: ` -->${eol}` }] }
  }
  const sections = elements.filter(({ name }) => name === 'details')
  const paired = new Set(sections.map(({ close }) => close))
  for (const tag of tags) {
    if (tag.name === 'details' && tag.kind === 'close' && !paired.has(tag)) yield { edits: withoutTag(document, tag) }
  }
  const open = sections.filter(({ close }) => !close).length
  // Behind a fence that is not closed either, it would be code, time and again.
  if (open === 0 || source.trimEnd().endsWith('</details>')) return
  const end = source.length
  yield { edits: [{ start: end, end, text: `${eol}${eol}</details>`.repeat(open) + eol }] }
}
