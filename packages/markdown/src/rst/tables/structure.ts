import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { Range } from '../../edit.ts'
import type { Line } from '../lines.ts'
import { type Structure, structureAt, withProperties } from '../structure.ts'
import type { RstCell, RstRows } from './row.ts'

interface Reading {
  readonly at: (range: Range) => Position
  readonly phrasing: (range: Range) => PhrasingContent[]
  /** What the lines of a cell hold that is more than text; undefined where that is nothing. */
  readonly blocks: (lines: readonly Line[]) => RootContent[] | undefined
}

/** The nodes of a table. */
export function tableStructure({ head, body, ...range }: RstRows & Range, reading: Reading): Structure {
  const position = reading.at(range)
  const part = (name: string, rows: RstRows['head'], cell: string): Structure[] =>
    rows.length === 0
      ? []
      : [
          structureAt(
            name,
            position,
            rows.map((row) => rowOf(row, cell, { ...reading, position })),
          ),
        ]
  return structureAt('table', position, [...part('thead', head, 'th'), ...part('tbody', body, 'td')])
}

function rowOf(cells: readonly RstCell[], cell: string, reading: Reading & { readonly position: Position }): Structure {
  const { position } = reading
  return structureAt(
    'tr',
    position,
    cells.map(({ paragraphs, lines, rows, columns, isHead }) => {
      const more = lines && reading.blocks(lines)
      const children = more ?? paragraphs.map((one) => paragraphOf(one, reading))
      const spans = { ...(rows && { rowSpan: rows }), ...(columns && { colSpan: columns }) }
      return withProperties(structureAt(isHead ? 'th' : cell, position, children), spans)
    }),
  )
}

/** The lines of a paragraph in a cell stand apart in the source, so each is read for itself. */
export function paragraphOf(lines: readonly Range[], { at, phrasing }: Pick<Reading, 'at' | 'phrasing'>): Paragraph {
  const newline = ({ start }: Range): Text => ({ type: 'text', value: '\n', position: at({ start, end: start }) })
  const children = lines.flatMap((line, index) => [...(index > 0 ? [newline(line)] : []), ...phrasing(line)])
  const [first, last] = [lines[0], lines.at(-1)] as [Range, Range]
  return { type: 'paragraph', children, position: at({ start: first.start, end: last.end }) }
}
