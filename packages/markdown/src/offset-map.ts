import type { Range } from './edit.ts'

/** From an index in a node's value to an offset in the source. */
export type OffsetMap = (index: number) => number

/**
 * Maps the value of an html node to the source it came from.
 *
 * Inside quotes and lists the value has lost the prefix of each line, and a paragraph's lines their indentation, so each
 * line of the value is laid on the end of its line in the source. Where a tab was split by a list's indentation the value
 * has spaces for it: white space in front of a line then maps to the first character behind it.
 */
export function offsetMap(value: string, source: string, { start, end }: Range): OffsetMap {
  if (value.length === end - start) return (index) => start + index
  const lines = splitLines(source.slice(start, end))
  const segments = splitLines(value).map((line, number) => align(line, lines[number], start))
  return (index) => {
    const segment = segments[findLast(segments, index)] as Segment
    return Math.max(segment.floor, segment.to + index - segment.from)
  }
}

interface Line {
  readonly text: string
  readonly start: number
}

/** Value index `from` and what follows lies at source offset `to`, never before `floor`. */
interface Segment {
  readonly from: number
  readonly to: number
  readonly floor: number
}

function align(line: Line, original: Line | undefined, base: number): Segment {
  const source = original as Line
  const lost = source.text.length - line.text.length
  const lineStart = base + source.start
  if (source.text.endsWith(line.text)) return { from: line.start, to: lineStart + lost, floor: lineStart + lost }
  const indent = line.text.length - line.text.trimStart().length
  return { from: line.start, to: lineStart + lost, floor: lineStart + lost + indent }
}

/** Lines with their line endings, as Markdown counts them. */
function splitLines(text: string): Line[] {
  const lines: Line[] = []
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) lines.push({ text: line, start: index })
  return lines
}

/** Number of the last segment that starts at or before an index. */
function findLast(segments: readonly Segment[], index: number): number {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle] as Segment).from <= index) low = middle
    else high = middle - 1
  }
  return low
}
