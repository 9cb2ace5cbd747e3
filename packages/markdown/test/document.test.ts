import type { Root } from 'mdast'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { rangeOf, walk } from '../src/nodes.ts'
import { parse } from '../src/parse.ts'
import { placeFinder } from '../src/place.ts'

const read = (source: string): MarkdownDocument => new MarkdownDocument(source, parse)

test.each([
  ['', '\n'],
  ['a', '\n'],
  ['a\nb', '\n'],
  ['a\r\nb\nc', '\r\n'],
  ['a\rb\nc', '\r'],
  ['a\r', '\r'],
  ['a\n\rb', '\n'],
])('the line ending of %j is %j', (source, eol) => {
  expect(read(source).eol).toBe(eol)
})

describe('a byte order mark', () => {
  const source = '\uFEFF# [a](b)\n\n<b>c</b> 🎉\n\n> [d]\n\n[d]: e\n'

  test.each([
    ['\uFEFFa', true],
    ['\uFEFF', true],
    ['a\uFEFF', false],
    ['', false],
  ])('that %j starts with one is %s', (text, bom) => {
    expect(read(text).bom).toBe(bom)
  })

  test('does not come to the parser, however many there are', () => {
    const given: string[] = []
    const spy = (text: string): Root => {
      given.push(text)
      return parse(text)
    }
    for (const marks of ['', '\uFEFF', '\uFEFF\uFEFF'])
      expect(new MarkdownDocument(`${marks}a`, spy).tree.type).toBe('root')
    expect(given).toEqual(['a', 'a', 'a'])
  })

  test.each([1, 2, 3])('moves every offset: %d of them', (count) => {
    const plain = read(source.slice(1))
    const marked = read(`${'\uFEFF'.repeat(count)}${source.slice(1)}`)
    const move = ({ start, end }: { start: number; end: number }) => ({ start: start + count, end: end + count })
    expect(ranges(marked)).toEqual(ranges(plain).map(move))
    expect(marked.links.map((link) => marked.slice(link))).toEqual(plain.links.map((link) => plain.slice(link)))
    expect(marked.links.map(({ urlAt }) => marked.slice(urlAt))).toEqual(['b', 'e', 'e'])
  })

  test('moves a point that two nodes share once', () => {
    const point = { line: 1, column: 1, offset: 0 }
    const position = { start: point, end: { line: 1, column: 2, offset: 1 } }
    const shared: Root = { type: 'root', children: [{ type: 'text', value: 'a', position }], position }
    expect(new MarkdownDocument('\uFEFFa', () => shared).tree.children.map(rangeOf)).toEqual([{ start: 1, end: 2 }])
  })
})

/** The ranges of all nodes of a document. */
function ranges(document: MarkdownDocument): { start: number; end: number }[] {
  const found = [rangeOf(document.tree)]
  walk(document.tree, ({ node }) => found.push(rangeOf(node)))
  return found
}

test('the source is parsed once, and not before something of it is asked for', () => {
  let count = 0
  const document = new MarkdownDocument('# a <b>c</b>\n\n[d](e) <!-- f:start -->g<!-- f:end -->\n', (source) => {
    count++
    return parse(source)
  })
  expect([document.bom, document.eol, document.slice({ start: 2, end: 3 }), document.place(2).column, count]).toEqual([
    false,
    '\n',
    'a',
    3,
    0,
  ])
  const asked = () => [
    document.tree,
    document.nodes,
    document.tags,
    document.comments,
    document.elements,
    document.links,
    document.sections,
    document.blocks,
  ]
  const first = asked()
  expect(document.text({ start: 0, end: 12 })).toBe('a c')
  // The same objects again, so that whoever compares a link or a tag by identity may.
  for (const [index, value] of asked().entries()) expect(value).toBe(first[index])
  expect(count).toBe(1)
})

test('the source is kept as it is given', () => {
  const source = '\uFEFFa\r\n\0 b\r\uD800'
  expect(read(source).source).toBe(source)
})

test('a place is that of the whole source', () => {
  const source = '\uFEFFa\r\nb'
  const document = read(source)
  expect([0, 1, 4].map((offset) => document.place(offset))).toEqual([0, 1, 4].map(placeFinder(source)))
  expect(() => document.place(6)).toThrow(RangeError)
})

test('an empty document has nothing', () => {
  const { links, tags, comments, elements, sections, blocks, nodes } = read('')
  expect([links, tags, comments, elements, sections, blocks, nodes.of('paragraph')]).toEqual([
    [],
    [],
    [],
    [],
    [],
    [],
    [],
  ])
})
