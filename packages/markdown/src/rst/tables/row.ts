import { eastAsianWidth } from 'get-east-asian-width'
import { isAscii } from '../../ascii.ts'
import type { Range } from '../../edit.ts'
import type { Line } from '../lines.ts'

/** A cell: its lines that have something in them, in paragraphs, and over how many rows and columns it goes, where that is more than one. */
export interface RstCell {
  readonly paragraphs: readonly (readonly Range[])[]
  /** What stands in it, without the indentation that all of it has; absent where that is a value alone. */
  readonly lines?: readonly Line[]
  readonly rows?: number
  readonly columns?: number
  /** It is the head of its row. */
  readonly isHead?: true
}

/** The rows above and below the border of the head. */
export interface RstRows {
  readonly head: readonly (readonly RstCell[])[]
  readonly body: readonly (readonly RstCell[])[]
}

/** The paragraphs in all cells of a table, each its lines. */
export function paragraphsIn({ head, body }: RstRows): (readonly Range[])[] {
  return [...head, ...body].flat().flatMap(({ paragraphs }) => paragraphs)
}

/** Why docutils does not take something for a table. */
export interface Malformed {
  readonly why: string
}

/** What a table is, without its place. */
export type TableKind =
  | (RstRows & { readonly kind: 'table' })
  | (Malformed & { readonly kind: 'malformed' })
  | { readonly kind: 'unread' }

/** A table whose borders are drawn, or what docutils takes for a mistaken one. */
export type RstTable = Range & TableKind

/** A line of a table, from the column that the table starts at. */
export interface TableRow {
  readonly start: number
  /** With a sign behind each that is two columns wide, so that an index is a column. */
  readonly text: string
}

/** What stands behind a sign that takes two columns. */
const filler = '\0'

/** A line as a row of a table; undefined where it has signs that take no column, or several. */
export function rowAt(start: number, written: string): TableRow | undefined {
  if (written.includes('\t')) return undefined
  if (isAscii(written)) return { start, text: written }
  if (/\p{M}/u.test(written)) return undefined
  const isWide = (sign: string) => eastAsianWidth(sign.codePointAt(0) as number) > 1
  return { start, text: [...written].map((sign) => (isWide(sign) ? `${sign}${filler}` : sign)).join('') }
}

/** What stands between two columns of some rows. */
export function cellOf(rows: readonly TableRow[], [from, to]: readonly [number, number]): RstCell {
  const paragraphs: Range[][] = [[]]
  for (const { start, text } of rows) {
    const written = shown(text.slice(from, to))
    const cell = written.trim()
    if (cell === '') paragraphs.push([])
    else {
      const at = start + shown(text.slice(0, from)).length + written.length - written.trimStart().length
      paragraphs.at(-1)?.push({ start: at, end: at + cell.length })
    }
  }
  return { paragraphs: paragraphs.filter(({ length }) => length > 0), lines: linesOf(rows, [from, to]) }
}

function linesOf(rows: readonly TableRow[], [from, to]: readonly [number, number]): Line[] {
  const lines = rows.map(({ start: row, text: whole }) => {
    const text = shown(whole.slice(from, to)).trimEnd()
    const start = row + shown(whole.slice(0, from)).length
    return { start, end: start + text.length, text, blank: text === '', indent: text.length - text.trimStart().length }
  })
  const shared = Math.min(...lines.filter(({ blank }) => !blank).map(({ indent }) => indent))
  return lines.map((line) =>
    line.blank
      ? line
      : { ...line, start: line.start + shared, text: line.text.slice(shared), indent: line.indent - shared },
  )
}

/** The span of a cell, in what says so. */
export function spanning(cell: RstCell, rows: number, columns: number): RstCell {
  return { ...cell, ...(rows > 1 && { rows }), ...(columns > 1 && { columns }) }
}

function shown(text: string): string {
  return text.replaceAll(filler, '')
}
