import { decodeHTMLAttribute } from 'entities/decode'
import { blankPrefixes } from '../blank-prefixes.ts'
import type { Range } from '../edit.ts'
import { attributeOf, type HtmlAttribute, type HtmlElement } from '../html.ts'
import { oneLine } from '../lines.ts'
import type { Link, LinkSource } from '../links.ts'

/** Attributes that hold an address (HTML Standard, index of attributes, read 2026-11). */
const addressAttributes = new Set('href src srcset poster cite data longdesc action formaction background'.split(' '))

const imageAttributes = new Set(['img src', 'img srcset', 'source srcset', 'video poster', 'input src'])

/** Reads every address in the attributes of HTML tags, in document order. */
export function readHtmlLinks(document: LinkSource): Link[] {
  return document.elements.flatMap((element) =>
    addressesOf(element).flatMap((attribute) => readAttribute(document, element, attribute)),
  )
}

/** Of two attributes with one name a browser reads the first. */
function addressesOf({ open }: HtmlElement): HtmlAttribute[] {
  const first = new Map(open.attributes.toReversed().map((attribute) => [attribute.name, attribute]))
  return [...first.values()]
    .filter(({ name, value }) => addressAttributes.has(name) && value.trim() !== '')
    .sort((a, b) => a.start - b.start)
}

function readAttribute(document: LinkSource, element: HtmlElement, attribute: HtmlAttribute): Link[] {
  const { open: tag } = element
  const { start, end } = tag.name === 'a' ? element : tag
  const image = imageAttributes.has(`${tag.name} ${attribute.name}`)
  const text = image ? (attributeOf(tag, 'alt') ?? '') : textOf(document, element)
  const link = { start, end, kind: 'html', image, text: oneLine(text), tag, attribute } as const
  return addresses(document.source, attribute).map((address) => ({ ...link, ...address }))
}

/** Only the content of an `<a>` is the text of its link. */
function textOf(document: LinkSource, { name, open, close }: HtmlElement): string {
  return name === 'a' && close ? document.text({ start: open.end, end: close.start }) : ''
}

/** The addresses in a value: one, or in a `srcset` (`a.png 1x, b.png 2x`) one for each candidate. */
function addresses(source: string, { name, value, valueAt }: HtmlAttribute): { url: string; urlAt: Range }[] {
  const written = blankPrefixes(source.slice(valueAt.start, valueAt.end))
  if (name === 'srcset') {
    return [...written.matchAll(candidate)].map((match) => {
      const url = match[1] as string
      const start = valueAt.start + match.index
      return { url: decodeHTMLAttribute(url), urlAt: { start, end: start + url.length } }
    })
  }
  const start = valueAt.start + written.length - written.trimStart().length
  return [{ url: value.trim(), urlAt: { start, end: start + written.trim().length } }]
}

/** A candidate of a `srcset`. An address may hold commas, but neither starts nor ends with one. */
const candidate = /([^\s,](?:\S*[^\s,])?)(?:\s+[^,]*)?/g
