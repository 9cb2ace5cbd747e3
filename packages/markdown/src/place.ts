/** A place as people count it: line and column start at 1, the column in UTF-16 units; a byte order mark has no column. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/**
 * Turns offsets into a source into places. `\n`, `\r\n` and a lone `\r` end a line; the offset after the last character is a place too.
 *
 * The lines are counted once, when the first place is asked for.
 *
 * @throws {RangeError} from the returned function, when an offset lies outside the source
 */
export function placeFinder(source: string): (offset: number) => Place {
  let starts: readonly number[] | undefined
  return (offset) => {
    if (!(offset >= 0 && offset <= source.length)) {
      throw new RangeError(`Offset ${offset} lies outside the source, which ends at ${source.length}`)
    }
    starts ??= lineStarts(source)
    const line = lastAtMost(starts, offset)
    // The first line starts after a byte order mark, so the mark itself stands at column 1 with the character behind it.
    const column = Math.max(offset - (starts[line] as number), 0) + 1
    return { line: line + 1, column, offset }
  }
}

function lineStarts(source: string): number[] {
  const starts = [source.startsWith('\uFEFF') ? 1 : 0]
  if (source.includes('\r')) {
    for (const lineEnd of source.matchAll(/\r\n?|\n/g)) starts.push(lineEnd.index + lineEnd[0].length)
    return starts
  }
  for (let end = source.indexOf('\n'); end !== -1; end = source.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** Index of the last start that is not after the offset; 0 where there is none. */
function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle
  }
  return low
}
