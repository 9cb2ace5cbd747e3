import type { Edit, Range } from './edit.ts'
import { Nesting } from './nesting.ts'

/** One attribute of a tag, as often as it is written. The name is in lower case; the value has its character references decoded. */
export interface HtmlAttribute extends Range {
  readonly name: string
  readonly value: string
  /** Range of the value as written, without its quotes; empty where the attribute has no value. */
  readonly valueAt: Range
}

/** An opening or closing tag written in the document, never inside code. */
export interface HtmlTag extends Range {
  /** Lower case. */
  readonly name: string
  readonly kind: 'open' | 'close'
  readonly attributes: readonly HtmlAttribute[]
  /** For an opening tag that goes over several `lines` of an HTML block, or stands in the text of a link or in emphasis: in `markup`. */
  readonly inside?: 'lines' | 'markup' | undefined
}

/** `<!-- value -->`, or a comment of reStructuredText, as an html node of the tree: never inside code. */
export interface HtmlComment extends Range {
  readonly value: string
  /** False for a comment that its html node does not close: a browser then hides all up to the next `-->` on the page. */
  readonly closed: boolean
  /** True in an HTML block, false among the text of a paragraph. */
  readonly flow: boolean
}

/** Text between the tags of one html node, character references decoded. */
export interface HtmlText extends Range {
  readonly value: string
}

/** All HTML of a document, each list in document order. */
export interface HtmlTokens {
  readonly tags: readonly HtmlTag[]
  readonly comments: readonly HtmlComment[]
  readonly texts: readonly HtmlText[]
}

/** An opening tag with the closing tag it is paired with. The range spans both. */
export interface HtmlElement extends Range {
  readonly name: string
  readonly open: HtmlTag
  /** Absent for a void element such as `<img>`, and where no closing tag was written. */
  readonly close: HtmlTag | undefined
  /** The innermost element that is open where it starts, whether it is closed later or not. */
  readonly parent: HtmlElement | undefined
}

/** Elements that have no closing tag (HTML Standard, section 13.1.2, read 2026-11). */
const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** The value of an attribute, or undefined where the tag does not have it. Of two with one name the first counts, as in a browser. */
export function attributeOf(tag: HtmlTag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value
}

/** Takes an attribute out of a tag, with the white space in front of it, which may be a line of its own. */
export function withoutAttribute(tag: HtmlTag, attribute: HtmlAttribute): Edit {
  const before = tag.attributes.filter(({ end }) => end <= attribute.start).map(({ end }) => end)
  const start = Math.max(tag.start + '<'.length + tag.name.length, ...before)
  return { start, end: attribute.end, text: '' }
}

/** Elements that end where another of their name starts (HTML Standard, section 13.2.6.4.7, read 2026-11). */
const unnested = new Set('a h1 h2 h3 h4 h5 h6'.split(' '))

/**
 * Pairs tags into elements, in the order of their opening tags. Tags pair across html nodes, as in a browser: `<details>`
 * opens in one node and closes in another. A closing tag closes the nearest open element of its name and leaves those
 * inside it unclosed; one that closes nothing belongs to no element.
 */
export function pairTags(tags: readonly HtmlTag[]): HtmlElement[] {
  const elements: HtmlElement[] = []
  const open = new Nesting<HtmlElement>()
  for (const tag of tags) {
    const { name, start, end } = tag
    if (tag.kind === 'close') {
      const element = open.close([name])
      if (element) Object.assign(element, { close: tag, end })
      continue
    }
    if (unnested.has(name)) open.drop(name)
    const element = { name, start, end, open: tag, close: undefined, parent: open.innermost }
    elements.push(element)
    if (!voidElements.has(name)) open.push(element, [name])
  }
  return elements
}
