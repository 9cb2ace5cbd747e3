import { character, isBlank, isDigit } from './characters.ts'

/** What stands before the content of a line. */
export interface Prefix {
  /** Offset of the content; the end of a line that has none. */
  readonly at: number
  readonly column: number
  /** Columns between the innermost container's content and this one; with four it is indented code. */
  readonly indent: number
  readonly quotes: number
  /** A list item or footnote starts on the line. */
  readonly marked: boolean
}

/** A line, without its line ending. */
export interface Line {
  readonly source: string
  readonly start: number
  readonly end: number
  /** The line before it is text. An empty list item cannot interrupt that: a lone `-` underlines it. */
  readonly behindText: boolean
}

/** An open list item or footnote. */
interface Item {
  /** Column where its content starts. */
  readonly column: number
  /** How many quotes stand before its marker. */
  readonly quotes: number
}

/** Follows which quotes, list items and footnotes the lines of a document stand in. */
export class Containers {
  readonly #items: Item[] = []
  #quotes = 0

  /** How many containers the last line stands in. */
  get depth(): number {
    return this.#quotes + this.#items.length
  }

  /** Column where the content of the innermost open item starts. */
  get column(): number {
    return this.#items.at(-1)?.column ?? 0
  }

  /** Reads the markers at the start of a line, and stops where they are deeper than a limit. */
  read(line: Line, limit: number): Prefix {
    const cursor = new Cursor(line)
    const items = this.#items.length
    const quotes = this.#quotes
    let marked = false
    let behindQuote = 0
    this.#quotes = 0
    while (cursor.skipBlanks() && this.depth <= limit) {
      const { column } = cursor
      if (cursor.skipQuote()) {
        this.#leave((item) => item.quotes === this.#quotes && item.column > column)
        this.#quotes++
        behindQuote = cursor.column + 1
        continue
      }
      this.#leave((item) => item.quotes > this.#quotes || (item.quotes === this.#quotes && item.column > column))
      const sameText = line.behindText && !marked && this.#items.length === items && this.#quotes === quotes
      const content = cursor.skipMarker(sameText)
      if (content === undefined) break
      this.#items.push({ column: content, quotes: this.#quotes })
      marked = true
    }
    const { at, column } = cursor
    return { at, column, indent: column - Math.max(this.column, behindQuote), quotes: this.#quotes, marked }
  }

  /** Closes the outermost item that is left, and all in it. */
  #leave(isLeft: (item: Item) => boolean): void {
    const first = this.#items.findIndex(isLeft)
    if (first !== -1) this.#items.length = first
  }
}

/** A place on a line, with its column: tabs go to the next multiple of four. */
export class Cursor {
  at: number
  column = 0
  readonly #line: Line
  #break: { readonly from: number; readonly to: number } | undefined

  constructor(line: Line) {
    this.at = line.start
    this.#line = line
  }

  /** False where the line has nothing but blanks from here. */
  skipBlanks(): boolean {
    for (; this.at < this.#line.end; this.at++) {
      const code = this.#line.source.charCodeAt(this.at)
      if (code !== character.space && code !== character.tab) return true
      this.column += code === character.tab ? 4 - (this.column % 4) : 1
    }
    return false
  }

  skipQuote(): boolean {
    if (this.#line.source.charCodeAt(this.at) !== character.greaterThan) return false
    this.#advance(1)
    return true
  }

  /** Column where the content of the footnote or item starts whose marker stands here. Behind text, an item needs content. */
  skipMarker(behindText: boolean): number | undefined {
    const footnote = this.#footnoteWidth()
    const width = footnote || this.#itemWidth()
    if (width === 0 || (behindText && footnote === 0 && this.#isLast(width))) return undefined
    const content = this.column + (footnote > 0 ? 4 : width + 1)
    this.#advance(width)
    return content
  }

  #advance(count: number): void {
    this.at += count
    this.column += count
  }

  #itemWidth(): number {
    const code = this.#line.source.charCodeAt(this.at)
    if (code === character.hyphen || code === character.asterisk) return this.#isBlankAt(1) && !this.#isBreak() ? 1 : 0
    if (code === character.plus) return this.#isBlankAt(1) ? 1 : 0
    let digits = 0
    while (digits < 9 && isDigit(this.#line.source.charCodeAt(this.at + digits))) digits++
    const delimiter = this.#line.source.charCodeAt(this.at + digits)
    if (digits === 0 || (delimiter !== character.dot && delimiter !== character.closeParenthesis)) return 0
    return this.#isBlankAt(digits + 1) ? digits + 1 : 0
  }

  /** Nothing but blanks follows. */
  #isLast(width: number): boolean {
    let at = this.at + width
    while (at < this.#line.end && isBlank(this.#line.source.charCodeAt(at))) at++
    return at === this.#line.end
  }

  #isBlankAt(distance: number): boolean {
    return isBlank(this.#line.source.charCodeAt(this.at + distance))
  }

  #footnoteWidth(): number {
    if (
      this.#line.source.charCodeAt(this.at) !== character.openBracket ||
      this.#line.source.charCodeAt(this.at + 1) !== character.caret
    )
      return 0
    let end = this.at + 2
    while (end < this.#line.end && this.#line.source.charCodeAt(end) !== character.closeBracket) end++
    return this.#line.source.charCodeAt(end + 1) === character.colon ? end + 2 - this.at : 0
  }

  /** The rest of the line is a thematic break, not a marker. Where one may start on the line is looked for once. */
  #isBreak(): boolean {
    this.#break ??= this.#findBreak()
    return this.at >= this.#break.from && this.at <= this.#break.to
  }

  /** The last part of the line with one marker and blanks, up to the third marker from its end. */
  #findBreak(): { from: number; to: number } {
    let from = this.#line.end
    let to = -1
    let count = 0
    let marker: number | undefined
    for (; from > this.at; from--) {
      const code = this.#line.source.charCodeAt(from - 1)
      if (isBlank(code)) continue
      marker ??= code
      if (code !== marker) break
      count++
      if (count === 3) to = from - 1
    }
    return { from, to }
  }
}
