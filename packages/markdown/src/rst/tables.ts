import type { Reading, Start } from './block.ts'
import type { Line, RstText } from './lines.ts'
import { gridRows } from './tables/grid.ts'
import { rowAt, type TableKind } from './tables/row.ts'
import { simpleRows } from './tables/simple.ts'

const gridBorder = /^\+-[-+]+-\+$/
const simpleBorder = /^=+(?: +=+)+$/

/** Wider ones are not read: each sign of a border may start a cell. */
const widest = 1000

/** Reads a grid table or a simple one. */
export function readTable({ lines }: RstText, { line, offset, text }: Start): Reading | undefined {
  const isSimple = simpleBorder.test(text)
  if (!isSimple && !gridBorder.test(text)) return undefined
  const from = offset - (lines[line] as Line).start
  const { next, why } = isSimple ? simpleEnd(lines, line, from) : gridEnd(lines, line, from)
  const at = { start: offset, end: (lines[next - 1] as Line).end }
  const kind: TableKind = why === undefined ? read(lines.slice(line, next), from) : { kind: 'malformed', why }
  // As a whole: each of its borders would be the start of another try.
  return { blocks: [{ ...at, ...kind }], next }
}

function read(lines: readonly Line[], from: number): TableKind {
  const rows = lines.map(({ start, text }) => rowAt(start + from, text.slice(from)))
  const known = rows.filter((row) => row !== undefined)
  const first = known[0]
  if (known.length < Math.max(rows.length, 2) || !first || first.text.length > widest) return { kind: 'unread' }
  const found = first.text.startsWith('=') ? simpleRows(known) : gridRows(known)
  if (!found) return { kind: 'unread' }
  return 'why' in found ? { kind: 'malformed', ...found } : { kind: 'table', ...found }
}

interface End {
  readonly next: number
  readonly why?: string
}

/** It reaches to the last border before something else. */
function gridEnd(lines: readonly Line[], line: number, from: number): End {
  const written = (at: number) => (lines[at] as Line).text.slice(from)
  let behind = line
  while (behind < lines.length && /^[+|]/.test(written(behind))) behind++
  let last = behind - 1
  while (last > line && !gridBorder.test(written(last))) last--
  if (last === line && behind > line + 1) return { next: behind, why: 'the border at the bottom is missing' }
  const follows = lines[last + 1]
  if (follows && !follows.blank) return { next: last + 1, why: 'there is no blank line behind it' }
  return { next: last + 1 }
}

/** It ends with its third border, or with its second one if a blank line follows. */
function simpleEnd(lines: readonly Line[], line: number, from: number): End {
  const { length } = (lines[line] as Line).text
  let borders = 0
  let last = line
  for (let at = line + 1; at < lines.length; at++) {
    const { text, blank, indent } = lines[at] as Line
    // What stands further out ends what the table stands in.
    if (!blank && indent < from) break
    if (!/^=+(?: +=+)*$/.test(text.slice(from))) continue
    if (text.length !== length) return { next: at + 1, why: 'a border has another length than the one at the top' }
    borders++
    last = at
    if (borders === 2 || lines[at + 1]?.blank !== false) return closed(lines, at)
  }
  return { next: last + 1, why: 'the border at the bottom is missing' }
}

function closed(lines: readonly Line[], last: number): End {
  const isApart = lines[last + 1]?.blank !== false
  return { next: last + 1, ...(!isApart && { why: 'there is no blank line behind it' }) }
}
