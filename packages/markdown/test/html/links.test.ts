import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../../src/document.ts'
import { parse } from '../../src/parse.ts'
import { readMarks } from '../support/marks.ts'
import { variants } from '../support/variants.ts'

const linksOf = (source: string) => new MarkdownDocument(source, parse).links

/** `⟦` and `⟧` stand around each address. */
const addresses: readonly (readonly [name: string, source: string, ...urls: string[]])[] = [
  ['a link', '<a href="⟦b⟧">c</a>', 'b'],
  ['an image', 'x <img src="⟦a.png⟧" alt="b">', 'a.png'],
  ['an address without quotes', '<a href=⟦b⟧>', 'b'],
  ['white space around an address', "<a href=' ⟦b⟧\t '>", 'b'],
  ['line endings around an address', '<a href="\n  ⟦b⟧\n">', 'b'],
  ['an address of two lines', '<a href="⟦b\nc⟧">', 'b\nc'],
  ['a character reference', '<a href="⟦b?c=d&amp;e⟧">', 'b?c=d&e'],
  ['what is a reference in text only', '<a href="⟦b?c&copy=d⟧">', 'b?c&copy=d'],
  ['several attributes', '<img src="⟦a⟧" srcset="⟦b⟧ 2x" longdesc=⟦c⟧>', 'a', 'b', 'c'],
  ['of two with one name the first', '<a href="⟦b⟧" href="c">', 'b'],
  ['the second where the first is no address', '<img alt="a" src="⟦b⟧" alt="c">', 'b'],
  ['no value', '<a href> <a href=""> <a href=" ">'],
  ['no address', '<a title="b" data-src="c" xlink:href="d">'],
  ['every attribute that holds one', '<form action="⟦a⟧"><button formaction="⟦b⟧"></form>', 'a', 'b'],
  ['media', '<video src="⟦a⟧" poster="⟦b⟧"></video><object data="⟦c⟧"></object>', 'a', 'b', 'c'],
  ['others', '<blockquote cite="⟦a⟧"></blockquote><table background="⟦b⟧"></table>', 'a', 'b'],
  ['a srcset', '<source srcset="⟦a.png⟧ 1x, ⟦b.png⟧ 2x">', 'a.png', 'b.png'],
  ['a srcset of one', '<img srcset="⟦a.png⟧">', 'a.png'],
  ['a srcset without descriptors', '<img srcset="⟦a.png⟧, ⟦b.png⟧">', 'a.png', 'b.png'],
  ['a srcset over lines', '<img\n  srcset="\n    ⟦a.png⟧ 1x,\n    ⟦b.png⟧ 2x\n  ">', 'a.png', 'b.png'],
  ['a srcset with a reference', '<img srcset="⟦a?b&amp;c⟧ 1x, ⟦d&#46;png⟧ 2x">', 'a?b&c', 'd.png'],
  ['a srcset with commas', '<img srcset="⟦a,b.png⟧ 1x, ⟦c,d⟧ 2x">', 'a,b.png', 'c,d'],
  [
    'a srcset with a data URL',
    '<img srcset="⟦data:image/png;base64,AA==⟧ 1x,⟦b⟧ 2x">',
    'data:image/png;base64,AA==',
    'b',
  ],
  ['a srcset with widths', '<img srcset="⟦a⟧ 100w 50h,⟦b⟧ 200w">', 'a', 'b'],
  ['a srcset with commas too many', '<img srcset=" , ⟦a⟧ 1x,, ⟦b⟧,">', 'a', 'b'],
  ['a srcset without quotes', '<img srcset=⟦a,b⟧>', 'a,b'],
  ['nothing in a srcset', '<img srcset=" , ">'],
  ['a linked image', '<a href="⟦b⟧"><img src="⟦c⟧"></a>', 'b', 'c'],
  ['a picture', '<picture>\n<source srcset="⟦a⟧">\n<img src="⟦b⟧">\n</picture>', 'a', 'b'],
  ['an emoji', '🎉 <a title="🎉" href="⟦🎉⟧">', '🎉'],
]

describe.each(variants)('%s, the range of an address in HTML is exact', (_, change) => {
  test.each(addresses)('%s', (_name, text, ...urls) => {
    const { source, ranges } = readMarks(change(text))
    const links = linksOf(source)
    expect(links.map(({ url }) => url.replaceAll(/\r\n?/g, '\n'))).toEqual(urls)
    expect(links.map(({ urlAt }) => urlAt)).toEqual(ranges)
  })
})

test.each([
  ['img', 'src', true],
  ['img', 'srcset', true],
  ['img', 'longdesc', false],
  ['source', 'srcset', true],
  ['source', 'src', false],
  ['video', 'poster', true],
  ['video', 'src', false],
  ['input', 'src', true],
  ['a', 'href', false],
])('that <%s %s> is an image is %s', (name, attribute, image) => {
  expect(linksOf(`x <${name} ${attribute}="a">`).map((link) => link.image)).toEqual([image])
})

describe('the text', () => {
  test.each([
    ['of a link', '<a href="b">c <b>d</b></a>', 'c d'],
    ['of a link on lines of its own', '<a href="b">\n  c\n  d\n</a>', 'c d'],
    ['of a link over blocks', '<a href="b">\n\nc\n\n- d\n\n</a>', 'c d'],
    ['of a linked image', '<a href="b"><img alt="c"> d</a>', 'c d'],
    ['of a linked Markdown image', 'x <a href="b">![c](d)</a>', 'c'],
    ['of a link with a reference', '<a href="b">c &amp; d</a>', 'c & d'],
    ['of a link that is not closed', '<a href="b">c', ''],
    ['of an image', '<img src="b" alt=" c\n d ">', 'c d'],
    ['of an image without one', '<img src="b">', ''],
    ['of what is neither link nor image', '<blockquote cite="b">c</blockquote>', ''],
  ])('%s', (_, source, text) => {
    expect(linksOf(source)[0]?.text).toBe(text)
  })
})

test('a link spans its element, anything else its tag', () => {
  const { source, ranges } = readMarks('x ⟦<a href="b">c⟦<img src="d">⟧</a>⟧ ⟦<a href="e">⟧')
  expect(linksOf(source).map(({ start, end }) => ({ start, end }))).toEqual(ranges)
})

test('a link knows its tag and its attribute, and each candidate of a srcset both', () => {
  const document = new MarkdownDocument('<img alt="a" srcset="b 1x, c 2x">', parse)
  const [tag] = document.tags
  const known = { kind: 'html', tag, attribute: tag?.attributes[1], text: 'a' }
  expect(document.links).toMatchObject([known, known])
})
