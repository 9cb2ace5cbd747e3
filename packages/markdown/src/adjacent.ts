import type { Range } from './edit.ts'

/** Ranges in the order of the text, those that only blanks or one line ending part as one: to take each out alone would take what is between them twice. */
export function joinAdjacent(source: string, ranges: readonly Range[]): Range[] {
  const rows: Range[] = []
  for (const range of ranges) {
    const last = rows.at(-1)
    if (last && /^[ \t]*(?:\r\n|\n|\r)?[ \t]*$/.test(source.slice(last.end, range.start)))
      rows[rows.length - 1] = { start: last.start, end: range.end }
    else rows.push(range)
  }
  return rows
}
