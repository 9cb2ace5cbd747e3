import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { lineEnd, lineStart } from '@frontdoor/markdown/lines'
import type { MarkedBlock } from './markers.ts'

/** Takes a block away with its markers: whole lines with the blank ones behind them, where nothing else stands on them. */
export function removalOf({ source }: MarkdownDocument, { open, close }: MarkedBlock): Edit {
  const start = lineStart(source, open.start)
  const end = lineEnd(source, close.end)
  const alone = /^[ \t]*$/.test(source.slice(start, open.start)) && /^[ \t]*$/.test(source.slice(close.end, end))
  if (!alone) return { start: open.start, end: close.end, text: '' }
  const blank = /(?:[ \t]*(?:\r\n|\n|\r))*/y
  blank.lastIndex = end
  blank.test(source)
  return { start, end: blank.lastIndex, text: '' }
}
