import type { Range } from '../../edit.ts'
import type { Malformed, RstCell } from './row.ts'

/** How the cells of a table are told apart. */
export interface CsvForm {
  readonly delimiter: string
  readonly quote: string
  readonly keepsSpace: boolean
}

/** The rows of comma-separated values in a part of a source. */
export function csvRows(source: string, range: Range, form: CsvForm): RstCell[][] | Malformed {
  const rows: RstCell[][] = [[]]
  for (let at = range.start; ; ) {
    // The lines of a directive are indented.
    if (rows.at(-1)?.length === 0 || !form.keepsSpace) at = skipped(source, at, range.end)
    const cell =
      source.charAt(at) === form.quote
        ? quoted(source, { ...range, start: at }, form)
        : plain(source, { ...range, start: at }, form)
    if ('why' in cell) return cell
    rows.at(-1)?.push({ paragraphs: linesOf(source, cell.inside) })
    at = cell.next
    if (source.startsWith(form.delimiter, at)) at += form.delimiter.length
    else {
      at = nextLine(source, at)
      if (at >= range.end) return rows
      rows.push([])
    }
  }
}

interface CsvCell {
  readonly inside: Range
  /** Behind it. */
  readonly next: number
}

function quoted(source: string, { start, end }: Range, { delimiter, quote }: CsvForm): CsvCell | Malformed {
  for (let at = source.indexOf(quote, start + 1); at !== -1 && at < end; at = source.indexOf(quote, at + 1)) {
    // Two of them are a sign of the text.
    if (source.charAt(at + 1) === quote) at++
    else if (at + 1 === end || source.startsWith(delimiter, at + 1) || /[\r\n]/.test(source.charAt(at + 1)))
      return { inside: { start: start + 1, end: at }, next: at + 1 }
    else return { why: 'a cell goes on behind its quotes' }
  }
  return { why: 'the quotes around a cell are not closed' }
}

function plain(source: string, { start, end }: Range, { delimiter }: CsvForm): CsvCell {
  let next = start
  while (next < end && !source.startsWith(delimiter, next) && !/[\r\n]/.test(source.charAt(next))) next++
  return { inside: { start, end: next }, next }
}

function skipped(source: string, at: number, end: number): number {
  let next = at
  while (next < end && /[ \t]/.test(source.charAt(next))) next++
  return next
}

function nextLine(source: string, at: number): number {
  if (source.startsWith('\r\n', at)) return at + 2
  return at + 1
}

/** The lines of a cell that have something in them, in paragraphs. */
function linesOf(source: string, { start, end }: Range): Range[][] {
  const paragraphs: Range[][] = [[]]
  for (const { 0: line, index } of source
    .slice(start, end)
    .matchAll(/[^\r\n]+|(?:\r\n|\n|\r(?!\n))(?=[ \t]*[\r\n])/g)) {
    const text = line.trim()
    if (text === '') {
      if (/[\r\n]/.test(line)) paragraphs.push([])
      continue
    }
    const from = start + index + line.length - line.trimStart().length
    paragraphs.at(-1)?.push({ start: from, end: from + text.length })
  }
  return paragraphs.filter(({ length }) => length > 0)
}
