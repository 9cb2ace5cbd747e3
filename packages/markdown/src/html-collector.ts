import { type QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { Range } from './edit.ts'
import type { HtmlAttribute, HtmlComment, HtmlTag, HtmlText, HtmlTokens } from './html.ts'
import type { OffsetMap } from './offset-map.ts'

/** `QuoteType.NoValue`: `<input disabled>`. The enum is const in htmlparser2's types, so its value stands here. */
const noValue = 0

/**
 * First letters of the tags whose content is no HTML to a browser. GitHub shows these tags as text (GFM 0.29, section 6.11)
 * and reads on behind them; htmlparser2 would take what follows for their content, so it is given another letter.
 */
const rawText = /(<\/?)(?=script|style|textarea|title|iframe|noembed|noframes|noscript|plaintext|xmp)[a-z]/gi

/** Collects the tokens of one html node after the other. htmlparser2 reports places in the value; `at` lays them on the source. */
export class HtmlCollector implements TokenizerCallbacks, HtmlTokens {
  readonly tags: HtmlTag[] = []
  readonly comments: HtmlComment[] = []
  readonly texts: HtmlText[] = []
  #value = ''
  #at: OffsetMap = (index) => index
  #flow = false
  #open = { name: '', start: 0, attributes: [] as HtmlAttribute[] }
  #attribute = { start: 0, end: 0, value: '' }
  #textEnd = 0

  /** Adds the tokens of one html node. */
  read(value: string, node: { readonly at: OffsetMap; readonly flow: boolean }): void {
    this.#value = value
    this.#at = node.at
    this.#flow = node.flow
    const tokenizer = new Tokenizer({ decodeEntities: true }, this)
    tokenizer.write(value.replaceAll(rawText, '$1q'))
    tokenizer.end()
  }

  onopentagname(start: number, end: number): void {
    this.#open = { name: this.#name(start, end), start: start - 1, attributes: [] }
  }

  onattribname(start: number, end: number): void {
    this.#attribute = { start, end, value: '' }
  }

  onattribdata(start: number, end: number): void {
    this.#attribute.value += this.#value.slice(start, end)
  }

  onattribentity(codepoint: number): void {
    this.#attribute.value += String.fromCodePoint(codepoint)
  }

  onattribend(quote: QuoteType, end: number): void {
    const { start, end: nameEnd, value } = this.#attribute
    const name = this.#name(start, nameEnd)
    const bare = quote === noValue
    const valueAt = bare ? this.#range(nameEnd, nameEnd) : this.#valueRange(nameEnd, end)
    this.#open.attributes.push({ ...this.#range(start, bare ? nameEnd : end), name, value, valueAt })
  }

  onopentagend(index: number): void {
    const { start, name, attributes } = this.#open
    this.tags.push({ ...this.#range(start, index + 1), name, kind: 'open', attributes })
    this.#textEnd = index + 1
  }

  onselfclosingtag(index: number): void {
    this.onopentagend(index)
  }

  onclosetag(start: number, end: number): void {
    const close = this.#value.indexOf('>', end)
    if (close < 0) return
    this.tags.push({
      ...this.#range(start - 2, close + 1),
      name: this.#name(start, end),
      kind: 'close',
      attributes: [],
    })
    this.#textEnd = close + 1
  }

  oncomment(start: number, index: number, offset: number): void {
    const from = start - '<!--'.length
    this.#textEnd = index + 1
    // `<!x>` and `</ x>` are comments to a browser, but nobody means one.
    if (!this.#value.startsWith('<!--', from)) return
    const closed = index < this.#value.length
    const value = this.#value.slice(start, closed ? index - offset : index)
    this.comments.push({ ...this.#range(from, closed ? index + 1 : index), value, closed, flow: this.#flow })
  }

  ontext(start: number, end: number): void {
    this.#text(start, end, this.#value.slice(start, end))
  }

  ontextentity(codepoint: number, end: number): void {
    this.#text(this.#textEnd, end, String.fromCodePoint(codepoint))
  }

  oncdata(): void {}
  ondeclaration(_start: number, end: number): void {
    this.#textEnd = end + 1
  }
  onprocessinginstruction(_start: number, end: number): void {
    this.#textEnd = end + 2
  }
  onend(): void {}

  #text(start: number, end: number, value: string): void {
    this.texts.push({ ...this.#range(start, end), value })
    this.#textEnd = end
  }

  #name(start: number, end: number): string {
    return this.#value.slice(start, end).toLowerCase()
  }

  /** What stands between the quotes, or the bare value. `end` lies behind the closing quote. */
  #valueRange(nameEnd: number, end: number): Range {
    const start = nameEnd + (/^\s*=\s*/.exec(this.#value.slice(nameEnd, end)) as RegExpExecArray)[0].length
    const quoted = /["']/.test(this.#value.charAt(start))
    return quoted ? this.#range(start + 1, end - 1) : this.#range(start, end)
  }

  /** The source range of a range of the value. Both ends are mapped from a character inside, where there is one. */
  #range(start: number, end: number): Range {
    const from = this.#at(start)
    return { start: from, end: end > start ? this.#at(end - 1) + 1 : from }
  }
}
