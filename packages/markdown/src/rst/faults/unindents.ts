import type { Range } from '../../edit.ts'
import { type Line, readLines, textStart } from '../lines.ts'
import type { RstFault, Written } from './fault.ts'
import { within } from './within.ts'

/** Kinds of items that start with a marker. */
const marked: ReadonlySet<string | undefined> = new Set([undefined, 'name', 'field', 'line'])

const explicit: ReadonlySet<string> = new Set(['target', 'comment', 'image', 'replacement'])

const signs = { explicit: /^(?:\.\.|__)(?: |$)/, bullet: /^[-*+•‣⁃] /, line: /^\|(?: |$)/, field: /^:/ } as const

/** The lines that start further out than the one above them, without a blank line between and without going on with what is there. */
export function unindentFaults(written: Written): RstFault[] {
  const lines = readLines(written.source)
  const texts = textColumns(written)
  const isClosed = within(closedRanges(written))
  const isMarker = (line: Line) => texts.has(textStart(line))
  return lines.flatMap((line, index): RstFault[] => {
    const above = lines[index - 1]
    if (isClosed(line.start) || line.blank || !above || above.blank) return []
    const isFurtherOut = line.indent < Math.max(above.indent, texts.get(textStart(above)) ?? 0)
    if (!isFurtherOut || goesOn(lines, index, isMarker)) return []
    return [{ kind: 'unindent', name: '', start: line.start, end: line.end }]
  })
}

/** Where something starts that has its text behind a marker, with the column from which on lines belong to it. */
function textColumns({ blocks, directives }: Written): ReadonlyMap<number, number> {
  const columns = new Map<number, number>()
  for (const { kind, start, column, content = column + 1 } of blocks.flatMap(({ items }) => items))
    if (marked.has(kind)) columns.set(start, kind ? column + 1 : content)
  for (const { start } of [...blocks.filter(({ kind }) => explicit.has(kind)), ...directives]) columns.set(start, 1)
  return columns
}

/** What of a source is its own affair: code, comments, tables, titles and directives. */
function closedRanges({ blocks, directives }: Written): Range[] {
  const opaque = blocks.filter(({ kind }) => ['code', 'comment', 'table', 'title'].includes(kind))
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
  if (isNumber(one) && isNumber(other)) return true
  const isSame = isMarker(first) && Object.values(signs).some((sign) => sign.test(one) && sign.test(other))
  // Or both are explained by what is below them.
  return isSame || (isBelow(lines[from + 1]) && isBelow(lines[index + 1]) && !isMarker(lines[index] as Line))
}

function isNumber(text: string): boolean {
  return /^\(?(?:\d+|#|[a-z]|[ivxlcdm]+)[.)] /i.test(text)
}
