import type { Range } from '../../edit.ts'
import { type Line, readLines, textStart } from '../lines.ts'
import type { RstFault, Written } from './fault.ts'
import { within } from './within.ts'

/** Kinds of items that start with a marker. */
const marked: ReadonlySet<string | undefined> = new Set([
  undefined,
  'name',
  'field',
  'option',
  'effect',
  'part',
  'line',
])

const explicit: ReadonlySet<string> = new Set(['target', 'comment', 'image', 'replacement'])

const signs = {
  explicit: /^(?:\.\.|__)(?: |$)/,
  bullet: /^[-*+•‣⁃](?: |$)/,
  line: /^\|(?: |$)/,
  field: /^:/,
  option: /^(?:[-+][A-Za-z0-9]|--|\/)/,
} as const

/** The lines that start further out than the one above them, without a blank line between and without going on with what is there. */
export function unindentFaults(written: Written): RstFault[] {
  const lines = readLines(written.source)
  const texts = textColumns(written)
  const isClosed = within(closedRanges(written))
  const isMarker = (line: Line) => texts.has(textStart(line))
  return lines.flatMap((line, index): RstFault[] => {
    const above = lines[index - 1]
    if (isClosed(line.start) || line.blank || !above || above.blank) return []
    const column = texts.get(textStart(above)) ?? 0
    const isFurtherOut = line.indent < Math.max(above.indent, column === below ? above.indent + 1 : column)
    if (!isFurtherOut || goesOn(lines, index, isMarker)) return []
    return [{ kind: 'unindent', name: '', start: line.start, end: line.end }]
  })
}

/** Any column further in than the start. */
const below = Number.POSITIVE_INFINITY

/** Where something starts that has its text behind a marker, with the column from which on lines belong to it. */
function textColumns({ blocks, directives }: Written): ReadonlyMap<number, number> {
  const columns = new Map<number, number>()
  for (const { kind, start, column, content = column + 1 } of blocks.flatMap(({ items }) => items))
    if (marked.has(kind)) columns.set(start, kind ? column + 1 : content)
  for (const { start } of [...blocks.filter(({ kind }) => explicit.has(kind)), ...directives]) columns.set(start, below)
  return columns
}

/** What of a source is its own affair: code, comments, tables, titles and directives. */
function closedRanges({ blocks, directives }: Written): Range[] {
  const opaque = blocks.filter(({ kind }) =>
    ['code', 'comment', 'table', 'malformed', 'unread', 'title'].includes(kind),
  )
  return [...opaque, ...directives.map(({ whole }) => whole)]
}

/** True for the next item, term or explicit block after one that started in the same column. */
function goesOn(lines: readonly Line[], index: number, isMarker: (line: Line) => boolean): boolean {
  const { indent, text } = lines[index] as Line
  let from = index - 1
  while (from >= 0 && ((lines[from] as Line).blank || (lines[from] as Line).indent > indent)) from--
  const first = lines[from]
  if (first?.indent !== indent) return false
  const isBelow = (line: Line | undefined) => line !== undefined && !line.blank && line.indent > indent
  const [one, other] = [first.text.trimStart(), text.trimStart()]
  if (isNumber(one) && isNumber(other)) return isNext(one, other)
  const isSame = isMarker(first) && Object.values(signs).some((sign) => sign.test(one) && sign.test(other))
  // Or both are explained by what is below them.
  return isSame || (isBelow(lines[from + 1]) && isBelow(lines[index + 1]) && !isMarker(lines[index] as Line))
}

function isNumber(text: string): boolean {
  return /^\(?(?:\d+|#|[a-z]|[ivxlcdm]+)[.)] /i.test(text)
}

/** True but for two numbers that do not follow one another: they start a list of its own. */
function isNext(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => /^(\(?)(\d{1,9}|#)([.)])/.exec(text))
  if (!first || !second) return true
  if (first[1] !== second[1] || first[3] !== second[3]) return false
  return second[2] === '#' || Number(second[2]) === Number(first[2]) + 1
}
