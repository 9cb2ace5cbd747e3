import type { Range } from './edit.ts'
import { attributeOf, type HtmlTokens } from './html.ts'
import { holdsBlocks, type NodeIndex, rangeOf } from './nodes.ts'

/** A piece of text that a reader sees, and where it is written. */
interface Piece extends Range {
  readonly text: string
  /** Text that stands for an image. */
  readonly alt: boolean
}

/** What a reader sees of a document, range by range: text, code and the alt text of images, from Markdown and HTML alike. */
export class ReaderText {
  readonly #pieces: readonly Piece[]

  constructor(nodes: NodeIndex, html: HtmlTokens) {
    this.#pieces = [...markdownPieces(nodes), ...htmlPieces(html)].sort((a, b) => a.start - b.start)
  }

  /** The text of all that lies wholly in a range, each block on lines of its own; `alt: false` leaves out images. */
  in({ start, end }: Range, { alt = true }: { readonly alt?: boolean } = {}): string {
    let text = ''
    for (let index = this.#firstAt(start); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index] as Piece
      if (piece.start >= end) break
      if (start < piece.end && piece.end <= end && (alt || !piece.alt)) text += piece.text
    }
    return text
  }

  /** Number of the first piece that starts at or behind an offset. */
  #firstAt(offset: number): number {
    let low = 0
    let high = this.#pieces.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#pieces[middle] as Piece).start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

function* markdownPieces(nodes: NodeIndex): Generator<Piece> {
  for (const type of ['text', 'inlineCode', 'code'] as const) {
    for (const { node } of nodes.of(type)) yield { ...rangeOf(node), text: node.value, alt: false }
  }
  for (const type of ['image', 'imageReference'] as const) {
    for (const { node } of nodes.of(type)) yield { ...rangeOf(node), text: node.alt as string, alt: true }
  }
  for (const { node } of nodes.of('break')) yield { ...rangeOf(node), text: '\n', alt: false }
  for (const type of ['paragraph', 'heading', 'code', 'tableCell'] as const) {
    for (const { node } of nodes.of(type)) yield blockEnd(rangeOf(node).end)
  }
  for (const { node, parent } of nodes.of('html')) if (holdsBlocks(parent)) yield blockEnd(rangeOf(node).end)
}

/** Stands between the text of a block and that of the next one: not in a range that starts or ends there. */
function blockEnd(end: number): Piece {
  return { start: end, end, text: '\n', alt: false }
}

function* htmlPieces({ texts, tags }: HtmlTokens): Generator<Piece> {
  for (const { start, end, value } of texts) yield { start, end, text: value, alt: false }
  for (const tag of tags) {
    const { name, start, end } = tag
    if (name === 'img') yield { start, end, text: attributeOf(tag, 'alt') ?? '', alt: true }
    if (name === 'br') yield { start, end, text: '\n', alt: false }
  }
}
