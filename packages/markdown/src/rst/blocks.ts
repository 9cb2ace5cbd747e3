import type { PlacedBlock, Reading, RstBlock, RstDirective, Start } from './block.ts'
import { readExplicit } from './explicit.ts'
import { behind, itemOf, itemsAt, type Marker, marker, type RstItem } from './items.ts'
import { bodyEnd, dedent, type Line, type RstText, readLines, textStart } from './lines.ts'
import { readTable } from './tables.ts'

type Reader = (text: RstText, start: Start) => Reading | undefined

const readers: readonly Reader[] = [readTitle, readRule, readExplicit, readDoctest, readTable]

/** What may stand in the cell of a table, beside text and lists. */
const inCells: readonly Reader[] = [readExplicit, readDoctest]

/** Reads the blocks of a source, in its order, and tells of its directives. Each line is looked at a fixed number of times. */
export function readRstBlocks(source: string, tell?: (directive: RstDirective) => void): PlacedBlock[] {
  return readBlocks({ source, lines: readLines(source) }, readers, tell)
}

/** Reads the blocks of the cell of a table, of which the lines stand apart in the source. */
export function readCellBlocks(text: RstText): PlacedBlock[] {
  return readBlocks(text, inCells)
}

function readBlocks(
  { source, lines }: RstText,
  known: readonly Reader[],
  tell: (directive: RstDirective) => void = () => {},
): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  let before: readonly RstItem[] = []
  for (let at = 0; at < lines.length; ) {
    if ((lines[at] as Line).blank) {
      at++
      continue
    }
    const start = startOf(lines, at)
    const open = itemsAt(placeOf(lines[at] as Line), start.markers, before)
    const fields = open.map((item) => (item.name ? behind(item) : item))
    for (const [index, { name }] of open.entries())
      if (name && open[index] !== fields[index])
        blocks.push({ kind: 'text', ...name, items: [...fields.slice(0, index), open[index] as RstItem] })
    const { blocks: found, next, opens, directive } = readAt({ source, lines }, start, known)
    if (directive) tell({ ...directive, isInside: fields.length > 0 })
    const items = opens ? [...fields, itemOf(opens)] : fields
    for (const block of found) blocks.push({ ...block, items })
    before = items.map(behind)
    at = next
  }
  return blocks
}

function placeOf(line: Line): Pick<Marker, 'start' | 'column'> {
  return { start: textStart(line), column: line.indent }
}

function readAt(text: RstText, start: Start, known: readonly Reader[]): Reading {
  for (const read of known) {
    const reading = read(text, start)
    if (reading) return reading
  }
  return readText(text, start)
}

function startOf(lines: readonly Line[], line: number): Start {
  const { text, start, indent } = lines[line] as Line
  const first = text.length - text.trimStart().length
  const markers: Marker[] = []
  let at = first
  // `* - cell` is a list in a list.
  for (let depth = 0; depth < 3; depth++) {
    const found = markerAt(lines, line, { at, place: { start: start + at, column: indent + at - first } })
    if (!found) break
    if (found.marker) markers.push(found.marker)
    at = marker.lastIndex
  }
  const column = indent + at - first
  // What stands behind the name of a field goes on below it, at any column.
  if (!markers.at(-1)?.kind && isTerm(text.slice(at), column, lines[line + 1]))
    markers.push({ start: start + at, column, sign: 'dl', kind: 'term' })
  return { line, offset: start + at, column: indent + at - first, text: text.slice(at), markers }
}

interface MarkerPlace {
  readonly at: number
  readonly place: Pick<Marker, 'start' | 'column'>
}

/** The marker at a place in a line, if it starts an item; letters before a dot start none. */
function markerAt(lines: readonly Line[], line: number, { at, place }: MarkerPlace): { marker?: Marker } | undefined {
  marker.lastIndex = at
  const [found, sign, open, number, close, bar, name, option] = marker.exec((lines[line] as Line).text) ?? []
  if (found === undefined || (number && runsOn(lines, line))) return undefined
  if (option === found && !isExplained(lines, line)) return undefined
  const content = /\s$/.test(found) ? { content: place.column + found.length } : {}
  if (sign) return { marker: { ...place, sign, ...content } }
  if (number) {
    const counted = number === '#' ? undefined : Number(number)
    return { marker: { ...place, ...content, sign: `${open}${close}`, number: counted } }
  }
  if (bar) return { marker: { ...place, sign: bar, kind: 'line' } }
  const { start } = place
  if (name)
    return { marker: { ...place, sign: ':', kind: 'name', name: { start: start + 1, end: start + name.length + 2 } } }
  if (!option) return {}
  return { marker: { ...place, sign: '--', kind: 'option', name: { start, end: start + option.length } } }
}

function isExplained(lines: readonly Line[], line: number): boolean {
  const next = lines[line + 1]
  return next !== undefined && !next.blank && next.indent > (lines[line] as Line).indent
}

/** A line is a term where the next one is indented more, unless it is something else. */
function isTerm(text: string, column: number, next: Line | undefined): boolean {
  if (!next || next.blank || next.indent <= column || text === '') return false
  return !/^(?:\.\.(?:\s|$)|__(?:\s|$)|>>> )/.test(text) && (text.length < 4 || !adornment.test(text))
}

/** True where a number only happens to stand at the start of a line: the text goes on below it. */
function runsOn(lines: readonly Line[], line: number): boolean {
  const [first, next] = [lines[line] as Line, lines[line + 1]]
  return next !== undefined && !next.blank && next.indent <= first.indent && !isItem(next)
}

