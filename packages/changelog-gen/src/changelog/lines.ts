import type { Range } from '@frontdoor/markdown/edit'
import { columns } from '@frontdoor/markdown/lines'
import { isClosed, isFenceEnd, openingOf, type Passage } from './passage.ts'

/** A line of a changelog and what it is. The range is that of the line without its line ending. */
export interface Line extends Range {
  /** Offset of the next line, or the end of what is read. */
  readonly next: number
  /** `code`: fenced. `html`: a comment or a raw block. `text`: anything else, quotes and tables too. */
  readonly kind: 'blank' | 'heading' | 'underline' | 'item' | 'definition' | 'code' | 'html' | 'text'
  /** Columns before the first character. */
  readonly indent: number
  /** Without the white space around it. */
  readonly text: string
  /** Of an item: column of its text. */
  readonly content?: number
  /** How many list items the line stands in; an item counts itself. */
  readonly depth: number
}

/**
 * Reads lines as Markdown does, as far as a changelog needs it: it knows fences, comments, raw HTML, front matter and how
 * deep in lists a line stands. It looks at each character a few times, so that of a file of megabytes only the section that
 * is worked on has to be looked at closer.
 */
export function* readLines(source: string, { start, end }: Range): Generator<Line> {
  const scan = new LineScan()
  const frontMatter =
    start === 0
      ? (/^\uFEFF?---[ \t]*(?:\r\n|\n|\r)[\s\S]*?(?:\r|\n)---[ \t]*(?=[\r\n]|$)/.exec(source)?.[0].length ?? 0)
      : 0
  for (let at = start; at < end; ) {
    const line = lineAt(source, at, end)
    const raw = source.slice(line.start, line.end)
    yield at < frontMatter ? { ...line, kind: 'html', indent: 0, text: raw, depth: 0 } : scan.read(raw, line)
    at = line.next
  }
}

type Cut = Pick<Line, 'start' | 'end' | 'next'>

const ending = /\r\n?|\n/g

function lineAt(source: string, start: number, limit: number): Cut {
  ending.lastIndex = start
  const match = ending.exec(source)
  if (!match || match.index >= limit) return { start, end: limit, next: limit }
  return { start, end: match.index, next: Math.min(ending.lastIndex, limit) }
}

