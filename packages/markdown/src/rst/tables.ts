import type { Range } from '../edit.ts'
import type { Reading, Start } from './blocks.ts'
import type { Line, RstText } from './lines.ts'

/** A cell: its lines that have something in them, in paragraphs. */
export type RstCell = readonly (readonly Range[])[]

/** A table whose borders are drawn. */
export interface RstTable extends Range {
  readonly kind: 'table'
  readonly head: readonly (readonly RstCell[])[]
  readonly body: readonly (readonly RstCell[])[]
}

const gridBorder = /^\+[-+]+\+$/
const gridHead = /^\+[=+]+\+$/
const simpleBorder = /^=+(?: +=+)+$/

/** Reads a grid table or a simple one. Those with cells that go over several columns or rows are none here. */
export function readTable({ lines }: RstText, { line, offset, text }: Start): Reading | undefined {
  const isSimple = simpleBorder.test(text)
  if (!isSimple && !gridBorder.test(text)) return undefined
  const from = offset - (lines[line] as Line).start
  const next = isSimple ? simpleEnd(lines, line, from) : gridEnd(lines, line, from)
  const written = lines
    .slice(line, next)
    .map(({ start, text: whole }) => ({ start: start + from, text: whole.slice(from) }))
  if (written.length < 3) return undefined
  const at = { start: offset, end: (lines[next - 1] as Line).end }
  const parts = isSimple ? simpleParts(written) : gridParts(written)
  // As a whole: each of its borders would be the start of another try.
  if (!parts) return { blocks: [{ kind: 'text', ...at }], next }
  const head = parts.slice(0, parts.length > 1 ? 1 : 0).flat()
  const body = parts.slice(head.length > 0 ? 1 : 0).flat()
  return { blocks: [{ kind: 'table', ...at, head, body }], next }
}

/** A line of a table, from the column that the table starts at. */
interface Row {
  readonly start: number
  readonly text: string
}

type Part = (readonly RstCell[])[]

function gridEnd(lines: readonly Line[], line: number, from: number): number {
  let next = line
  while (/^[+|]/.test((lines[next] as Line).text.slice(from))) next++
  return next
}

/** Parts are what stands above and below the border of the head. */
function gridParts(written: readonly Row[]): Part[] | undefined {
  const borders = [...(written[0] as Row).text].flatMap((sign, index) => (sign === '+' ? [index] : []))
  const parts: Part[] = [[]]
  let open: Row[] = []
  for (const row of written.slice(1)) {
    const isHead = gridHead.test(row.text)
    if (!isHead && !gridBorder.test(row.text)) {
      if (borders.some((at) => row.text.charAt(at) !== '|') || /\+--/.test(row.text)) return undefined
      open.push(row)
      continue
    }
    if (borders.some((at) => row.text.charAt(at) !== '+')) return undefined
    parts.at(-1)?.push(
      cellsOf(
        open,
        borders.slice(0, -1).map((at, index) => [at + 1, borders[index + 1] as number]),
      ),
    )
    open = []
    if (isHead) parts.push([])
  }
  return open.length > 0 ? undefined : parts
}

/** It ends with its third border, or with its second one if a blank line follows. */
function simpleEnd(lines: readonly Line[], line: number, from: number): number {
  let borders = 1
  for (let next = line + 1; next < lines.length; next++) {
    if (!simpleBorder.test((lines[next] as Line).text.slice(from))) continue
    borders++
    if (borders === 3 || lines[next + 1]?.blank !== false) return next + 1
  }
  return line + 1
}

/** A line starts a row where its first column has something in it; others go on with the row above. */
function simpleParts(written: readonly Row[]): Part[] | undefined {
  const columns = [...(written[0] as Row).text.matchAll(/=+/g)].map(
    ({ index, 0: run }, number, all): [number, number] => [
      index,
      number === all.length - 1 ? Number.POSITIVE_INFINITY : index + run.length,
    ],
  )
  const parts: Row[][][] = [[]]
  for (const row of written.slice(1, -1)) {
    const rows = parts.at(-1) as Row[][]
    if (simpleBorder.test(row.text)) parts.push([])
    else if (columns.slice(0, -1).some(([, end]) => (row.text.charAt(end) || ' ') !== ' ')) return undefined
    else if (rows.length > 0 && row.text.slice(...(columns[0] as [number, number])).trim() === '')
      rows.at(-1)?.push(row)
    else if (row.text.trim() !== '' && !/^[- ]+$/.test(row.text)) rows.push([row])
  }
  return parts.map((rows) => rows.map((row) => cellsOf(row, columns)))
}

function cellsOf(rows: readonly Row[], columns: readonly (readonly [number, number])[]): RstCell[] {
  return columns.map(([start, end]) => {
    const paragraphs: Range[][] = [[]]
    for (const row of rows) {
      const cell = row.text.slice(start, end)
      const text = cell.trim()
      if (text === '') paragraphs.push([])
      else {
        const at = row.start + start + cell.length - cell.trimStart().length
        paragraphs.at(-1)?.push({ start: at, end: at + text.length })
      }
    }
    return paragraphs.filter(({ length }) => length > 0)
  })
}
