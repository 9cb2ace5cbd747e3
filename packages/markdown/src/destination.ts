import type { Definition, Image, Link } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import { blankPrefixes } from './blank-prefixes.ts'
import type { Range } from './edit.ts'
import { rangeOf } from './nodes.ts'

/** Range of the address in `[text](address "title")`, without `<` and `>`. The tree does not say where it is. */
export function resourceDestination(source: string, node: Link | Image): Range {
  return readDestination(source, textEnd(source, node) + ']('.length, node.url)
}

/** Range of the address in `[label]: address "title"`, without `<` and `>`. */
export function definitionDestination(source: string, node: Definition): Range {
  const label = /\[(?:[^\\\]]|\\[\s\S])*\]:/y
  label.lastIndex = rangeOf(node).start
  label.test(source)
  return readDestination(source, label.lastIndex, node.url)
}

/** Offset of the `](` behind the text of a link, or the alt text of an image. */
function textEnd(source: string, node: Link | Image): number {
  const { start, end } = rangeOf(node)
  if (node.type === 'image') return altEnd(source, start + '!['.length, end)
  const last = node.children.at(-1)
  return source.indexOf('](', last ? rangeOf(last).end : start)
}

/** What binds tighter than a bracket: an escape, code, an address in `<>`, and HTML, tag by tag. Brackets inside it are text. */
const tight = [
  /\\[\s\S]/,
  /(`+)(?:(?!`)[\s\S]*?[^`]\1(?!`))?/,
  /<[a-z][a-z\d+.-]{1,31}:[^\s<>]*>/,
  /<\/?[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/,
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![a-z][^>]*>/,
]

const atoms = new RegExp([...tight, /[[\]]/].map(({ source }) => source).join('|'), 'gi')

/** An alt text may hold brackets if they are in pairs, so it ends at the first `]` that none of its own brackets opened. */
function altEnd(source: string, start: number, end: number): number {
  const alt = blankPrefixes(source.slice(start, end))
  let depth = 0
  const closing = [...alt.matchAll(atoms)].find(({ 0: atom }) => {
    if (atom === '[') depth++
    return atom === ']' && depth-- === 0
  })
  // A tag that ends in a line behind four spaces is not seen as one: `>` is no prefix there.
  return start + (closing?.index ?? alt.lastIndexOf(']('))
}

/** Range of a destination at or behind an offset, which says `url` when it is decoded. */
function readDestination(source: string, offset: number, url: string): Range {
  // A line may start with the prefix of a quote or a list.
  const space = /[ \t]*(?:(?:\r\n|\n|\r)[ \t>]*)?/y
  space.lastIndex = offset
  space.test(source)
  const start = space.lastIndex
  if (source.charAt(start) === '<') {
    const pointed = /<(?:[^\\<>\r\n]|\\[^\r\n])*>/y
    pointed.lastIndex = start
    pointed.test(source)
    return { start: start + '<'.length, end: pointed.lastIndex - '>'.length }
  }
  const end = bareEnd(source, start)
  // Behind four spaces `>` is no prefix: what is missing of the address was taken for one, be it all of it with the blanks behind.
  const missing = url.length - decodeString(source.slice(start, end)).length
  const blanks = missing > 0 && end === start ? start - offset - source.slice(offset, start).trimEnd().length : 0
  return { start: start - blanks - missing, end: end - blanks }
}

/** A bare destination ends at white space, at the end of the source, or at the first `)` that it did not open. */
function bareEnd(source: string, start: number): number {
  let depth = 0
  for (let index = start; ; index++) {
    const character = source.charAt(index)
    if (isEnd(character)) return index
    if (character === '\\' && /[()\\]/.test(source.charAt(index + 1))) index++
    else if (character === '(') depth++
    else if (character === ')' && depth-- === 0) return index
  }
}

/** NUL is no white space: Markdown reads it as U+FFFD. */
function isEnd(character: string): boolean {
  return (character <= ' ' && character !== '\0') || character === '\x7F'
}
