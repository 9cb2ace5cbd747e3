import type { Definition, Image, ImageReference, Link as LinkNode, LinkReference } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { decodeString } from 'micromark-util-decode-string'
import type { Range } from './edit.ts'
import { attributeOf, type HtmlAttribute, type HtmlElement, type HtmlTag } from './html.ts'
import { type Found, type NodeIndex, rangeOf } from './nodes.ts'

/** Where a link or image leads, and where that is written. */
export interface Link extends Range {
  /**
   * `inline` `[a](b)`, `reference` `[a][b]` (its address stands in a definition), `definition` `[b]: c`,
   * `autolink` `<https://…>` or a bare address, `html` an attribute of a tag.
   */
  readonly kind: 'inline' | 'reference' | 'definition' | 'autolink' | 'html'
  readonly image: boolean
  /** The address, with escapes and character references decoded. */
  readonly url: string
  /** Range of the address as written; for a reference that of its definition. */
  readonly urlAt: Range
  /** What a reader sees: the text of a link with the alt text of images in it, the alt text of an image. */
  readonly text: string
  /** The Markdown node; absent for HTML. */
  readonly node?: LinkNode | Image | LinkReference | ImageReference | Definition
  /** For HTML the tag and its attribute (`href`, `src`, `srcset` …). Each candidate of a `srcset` is a link of its own. */
  readonly tag?: HtmlTag
  readonly attribute?: HtmlAttribute
}

/** Reads every link, image and definition that is written in Markdown; sorted by kind, then in document order. */
export function readLinks(source: string, nodes: NodeIndex): Link[] {
  const definitions = nodes.of('definition').map(({ node }) => readDefinition(source, node))
  const resources = [...nodes.of('link'), ...nodes.of('image')].map(({ node }) => readResource(source, node))
  const references = [...nodes.of('linkReference'), ...nodes.of('imageReference')]
  return [...definitions, ...resources, ...readReferences(references, definitions)]
}

function readDefinition(source: string, node: Definition): Link {
  const range = rangeOf(node)
  const label = /\[(?:[^\\\]]|\\[\s\S])*\]:/y
  label.lastIndex = range.start
  label.exec(source)
  const urlAt = readDestination(source, label.lastIndex)
  return { ...range, kind: 'definition', image: false, url: node.url, urlAt, text: node.label ?? node.identifier, node }
}

function readReferences(found: readonly Found<LinkReference | ImageReference>[], definitions: readonly Link[]): Link[] {
  // The first definition of an identifier wins, so it is the last to be set.
  const byIdentifier = new Map(definitions.toReversed().map((link) => [(link.node as Definition).identifier, link]))
  return found.map(({ node }) => {
    const { url, urlAt } = byIdentifier.get(node.identifier) as Link
    const image = node.type === 'imageReference'
    return { ...rangeOf(node), kind: 'reference', image, url, urlAt, text: textOf(node), node }
  })
}

function readResource(source: string, node: LinkNode | Image): Link {
  const found = { image: node.type === 'image', url: node.url, text: textOf(node), node }
  const urlAt = resourceDestination(source, node)
  if (urlAt) return { ...rangeOf(node), ...found, kind: 'inline', urlAt }
  const range = autolinkRange(source, node)
  const pointed = source.charAt(range.start) === '<'
  return {
    ...range,
    ...found,
    kind: 'autolink',
    urlAt: pointed ? { start: range.start + 1, end: range.end - 1 } : range,
  }
}

/** The range of an autolink; where the tree knows only the text it stands in (see `NodeIndex`), its place in that text. */
function autolinkRange(source: string, node: LinkNode | Image): Range {
  const range = rangeOf(node)
  const text = textOf(node)
  const start = source.slice(range.start, range.end).indexOf(text)
  if (start <= 0 || source.charAt(range.start) === '<') return range
  return { start: range.start + start, end: range.start + start + text.length }
}

/**
 * Finds the destination in `[text](destination "title")`. The tree does not say where it is, so each `](` is tried: only
 * the right one leads to the very end of the node and decodes to the node's address.
 */
