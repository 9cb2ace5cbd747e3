import type { Range } from '../edit.ts'
import { count, type Options, written } from './options.ts'
import { type CsvForm, csvRows } from './tables/csv.ts'
import type { RstCell, RstTable } from './tables/row.ts'

/** A `csv-table`: its content, and what its options say. */
export interface CsvTable {
  readonly range: Range
  readonly content: Range
  readonly options: Options
}

/** Names of signs that cannot be written well. */
const signs: Readonly<Record<string, string>> = { tab: '\t', space: ' ' }

/** Reads a table of comma-separated values. */
export function readCsvTable(source: string, { range, content, options }: CsvTable): RstTable {
  const delimiter = written(source, options, 'delim') || ','
  const form: CsvForm = {
    delimiter: signs[delimiter] ?? delimiter,
    quote: written(source, options, 'quote') || '"',
    keepsSpace: options.keepspace !== undefined,
  }
  // Both signs may be written by their numbers, and quotes be escaped: such a table is left alone.
  if (form.delimiter.length > 1 || form.quote.length > 1 || options.escape) return { kind: 'unread', ...range }
  const head = options.header ? csvRows(source, options.header, form) : []
  const rows = csvRows(source, content, form)
  if ('why' in head) return { kind: 'malformed', ...head, ...range }
  if ('why' in rows) return { kind: 'malformed', ...rows, ...range }
  const heads = count(source, options, 'header-rows')
  const columns = count(source, options, 'stub-columns')
  if (rows.length <= heads) return { kind: 'malformed', why: 'all of its rows are heads', ...range }
  const stubs = (row: RstCell[]) =>
    row.map((cell, index) => (index < columns ? { ...cell, isHead: true as const } : cell))
  return { kind: 'table', ...range, head: [...head, ...rows.slice(0, heads)], body: rows.slice(heads).map(stubs) }
}
