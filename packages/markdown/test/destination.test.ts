import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { parse } from '../src/parse.ts'
import { readMarks } from './support/marks.ts'
import { readPage } from './support/reading.ts'
import { variants } from './support/variants.ts'

/** `⟦` and `⟧` stand around each address, in the order of the links. */
const addresses: readonly (readonly [name: string, source: string, ...urls: string[]])[] = [
  ['a link', '[a](⟦b⟧)', 'b'],
  ['an image', '![a](⟦b.png⟧)', 'b.png'],
  ['a link among text', 'x [a](⟦b⟧) y [c](⟦d⟧) z', 'b', 'd'],
  ['no address', '[a](⟦⟧) ![b](⟦⟧)', '', ''],
  ['no address but white space', '[a](  ⟦⟧)', ''],
  ['an empty address in angle brackets', '[a](<⟦⟧>)', ''],
  ['no text', '[](⟦b⟧) ![](⟦c⟧)', 'b', 'c'],
  ['white space around the address', '[a](  ⟦b⟧  )', 'b'],
  ['an address on a line of its own', '[a](\n⟦b⟧\n)', 'b'],
  ['angle brackets with a space', '[a](<⟦b c⟧>)', 'b c'],
  ['angle brackets with a parenthesis', '[a](<⟦b)⟧>)', 'b)'],
  ['angle brackets with an escaped bracket', '[a](<⟦b\\>c⟧>)', 'b>c'],
  ['angle brackets with a line separator behind a backslash', '[a](<⟦b\\\u2028⟧>)', 'b\\\u2028'],
  ['a title in double quotes', '[a](⟦b⟧ "c")', 'b'],
  ['a title in single quotes', "[a](⟦b⟧ 'c')", 'b'],
  ['a title in parentheses', '[a](⟦b⟧ (c))', 'b'],
  ['a title with an escaped quote', '[a](⟦b⟧ "c \\" d")', 'b'],
  ['a title that looks like an address', '![a](⟦b⟧ "](b")', 'b'],
  ['a title on the next line', '[a](⟦b⟧\n"c")', 'b'],
  ['a title of two lines', '[a](⟦b⟧ "c\nd")', 'b'],
  ['an address that looks like a title', '[a](⟦"b"⟧)', '"b"'],
  ['balanced parentheses', '[a](⟦b(c(d))e⟧)', 'b(c(d))e'],
  ['escaped parentheses', '[a](⟦b\\)c\\(⟧)', 'b)c('],
  ['an escape', '[a](⟦b\\*c⟧)', 'b*c'],
  ['a backslash before the white space', '[a](⟦b\\⟧ "c")', 'b\\'],
  ['two backslashes', '[a](⟦b\\\\⟧)', 'b\\'],
  ['a character reference', '[a](⟦b?c=1&amp;d⟧)', 'b?c=1&d'],
  ['an emoji before and in the address', '🎉 [🎉](⟦🎉.png⟧)', '🎉.png'],
  ['NUL, which Markdown reads as U+FFFD', '[a](⟦b\0⟧)', 'b\uFFFD'],
  ['a space that is none to Markdown', '[a](⟦b\u00A0c⟧)', 'b\u00A0c'],
  ['a linked image', '[![a](⟦b⟧)](⟦c⟧)', 'c', 'b'],
  ['two linked images', '[![a](⟦b⟧) ![c](⟦d⟧)](⟦e⟧)', 'e', 'b', 'd'],
  ['brackets in the text', '[a [b] c](⟦d⟧) [e \\] f](⟦g⟧)', 'd', 'g'],
  ['brackets in an alt text', '![a [b] c](⟦d⟧) ![e \\] f](⟦g⟧)', 'd', 'g'],
  ['a link in an alt text', '![a [b](c) d](⟦e⟧)', 'e'],
  ['an image in an alt text', '![a ![b](c) d](⟦e⟧)', 'e'],
  ['an address in code in the text', '[`](x)`](⟦a⟧)', 'a'],
  ['an address in code in an alt text', '![`](x)`](⟦a⟧)', 'a'],
  ['the same address in code in an alt text', '![`](b "`](⟦b⟧ "c")', 'b'],
  ['code between two backticks in an alt text', '![``] ` [`` x](⟦a⟧)', 'a'],
  ['a backtick without a partner in an alt text', '![a ` [b] ``](⟦c⟧)', 'c'],
  ['code behind an escaped backtick in an alt text', '![\\``]`](⟦a⟧)', 'a'],
  ['HTML in the text', '[<b title="](x)">c</b>](⟦a⟧)', 'a'],
  ['HTML in an alt text', '![<b title="]" c=\']\' d=e>f</b >](⟦a⟧)', 'a'],
  ['HTML over lines in an alt text', '![a <b\ntitle="[">](⟦c⟧) ![<b\n  title="]">](⟦d⟧)', 'c', 'd'],
  ['a comment in an alt text', '![a <!-- ] --> b](⟦c⟧)', 'c'],
  ['a declaration in an alt text', '![<!X ]> <?] ?> <![CDATA[ ]]>](⟦a⟧)', 'a'],
  ['an address in angle brackets in an alt text', '![<https://a.b/]>](⟦c⟧)', 'c'],
  ['what only looks like HTML in an alt text', '![a <b [c](d) e>](⟦f⟧)', 'f'],
  ['a definition', '[a]: ⟦b⟧', 'b'],
  ['a definition of a sign that starts quotes elsewhere', '[a]:\n    ⟦>⟧ ', '>'],
  ['a definition that begins with one', '[a]:\n    ⟦>b⟧ ', '>b'],
  ['a definition in angle brackets with a title', '[a]: <⟦b c⟧> "d"', 'b c'],
  ['a definition without an address', '[a]: <⟦⟧>', ''],
  ['a definition of three lines', '[a]:\n⟦b⟧\n"c"', 'b'],
  ['a definition whose label looks like one', '[a\\]: b]: ⟦c⟧', 'c'],
  ['a definition with a label of two lines', '[a\nb]: ⟦c⟧', 'c'],
  ['a definition that ends in a backslash', '[a]: ⟦b\\⟧\n[c]: ⟦d⟧', 'b\\', 'd'],
  ['a definition with a parenthesis', '[a]: ⟦b(c)⟧', 'b(c)'],
  ['an autolink', '<⟦https://a.b⟧>', 'https://a.b'],
  ['an autolink of an e-mail address', '<⟦a@b.cc⟧>', 'mailto:a@b.cc'],
  ['a bare address', 'see ⟦https://a.b/c⟧.', 'https://a.b/c'],
  ['a bare address with www', 'see ⟦www.a.b⟧, d', 'http://www.a.b'],
  ['a bare e-mail address', 'to ⟦a@b.cc⟧.', 'mailto:a@b.cc'],
  ['a bare address with parentheses', '(⟦https://a.b/(c)⟧)', 'https://a.b/(c)'],
  ['an escape in a bare e-mail address', 'to ⟦a\\_@b.cc⟧', 'mailto:a_@b.cc'],
  ['a bare address in brackets', '[⟦www.a.b⟧]', 'http://www.a.b'],
  [
    'cells of a table',
    '| [a](⟦b⟧) | ![c](⟦d⟧) |\n| - | - |\n| ⟦https://e.f⟧ | [g](⟦h⟧) |',
    'b',
    'd',
    'https://e.f',
    'h',
  ],
  ['an escaped pipe in a cell', '| a |\n| - |\n| [b\\|c](⟦d\\|e⟧) |', 'd|e'],
  ['a heading', '# [a](⟦b⟧) #\n\n[c](⟦d⟧)\n===', 'b', 'd'],
  ['a footnote', '[^1]\n\n[^1]: see [a](⟦b⟧)\n    ![c](⟦d⟧)', 'b', 'd'],
  ['emphasis', '*[a](⟦b⟧)* **![c](⟦d⟧)** ~~<⟦ef:g⟧>~~', 'b', 'd', 'ef:g'],
]

