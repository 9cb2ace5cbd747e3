import type { Range } from './edit.ts'
import { attributeOf, type HtmlTokens } from './html.ts'
import { type NodeIndex, rangeOf } from './nodes.ts'

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

  /** The text of a range; `alt: false` leaves out images. */
  in({ start, end }: Range, { alt = true }: { readonly alt?: boolean } = {}): string {
    let text = ''
    for (let index = this.#firstAt(start); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index] as Piece
      if (piece.start >= end) break
      if (piece.end <= end && (alt || !piece.alt)) text += piece.text
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
    for (const { node } of nodes.of(type)) yield { ...rangeOf(node), text: node.alt ?? '', alt: true }
  }
  for (const { node } of nodes.of('break')) yield { ...rangeOf(node), text: '\n', alt: false }
}

function* htmlPieces({ texts, tags }: HtmlTokens): Generator<Piece> {
  for (const { start, end, value } of texts) yield { start, end, text: value, alt: false }
  for (const tag of tags) {
    if (tag.name === 'img') yield { start: tag.start, end: tag.end, text: attributeOf(tag, 'alt') ?? '', alt: true }
  }
}
