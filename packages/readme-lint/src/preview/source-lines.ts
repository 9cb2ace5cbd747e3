import { placeFinder } from '@frontdoor/markdown/place'

/** The lines of a source, counted from 0. */
export interface SourceLines {
  readonly count: number
  /** The line that an offset is on. */
  at(offset: number): number
  /** Offset of a line; that of a line behind the last one is the end of the source. */
  start(line: number): number
  /** Without its ending. */
  text(line: number): string
}

/** Splits a source into its lines. */
export function sourceLines(source: string): SourceLines {
  const starts = [0]
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  const place = placeFinder(source)
  const start = (line: number) => starts[line] ?? source.length
  return {
    count: starts.length,
    at: (offset) => place(offset).line - 1,
    start,
    text: (line) => source.slice(start(line), start(line + 1)).replace(/\r\n?$|\n$/, ''),
  }
}