describe.each(variants)('%s, the range of an address is exact', (_, change) => {
  test.each(addresses)('%s', (_name, text, ...urls) => {
    const { source, ranges } = readMarks(change(text))
    const { links } = new MarkdownDocument(source, parse)
    expect(links.map(({ url }) => url)).toEqual(urls)
    expect(links.map(({ urlAt }) => urlAt).sort((a, b) => a.start - b.start)).toEqual(ranges)
  })
})

test.each([
  ['a link', '[a](\n    ⟦>b⟧)'],
  ['a link in a quote', '> [a](\n>     ⟦>>b⟧)'],
  ['a definition', '[a]:\n    ⟦>b⟧'],
  ['an image with a tag that ends there', '![<b title="["\n    >](⟦c⟧)'],
])('behind four spaces `>` is no prefix of a quote: %s', (_, text) => {
  const { source, ranges } = readMarks(text)
  expect(new MarkdownDocument(source, parse).links.map(({ urlAt }) => urlAt)).toEqual(ranges)
})

test.each([
  ['mixed line endings', '> [a](\r\n> ⟦b⟧\r> "c")\n> [d](\n>⟦e⟧ )'],
  ['a line that leaves the prefix of its quote out', '> [a](\n⟦b⟧ "c")'],
  ['tabs', '-\t[a](\t⟦b⟧\n\t\t"c")'],
  ['a list in a quote in a list', '1. > - [a](\n   >   ⟦b⟧)'],
])('the range of an address is exact: %s', (_, text) => {
  const { source, ranges } = readMarks(text)
  expect(new MarkdownDocument(source, parse).links.map(({ urlAt }) => urlAt)).toEqual(ranges)
})

test('every range of an address is the one that micromark reads it from', () => {
  const syntax = fc.constantFrom(
    ...'[ ]( ) ! ` `` < > \\ " \' ( * | ]: [a]: [a] # - &amp; & / . : @ \0 🎉 x'.split(' '),
    ...[' ', '\n', '\r\n', '\n> ', '\n    ', '> ', '\t', '\n\n', 'www.a.b', 'https://a.b', '[a](b)', '![a](<b c> "d")'],
    ...['<b c="]">', '<!-- ] -->', '<a:]>', '[x]: y\n', '\n===\n', '| - |\n', '[^1]: '],
  )
  fc.assert(
    fc.property(fc.array(syntax, { maxLength: 25 }), (pieces) => {
      const source = pieces.join('')
      const { links } = new MarkdownDocument(source, parse)
      const ours = links
        .filter(({ kind, urlAt }) => kind !== 'html' && kind !== 'reference' && urlAt.start < urlAt.end)
        .map(({ urlAt }) => urlAt)
      // The addresses that only the tree has (see `mendPositions`) are not among those that micromark reads.
      expect(ours).toEqual(expect.arrayContaining([...readPage(source).addresses]))
    }),
    { numRuns: 300 },
  )
})
