import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { applyEdits } from '../src/edit.ts'
import { attributeOf, type HtmlAttribute, type HtmlTag, pairTags, withoutAttribute } from '../src/html.ts'
import { parse } from '../src/parse.ts'
import { readMarks } from './support/marks.ts'
import { variants } from './support/variants.ts'

const read = (source: string): MarkdownDocument => new MarkdownDocument(source, parse)

/** `⟦` and `⟧` stand around each tag. */
const tags: readonly (readonly [name: string, source: string])[] = [
  ['a block', '⟦<div>⟧\nx\n⟦</div>⟧'],
  ['in a paragraph', 'a ⟦<b>⟧c⟦</b>⟧ d'],
  ['in a paragraph of two lines', 'a ⟦<b>⟧c\nd⟦</b>⟧'],
  ['over lines of a paragraph', 'a ⟦<b\n   c="d"\n/>⟧e⟦</b>⟧'],
  ['over lines of a block', '⟦<img\n  src="a"\n\talt="b"\n/>⟧\n⟦<br>⟧'],
  ['an attribute over lines', '⟦<img alt="a\n  b" src="c">⟧'],
  ['an element over blocks', '⟦<details>⟧\n⟦<summary>⟧a⟦</summary>⟧\n\n- b\n\n⟦</details>⟧'],
  ['indented', '  ⟦<div>⟧\n    ⟦<p>⟧\n  ⟦</div>⟧'],
  ['in a heading', '# ⟦<b>⟧a⟦</b>⟧ #'],
  ['in a cell', '| ⟦<b>⟧ | a⟦</b>⟧ |\n|-|-|\n| ⟦<br>⟧ | |'],
  ['in the text of a link', '[⟦<img src="a">⟧](b)'],
  ['in emphasis', '*a ⟦<b>⟧ c*'],
  ['in a footnote', 'a[^1]\n\n[^1]: ⟦<b>⟧\n    c⟦</b>⟧'],
  ['behind an emoji', '🎉 ⟦<b title="🎉">⟧🎉⟦</b>⟧'],
  ['behind NUL', '⟦<div>⟧\0\n\0⟦<b>⟧'],
  ['not in code', '`<b>` ⟦<i>⟧\n\n```\n<b>\n```\n\n    <b>'],
  ['not in a comment', '<!-- <b>\n<i> --> \n\n⟦<u>⟧'],
  ['not in an alt text, which has no tags', '![<b>](c) ⟦<i>⟧'],
  ['not in an address', '[a](<b> "<c>") ⟦<i>⟧'],
]

describe.each(variants)('%s, the range of a tag is exact', (_, change) => {
  test.each(tags)('%s', (_name, text) => {
    const { source, ranges } = readMarks(change(text))
    expect(read(source).tags.map(({ start, end }) => ({ start, end }))).toEqual(ranges)
  })

  test.each([
    '<div ⟦align="⟦center⟧"⟧>',
    'a <b ⟦c="⟦d⟧"⟧\n⟦e=⟦f⟧⟧>',
    '<img\n    ⟦alt="⟦a\n      b⟧"⟧\n    ⟦src=\'⟦c⟧\'⟧>',
    '<a ⟦href="⟦b&amp;c⟧"⟧ ⟦title = ⟦🎉⟧⟧ ⟦href=⟦d⟧⟧>',
    'x <input ⟦disabled⟦⟧⟧ ⟦value="⟦⟧"⟧>',
    '| <b ⟦c="⟦d⟧"⟧> |\n|-|',
  ])('and that of an attribute and its value: %j', (text) => {
    const { source, ranges } = readMarks(change(text))
    const attributes = read(source).tags.flatMap((tag) => tag.attributes)
    expect(attributes.flatMap(({ start, end, valueAt }) => [{ start, end }, valueAt])).toEqual(ranges)
  })

  test.each([
    ['a block', '⟦<!-- a -->⟧\n\nb'],
    ['over lines', '⟦<!-- a\n\n   b\n-->⟧\n\nc'],
    ['in a paragraph', 'a ⟦<!-- b\nc -->⟧ d'],
    ['two on a line', '⟦<!-- a -->⟧ b ⟦<!-- c -->⟧'],
    ['without an end', '⟦<!-- a\n\nb⟧'],
    ['not in code', '`<!-- a -->`\n\n```html\n<!-- b -->\n```'],
  ])('and that of a comment: %s', (_name, text) => {
    const { source, ranges } = readMarks(change(text))
    expect(read(source).comments.map(({ start, end }) => ({ start, end }))).toEqual(ranges)
  })
})

