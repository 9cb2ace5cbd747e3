import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { parse } from '../src/parse.ts'
import { readMarks } from './support/marks.ts'
import { variants } from './support/variants.ts'

const linksOf = (source: string) => new MarkdownDocument(source, parse).links

describe('a link knows what it is', () => {
  test.each([
    ['a link', '[a](b)', 'inline', false],
    ['an image', '![a](b)', 'inline', true],
    ['an address in angle brackets', '<https://a.b>', 'autolink', false],
    ['a bare address', 'https://a.b', 'autolink', false],
    ['a bare e-mail address', 'a@b.cc', 'autolink', false],
    ['a link whose text is its address', '[https://a.b](https://a.b)', 'inline', false],
    ['a link in angle brackets whose text ends in a parenthesis', '<ab:c)>', 'autolink', false],
    ['HTML', '<a href="b">', 'html', false],
    ['an image in HTML', '<img src="b">', 'html', true],
    ['a definition', '[a]: b', 'definition', false],
  ])('%s', (_, source, kind, image) => {
    expect(linksOf(source)).toMatchObject([{ kind, image }])
  })

  test.each([
    ['a full reference', '[x][a]', false],
    ['a collapsed reference', '[a][]', false],
    ['a shortcut reference', '[a]', false],
    ['a full reference of an image', '![x][a]', true],
    ['a collapsed reference of an image', '![a][]', true],
    ['a shortcut reference of an image', '![a]', true],
    ['a reference in another case and other white space', '[x][ A ]', false],
  ])('%s', (_, source, image) => {
    const [reference] = linksOf(`${source}\n\n[a]: b`)
    expect(reference).toMatchObject({ kind: 'reference', image, url: 'b', start: 0, end: source.length })
  })

  test.each([
    ['[a](b)', 'link'],
    ['![a](b)', 'image'],
    ['<https://a.b>', 'link'],
    ['[a]: b', 'definition'],
    ['[a]\n\n[a]: b', 'linkReference'],
    ['![a]\n\n[a]: b', 'imageReference'],
  ])('and its node: %j', (source, type) => {
    expect(linksOf(source)[0]?.node?.type).toBe(type)
  })
})

/** `⟦` and `⟧` stand around the address that `[x]` leads to. */
const references: readonly (readonly [name: string, source: string])[] = [
  ['below', '[x]\n\n[x]: ⟦a⟧'],
  ['above', '[x]: ⟦a⟧\n\n[x]'],
  ['in angle brackets', '[x]\n\n[x]: <⟦a⟧> "b"'],
  ['over lines', '[x]\n\n[x]:\n  ⟦a⟧\n  (b\n  c)'],
  ['the first of two', '[x]\n\n[x]: ⟦a⟧\n[x]: b'],
  ['the first, in another case', '[x]\n\n[X]: ⟦a⟧\n[x]: b'],
  ['in a quote', '[x]\n\n> [x]: ⟦a⟧'],
  ['in a list item', '[x]\n\n- b\n\n  [x]: ⟦a⟧'],
  ['in a quote in a list item, over lines', '[x]\n\n- > [x]:\n  > ⟦a⟧\n  > "b"'],
  ['in a footnote', 'b [x] [^1]\n\n[^1]: b\n\n    [x]: ⟦a⟧'],
  ['among others', '[x]\n\n[w]: b\n[x]: ⟦a⟧\n[y]: c'],
  ['in front of a heading', '[x]\n\n[x]: ⟦a⟧\nb\n==='],
]

describe.each(variants)('%s, a reference leads to its definition', (_, change) => {
  test.each(references)('%s', (_name, text) => {
    const { source, ranges } = readMarks(change(text))
    const reference = linksOf(source).find(({ kind }) => kind === 'reference')
    expect([reference?.url, reference?.urlAt]).toEqual(['a', ranges[0]])
  })
})

test('a reference without a definition is no link', () => {
  expect(linksOf('[a] [b][c] ![d]\n\n`[a]: x`')).toEqual([])
})

describe('the text of a link is what a reader sees', () => {
  test.each([
    ['text', '[a b](c)', 'a b'],
    ['lines', '[a\nb\\\nc](d)', 'a b c'],
    ['emphasis and code', '[*a* `b` ~~c~~](d)', 'a b c'],
    ['escapes and references', '[a\\* &amp; b](c)', 'a* & b'],
    ['an image', '[![a](b) c](d)', 'a c'],
    ['an image by reference', '[![a] c](d)\n\n[a]: b', 'a c'],
    ['HTML', '[<b>a</b> <!-- x -->b](c)', 'a b'],
    ['an image in HTML', '[<img src="a" alt="b">](c)', 'b'],
    ['nothing', '[](a)', ''],
    ['an image without an alt text', '[![](a)](b)', ''],
    ['an address', '<https://a.b>', 'https://a.b'],
    ['an address that the tree has no position for', 'x a\\+b@c.dd', 'a+b@c.dd'],
    ['an alt text', '![a *b* `c` [d](e)](f)', 'a b c d'],
    ['an alt text over lines', '![a\n  b](c)', 'a b'],
    ['the label of a definition', '[a  *b*\nc]: d', 'a *b* c'],
  ])('%s', (_, source, text) => {
    expect(linksOf(source)[0]?.text).toBe(text)
  })
})

test('links are in document order, and each spans all that is written for it', () => {
  const text =
    '⟦[a](b "c")⟧ ⟦<a href="d">⟦![e](<f>)⟧</a>⟧ ⟦<https://g.h>⟧ ⟦[⟦![i][j]⟧](k)⟧ ⟦www.l.m⟧\n\n⟦[j]: n\n"o"⟧\n\n⟦[p][j]⟧ ⟦<img src="q">⟧'
  const { source, ranges } = readMarks(text)
  expect(linksOf(source).map(({ start, end }) => ({ start, end }))).toEqual(ranges)
})

test('code, comments and front matter have no links', () => {
  expect(
    linksOf('---\na: https://b.c\n---\n\n`[a](b)` <!-- [a](b) --> \n\n    <a href="b">\n\n```\n[a]: b\n```'),
  ).toEqual([])
})
