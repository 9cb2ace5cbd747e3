import { eastAsianWidth } from 'get-east-asian-width'
import { lastLine, type Span } from '../report.ts'
import { bracketCommand, escaped, printable } from '../terminal.ts'
import { graphemes } from '../text/graphemes.ts'

/** How a frame is drawn. */
export interface FrameStyle {
  /** Cells that a line may take. */
  readonly columns: number
  readonly paintMark: (text: string) => string
  readonly paintGutter: (text: string) => string
}

/** The part of one line that is pointed at, as UTF-16 offsets into the line. */
interface MarkedLine {
  readonly number: number
  /** True where lines before it are left out. */
  readonly afterGap: boolean
  readonly text: string
  readonly from: number
  readonly to: number
}

/** One thing that a terminal draws. */
interface Cell {
  readonly text: string
  readonly width: number
  /** Offsets into the line that it stands for. */
  readonly start: number
  readonly end: number
}

/** Of a longer range, the first three are shown and the last. */
const mostLines = 4
const leastColumns = 20
const indent = '  '

/**
 * The lines of a span with an underline below each, cut around the span where they are too long to show.
 *
 * Empty where there is nothing to see: the span stands on blank lines only.
 */
export function codeFrame(lines: readonly string[], span: Span, style: FrameStyle): string[] {
  const marked = markedLines(lines, span)
  if (marked.every((line) => line.text.trim() === '')) return []
  const digits = String(marked.at(-1)?.number).length
  const edge = (label: string, sign: string) => style.paintGutter(`${indent}${label.padStart(digits)} ${sign}`)
  const columns = Math.max(style.columns - (indent.length + digits + ' │ '.length), leastColumns)
  return marked.flatMap((line) => {
    const gap = line.afterGap ? [edge('', '⋮')] : []
    const number = edge(String(line.number), '│')
    if (line.text.trim() === '') return [...gap, number]
    const { text, before, width } = fit(line, columns)
    const underline = ' '.repeat(before) + style.paintMark('^'.repeat(width))
    return [...gap, `${number} ${text}`, `${edge('', '│')} ${underline}`]
  })
}

function markedLines(lines: readonly string[], { start, end }: Span): MarkedLine[] {
  const last = lastLine({ start, end })
  return Array.from({ length: Math.min(last - start.line + 1, mostLines) }, (_, index) => {
    const number = index === mostLines - 1 ? last : start.line + index
    const text = lines[number - 1] as string
    const from = number === start.line ? start.column - 1 : text.length - text.trimStart().length
    const to = number === end.line ? end.column - 1 : text.length
    const afterGap = number > start.line + index
    return { number, afterGap, text, from, to }
  })
}

/** True for characters of one cell each that no runner would obey (see `bracketCommand`). Most lines are such, and need not be taken apart. */
function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text) && !/##\w*\[/.test(text)
}

/** What is shown of a line in so many columns, the cells before the mark, and the cells of the mark. */
function fit(line: MarkedLine, columns: number): { text: string; before: number; width: number } {
  const { text } = line
  if (text.length <= columns && isPlain(text)) {
    // A place behind the line ending is shown at the end of the line.
    const [before, end] = [Math.min(line.from, text.length), Math.min(line.to, text.length)]
    return { text, before, width: Math.max(end - before, 1) }
  }
  const start = Math.max(line.from - columns, 0)
  const near = text.slice(start, line.from + columns)
  const room = columns - '……'.length
  if (isPlain(near)) return fitPlain(line, { start, near, room })
  const all = cells(near, start)
  const whole = all.at(0)?.start === 0 && all.at(-1)?.end === text.length && sum(all) <= columns
  const shown = whole ? all : crop(all, line, room)
  const head = (shown.at(0)?.start ?? line.from) > 0 ? '…' : ''
  const tail = (shown.at(-1)?.end ?? line.from) < text.length ? '…' : ''
  return {
    text: head + shown.map((cell) => cell.text).join('') + tail,
    before: head.length + sum(shown.filter((cell) => cell.end <= line.from)),
    width: Math.max(sum(shown.filter((cell) => cell.end > line.from && cell.start < line.to)), 1),
  }
}

/** The same where what is near the mark is plain, since a cell is a character there: a README of badges has long lines, and much to say of them. */
function fitPlain(
  line: MarkedLine,
  { start, near, room }: { start: number; near: string; room: number },
): { text: string; before: number; width: number } {
  const before = Math.min(line.from - start, near.length)
  const rest = near.length - before
  const mark = Math.min(line.to - line.from, rest, room)
  const lead = Math.min(Math.floor(leadRoom({ before, mark, rest, room })), before)
  const [from, to] = [before - lead, before + Math.min(rest, room - lead)]
  const head = start + from > 0 ? '…' : ''
  const tail = start + to < line.text.length ? '…' : ''
  return {
    text: head + near.slice(from, to) + tail,
    before: head.length + lead,
    width: Math.max(Math.min(mark, to - before), 1),
  }
}

/** Cells that what stands before the mark may take: from the start of the line where the mark can be seen so, else as much as behind it. */
function leadRoom({ before, mark, rest, room }: Record<'before' | 'mark' | 'rest' | 'room', number>): number {
  return before + mark <= room ? room : Math.max((room - mark) / 2, room - rest)
}

function crop(all: readonly Cell[], line: MarkedLine, room: number): Cell[] {
  const before = all.filter((cell) => cell.end <= line.from)
  const rest = all.slice(before.length)
  const mark = Math.min(sum(rest.filter((cell) => cell.start < line.to)), room)
  const forLead = leadRoom({ before: sum(before), mark, rest: sum(rest), room })
  const lead = before.slice(before.length - fitting(before.toReversed(), forLead))
  return [...lead, ...rest.slice(0, fitting(rest, room - sum(lead)))]
}

/** How many cells from the first on fit into a width. */
function fitting(list: readonly Cell[], width: number): number {
  let left = width
  const index = list.findIndex((cell) => {
    left -= cell.width
    return left < 0
  })
  return index === -1 ? list.length : index
}

function cells(text: string, from: number): Cell[] {
  const brackets = new Set([...text.matchAll(bracketCommand())].map((match) => match.index + match[0].length - 1))
  return graphemes(text).map(({ segment, index }) => {
    const shown = brackets.has(index) ? escaped('[') + printable(segment.slice(1)) : drawn(segment)
    return { text: shown, width: cellWidth(shown), start: from + index, end: from + index + segment.length }
  })
}

function drawn(segment: string): string {
  return segment === '\t' ? '    ' : printable(segment)
}

function cellWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : wideWidth(text)
}

function sum(list: readonly Cell[]): number {
  return list.reduce((width, cell) => width + cell.width, 0)
}

/** Marks take no cell of their own, nor does what joins or varies an emoji; a joined emoji is as wide as its first one. */
function wideWidth(text: string): number {
  const visible = text.replace(/\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\p{Mn}\p{Me}\p{Cf}]/gu, '')
  let width = 0
  for (const character of visible) width += eastAsianWidth(character.codePointAt(0) as number)
  return width
}
