import { character, isBlank, isWord, runLength } from './characters.ts'

/**
 * Counts, in one pass over a block of text, what micromark would look over again and again in it.
 *
 * The unit is a token: a word or a special character. A `*`, `_`, `~` or `]` that closes looks back to what it closes, or to
 * the start of the block where nothing waits for it; so does `[^`. A run of backticks and `<!--`, `<?`, `<![CDATA[`, `<!A` look
 * for their end, to the end of the block where there is none. A word behind an open `[` looks back to it, because any word may
 * start an address. None of this costs anything in what people write; thousands of them in one block take quadratic time.
 */
export class InlineWork {
  /** How deep emphasis is nested in emphasis, counted in markers: 2 for `**a**`. */
  depth = 0
  #tokens = 0
  #looks = 0
  readonly #openers: Opener[] = []
  readonly #waiting = new Map<number, number>()
  readonly #brackets: number[] = []
  readonly #ticks = new Ticks()
  readonly #comments = new Unclosed()
  readonly #instructions = new Unclosed()
  readonly #cdata = new Unclosed()
  readonly #declarations = new Unclosed()

  /** Reads a line of the block, without its line ending. */
  read(source: string, start: number, end: number): void {
    for (let at = start; at < end; ) {
      const code = source.charCodeAt(at)
      if (isWord(code)) {
        this.#word()
        while (at < end && isWord(source.charCodeAt(at))) at++
      } else at = this.#special(source, at, code)
    }
  }

  /** A line that may change what its paragraph is has the lines before it looked over. */
  lookOver(lines: number): void {
    this.#looks += lines
  }

  /** The looks of the whole block, less the 50 for each of its tokens that are ordinary. */
  finish(): number {
    const waiting = [this.#ticks, this.#comments, this.#instructions, this.#cdata, this.#declarations]
    const ahead = waiting.reduce((sum, part) => sum + part.looks(this.#tokens), 0)
    return Math.max(0, this.#looks + ahead - 50 * this.#tokens)
  }

  #word(): void {
    this.#tokens++
    const open = this.#brackets.at(-1)
    if (open !== undefined) this.#looks += this.#tokens - open
  }

  /** Returns the offset behind what it read. */
  #special(source: string, at: number, code: number): number {
    switch (code) {
      case character.backslash:
        this.#tokens++
        return source.charCodeAt(at + 1) === character.backtick ? this.#tickRun(source, at + 1, 1) : at + 2
      case character.backtick:
        return this.#tickRun(source, at, 0)
      case character.asterisk:
      case character.underscore:
      case character.tilde:
        return this.#markers(source, at, code)
      case character.openBracket:
        return this.#openBracket(source, at)
      case character.closeBracket:
        return this.#closeBracket(source, at)
      case character.lessThan:
        this.#openHtml(source, at)
        return at + 1
      case character.greaterThan:
        this.#closeHtml(source, at)
        return at + 1
      default:
        return at + 1
    }
  }

  #tickRun(source: string, at: number, escaped: number): number {
    const length = runLength(source, at, character.backtick)
    this.#ticks.add(length, length - escaped, this.#tokens)
    this.#tokens += length
    return at + length
  }

  #markers(source: string, at: number, code: number): number {
    const length = runLength(source, at, code)
    const before = at === 0 ? character.space : source.charCodeAt(at - 1)
    const after = source.charCodeAt(at + length)
    const insideWord = code === character.underscore && isWord(before) && isWord(after)
    const left = insideWord || isBlank(before) ? length : this.#closeMarkers(code, length)
    this.#tokens += length
    if (!insideWord && !isBlank(after)) this.#openMarkers(code, left)
    return at + length
  }

