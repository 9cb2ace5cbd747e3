import type { Parents } from 'mdast'
import type { Range } from './edit.ts'
import { HtmlCollector } from './html-collector.ts'
import { type NodeIndex, rangeOf } from './nodes.ts'
import { offsetMap } from './offset-map.ts'

/** One attribute of a tag. The name is in lower case; the value has its character references decoded. */
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
}

/** `<!-- value -->` as an html node of the tree: never inside code. */
export interface HtmlComment extends Range {
  readonly value: string
  /** False for a comment that its html node does not close: a browser then hides the rest of the page. */
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
  /** The nearest element that encloses it. */
  readonly parent: HtmlElement | undefined
}

/** Elements that have no closing tag (HTML Standard, section 13.1.2, read 2026-11). */
const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** Reads the html nodes of a document. Ranges are exact in quotes and lists too, where a node's value has lost its prefixes. */
export function readHtml(source: string, nodes: NodeIndex): HtmlTokens {
  const collector = new HtmlCollector()
  for (const { node, parent } of nodes.of('html')) {
    const at = offsetMap(node.value, source, rangeOf(node))
    collector.read(node.value, { at, flow: holdsFlow(parent) })
  }
  return collector
}

function holdsFlow({ type }: Parents): boolean {
  return type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition'
}

/** The value of an attribute, or undefined where the tag does not have it. */
export function attributeOf(tag: HtmlTag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value
}

/**
 * Pairs tags into elements, in the order of their opening tags. Tags pair across html nodes, as in a browser: `<details>`
 * opens in one node and closes in another. A closing tag closes the nearest open element of its name and leaves those
 * inside it unclosed; one that closes nothing belongs to no element.
 */
export function pairTags(tags: readonly HtmlTag[]): HtmlElement[] {
  const elements: { -readonly [Key in keyof HtmlElement]: HtmlElement[Key] }[] = []
  const open: typeof elements = []
  const counts = new Map<string, number>()
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by)
  for (const tag of tags) {
    if (tag.kind === 'open') {
      const element = {
        name: tag.name,
        start: tag.start,
        end: tag.end,
        open: tag,
        close: undefined,
        parent: open.at(-1),
      }
      elements.push(element)
      if (voidElements.has(tag.name)) continue
      open.push(element)
      count(tag.name, 1)
    } else if (counts.get(tag.name)) {
      // The count keeps this linear: without it each stray tag would search the whole stack.
      for (let done = false; !done; ) {
        const element = open.pop() as (typeof elements)[number]
        count(element.name, -1)
        done = element.name === tag.name
        if (done) Object.assign(element, { close: tag, end: tag.end })
      }
    }
  }
  return elements
}
