import { cellOf, type Malformed, type RstCell, type RstRows, spanning, type TableRow } from './row.ts'

type Column = readonly [from: number, to: number]

/** Reads the rows between the borders of a simple table. A border, or a line of `-` below a row, says which of its cells go over several columns. */
export function simpleRows(rows: readonly TableRow[]): RstRows | Malformed {
  const columns = columnsOf(rows[0] as TableRow)
  const parts: RstCell[][][] = [[]]
  let open: TableRow[] = []
  for (const row of rows.slice(1)) {
    const border = /^(?:=[= ]*|-[- ]*)$/.exec(row.text)?.[0].charAt(0)
    const starts = row.text.slice(...(columns[0] as Column)).trim() !== ''
    if (border !== undefined || (starts && open.length > 0)) {
      const cells = rowOf(open, { columns, spans: border === undefined ? columns : columnsOf(row) })
      if ('why' in cells) return cells
      parts.at(-1)?.push(cells)
      open = []
    }
    if (border === '=') parts.push([])
    // A row whose first cell is empty goes on with the one above it, or there is none.
    else if (border === undefined && (starts || open.length > 0)) open.push(row)
  }
  const [head, body] = (parts.length > 2 ? parts : [[], ...parts]) as [RstCell[][], RstCell[][]]
  return { head, body }
}

function columnsOf({ text }: TableRow): Column[] {
  return [...text.matchAll(/[=-]+/g)].map(({ index, 0: run }) => [index, index + run.length])
}

interface Columns {
  readonly columns: readonly Column[]
  readonly spans: readonly Column[]
}

/** The cells of a row. The last one may reach as far as it likes. */
function rowOf(lines: readonly TableRow[], { columns, spans }: Columns): RstCell[] | Malformed {
  if (spans.at(-1)?.[1] !== columns.at(-1)?.[1])
    return { why: 'a line below joined cells does not reach the last column' }
  const cells: RstCell[] = []
  let next = 0
  for (const [index, [from, to]] of spans.entries()) {
    const first = next
    if (columns[first]?.[0] !== from) return { why: 'a line below joined cells does not fit the columns' }
    while (next < columns.length && columns[next]?.[1] !== to) next++
    if (next++ === columns.length) return { why: 'a line below joined cells does not fit the columns' }
    const end = spans[index + 1]?.[0] ?? Number.POSITIVE_INFINITY
    if (end < Number.POSITIVE_INFINITY && lines.some(({ text }) => text.slice(to, end).trim() !== ''))
      return { why: 'text between two columns' }
    cells.push(spanning(cellOf(lines, [from, end === Number.POSITIVE_INFINITY ? end : to]), 1, next - first))
  }
  return cells
}
