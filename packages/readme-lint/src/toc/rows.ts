import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Section } from '@frontdoor/markdown/sections'
import type { Toc, TocEntry } from './toc.ts'

/** A line of a table of contents: one item. */
export interface Row {
  /** Indentation, bullet or number, and the space behind it. */
  readonly lead: string
  /** All that follows, with the link. */
  readonly text: string
  readonly level: number
  readonly section: Section | undefined
  readonly dead: boolean
}

/** The lines of a table; undefined where an item is more than a line, or where they stand apart in more than one way. */
export function readRows({ source }: MarkdownDocument, { entries }: Toc): Row[] | undefined {
  const rows: Row[] = []
  for (const [index, { item, level, section, dead }] of entries.entries()) {
    const lineStart = startOfLine(source, item.start)
    const lead =
      source.slice(lineStart, item.start) +
      (/^(?:[-*+]|\d+[.)])[ \t]+/.exec(source.slice(item.start, item.end))?.[0] ?? '')
    const text = source.slice(lineStart + lead.length, behindBlanks(source, item.end))
    const before = entries[index - 1]
    const isLine = lead.trim() !== '' && !/[\r\n]/.test(text) && /^[ \t]*$/.test(source.slice(lineStart, item.start))
    const gap = before && source.slice(behindBlanks(source, before.item.end), lineStart)
    if (!isLine || (gap !== undefined && (!/^[\r\n]+$/.test(gap) || gap !== gapOf(source, entries)))) return undefined
    rows.push({ lead, text, level, section, dead })
  }
  return rows
}

/** What stands between the first two lines: a line end, or two in a loose list. */
export function gapOf(source: string, [first, second]: readonly TocEntry[]): string | undefined {
  if (!first || !second) return undefined
  return source.slice(behindBlanks(source, first.item.end), startOfLine(source, second.item.start))
}

/** Behind the blanks that may follow an item on its line. */
export function behindBlanks(source: string, offset: number): number {
  let end = offset
  while (source[end] === ' ' || source[end] === '\t') end++
  return end
}

/** Where the heading stands that an entry leads to; the start of the document where it leads to none. */
export function startOf({ section }: Row): number {
  return section?.start ?? 0
}

/** Counts the items of ordered lists anew, where they were counted; where all have one number, they keep it. */
export function numbered(rows: readonly Row[], before: readonly Row[]): Row[] {
  const counts: number[] = []
  const numbers = before.filter(({ level }) => level === 0).map(({ lead }) => /\d+/.exec(lead)?.[0])
  if (numbers.length < 2 || new Set(numbers).size === 1) return [...rows]
  return rows.map((row) => {
    counts.length = row.level + 1
    counts[row.level] = (counts[row.level] ?? 0) + 1
    return { ...row, lead: row.lead.replace(/\d+/, String(counts[row.level])) }
  })
}

/** The edit that replaces the lines of a table by others. */
export function editOf({ source, eol }: MarkdownDocument, { entries }: Toc, rows: readonly Row[]): Edit | undefined {
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last || rows.length === 0) return undefined
  const start = startOfLine(source, first.item.start)
  const text = rows.map((row) => row.lead + row.text).join(gapOf(source, entries) ?? eol)
  return narrowed(source, { start, end: behindBlanks(source, last.item.end), text })
}

/** The same edit without the lines at its ends that stay as they are. */
function narrowed(source: string, { start, end, text }: Edit): Edit | undefined {
  const old = source.slice(start, end)
  if (old === text) return undefined
  let head = 0
  while (head < old.length && head < text.length && old[head] === text[head]) head++
  const from = Math.max(old.lastIndexOf('\n', head - 1), -1) + 1
  let tail = 0
  while (tail < old.length - from && tail < text.length - from && old.at(-1 - tail) === text.at(-1 - tail)) tail++
  const lines = /^[^\r\n]*/.exec(old.slice(old.length - tail))?.[0].length ?? 0
  const cut = tail === old.length - from ? tail : tail - lines
  return { start: start + from, end: end - Math.max(0, cut), text: text.slice(from, text.length - Math.max(0, cut)) }
}
