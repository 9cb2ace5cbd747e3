import { UserError } from '@frontdoor/kit/io'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlComment } from '@frontdoor/markdown/html'

/** A block of ours. */
export interface MarkedBlock {
  readonly name: string
  /** What the start marker says behind the name, as written. */
  readonly parameters: string
  /** The checksum that the end marker keeps. */
  readonly sum: string | undefined
  readonly open: HtmlComment
  readonly close: HtmlComment
  readonly body: Range
}

interface Marker {
  readonly kind: 'start' | 'end'
  readonly name: string
  readonly rest: string
  readonly comment: HtmlComment
}

/**
 * The blocks of a document, in document order.
 *
 * @throws {UserError} with the place of a marker that has no partner, or that stands in another block
 */
export function readMarkers(document: MarkdownDocument, shown: string): MarkedBlock[] {
  const blocks: MarkedBlock[] = []
  let open: Marker | undefined
  for (const comment of document.comments) {
    const marker = readMarker(comment, { document, shown })
    if (!marker) continue
    if (marker.kind === 'start') {
      if (open) throw misplaced(marker, `stands inside the block ${open.name}: end that one before it`, document, shown)
      open = marker
      continue
    }
    if (!open) throw misplaced(marker, 'ends a block that does not start: remove it, or add its start', document, shown)
    if (marker.name !== '' && marker.name !== open.name)
      throw misplaced(marker, `ends another block than ${open.name}, which is open here`, document, shown)
    blocks.push(pair(open, marker))
    open = undefined
  }
  if (open) throw misplaced(open, `is never ended: add <!-- badge-sync:end ${open.name} -->`, document, shown)
  return blocks
}

interface Place {
  readonly document: MarkdownDocument
  readonly shown: string
}

function readMarker(comment: HtmlComment, { document, shown }: Place): Marker | undefined {
  const [, kind, name = '', rest = ''] = /^badge-sync:(\S*)(?:\s+(\S+))?(.*)$/s.exec(comment.value.trim()) ?? []
  if (kind === undefined) return undefined
  if (kind !== 'start' && kind !== 'end')
    throw placed(document, shown, comment, `badge-sync:${kind} is no marker: write badge-sync:start or badge-sync:end`)
  if (!comment.closed) throw placed(document, shown, comment, 'this marker has no -->: add it')
  if (kind === 'start' && name === '') throw placed(document, shown, comment, 'this marker names no block')
  return { kind, name, rest, comment }
}

function misplaced(
  { kind, name, comment }: Marker,
  what: string,
  document: MarkdownDocument,
  shown: string,
): UserError {
  return placed(document, shown, comment, `<!-- ${`badge-sync:${kind} ${name}`.trim()} --> ${what}`)
}

/** A mistake at a place of a document. */
export function placed(document: MarkdownDocument, shown: string, at: Range, message: string): UserError {
  const { line, column } = document.place(at.start)
  return new UserError(`${shown}:${line}:${column}: ${message}`)
}

function pair({ name, rest, comment: open }: Marker, { rest: end, comment: close }: Marker): MarkedBlock {
  const [, sum] = /(?:^|\s)sha=([\da-f]+)/.exec(end) ?? []
  return { name, parameters: rest.trim(), sum, open, close, body: { start: open.end, end: close.start } }
}
