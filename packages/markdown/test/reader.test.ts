import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { oneLine } from '../src/lines.ts'
import { parse } from '../src/parse.ts'
import { readMarks } from './support/marks.ts'
import { variants } from './support/variants.ts'

/** What a reader sees between `⟦` and `⟧`, or in all of a source. */
function read(text: string, options?: { readonly alt: boolean }): string {
  const { source, ranges } = readMarks(text)
  return new MarkdownDocument(source, parse).text(ranges[0] ?? { start: 0, end: source.length }, options)
}

const texts: readonly (readonly [name: string, source: string, seen: string])[] = [
  ['text', 'a *b* **c** ~~d~~', 'a b c d'],
  ['code', 'a `b` c', 'a b c'],
  ['escapes and references', '\\*a\\* &amp; &lt;b>', '*a* & <b>'],
  ['the text of a link, not its address', '[a](b "c")', 'a'],
  ['a bare address', 'see www.a.b', 'see www.a.b'],
  ['an address that the tree has no position for', 'see a\\+b@c.dd there', 'see a+b@c.dd there'],
  ['the alt text of an image', 'a ![b](c) d', 'a b d'],
  ['the alt text of an image by reference', '![a]\n\n[a]: b', 'a'],
  ['no alt text', '![](b)', ''],
  ['the alt text of an image in HTML', 'a <img src="b" alt="c &amp; d"> e', 'a c & d e'],
  ['no alt text in HTML', 'a<img src="b">', 'a'],
  ['text in HTML', '<p>a &amp; <b>b</b></p>', 'a & b'],
  ['text in and around HTML', 'a <b>b</b> c', 'a b c'],
  ['no comment', 'a <!-- b --> c', 'a  c'],
  ['no definition', '[a]: b "c"\n\nd', 'd'],
  ['a hard break', 'a  \nb\\\nc', 'a\nb\nc'],
  ['a break in HTML', 'a<br>b', 'a\nb'],
  ['blocks on lines of their own', '# a\n\nb\n\n- c\n- d', 'a\nb\nc\nd'],
  ['blocks of code', 'a\n\n```js\nb\n```\n\n    c\n\nd', 'a\nb\nc\nd'],
  ['blocks of HTML', '<p>a</p>\n\nb', 'a\nb'],
  ['the cells of a table', '| a | b |\n| - | - |\n| c | d |', 'a\nb\nc\nd'],
  ['a footnote', 'a[^1]\n\n[^1]: b', 'a\nb'],
]

describe.each(variants)('%s, a reader sees', (_, change) => {
  test.each(texts)('%s', (_name, source, seen) => {
    const lines = read(change(source)).replaceAll(/\r\n?/g, '\n').trim()
    expect(lines).toBe(seen)
  })
})

describe('in a range', () => {
  test.each([
    [
      'what stands between two tags behind split tabs',
      '- a\n\t<details>\n\t<summary>⟦\n\t\tb\n\t⟧</summary>\n\t</details>',
      '\n  \tb\n  ',
    ],
    ['is what lies wholly in it', 'a *⟦b⟧* c', 'b'],
    ['is not what it cuts', 'a⟦b *c* d⟧e', 'c'],
    ['is nothing where it is empty', 'a *⟦⟧b*', ''],
    ['no line ending stands at its ends', 'a\n⟦\nb\n\nc⟧\n\nd', 'b\nc'],
    ['that is a heading, neither', '⟦# a *b*⟧\n\nc', 'a b'],
    ['that starts behind a heading, neither', '# a⟦\n\nb\n\n⟧# c', 'b\n'],
    ['of one html node is its text', '<p>⟦ a &amp;\n b ⟧</p>', ' a &\n b '],
    ['over html nodes is the text between', '<p>\n\na\n\n⟦<b>b</b>\n\nc⟧\n\n</p>', 'b\nc'],
  ])('%s', (_, text, seen) => {
    expect(read(text)).toBe(seen)
  })
})

test.each([
  ['Markdown', '![a](b) c', ' c'],
  ['a reference', '![a] c\n\n[a]: b', ' c'],
  ['HTML', '<img src="a" alt="b"> c', ' c'],
  ['a link', '[![a](b)](c)', ''],
  ['a line of their own', 'a  \n![b](c)\\\nd', 'a\n\nd'],
  ['HTML with breaks', 'a<br><img alt="b">c', 'a\nc'],
  ['a block of their own', 'a\n\n![b](c)\n\nd', 'a\n\nd'],
])('without alt texts, images in %s are not seen', (_, source, seen) => {
  expect(read(source, { alt: false }).trimEnd()).toBe(seen)
})

test.each([
  ['a', 'a'],
  ['', ''],
  [' \n ', ''],
  [' a\r\n\t b ', 'a b'],
  ['a\u00A0\u2028b', 'a b'],
])('%j on one line is %j', (text, expected) => {
  expect(oneLine(text)).toBe(expected)
})
