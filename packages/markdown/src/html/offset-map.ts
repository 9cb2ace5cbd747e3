import type { Range } from '../edit.ts'

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
  const written = source.slice(start, end)
  if (value === written) return (index) => start + index
  const originals = splitLines(written)
  const lines = splitLines(value).map((line, number) => align(line, originals[number] as Line))
  return (index) => {
    const { from, to, floor } = lines[findLast(lines, index)] as AlignedLine
    return start + Math.max(floor, to + index - from)
  }
}

interface Line {
  readonly text: string
  readonly start: number
}

/** Value index `from` and what follows on its line lies at `to` in the written text, never before `floor`. */
interface AlignedLine {
  readonly from: number
  readonly to: number
  readonly floor: number
}

function align(line: Line, original: Line): AlignedLine {
  const to = original.start + original.text.length - line.text.length
  if (original.text.endsWith(line.text)) return { from: line.start, to, floor: to }
  const indent = line.text.length - line.text.trimStart().length
  return { from: line.start, to, floor: to + indent }
}

/** Lines with their line endings, as Markdown counts them. */
function splitLines(text: string): Line[] {
  const lines: Line[] = []
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) lines.push({ text: line, start: index })
  return lines
}

/** Number of the last line that starts at or before an index. */
function findLast(lines: readonly AlignedLine[], index: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] as AlignedLine).from <= index) low = middle
    else high = middle - 1
  }
  return low
}
