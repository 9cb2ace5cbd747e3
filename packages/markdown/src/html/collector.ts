import { decodeHTML, decodeHTMLAttribute } from 'entities/decode'
import { type QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { Range } from '../edit.ts'
import type { HtmlAttribute, HtmlComment, HtmlTag, HtmlText, HtmlTokens } from '../html.ts'
import type { OffsetMap } from './offset-map.ts'

/**
 * Where htmlparser2 would leave HTML and a README does not: the content of these tags, which GitHub shows as text (GFM 0.29,
 * section 6.11) while it reads on behind them, and `<![CDATA[`, which in HTML is a comment up to the next `>`. Another
 * character in the place of the last one keeps it on its way and all indices as they are.
 */
const detours = /<\/?[inpstx](?=frame|oembed|oframes|cript|tyle|itle|extarea|mp|laintext)|<!\[/gi

const ignore = (): void => {}

/** Where the value of an html node stands. */
interface HtmlNode {
  readonly at: OffsetMap
  /** In an HTML block. */
  readonly flow: boolean
  /** In the text of a link, or in emphasis. */
  readonly inMarkup?: boolean
}

/** Collects the tokens of one html node after the other. htmlparser2 reports places in the value; `at` lays them on the source. */
export class HtmlCollector implements TokenizerCallbacks, HtmlTokens {
  readonly tags: HtmlTag[] = []
  readonly comments: HtmlComment[] = []
  readonly texts: HtmlText[] = []
  #value = ''
  #at!: OffsetMap
  #flow = false
  #inMarkup = false
  #open = { name: '', start: 0, attributes: [] as HtmlAttribute[] }
  #attribute = { start: 0, end: 0, value: { start: 0, end: 0 } }

  /** Adds the tokens of one html node. */
  read(value: string, node: HtmlNode): void {
    this.#value = value
    this.#at = node.at
    this.#flow = node.flow
    this.#inMarkup = node.inMarkup === true
    // Decoding is done here: the tokenizer would cut values and texts at their character references.
    const tokenizer = new Tokenizer({ decodeEntities: false }, this)
    tokenizer.write(value.replaceAll(detours, (start) => `${start.slice(0, -1)}q`))
    tokenizer.end()
  }

  onopentagname(start: number, end: number): void {
    this.#open = { name: this.#name(start, end), start: start - 1, attributes: [] }
  }

  onattribname(start: number, end: number): void {
    this.#attribute = { start, end, value: { start: end, end } }
  }

  onattribdata(start: number, end: number): void {
    this.#attribute.value = { start, end }
  }

  onattribend(_quote: QuoteType, end: number): void {
    const { start, end: nameEnd, value } = this.#attribute
    this.#open.attributes.push({
      ...this.#range(start, end),
      name: this.#name(start, nameEnd),
      value: decodeHTMLAttribute(this.#value.slice(value.start, value.end)),
      valueAt: this.#range(value.start, value.end),
    })
  }

  onopentagend(index: number): void {
    const { start, name, attributes } = this.#open
    const isWrapped = this.#flow && /[\r\n]/.test(this.#value.slice(start, index))
    const inside = isWrapped ? 'lines' : this.#inMarkup ? 'markup' : undefined
    this.tags.push({ ...this.#range(start, index + 1), name, kind: 'open', attributes, ...(inside && { inside }) })
  }

  onselfclosingtag(index: number): void {
    this.onopentagend(index)
  }

  onclosetag(start: number, end: number): void {
    const close = this.#value.indexOf('>', end)
    if (close < 0) return
    const name = this.#name(start, end)
    this.tags.push({ ...this.#range(start - '</'.length, close + 1), name, kind: 'close', attributes: [] })
  }

  oncomment(start: number, index: number, offset: number): void {
    const from = start - '<!--'.length
    // `<!x>` and `</ x>` are comments to a browser, but nobody means one.
    if (!this.#value.startsWith('<!--', from)) return
    const closed = index < this.#value.length
    const value = this.#value.slice(start, closed ? index - offset : index)
    this.comments.push({ ...this.#range(from, closed ? index + 1 : index), value, closed, flow: this.#flow })
  }

  ontext(start: number, end: number): void {
    // What is left of a tag that its html node does not finish comes as a text that starts nowhere.
    if (start < 0) return
    this.texts.push({ ...this.#range(start, end), value: decodeHTML(this.#value.slice(start, end)) })
  }

  readonly onattribentity: () => void = ignore
  readonly ontextentity: () => void = ignore
  readonly oncdata: () => void = ignore
  readonly ondeclaration: () => void = ignore
  readonly onprocessinginstruction: () => void = ignore
  readonly onend: () => void = ignore

  #name(start: number, end: number): string {
    return this.#value.slice(start, end).toLowerCase()
  }

  /**
   * The source range of a range of the value. Both ends are mapped from a character inside, where there is one; a space that a
   * tab was split into has none of its own in the source, so a range that ends with it ends where the next one starts.
   */
  #range(start: number, end: number): Range {
    const from = this.#at(start)
    if (end === start) return { start: from, end: from }
    const to = this.#at(end - 1) + 1
    return { start: from, end: end < this.#value.length ? Math.min(to, this.#at(end)) : to }
  }
}
