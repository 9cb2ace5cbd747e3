import type { PlacedBlock, RstDirective } from '../block.ts'
import type { Marker } from '../items.ts'
import { count } from '../options.ts'
import type { RstFault, Written } from './fault.ts'

/** Tables written as a list of lists that are not one list, or not as many cells in each row. */
export function listTableFaults({ source, blocks, directives }: Written): RstFault[] {
  return directives.flatMap((directive): RstFault[] => {
    if (directive.name !== 'list-table') return []
    const why = mistakeIn(directive, blocks, source)
    return why === undefined ? [] : [{ kind: 'table', name: why, start: directive.start, end: directive.end }]
  })
}

function mistakeIn(directive: RstDirective, blocks: readonly PlacedBlock[], source: string): string | undefined {
  const { whole, content, options } = directive
  const inside = blocks.filter(({ start, kind }) => start >= content.start && start < whole.end && kind !== 'comment')
  if (inside.length === 0) return undefined
  const rows = new Map<Marker, Set<Marker>>()
  const lists = new Set<Marker | undefined>()
  for (const { items } of inside) {
    const own = items.slice(items.findIndex(({ start }) => start === directive.start) + 1)
    const [row, cell] = own
    if (!row || row.kind !== undefined || 'number' in row) return 'it is not one list'
    lists.add(row.list)
    if (!cell || cell.kind !== undefined || 'number' in cell) return 'one of its rows is not a list'
    rows.set(row.self, (rows.get(row.self) ?? new Set()).add(cell.self))
  }
  if (lists.size > 1) return 'it is not one list'
  const counts = [...rows.values()].map(({ size }) => size)
  if (new Set(counts).size > 1) return 'its rows have not as many cells'
  if (count(source, options, 'header-rows') >= counts.length) return 'all of its rows are heads'
  return count(source, options, 'stub-columns') >= Math.min(...new Set(counts))
    ? 'all of its columns are heads'
    : undefined
}