test.each([
  ['mixed line endings in a quote', '> ⟦<a\r\n> href="b"\r>title="c">⟧\n>  ⟦</a>⟧'],
  ['a line that leaves the prefix of its quote out', '> a ⟦<b\ntitle="c">⟧'],
  ['a tab that a list has split', '- ⟦<div\n\tid="a">⟧\n\t\t⟦<b>⟧\n\t⟦</b>⟧'],
  ['a list in a quote in a list', '1. > - ⟦<div\n   >   id="a">⟧\n   >   ⟦</div>⟧'],
  ['front matter, which has none', '---\na: <b>\n---\n⟦<i>⟧'],
])('the range of a tag is exact: %s', (_, text) => {
  const { source, ranges } = readMarks(text)
  expect(read(source).tags.map(({ start, end }) => ({ start, end }))).toEqual(ranges)
})

test.each([
  ['a block', '<p><img src="a">\n</p>', [undefined, undefined]],
  ['several lines of a block', '<p>\r\n<img\r\nsrc="a"></p>', [undefined, 'lines']],
  ['several lines of a paragraph', '<img\nsrc="a"> [b](c)', [undefined]],
  ['the text of a link, and in emphasis', '[<br>](b) *<br>* ~~<br>~~', ['markup', 'markup', 'markup']],
  ['a heading and a cell', '# <br>\n\n| <br> |\n|-|', [undefined, undefined]],
])('a tag in %s knows it', (_, source, inside) => {
  const opened = read(source).tags.filter(({ kind }) => kind === 'open')
  expect(opened.map((tag) => tag.inside)).toEqual(inside)
})

test.each([
  ['a block', '<!-- a -->', true],
  ['a block in a quote', '> <!-- a -->', true],
  ['a block in a list item', '- <!-- a -->', true],
  ['a paragraph', 'x <!-- a -->', false],
  ['a heading', '# <!-- a -->', false],
  ['a cell', '| <!-- a --> |\n|-|', false],
])('a comment in %s knows whether it is one of its own: %j', (_, source, flow) => {
  expect(read(source).comments.map((comment) => comment.flow)).toEqual([flow])
})

test('tags and comments are found in blocks and in texts', () => {
  const { tags, comments, elements, htmlTexts } = read('<p>a</p>\n\nb <i>c</i> <!-- d -->')
  // What stands between inline tags is a text of the tree.
  expect(htmlTexts).toEqual([{ start: 3, end: 4, value: 'a' }])
  expect(tags.map(({ name }) => name)).toEqual(['p', 'p', 'i', 'i'])
  expect([elements.length, comments.length]).toEqual([2, 1])
})

test.each([
  ['an attribute', '<a href="b">', 'b'],
  ['an attribute without a value', '<a href>', ''],
  ['the first of two with one name', '<a href="b" href="c">', 'b'],
  ['no attribute', '<a title="b">', undefined],
])('the value of %s', (_, source, value) => {
  expect(attributeOf(read(`x ${source}`).tags[0] as HtmlTag, 'href')).toBe(value)
})

/** Tags from `a`, `/a` …, each of length 1. */
function tagsFrom(written: string): HtmlTag[] {
  return written
    .split(' ')
    .filter((name) => name !== '')
    .map((name, start) => ({
      name: name.replace('/', ''),
      kind: name.startsWith('/') ? 'close' : 'open',
      attributes: [],
      start,
      end: start + 1,
    }))
}

