import { lineEnd } from '../lines.ts'
import { behindBreak, character, isBlank, runLength } from './characters.ts'
import { Containers, Cursor, type Prefix } from './containers.ts'
import { InlineWork } from './inline.ts'
import type { Limits, Refusal } from './limits.ts'

/**
 * Reads a source line by line, as blocks: enough to know how deep containers are nested and which lines are one text.
 *
 * A trusting scan passes over fenced code and takes rows of a table and items of a list for texts of their own. A wary one
 * believes in nothing but blank lines, so that its texts are never shorter than the parser's.
 */
export class BlockScan {
  readonly #source: string
  readonly #limits: Limits
  readonly #trusting: boolean
  readonly #containers = new Containers()
  #refusal: Refusal | undefined
  #fence: Fence | undefined
  #block: Block | undefined
  #inTable = false
  #lines = 0
  #work = 0

  constructor(source: string, limits: Limits, mood: 'trusting' | 'wary') {
    this.#source = source
    this.#limits = limits
    this.#trusting = mood === 'trusting'
  }

  run(): Refusal | undefined {
    for (let start = 0; start < this.#source.length && !this.#refusal; ) {
      const end = lineEnd(this.#source, start)
      this.#readLine(start, end)
      start = behindBreak(this.#source, end)
    }
    this.#endBlock()
    return this.#refusal
  }

  #readLine(start: number, end: number): void {
    if (this.#fence && this.#isInFence(this.#fence, start, end)) return
    const line = { source: this.#source, start, end, behindText: this.#block !== undefined }
    const prefix = this.#containers.read(line, this.#limits.depth)
    if (this.#containers.depth > this.#limits.depth) this.#refuse(start, end, tooDeep(this.#limits.depth))
    else if (prefix.at === end) this.#endText()
    else this.#readContent(prefix, start, end)
  }

  #readContent(prefix: Prefix, start: number, end: number): void {
    this.#lines++
    if (this.#trusting && this.#startsBlock(prefix)) this.#endBlock()
    if (this.#trusting && this.#openFence(prefix, end)) return
    this.#readText(prefix, start, end)
  }

  /** A heading and a line of a table are blocks of their own. */
  #startsBlock({ at, marked, quotes }: Prefix): boolean {
    return marked || this.#inTable || this.#isHeading(at) || quotes > (this.#block?.quotes ?? 0)
  }

  #isHeading(at: number): boolean {
    const hashes = runLength(this.#source, at, character.hash)
    return hashes > 0 && hashes < 7 && isBlank(this.#source.charCodeAt(at + hashes))
  }

  #readText(prefix: Prefix, start: number, end: number): void {
    const { depth } = this.#containers
    this.#block ??= { start, at: prefix.at, depth, quotes: prefix.quotes, lines: 0, inline: new InlineWork() }
    const block = this.#block
    const shape = shapeOf(this.#source, prefix.at, end)
    // A setext underline has micromark look over every block before it.
    if (shape === 'underline' && block.lines > 0) block.inline.lookOver(this.#lines)
    // So has a line that goes on with a paragraph from outside of its container, over the paragraph.
    if (depth < block.depth) block.inline.lookOver(block.lines)
    block.inline.read(this.#source, prefix.at, end)
    block.lines++
    if (block.inline.depth > this.#limits.emphasis) this.#refuse(block.start, end, tooEmphatic(this.#limits.emphasis))
    if (shape === 'delimiters') this.#inTable = true
    if (this.#trusting && (shape !== 'text' || this.#isHeading(prefix.at))) this.#endBlock()
  }

  #endText(): void {
    this.#inTable = false
    this.#endBlock()
  }

  #endBlock(): void {
    if (!this.#block) return
    const { start, inline } = this.#block
    this.#block = undefined
    this.#work += inline.finish()
    if (this.#work > this.#limits.work) this.#refuse(start, start, tooMuchWork)
  }

  #refuse(start: number, end: number, message: string): void {
    this.#refusal ??= { at: { start, end }, message }
  }

  #openFence({ at, quotes, indent, column }: Prefix, end: number): boolean {
    // Up to a blank line, HTML goes on over what looks like a fence.
    if (indent > 3 || this.#source.charCodeAt(this.#block?.at ?? at) === character.lessThan) return false
    const code = this.#source.charCodeAt(at)
    if (code !== character.backtick && code !== character.tilde) return false
    const length = runLength(this.#source, at, code)
    if (length < 3) return false
    // In the info string of a fence of backticks there is no other backtick.
    for (let next = at + length; code === character.backtick && next < end; next++) {
      if (this.#source.charCodeAt(next) === code) return false
    }
    this.#endBlock()
    this.#fence = { code, length, quotes, column, item: this.#containers.column }
    return true
  }

  #closes(fence: Fence, at: number, end: number): boolean {
    const length = runLength(this.#source, at, fence.code)
    return length >= fence.length && isBlankTo(this.#source, at + length, end)
  }

  /** False where the quote or item around the fence has ended, and the fence with it. */
  #isInFence(fence: Fence, start: number, end: number): boolean {
    const cursor = new Cursor({ source: this.#source, start, end, behindText: false })
    let quotes = 0
    let inside = cursor.skipBlanks()
    while (inside && quotes < fence.quotes && cursor.skipQuote()) {
      quotes++
      inside = cursor.skipBlanks()
    }
    if (quotes < fence.quotes || (inside && cursor.column < fence.item)) {
      this.#fence = undefined
      return false
    }
    if (inside && cursor.column < fence.column + 4 && this.#closes(fence, cursor.at, end)) this.#fence = undefined
    return true
  }
}

/** Lines that the parser reads as one text. */
interface Block {
  readonly start: number
  /** Offset of its first character. */
  readonly at: number
  readonly depth: number
  readonly quotes: number
  lines: number
  readonly inline: InlineWork
}

interface Fence {
  readonly code: number
  readonly length: number
  readonly quotes: number
  readonly column: number
  /** Column that its lines have to reach to be in the same list item. */
  readonly item: number
}

/** An underline has only `=` or only `-`; a row of delimiters has `|` or `:` beside `-`. */
function shapeOf(source: string, start: number, end: number): 'underline' | 'delimiters' | 'text' {
  const first = source.charCodeAt(start)
  const length = runLength(source, start, first)
  if ((first === character.equals || first === character.hyphen) && isBlankTo(source, start + length, end))
    return 'underline'
  let dashes = 0
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === character.hyphen) dashes++
    else if (code !== character.pipe && code !== character.colon && !isBlank(code)) return 'text'
  }
  return dashes > 0 ? 'delimiters' : 'text'
}

function isBlankTo(source: string, start: number, end: number): boolean {
  let at = start
  while (at < end && isBlank(source.charCodeAt(at))) at++
  return at >= end
}

function tooDeep(limit: number): string {
  return `More than ${limit} quotes, list items and footnotes stand inside one another; take levels away`
}

function tooEmphatic(limit: number): string {
  return `More than ${limit} markers of emphasis stand inside one another; take some away, or escape them with a backslash`
}

const tooMuchWork =
  'Here are so many brackets, markers or comments that are not closed that reading them would take minutes; close or escape them, or part the text with blank lines'
