import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import { joinAdjacent } from '@frontdoor/markdown/adjacent'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { lineEnd } from '@frontdoor/markdown/lines'

/** The edit that takes something out, with the blank beside it or the line that it leaves empty. */
export function removal(source: string, { start, end }: Range): Edit {
  const lineStart = startOfLine(source, start)
  const endOfLine = lineEnd(source, end)
  const before = source.slice(lineStart, start)
  const after = source.slice(end, endOfLine)
  if (before.trim() === '' && after.trim() === '') return wholeLines(source, lineStart, endOfLine)
  // One blank between two neighbours is enough.
  const blanks = /^[ \t]+/.exec(after)?.[0].length ?? 0
  if (blanks > 0 && after.trim() !== '') return { start, end: end + blanks, text: '' }
  const trailing = after.trim() === '' ? (/[ \t]+$/.exec(before)?.[0].length ?? 0) : 0
  // Two blanks at the end of a line break it; they belong to what is left.
  return { start: start - trailing, end, text: '' }
}

/** The same for several in the order of the text; neighbours go together. */
export function removals(source: string, ranges: readonly Range[]): Edit[] {
  return joinAdjacent(source, ranges).map((row) => removal(source, row))
}

/** A line with its end, and one of two empty lines that would meet. */
function wholeLines(source: string, start: number, endOfLine: number): Edit {
  const next = afterLineEnd(source, endOfLine)
  const emptyAbove =
    start === 0 || /(?:^|[\r\n])[ \t]*(?:\r\n|\n|\r)$/.test(source.slice(Math.max(0, start - 200), start))
  const below = /^[ \t]*(?:\r\n|\n|\r)/.exec(source.slice(next, next + 200))?.[0].length ?? 0
  return { start, end: emptyAbove ? next + below : next, text: '' }
}

function afterLineEnd(source: string, offset: number): number {
  return offset + (/^\r\n|^[\r\n]/.exec(source.slice(offset, offset + 2))?.[0].length ?? 0)
}

/** True where taking it out leaves an item, a cell or a quote with nothing in it. */
export function leavesHollow(source: string, { start, end }: Range): boolean {
  const lineStart = startOfLine(source, start)
  const rest = source.slice(lineStart, start) + source.slice(end, lineEnd(source, end))
  return rest.trim() !== '' && !/[\p{L}\p{N}[<!]/u.test(rest.replace(/^[ \t]*\d+[.)]/, ''))
}