/** Elements as `name open-close <parent`, with `?` for a close that is missing. */
function show(written: string): string[] {
  return pairTags(tagsFrom(written)).map(({ name, open, close, parent }) => {
    return `${name} ${open.start}-${close?.start ?? '?'}${parent ? ` <${parent.name}` : ''}`
  })
}

test.each([
  ['<img alt="" src="a">', '<img src="a">'],
  ['<img src="a"\n  alt="">', '<img src="a">'],
  ['<img alt>', '<img>'],
])('an attribute is taken out of %j with the white space in front of it', (source, expected) => {
  const tag = read(`x ${source}`).tags[0] as HtmlTag
  const alt = tag.attributes.find(({ name }) => name === 'alt') as HtmlAttribute
  expect(applyEdits(`x ${source}`, [withoutAttribute(tag, alt)])).toBe(`x ${expected}`)
})

describe('tags are paired into elements', () => {
  test.each<[string, string, string[]]>([
    ['none', '', []],
    ['one', 'b /b', ['b 0-1']],
    ['one in another', 'p b /b /p', ['p 0-3', 'b 1-2 <p']],
    ['one after another', 'p b /b i /i /p', ['p 0-5', 'b 1-2 <p', 'i 3-4 <p']],
    ['of the same name', 'div div /div /div', ['div 0-3', 'div 1-2 <div']],
    ['void ones', 'p br img /p', ['p 0-3', 'br 1-? <p', 'img 2-? <p']],
    ['a void one that is closed', 'br /br b /b', ['br 0-?', 'b 2-3']],
    ['one that is not closed', 'p b /p', ['p 0-2', 'b 1-? <p']],
    ['one that is never closed around others', 'p b /b', ['p 0-?', 'b 1-2 <p']],
    ['none from a closing tag that closes nothing', '/b p /b /p', ['p 1-3']],
    ['crossing ones', 'b i /b /i', ['b 0-2', 'i 1-? <b']],
    ['a link, which no link can hold', 'a a /a /a', ['a 0-?', 'a 1-2']],
    ['a link that starts in something in a link', 'a b a /a /b', ['a 0-?', 'b 1-4 <a', 'a 2-3 <b']],
    ['a heading, which no heading of its kind can hold', 'h1 h1 /h1 h2 /h2', ['h1 0-?', 'h1 1-2', 'h2 3-4']],
  ])('%s', (_, written, elements) => {
    expect(show(written)).toEqual(elements)
  })

  test('whose range spans both tags, or the opening tag alone', () => {
    expect(pairTags(tagsFrom('p b /p')).map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [1, 2],
    ])
  })

  test('over html nodes, and out of quotes', () => {
    const { elements } = read('<details>\n\n> <b>x\n\n</b>\n\n</details>')
    expect(elements.map(({ name, close }) => `${name} ${close !== undefined}`)).toEqual(['details true', 'b true'])
  })

  test('in any soup of tags each at most once, in document order and never crossing', () => {
    const name = fc.constantFrom('a', 'b', 'p', 'h1', 'br', '/a', '/b', '/p', '/h1', '/br')
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const tags = tagsFrom(names.join(' '))
        const elements = pairTags(tags)
        expect(elements.map(({ open }) => open)).toEqual(tags.filter(({ kind }) => kind === 'open'))
        const closed = elements.filter(({ close }) => close)
        expect(new Set(closed.map(({ close }) => close)).size).toBe(closed.length)
        for (const { name, open, close } of closed) {
          expect([close?.name, close?.kind, open.end <= (close?.start ?? 0)]).toEqual([name, 'close', true])
        }
        for (const one of closed) {
          for (const { start, end } of closed) expect(one.start < start && start < one.end && one.end < end).toBe(false)
        }
      }),
    )
  })
})