const itemMarker = /^(?<marker>[-*+]|\d{1,9}[.)])(?<space>[ \t]+(?=[^ \t])|[ \t]*$)/
const thematicBreak = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** A heading, or a definition. */
const notParagraph = /^(?:#{1,6}(?:[ \t]|$)|\[[^\]]+\]:[ \t]*\S)/

/** What the lines before say about the next one. */
class LineScan {
  /** Columns at which the texts of the open list items start. */
  readonly #items: number[] = []
  #passage: Passage | undefined
  /** True behind a line of a paragraph. */
  #inParagraph = false
  #inDefinition = false

  read(raw: string, cut: Cut): Line {
    const lead = /^\uFEFF?[ \t]*/.exec(raw)?.[0] ?? ''
    const indent = columns(lead.replace('\uFEFF', ''))
    const text = raw.slice(lead.length).trimEnd()
    const line = { ...cut, indent, text }
    if (this.#passage) {
      const inside = this.#readPassage(this.#passage, line)
      if (inside) return inside
    }
    if (text === '') return this.#set({ ...line, kind: 'blank', depth: this.#items.length }, false)
    return this.#readOpen(line)
  }

  /** A line inside a fence, a comment or raw HTML; undefined where the list item around it is over, and it with it. */
  #readPassage(passage: Passage, line: Omit<Line, 'kind' | 'depth'>): Line | undefined {
    const depth = this.#items.length
    if (passage.kind === 'code') {
      if (line.text !== '' && line.indent < passage.content) {
        this.#passage = undefined
        return undefined
      }
      if (isFenceEnd(passage, line.text)) this.#passage = undefined
      return { ...line, kind: 'code', depth }
    }
    if (passage.end === 'blank') {
      if (line.text !== '') return { ...line, kind: 'html', depth }
      this.#passage = undefined
      return this.#set({ ...line, kind: 'blank', depth }, false)
    }
    if (passage.end.test(line.text)) this.#passage = undefined
    return { ...line, kind: 'html', depth }
  }

  #readOpen(line: Omit<Line, 'kind' | 'depth'>): Line {
    const { indent, text } = line
    const open = this.#items.filter((content) => content <= indent)
    const inner = indent - (open.at(-1) ?? 0)
    // What is indented further continues a paragraph, or is code.
    if (inner >= 4 && (this.#inParagraph || this.#inDefinition)) return this.#text(line, this.#items.length)
    if (inner >= 4) return this.#block({ ...line, kind: 'code', depth: open.length })
    const special = this.#readSpecial(line, open)
    if (special) return special
    // A line of text goes on with the paragraph of the item before, wherever it starts.
    if (!this.#inParagraph) this.#items.length = open.length
    const isDefinition = !this.#inParagraph && /^\[[^\]]+\]:[ \t]*\S/.test(text)
    return isDefinition
      ? this.#set({ ...line, kind: 'definition', depth: this.#items.length }, false)
      : this.#text(line, this.#items.length)
  }

  #text(line: Omit<Line, 'kind' | 'depth'>, depth: number): Line {
    this.#items.length = depth
    return this.#set({ ...line, kind: 'text', depth }, true)
  }

  /** What can stand right behind a paragraph and ends it. */
  #readSpecial(line: Omit<Line, 'kind' | 'depth'>, open: readonly number[]): Line | undefined {
    const { indent, text } = line
    const depth = open.length
    const isUnderline = this.#inParagraph && depth === this.#items.length && /^(?:=+|-+)$/.test(text)
    if (isUnderline) return this.#block({ ...line, kind: 'underline', depth })
    if (/^#{1,6}(?:[ \t]|$)/.test(text)) return this.#block({ ...line, kind: 'heading', depth })
    if (thematicBreak.test(text)) return this.#block({ ...line, kind: 'text', depth })
    const passage = openingOf(text, { inParagraph: this.#inParagraph || this.#inDefinition, content: open.at(-1) ?? 0 })
    if (passage) {
      const kind = passage.kind
      this.#passage = isClosed(passage) ? undefined : passage
      return this.#block({ ...line, kind, depth })
    }
    const item = itemMarker.exec(text)?.groups
    if (!item) return undefined
    // An empty item, and a number other than 1, end no paragraph of the same container; definitions are read like one.
    const isInside = (this.#inParagraph || this.#inDefinition) && depth === this.#items.length
    if (isInside && /^(?:[-*+]|\d+[.)])$|^(?!0*1[.)])\d/.test(text)) return undefined
    return this.#item(line, item as { marker: string; space: string }, [...open, indent])
  }

  #item(line: Omit<Line, 'kind' | 'depth'>, item: { marker: string; space: string }, path: readonly number[]): Line {
    const width = columns(item.space)
    // Behind more than four columns the text is code, and the item starts one column behind its marker.
    const content = line.indent + item.marker.length + (width === 0 || width > 4 ? 1 : width)
    this.#items.splice(0, this.#items.length, ...path.slice(0, -1), content)
    const text = line.text.slice(item.marker.length + item.space.length)
    const passage = openingOf(text, { inParagraph: false, content })
    this.#passage = isClosed(passage) ? undefined : passage
    const isParagraph = text !== '' && !passage && !notParagraph.test(text) && !thematicBreak.test(text)
    return this.#set({ ...line, kind: 'item', content, depth: path.length }, isParagraph)
  }

  #block(line: Line): Line {
    this.#items.length = line.depth
    return this.#set(line, false)
  }

  #set(line: Line, inParagraph: boolean): Line {
    this.#inParagraph = inParagraph
    this.#inDefinition = line.kind === 'definition'
    return line
  }
}