function resourceDestination(source: string, node: LinkNode | Image): Range | undefined {
  const { start, end } = rangeOf(node)
  if (source.charAt(end - 1) !== ')' || !/[[!]/.test(source.charAt(start))) return undefined
  const last = 'children' in node ? node.children.at(-1) : undefined
  for (let from = last ? rangeOf(last).end : start; ; from += 2) {
    from = source.indexOf('](', from)
    if (from < 0 || from >= end) return undefined
    const urlAt = readDestination(source, from + 2)
    if (decode(source.slice(urlAt.start, urlAt.end)) === node.url && endsAfter(source, urlAt.end, end)) return urlAt
  }
}

/** Range of a destination at or behind an offset, without `<` and `>`. */
function readDestination(source: string, offset: number): Range {
  // A line may start with the prefix of a quote or a list.
  const space = /[ \t]*(?:(?:\r\n|\n|\r)[ \t>]*)?/y
  space.lastIndex = offset
  space.exec(source)
  const start = space.lastIndex
  if (source.charAt(start) === '<') {
    const pointed = /<(?:[^\\<>\r\n]|\\.)*>/y
    pointed.lastIndex = start
    if (pointed.test(source)) return { start: start + 1, end: pointed.lastIndex - 1 }
  }
  return { start, end: bareEnd(source, start) }
}

/** A bare destination ends at white space or at the first `)` that it did not open. */
function bareEnd(source: string, start: number): number {
  let depth = 0
  for (let index = start; index < source.length; index++) {
    const code = source.charCodeAt(index)
    if (code <= 32 || code === 127) return index
    if (code === 92 /* \ */) index++
    else if (code === 40 /* ( */) depth++
    else if (code === 41 /* ) */ && depth-- === 0) return index
  }
  return source.length
}

/** True where nothing but white space and a title stands between the destination and the `)` that ends the node. */
function endsAfter(source: string, offset: number, end: number): boolean {
  const behind = source.startsWith('>', offset) ? offset + 1 : offset
  if (behind === end - 1) return true
  if (!/\s/.test(source.charAt(behind))) return false
  // A line may start with the prefix of a quote.
  const title = source
    .slice(behind, end - 1)
    .replaceAll(/[\r\n][ \t>]*/g, ' ')
    .trim()
  return title === '' || titleQuotes.has(title.charAt(0) + title.charAt(title.length - 1))
}

const titleQuotes = new Set(['""', "''", '()'])

function decode(text: string): string {
  return /[\\&]/.test(text) ? decodeString(text) : text
}

/** Attributes that hold an address (HTML Standard, index of attributes, read 2026-11). */
const addressAttributes = new Set([
  'href',
  'src',
  'srcset',
  'poster',
  'cite',
  'data',
  'longdesc',
  'action',
  'formaction',
  'background',
])

const imageAttributes = new Set(['img src', 'img srcset', 'source srcset', 'video poster', 'input src'])

/** Reads every address in the attributes of HTML tags, in document order. `text` tells what a reader sees in a range. */
export function readHtmlLinks(elements: readonly HtmlElement[], text: (range: Range) => string): Link[] {
  return elements.flatMap((element) =>
    element.open.attributes
      .filter(({ name, value }) => addressAttributes.has(name) && value !== '')
      .flatMap((attribute) => readAttribute(element, attribute, text)),
  )
}

function readAttribute(element: HtmlElement, attribute: HtmlAttribute, text: (range: Range) => string): Link[] {
  const { open: tag, close } = element
  const image = imageAttributes.has(`${tag.name} ${attribute.name}`)
  const inside = close ? { start: tag.end, end: close.start } : { start: tag.end, end: tag.end }
  const seen = image ? (attributeOf(tag, 'alt') ?? '') : text(inside)
  const { start, end } = tag.name === 'a' ? element : tag
  const link = { start, end, kind: 'html', image, text: seen, tag, attribute } as const
  if (attribute.name === 'srcset') return readSrcset(attribute).map((candidate) => ({ ...link, ...candidate }))
  return [{ ...link, url: attribute.value.trim(), urlAt: trimmed(attribute) }]
}

/** Range of a value without the white space around it. */
function trimmed({ value, valueAt }: HtmlAttribute): Range {
  const end = valueAt.end - (value.length - value.trimEnd().length)
  return { start: Math.min(valueAt.start + (value.length - value.trimStart().length), end), end }
}

/** The addresses of a `srcset`: `a.png 1x, b.png 2x`. */
function readSrcset({ value, valueAt }: HtmlAttribute): { url: string; urlAt: Range }[] {
  // With a character reference in the value its indices are not those of the source; the whole value then stands for it.
  const exact = value.length === valueAt.end - valueAt.start
  return [...value.matchAll(/[^\s,](?:\S*[^\s,])?(?:\s+[^,]*)?/g)].map(({ 0: candidate, index }) => {
    const url = (/^\S+/.exec(candidate) as RegExpExecArray)[0]
    const start = valueAt.start + index
    return { url, urlAt: exact ? { start, end: start + url.length } : valueAt }
  })
}
