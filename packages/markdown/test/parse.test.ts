import fc from 'fast-check'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { parse } from '../src/parse.ts'
import { installedDocuments } from './support/documents.ts'
import { specExamples } from './support/samples.ts'

const plain = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).freeze()

const addresses = [
  'a\\+@b.c',
  '**a\\+@b.c** and *www\\.example.com*',
  '[www.b.c',
  '[a\\+@b.c](d)',
  '[a\\+@b.c] ~~e\\+@f.g~~\n\n[a\\+@b.c]: /d',
  '> - a\\+@b.c http&#58;//example.com/ HTTP&#x3a;//A.example',
  '| a\\+@b.c |\n|-|\n| [x http&#58;//b.example y@z.example |',
  'mailto&#58;a@b.c and a\\@b.c',
]

test.each(addresses)('%j has the addresses that remark-gfm finds', (source) => {
  expect(parse(source)).toEqual(plain.parse(source))
})

test('a text that remark-gfm cuts is cut', () => {
  expect(JSON.stringify(parse('**a\\+@b.c**'))).toContain('mailto:a+@b.c')
})

const tables = [
  'a\n-|',
  'a\n:-',
  'a\n-:\nb',
  '| a |\r\n| - |\r\n',
  'a\r|-',
  '> a\n> |-|\n> b',
  '- a\n  |-',
  '1. > | a\n   > | -\n',
  'a\n\t|-',
  '[^a]: b\n    |-\n\n[^a]',
]

test.each(tables)('%j has the table that remark-gfm reads', (source) => {
  expect(parse(source)).toEqual(plain.parse(source))
})

test('all trees of mutations are those of remark-gfm', () => {
  const pieces = 'a|@|.|b.c|+|-|_|:|::|---|~|*|[|](|> |- | |  |    |\t|\n|\n\n|\r\n|\r|\\|www.|http://|é|🎉'.split('|')
  const source = fc
    .array(fc.constantFrom('|', '|-|', ...pieces), { minLength: 1, maxLength: 25 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(source, (text) => {
      expect(parse(text)).toEqual(plain.parse(text))
    }),
    { numRuns: 2000, seed: 20261126 },
  )
})

test('all trees are those of remark-gfm', () => {
  const sources = [...specExamples().map(({ source }) => source), ...installedDocuments().slice(0, 40)]
  for (const source of sources) expect(parse(source)).toEqual(plain.parse(source))
})

const tags: readonly (readonly [source: string, tag: string | undefined])[] = [
  ['a <a href=https://example.com/b>b</a>', '<a href=https://example.com/b>'],
  ['<sup><a href=/b/c.html>1</a></sup>', '<a href=/b/c.html>'],
  ['> a\n> <img src=https://example.com/b.png alt="a > b"> c', '<img src=https://example.com/b.png alt="a > b">'],
  ['a <img\tsrc=./b.png\twidth=4 />', '<img\tsrc=./b.png\twidth=4 />'],
  ['a <a href=//b/>c', '<a href=//b/>'],
  ['a <a href=b/"c>d', undefined],
  ['a <a =/b>c', undefined],
  ['a <a href=/b', undefined],
  ['a <a href=/b <c>d', undefined],
  ['a `<a href=/b>` c', undefined],
  ['a \\<a href=/b>', undefined],
]

test.each(tags)('%j has the tag that CommonMark reads', (source, tag) => {
  const found = [...JSON.stringify(parse(source)).matchAll(/"type":"html","value":"((?:[^"\\]|\\.)*)"/g)]
  expect(found.map(([, value]) => JSON.parse(`"${value}"`)).filter((value) => value.includes('='))).toEqual(
    tag === undefined ? [] : [tag],
  )
})
