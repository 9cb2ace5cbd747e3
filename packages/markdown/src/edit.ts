/** Two UTF-16 offsets into a document's source; `end` is the first offset outside. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Puts `text` in the place of a range; an empty range inserts. */
export interface Edit extends Range {
  readonly text: string
}

/**
 * Applies edits to a source, in any order they are given in.
 *
 * Two insertions at one offset keep the order they are given in. Bytes outside the ranges never change.
 *
 * @throws {RangeError} when two edits overlap or one lies outside the source
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  // Joining an array would copy a text of any length, where one edit brings all of it.
  let edited = ''
  let done = 0
  for (const edit of sorted) {
    // Said this way round, NaN is refused too.
    if (!(done <= edit.start && edit.start <= edit.end && edit.end <= source.length)) {
      throw new RangeError(`Edit ${edit.start}–${edit.end} overlaps another or lies outside the source`)
    }
    edited += source.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return edited + source.slice(done)
}

/** True when the ranges share a character, or when one is an insertion inside or at the edge of the other. */
export function overlap(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end && !(touches(a, b) || touches(b, a))
}

/** True when a range holds all of another one. */
export function covers(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** `first` ends where `second` starts, and neither is empty: they can both be applied in any order. */
function touches(first: Range, second: Range): boolean {
  return first.end === second.start && first.start < first.end && second.start < second.end
}