  #openMarkers(code: number, count: number): void {
    for (let index = 0; index < count; index++) this.#openers.push({ code, token: this.#tokens, inner: 0 })
    this.#waiting.set(code, this.#countOf(code) + count)
  }

  /** How many openers of a marker wait to be closed. */
  #countOf(code: number): number {
    return this.#waiting.get(code) ?? 0
  }

  /** Returns how many of the markers found nothing to close. */
  #closeMarkers(code: number, count: number): number {
    let left = count
    while (left > 0 && this.#countOf(code) > 0) {
      this.#closeMarker(code)
      left--
    }
    if (left > 0) this.#looks += this.#tokens
    this.#moveRest()
    return left
  }

  /** What was opened inside and is still open can no longer be closed. */
  #closeMarker(code: number): void {
    let depth = 1
    for (let opener = this.#openers.pop(); opener; opener = this.#openers.pop()) {
      depth = Math.max(depth, opener.inner + 1)
      this.#waiting.set(opener.code, this.#countOf(opener.code) - 1)
      if (opener.code !== code) continue
      this.#looks += this.#tokens - opener.token
      break
    }
    const outer = this.#openers.at(-1)
    if (outer) outer.inner = Math.max(outer.inner, depth)
    this.depth = Math.max(this.depth, depth)
  }

  #openBracket(source: string, at: number): number {
    this.#brackets.push(++this.#tokens)
    if (source.charCodeAt(at + 1) === character.caret) this.#looks += this.#tokens
    return at + 1
  }

  #closeBracket(source: string, at: number): number {
    this.#tokens++
    this.#looks += this.#tokens - (this.#brackets.pop() ?? 0)
    this.#moveRest()
    if (source.charCodeAt(at + 1) !== character.openParenthesis) return at + 1
    const end = destinationEnd(source, at + 2)
    const next = source.charCodeAt(end)
    if (next !== character.openBracket && next !== character.closeBracket && next !== character.lessThan) return end
    this.#looks += this.#tokens
    return at + 2
  }

  /** Whatever closes is cut out of a list of everything in the block, whose rest moves up: cheap, but not for nothing. */
  #moveRest(): void {
    this.#looks += this.#tokens / 64
  }

  #openHtml(source: string, at: number): void {
    this.#tokens++
    const next = source.charCodeAt(at + 1)
    if (next === character.questionMark) this.#instructions.open(this.#tokens)
    if (next !== character.exclamationMark) return
    const third = source.charCodeAt(at + 2)
    if (third === character.hyphen) this.#comments.open(this.#tokens)
    if (third === character.openBracket) this.#cdata.open(this.#tokens)
    if (isWord(third)) this.#declarations.open(this.#tokens)
  }

  #closeHtml(source: string, at: number): void {
    const before = source.charCodeAt(at - 1)
    if (before === character.hyphen) this.#comments.close()
    if (before === character.questionMark) this.#instructions.close()
    if (before === character.closeBracket) this.#cdata.close()
    this.#declarations.close()
  }
}

/** A marker that may open emphasis. */
interface Opener {
  readonly code: number
  readonly token: number
  /** Depth of the emphasis that was closed behind it. */
  inner: number
}

/** Runs of backticks: code ends at a run of the same length, and a backslash takes one from a run that opens, not from one that closes. */
class Ticks {
  readonly #openers: { readonly length: number; readonly token: number }[] = []
  readonly #last = new Map<number, number>()

  add(length: number, opening: number, token: number): void {
    if (opening > 0) this.#openers.push({ length: opening, token })
    this.#last.set(length, token)
  }

  looks(tokens: number): number {
    return this.#openers.reduce((sum, { length, token }) => {
      const closed = (this.#last.get(length) ?? -1) > token
      return closed ? sum : sum + tokens - token
    }, 0)
  }
}

/** Openings that all wait for the same end. */
class Unclosed {
  #count = 0
  #sum = 0

  open(token: number): void {
    this.#count++
    this.#sum += token
  }

  close(): void {
    this.#count = 0
    this.#sum = 0
  }

  looks(tokens: number): number {
    return this.#count * tokens - this.#sum
  }
}

/**
 * Where the destination behind `](` ends or cannot go on: a blank, a parenthesis, a bracket, `<`.
 *
 * The next `](` stands behind that place, so however many there are, no character is looked at twice.
 */
function destinationEnd(source: string, start: number): number {
  let at = source.charCodeAt(start) === character.lessThan ? start + 1 : start
  while (at < source.length && !endsDestination(source.charCodeAt(at))) at++
  return at
}

function endsDestination(code: number): boolean {
  return (
    isBlank(code) ||
    code === character.openParenthesis ||
    code === character.closeParenthesis ||
    code === character.openBracket ||
    code === character.closeBracket ||
    code === character.lessThan
  )
}
