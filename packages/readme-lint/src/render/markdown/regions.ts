import { UserError } from '@frontdoor/kit/io'
import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlComment } from '@frontdoor/markdown/html'
import { htmlNodeOf } from '../../readme/html-node.ts'
import { nextLine, removableLine } from '../../readme/lines.ts'
import { hiddenFrom, regionsOf } from '../../shown/regions.ts'
import type { Change, Rendering } from './transformation.ts'

/** Takes out what is for other hosts, and the markers around what is for this one. */
export function* regions({ document, showing: { host } }: Rendering): Generator<Change> {
  const hidden = new Set(hiddenFrom(document, host))
  for (const region of regionsOf(document).regions) {
    const ranges = hidden.has(region) ? [region] : [region.open, region.close]
    yield { edits: ranges.map((range) => ({ ...removable(document, range, region.open), text: '' })) }
  }
}

/**
 * Refuses a README whose regions are not what they seem: half a README would be published otherwise.
 *
 * @throws {UserError} with a line for each mistake
 */
export function refuseFaults(document: MarkdownDocument, shown: string): void {
  const lines = regionsOf(document).faults.map(({ at, message }) => {
    const { line, column } = document.place(at.start)
    return `${shown}:${line}:${column}: ${message}`
  })
  if (lines.length > 0) throw new UserError(lines.join('\n'))
}

/** The lines of a range, where nothing else stands on them. */
function removable(document: MarkdownDocument, { start, end }: Range, marker: HtmlComment): Range {
  const { source } = document
  const line = { start: startOfLine(source, start), end: Math.min(nextLine(source, end), source.length) }
  const around = source.slice(line.start, start) + source.slice(end, line.end)
  if (around.replace('\uFEFF', '').trim() !== '') return { start, end }
  const node = htmlNodeOf(document, marker)
  // An empty line in the middle of a block of HTML would end it.
  const inBlock = node !== undefined && document.slice(node).trim() !== document.slice(marker)
  return inBlock ? line : removableLine(source, { start, end })
}
