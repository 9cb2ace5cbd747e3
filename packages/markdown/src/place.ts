/** A place as people count it: line and column start at 1, the column in UTF-16 units; a byte order mark has no column. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly offset: number
}

export function placeFinder(source: string): (offset: number) => Place {
  const starts = [source.startsWith('\uFEFF') ? 1 : 0]
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return (offset) => {
    let line = starts.findLastIndex((start) => start <= offset)
    if (line < 0) line = 0
    return { line: line + 1, column: Math.max(0, offset - (starts[line] as number)) + 1, offset }
  }
}
