import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { HtmlTag } from '@frontdoor/markdown/html'
import { offsetMap } from '@frontdoor/markdown/html/offset-map'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Element, ElementContent, Text as HastText, Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { Html } from 'mdast'
import { type Raw, toHast } from 'mdast-util-to-hast'
import { find, html } from 'property-information'
import type { Host } from '../host.ts'
import { fillContents } from './contents.ts'
import { markdownHandlers } from './handlers.ts'
import type { Origin, Origins } from './origins.ts'
import { element, elementsIn, replaceIn } from './walk.ts'

/** What a host makes of a document before it filters: every element that is written in the document has its origin. */
export function treeOf(document: MarkdownDocument, host: Host, origins: Origins): Root {
  const handleHtml = host.html.does === 'dropped' ? standIns(document, origins) : rawHtml(document, host, origins)
  const handlers = { ...markdownHandlers(document, host), html: (_: unknown, node: Html) => handleHtml(node) }
  const tree = toHast(document.tree, { allowDangerousHtml: true, clobberPrefix: '', handlers }) as Root
  if (document.tree.data?.rst) {
    fillContents(tree, document, host)
    nameImages(tree)
  }
  for (const one of elementsIn(tree)) noteOrigin(one, origins)
  if (!host.markup?.footnoteTitle) replaceIn(tree, (node) => (isFootnoteTitle(node, origins) ? [] : undefined))
  const whole = raw(tree, { tagfilter: host.html.does === 'filtered' && host.html.allows.escaped.size > 0 }) as Root
  removeMistaken(whole, document, origins)
  return whole
}

/** What docutils has for an image without a text. */
function nameImages(tree: Root): void {
  for (const { tagName, properties } of elementsIn(tree))
    if (tagName === 'img' && !properties.alt) properties.alt = properties.src
}

/** To HTML, `className` is a name like any other; hast takes it for what a script has by that name. */
function removeMistaken(tree: Root, document: MarkdownDocument, origins: Origins): void {
  const mistaken = new Map(document.elements.map(({ open }) => [open.start, mistakenIn(open)]))
  for (const one of elementsIn(tree)) {
    const origin = origins.of(one)
    if (origin?.html) for (const property of mistaken.get(origin.start) ?? []) delete one.properties[property]
  }
}

function mistakenIn({ attributes }: HtmlTag): string[] {
  const written = new Set(attributes.map(({ name }) => name))
  return [...written].flatMap((name) => {
    const { attribute, property } = find(html, name)
    return written.has(attribute) ? [] : [property]
  })
}

/** Raw HTML, each tag with its origin. */
function rawHtml(document: MarkdownDocument, { html: fact }: Host, origins: Origins): (node: Html) => Raw {
  // What a host shows as text must look as it is written.
  const isEscaped = (name: string) => fact.does === 'filtered' && fact.allows.escaped.has(name.toLowerCase())
  const originOf = writtenOrigins(document)
  return (node) => {
    const origin = originOf(node)
    const value = node.value.replaceAll(openingTag, (written, index: number) => {
      const found = isEscaped(written.slice(1)) ? undefined : origin(index)
      return found ? `${written} ${origins.name}="${origins.add(found)}"` : written
    })
    return { type: 'raw', value: node.data?.comment === undefined ? value : '' }
  }
}

/** Of HTML that is dropped nothing is left but where it was. */
function standIns(document: MarkdownDocument, origins: Origins): (node: Html) => ElementContent[] {
  const originOf = writtenOrigins(document)
  return (node) => {
    const origin = originOf(node)
    const written = [...node.value.matchAll(openingTag)].flatMap(({ index }) => origin(index) ?? [])
    return written.map((one) => standIn(origins, origins.add(one)))
  }
}

const openingTag = /<[a-z][^\s/>]*/gi

/** What of a document the tag at an index of an html node opens; nothing for what is no tag, such as a part of a comment. */
function writtenOrigins(document: MarkdownDocument): (node: Html) => (index: number) => Origin | undefined {
  const elements = new Map(document.elements.map((one) => [one.open.start, one]))
  return (node) => {
    const at = offsetMap(node.value, document.source, rangeOf(node))
    return (index) => {
      const found = elements.get(at(index))
      return found && { start: found.start, end: found.end, tagName: found.name, html: true, inside: found.open.inside }
    }
  }
}

/** An empty element in the place of one that a host may drop. */
export function standIn({ name, property }: Origins, id: string): Element {
  return element(name, { [property]: id }, [])
}

function noteOrigin(one: Element, origins: Origins): void {
  const { position, properties, tagName } = one
  const { id, dataFootnoteBackref } = properties
  const isFootnote = id !== undefined || dataFootnoteBackref !== undefined
  if (tagName === origins.name || (!position && !isFootnote)) return
  const [start = -1, end = -1] = [position?.start.offset, position?.end.offset]
  const footnote = isFootnote && { footnote: typeof id === 'string' ? { id } : {} }
  properties[origins.property] = origins.add({ start, end, tagName, html: false, ...footnote })
  delete properties.id
}

function isFootnoteTitle(node: Element | HastText, origins: Origins): boolean {
  return node.type === 'element' && node.tagName === 'h2' && origins.of(node)?.footnote !== undefined
}
