import type { Range } from '../edit.ts'
import { columns } from '../lines.ts'

/** A line without its line ending and the white space before it. */
export interface Line extends Range {
  readonly text: string
  readonly blank: boolean
  /** Columns of white space in front. */
  readonly indent: number
}

/** A source and its lines. */
export interface RstText {
  readonly source: string
  readonly lines: readonly Line[]
}

/** Offset of the first sign of a line that is not white space. */
export function textStart({ start, text }: Pick<Line, 'start' | 'text'>): number {
  return start + text.length - text.trimStart().length
}

/** Columns of white space, in which a tab reaches to the next multiple of eight. */
export function columnsOf(space: string): number {
  return columns(space, 8)
}

/** The lines of a source. */
export function readLines(source: string): Line[] {
  const lines: Line[] = []
  for (const { 0: written, index: start } of source.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const text = written.trimEnd()
    const indent = columnsOf(text.slice(0, text.length - text.trimStart().length))
    lines.push({ start, end: start + text.length, text, blank: text === '', indent })
  }
  return lines
}

/** Number of the first line behind a body: lines that are blank, or indented more than a column. Blank lines at its end are none of it. */
export function bodyEnd(lines: readonly Line[], from: number, column: number): number {
  let end = from
  for (let at = from; at < lines.length; at++) {
    const { blank, indent } = lines[at] as Line
    if (blank) continue
    if (indent <= column) break
    end = at + 1
  }
  return end
}

/** Number of the first line behind those that follow one another without a blank line, indented more than a column. */
export function runEnd(lines: readonly Line[], from: number, column: number): number {
  let at = from
  while (at < lines.length && !(lines[at] as Line).blank && (lines[at] as Line).indent > column) at++
  return at
}

/** Lines without the indentation that they share, and without blank ones around them. */
export function dedent(lines: readonly Line[]): string {
  const written = lines.filter(({ blank }) => !blank)
  const shared = Math.min(...written.map(({ text }) => text.length - text.trimStart().length))
  return lines
    .map(({ text }) => text.slice(shared))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}
