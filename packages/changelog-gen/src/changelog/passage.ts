/** Lines in which nothing is Markdown: fenced code, a comment, raw HTML. */
export type Passage = CodePassage | HtmlPassage

interface CodePassage {
  readonly kind: 'code'
  readonly fence: string
  /** Column at which the text of the list item around it starts; the fence is over where the item is. */
  readonly content: number
}

interface HtmlPassage {
  readonly kind: 'html'
  /** What the last line holds, or `blank` for one that a blank line ends. */
  readonly end: RegExp | 'blank'
  /** True where it ends on the line that it starts on. */
  readonly closed: boolean
}

interface Surroundings {
  readonly inParagraph: boolean
  readonly content: number
}

/** How HTML blocks start and end (CommonMark 0.31.2, section 4.6), but for those that a blank line ends. */
const htmlBlocks: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
]

const blockTag =
  /^<\/?(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$)/i
const loneTag = /^(?:<[a-z][a-z\d-]*(?:\s[^<>]*)?>|<\/[a-z][a-z\d-]*\s*>)$/i

/** The passage that a line opens, the white space before it taken off. */
export function openingOf(text: string, { inParagraph, content }: Surroundings): Passage | undefined {
  // Most lines start with a letter or a bullet.
  if (!'<`~'.includes(text.charAt(0))) return undefined
  const [fence] = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text) ?? []
  if (fence !== undefined) return { kind: 'code', fence, content }
  if (!text.startsWith('<')) return undefined
  const [start, end] = htmlBlocks.find(([pattern]) => pattern.test(text)) ?? []
  if (start && end) return { kind: 'html', end, closed: end.test(text.slice(2)) }
  // A single tag alone on its line does not end a paragraph.
  const isBlock = blockTag.test(text) || (!inParagraph && loneTag.test(text))
  return isBlock ? { kind: 'html', end: 'blank', closed: false } : undefined
}

export function isFenceEnd({ fence }: CodePassage, text: string): boolean {
  return text.startsWith(fence) && [...text].every((character) => character === fence[0])
}

/** True for HTML that ends on the line that it starts on. */
export function isClosed(passage: Passage | undefined): boolean {
  return passage?.kind === 'html' && passage.closed
}
