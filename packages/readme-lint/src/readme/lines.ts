import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { Range } from '@frontdoor/markdown/edit'

/** Start of the line after the one that an offset is on; behind the end of the source where there is none. */
export function nextLine(source: string, offset: number): number {
  const end = /\r\n|\n|\r/g
  end.lastIndex = offset
  return end.test(source) ? end.lastIndex : source.length + 1
}

/** The line above the one that starts at an offset, with its ending; undefined above the first. */
export function lineAbove(source: string, start: number): string | undefined {
  if (start === 0) return undefined
  const end = source.startsWith('\r\n', start - 2) ? start - 2 : start - 1
  return source.slice(startOfLine(source, end), start)
}

/** True for a line of white space and the marks of quotes only. */
export function isBlankLine(line: string): boolean {
  return /^\uFEFF?[ \t>]*[\r\n]*$/.test(line)
}

/**
 * What to remove of a line that holds only this: the line, and what it leaves over of the blank lines around it. Between two
 * texts a blank line stays.
 */
export function removableLine(source: string, { start, end }: Range): Range {
  const line = { start: startOfLine(source, start), end: Math.min(nextLine(source, end), source.length) }
  const above = lineAbove(source, line.start)
  const below = source.slice(line.end, nextLine(source, line.end))
  if (above === undefined) return { start, end: line.end + (isBlankLine(below) ? below.length : 0) }
  if (source.slice(line.end).trim() === '') {
    return { start: line.start - (isBlankLine(above) ? above.length : 0), end: line.end }
  }
  if (!isBlankLine(above)) return isBlankLine(below) ? line : { start, end }
  return { start: line.start, end: line.end + (isBlankLine(below) ? below.length : 0) }
}
