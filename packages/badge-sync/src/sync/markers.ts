import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { HtmlComment } from '@frontdoor/markdown/html'
import { PlacedError } from '../placed-error.ts'

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
 * @throws {PlacedError} at a marker that has no partner, or that stands in another block
 */
export function readMarkers(document: MarkdownDocument): MarkedBlock[] {
  const blocks: MarkedBlock[] = []
  let open: Marker | undefined
  for (const comment of document.comments) {
    const marker = readMarker(comment, document)
    if (!marker) continue
    if (marker.kind === 'start') {
      if (open) throw misplaced(marker, `stands inside the block ${open.name}: end that one before it`, document)
      open = marker
      continue
    }
    if (!open) throw misplaced(marker, 'ends a block that does not start: remove it, or add its start', document)
    if (marker.name !== '' && marker.name !== open.name)
      throw misplaced(marker, `ends another block than ${open.name}, which is open here`, document)
    blocks.push(pair(open, marker))
    open = undefined
  }
  if (open) throw misplaced(open, `is never ended: add <!-- badge-sync:end ${open.name} -->`, document)
  for (const block of blocks) refuseCrossing(block, document)
  return blocks
}

/** What another tool writes must be inside a block or around it: half of its markers would be lost. */
function refuseCrossing({ name, open, body }: MarkedBlock, document: MarkdownDocument): void {
  const holds = ({ start }: Range): boolean => body.start <= start && start < body.end
  const other = document.blocks.find(
    (one) => one.owner !== 'badge-sync' && holds(one.open) !== (one.close !== undefined && holds(one.close)),
  )
  if (!other || (other.close === undefined && !holds(other.open))) return
  const theirs = other.owner === 'unknown' ? other.name : `${other.name} of ${other.owner}`
  const message = `The blocks ${name} and ${theirs} overlap: end the one that starts inside the other before that ends`
  throw broken(document, open, message)
}

/** A comment of reStructuredText that reads as a marker: without a word, somebody would wait for a block in vain. */
export function refuseInRst(document: MarkdownDocument): void {
  const marker = /^\.\.[ \t]+badge-sync:.*/im.exec(document.source)
  if (!marker) return
  const at = { start: marker.index, end: marker.index + marker[0].length }
  throw broken(
    document,
    at,
    'Blocks are written into Markdown only: take this marker out, or keep the README in Markdown',
  )
}

function readMarker(comment: HtmlComment, document: MarkdownDocument): Marker | undefined {
  const [, tool, kind, name = '', rest = ''] =
    /^(badge-sync):(\S*)(?:\s+(\S+))?(.*)$/is.exec(comment.value.trim()) ?? []
  if (tool === undefined || kind === undefined) return undefined
  if (tool !== 'badge-sync' || (kind !== 'start' && kind !== 'end'))
    throw broken(document, comment, `${tool}:${kind} is no marker: write badge-sync:start or badge-sync:end`)
  if (!comment.closed) throw broken(document, comment, 'This marker has no -->: add it')
  if (kind === 'start' && name === '') throw broken(document, comment, 'This marker names no block')
  return { kind, name, rest, comment }
}

function misplaced({ kind, name, comment }: Marker, what: string, document: MarkdownDocument): PlacedError {
  return broken(document, comment, `<!-- ${`badge-sync:${kind} ${name}`.trim()} --> ${what}`)
}

function broken({ source }: MarkdownDocument, at: Range, message: string): PlacedError {
  return new PlacedError(message, { rule: 'block/markers', at, source })
}

function pair({ name, rest, comment: open }: Marker, { rest: end, comment: close }: Marker): MarkedBlock {
  const [, sum] = /(?:^|\s)sha=([\da-f]+)/.exec(end) ?? []
  return { name, parameters: rest.trim(), sum, open, close, body: { start: open.end, end: close.start } }
}
