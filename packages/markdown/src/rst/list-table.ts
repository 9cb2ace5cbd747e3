import type { List, RootContent } from 'mdast'
import { type Structure, structureAt } from './structure.ts'

/** How many rows and columns of a table are heads. */
export interface TableHeads {
  readonly rows: number
  readonly columns: number
}

/** Makes rows and cells of the list of lists that a `list-table` holds; what is not one stays as it is. */
export function listTable(table: Structure, { rows: headRows, columns: headColumns }: TableHeads): void {
  const index = table.children.findIndex(({ type }) => type === 'list')
  const rows = table.children[index] as List | undefined
  if (!rows) return
  const lines = rows.children.map((row, number) =>
    rowOf(row.children, number < headRows ? Number.POSITIVE_INFINITY : headColumns, row.position),
  )
  const parts = [lines.slice(0, headRows), lines.slice(headRows)].flatMap((part, body) =>
    part.length === 0 ? [] : [structureAt(body ? 'tbody' : 'thead', spanOf(part), part)],
  )
  table.children.splice(index, 1, ...parts)
}

function rowOf(children: readonly RootContent[], heads: number, position: Structure['position']): Structure {
  const cells = children.flatMap((child) => (child.type === 'list' ? child.children : []))
  const found = cells.map((one, index) =>
    structureAt(index < heads ? 'th' : 'td', one.position as Position, one.children),
  )
  return structureAt('tr', position as Position, found)
}

type Position = NonNullable<Structure['position']>

function spanOf(rows: readonly Structure[]): Position {
  const [first, last] = [rows[0]?.position, rows.at(-1)?.position] as [Position, Position]
  return { start: first.start, end: last.end }
}
