import { applyEdits, type Edit, type Range } from '@frontdoor/markdown/edit'
import type { SourceLines } from './source-lines.ts'
import type { DiffLine, SourceLine } from './view.ts'

/** Lines before and behind what is meant. */
const context = 2
/** Of a passage that is longer, the rest goes unseen. */
const mostLines = 24
/** Nobody reads on in a line that is longer, and it would make the page slow. */
const widest = 400

/** The lines that a range stands on, with some around. */
export function excerptOf(lines: SourceLines, { start, end }: Range): SourceLine[] {
  const first = lines.at(start)
  const last = Math.max(first, lines.at(Math.max(start, end - 1)))
  const from = Math.max(first - context, 0)
  const to = Math.min(last + context, lines.count - 1, from + mostLines)
  return Array.from({ length: to - from + 1 }, (_, index): SourceLine => {
    const line = from + index
    const text = lines.text(line)
    if (line < first || line > last) return { number: line + 1, text: cut(text) }
    const inLine = (offset: number) => Math.min(Math.max(offset - lines.start(line), 0), text.length)
    return { number: line + 1, ...cutAround(text, inLine(start), inLine(end)) }
  })
}

/** What edits change, line by line, with some lines around. */
export async function diffOf(source: string, lines: SourceLines, edits: readonly Edit[]): Promise<DiffLine[]> {
  const { structuredPatch } = await import('diff')
  // Only the passage that the edits stand in is compared: a long README with many fixes would take seconds.
  const first = lines.at(Math.min(...edits.map(({ start }) => start)))
  const last = lines.at(Math.max(...edits.map(({ end }) => end)))
  const from = lines.start(Math.max(first - context, 0))
  const before = source.slice(from, lines.start(last + context + 1))
  const moved = edits.map(({ start, end, text }) => ({ start: start - from, end: end - from, text }))
  const options = { context, maxEditLength: 1000 }
  const patch = structuredPatch('', '', before, applyEdits(before, moved), '', '', options)
  const hunks = (patch?.hunks ?? []).map((hunk) => hunk.lines.flatMap(diffLine))
  return hunks.flatMap((hunk, index) => (index === 0 ? hunk : [{ kind: 'gap' as const, text: '' }, ...hunk]))
}

const kinds: Readonly<Record<string, DiffLine['kind']>> = { '-': 'old', '+': 'new', ' ': 'same' }

/** Nobody wants to hear of a line ending that is missing at the end of a passage. */
function diffLine(line: string): DiffLine[] {
  const kind = kinds[line.charAt(0)]
  return kind ? [{ kind, text: cut(line.slice(1).replace(/\r$/, '')) }] : []
}

function cut(text: string): string {
  return text.length > widest ? `${text.slice(0, widest)}…` : text
}

/** A line with its mark, which can be seen in what is left of it. */
function cutAround(text: string, from: number, to: number): Pick<SourceLine, 'text' | 'mark'> {
  const head = text.length > widest && from > widest / 2 ? from - widest / 4 : 0
  const shown = (head > 0 ? '…' : '') + cut(text.slice(head))
  const moved = (offset: number) => Math.min(offset - head + (head > 0 ? 1 : 0), shown.length)
  return { text: shown, mark: [moved(from), moved(to)] }
}
