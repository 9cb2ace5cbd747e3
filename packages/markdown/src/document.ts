import type { Root } from 'mdast'
import { type Block, readBlocks } from './blocks.ts'
import type { Range } from './edit.ts'
import { readHtmlLinks } from './html/links.ts'
import { readHtml } from './html/read.ts'
import { type HtmlComment, type HtmlElement, type HtmlTag, type HtmlText, type HtmlTokens, pairTags } from './html.ts'
import { type Link, readMarkdownLinks } from './links.ts'
import { NodeIndex, walk } from './nodes.ts'
import type { Parse } from './parse.ts'
import { type Place, placeFinder } from './place.ts'
import { mendPositions } from './positions.ts'
import { ReaderText } from './reader.ts'
import { readSections, type Section } from './sections.ts'

/** micromark takes off one mark and does not count it; of several, none may be left to it. */
const byteOrderMarks = /^\uFEFF*/

/** One Markdown file. Everything is computed when first asked for; all offsets count into `source`. */
export class MarkdownDocument {
  readonly source: string
  readonly #parse: Parse
  #tree?: Root
  #nodes?: NodeIndex
  #html?: HtmlTokens
  #elements?: readonly HtmlElement[]
  #links?: readonly Link[]
  #sections?: readonly Section[]
  #blocks?: readonly Block[]
  #reader?: ReaderText
  #place?: (offset: number) => Place

  constructor(source: string, parse: Parse) {
    this.source = source
    this.#parse = parse
  }

  /** True when the source starts with a byte order mark. */
  get bom(): boolean {
    return this.source.startsWith('\uFEFF')
  }

  /** The first line ending of the document; `\n` where there is none. */
  get eol(): '\n' | '\r\n' | '\r' {
    return (/\r\n|\n|\r/.exec(this.source)?.[0] ?? '\n') as '\n' | '\r\n' | '\r'
  }

  /** The parsed source. Every node has a position, and its offsets count into `source`. */
  get tree(): Root {
    this.#tree ??= readTree(this.source, this.#parse)
    return this.#tree
  }

  /** The nodes of the tree by type. */
  get nodes(): NodeIndex {
    this.#nodes ??= new NodeIndex(this.tree)
    return this.#nodes
  }

  /** HTML tags in document order. */
  get tags(): readonly HtmlTag[] {
    return this.#tokens.tags
  }

  /** HTML comments in document order. */
  get comments(): readonly HtmlComment[] {
    return this.#tokens.comments
  }

  /** What stands between the tags of HTML blocks, in document order; between inline tags stand nodes of the tree. */
  get htmlTexts(): readonly HtmlText[] {
    return this.#tokens.texts
  }

  /** HTML elements in the order of their opening tags. */
  get elements(): readonly HtmlElement[] {
    this.#elements ??= pairTags(this.tags)
    return this.#elements
  }

  /** Links, images and definitions, in Markdown and HTML, in document order. */
  get links(): readonly Link[] {
    this.#links ??= [...readMarkdownLinks(this), ...readHtmlLinks(this)].sort((a, b) => a.start - b.start)
    return this.#links
  }

  /** Headings, in Markdown and HTML, with what they govern, in document order. */
  get sections(): readonly Section[] {
    this.#sections ??= readSections(this)
    return this.#sections
  }

  /** Regions between marker comments, in document order. */
  get blocks(): readonly Block[] {
    this.#blocks ??= readBlocks(this.comments, this.source.length)
    return this.#blocks
  }

  /** What a reader sees in a range: text, code and, unless `alt` is false, the alt text of images. */
  text(range: Range, options?: { readonly alt?: boolean }): string {
    this.#reader ??= new ReaderText(this.nodes, this.#tokens)
    return this.#reader.in(range, options)
  }

  /** The source of a range. */
  slice({ start, end }: Range): string {
    return this.source.slice(start, end)
  }

  /** Line and column of an offset. */
  place(offset: number): Place {
    this.#place ??= placeFinder(this.source)
    return this.#place(offset)
  }

  get #tokens(): HtmlTokens {
    this.#html ??= readHtml(this.source, this.nodes)
    return this.#html
  }
}

function readTree(source: string, parse: Parse): Root {
  const { length } = (byteOrderMarks.exec(source) as RegExpExecArray)[0]
  const tree = parse(source.slice(length))
  if (length > 0) moveTree(tree, length)
  mendPositions(tree, source)
  return tree
}

/** The parser has not seen the byte order mark, so the offsets of its tree move behind it. */
function moveTree(tree: Root, by: number): void {
  // Nodes may share one position object, and each must move once.
  const points = new Set([tree.position?.start, tree.position?.end])
  walk(tree, ({ node }) => {
    const address = node.data && 'address' in node.data ? node.data.address : undefined
    for (const position of [node.position, address]) points.add(position?.start).add(position?.end)
  })
  for (const point of points) if (point?.offset !== undefined) point.offset += by
}
