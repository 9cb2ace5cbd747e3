import type { Edit, Range } from '@frontdoor/markdown/edit'

/** Where a place of a source is after edits: what an edit replaced is all of its new text. */
export function movedBy(edits: readonly Edit[], offset: number): Range {
  let shift = 0
  for (const { start, end, text } of sorted(edits)) {
    if (offset < start || (offset === start && start === end)) break
    if (offset < end) return { start: start + shift, end: start + shift + text.length }
    shift += text.length - (end - start)
  }
  return { start: offset + shift, end: offset + shift }
}

/** Where a place was before edits: what an edit wrote was at the start of what it replaced. */
export function movedBack(edits: readonly Edit[], offset: number): number {
  let shift = 0
  for (const { start, end, text } of sorted(edits)) {
    const written = start + shift
    if (offset < written) break
    if (offset < written + text.length) return start
    shift += text.length - (end - start)
  }
  return offset - shift
}

function sorted(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