const adornment = /^([!-/:-@[-`{-~])\1*$/

/** Two or three lines: a text, and the sign that underlines it, which may stand above it, too. */
function readTitle({ lines }: RstText, { line }: Start): Reading | undefined {
  const [first, second, third] = [lines[line] as Line, lines[line + 1], lines[line + 2]]
  if (first.indent > 0 || !second || second.blank) return undefined
  if (adornment.test(first.text)) {
    const fits = third?.text === first.text && isLong(first, second)
    return fits ? title(lines, line, line + 2, `${first.text.charAt(0)}over`) : undefined
  }
  const fits = second.indent === 0 && adornment.test(second.text) && isLong(second, first)
  return fits ? title(lines, line, line + 1, second.text.charAt(0)) : undefined
}

/** Four signs or more, with a blank line on both sides. */
function readRule({ lines }: RstText, { line, offset, text }: Start): Reading | undefined {
  const stands = text.length > 3 && adornment.test(text) && lines[line + 1]?.blank !== false
  return stands ? { blocks: [{ kind: 'rule', start: offset, end: offset + text.length }], next: line + 1 } : undefined
}

/** docutils reads an underline that is too short as one, unless it has fewer than four signs. */
function isLong(underline: Line, text: Line): boolean {
  return underline.text.length >= Math.min(4, text.text.trim().length)
}

function title(lines: readonly Line[], first: number, last: number, style: string): Reading {
  const [start, end] = [(lines[first] as Line).start, (lines[last] as Line).end]
  const { text, ...inside } = lines[style.endsWith('over') ? first + 1 : first] as Line
  const indent = text.length - text.trimStart().length
  const at = { start: inside.start + indent, end: inside.end }
  return { blocks: [{ kind: 'title', start, end, inside: at, style }], next: last + 1 }
}

/** An interactive session of Python. */
function readDoctest({ lines }: RstText, { line, text }: Start): Reading | undefined {
  if (!text.startsWith('>>> ')) return undefined
  const next = paragraphEnd(lines, line)
  return { blocks: [code(lines.slice(line, next), 'pycon')], next }
}

/** A paragraph, and the literal block that it announces with `::`, of which one colon is shown behind a word. */
function readText({ lines }: RstText, { line, offset, column, markers, text }: Start): Reading {
  const isOne = text === '' || markers.at(-1)?.kind === 'term'
  const next = isOne ? line + 1 : paragraphEnd(lines, line, markers.at(-1)?.column)
  const { end: written, text: last } = lines[next - 1] as Line
  // Without a blank line it is a term, with what explains it.
  const isAnnounced = last.endsWith('::') && !last.endsWith('\\::') && lines[next]?.blank !== false
  const end = written - (isAnnounced ? (/(?:\s|^)::$|:$/.exec(last) as RegExpExecArray)[0].length : 0)
  const literal = isAnnounced ? literalEnd(lines, next, column) : next
  const announces = isAnnounced && literal === next
  // What announces nothing is told where it stands.
  const shown: RstBlock[] =
    offset < end || announces
      ? [{ kind: 'text', start: offset, end: Math.max(end, offset), ...(announces && { announces: true }) }]
      : text === '' && markers.length > 0
        ? [{ kind: 'nothing', start: offset, end: offset }]
        : []
  if (literal === next) return { blocks: shown, next }
  return { blocks: [...shown, code(lines.slice(next, literal))], next: literal }
}

/** The end of a literal block: what is indented, or lines behind a blank one that all start with the same sign. */
function literalEnd(lines: readonly Line[], from: number, column: number): number {
  const end = bodyEnd(lines, from, column)
  if (end > from) return end
  let at = from
  while (lines[at]?.blank) at++
  const quote = quotes.exec(lines[at]?.text.slice(column) ?? '')?.[0]
  if (quote === undefined || at === from) return from
  while (lines[at]?.text.slice(column).startsWith(quote)) at++
  return at
}

const quotes = /^[!-/:-@[-`{-~]/

/**
 * A list may have its items on lines that follow one another, at its column or further out; each is a paragraph of its own. What is
 * explained, or the name of a field, is one line, and may have anything indented below it.
 */
function paragraphEnd(lines: readonly Line[], line: number, item = Number.POSITIVE_INFINITY): number {
  const first = lines[line] as Line
  const second = lines[line + 1]
  if (second && second.indent > first.indent && second.text.trimStart().startsWith('.. ')) return line + 1
  const isFirst = isItem(first)
  const column = isFirst ? item : first.indent - 1
  const isAway = ({ indent, text }: Line) => indent < first.indent && text.trimStart().startsWith('.. ')
  const goesOn = (next: Line) => !next.blank && (next.indent > column || (isFirst && !isItem(next) && !isAway(next)))
  let at = line + 1
  while (at < lines.length && goesOn(lines[at] as Line)) at++
  return at
}

function isItem({ text }: Line): boolean {
  marker.lastIndex = text.length - text.trimStart().length
  return marker.test(text)
}

/** A block of code of lines that it has for itself. */
function code(lines: readonly Line[], language?: string): RstBlock {
  const written = lines.filter(({ blank }) => !blank)
  const range = { start: (written[0] as Line).start, end: (written.at(-1) as Line).end }
  return { ...range, kind: 'code', value: dedent(lines), ...(language && { language }) }
}
