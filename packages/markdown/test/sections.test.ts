import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { parse } from '../src/parse.ts'
import { readSections } from '../src/sections.ts'
import { readMarks } from './support/marks.ts'
import { variants } from './support/variants.ts'

const sectionsOf = (source: string) => new MarkdownDocument(source, parse).sections

/** `⟦` and `⟧` stand around each heading. */
const headings: readonly (readonly [name: string, source: string, ...titles: string[]])[] = [
  ['with number signs', '⟦# a⟧\n\n⟦###### b⟧', '1 a', '6 b'],
  ['closed with number signs', '⟦## a ##⟧\n⟦# b #c#⟧', '2 a', '1 b #c#'],
  ['underlined', '⟦a\n===⟧\n\n⟦b\n---⟧', '1 a', '2 b'],
  ['of two lines', '⟦a\n  b\n===⟧', '1 a b'],
  ['without text', '⟦#⟧\n\n⟦## ##⟧', '1 ', '2 '],
  ['with markup', '⟦# *a* `b` [c](d) ~~e~~⟧', '1 a b c e'],
  ['with escapes and references', '⟦# \\# a &amp; b⟧', '1 # a & b'],
  ['with images, which have no part in the title', '⟦# ![a](b) c [![d](e)](f)⟧', '1 c'],
  ['with HTML and a comment', '⟦# <b>a</b> <!-- b --> <img src="c" alt="d">⟧', '1 a'],
  ['with an address that the tree has no position for', '⟦# a\\+b@c.dd e⟧', '1 a+b@c.dd e'],
  ['in HTML', '⟦<h1>a</h1>⟧', '1 a'],
  ['in HTML over lines', '⟦<h2 align="center">\n  a\n  <b>b</b>\n</h2>⟧', '2 a b'],
  ['in HTML with badges', '⟦<h1>\n<a href="b"><img src="c" alt="d"></a><br>\na<br/>b\n</h1>⟧', '1 a b'],
  ['in HTML around Markdown', '⟦<h3>\n\na *b*\n\n</h3>⟧', '3 a b'],
  ['in HTML in a paragraph', 'a ⟦<h4>b</h4>⟧ c', '4 b'],
  ['not those that hold nothing, for the line below them', '<h1></h1>\n\n<h2> <br> </h2>\n\n⟦## b⟧', '2 b'],
  ['not those in HTML that are not closed', '<h1>a\n\n⟦## b⟧', '2 b'],
  ['not those in HTML of another level', '<h0>a</h0><h7>b</h7><header>c</header>'],
  ['not those in code', '```\n# a\n```\n\n    # b\n\n`# c`'],
  ['not what only looks like one', '#a\n\n\\# b\n\n####### c'],
  ['in quotes and lists', '> ⟦# a⟧\n\n- ⟦## b⟧\n- ⟦c\n  ---⟧', '1 a', '2 b', '2 c'],
  ['in a footnote', 'a[^1]\n\n[^1]: ⟦# b⟧', '1 b'],
]

describe.each(variants)('%s, headings are found', (_, change) => {
  test.each(headings)('%s', (_name, text, ...titles) => {
    const { source, ranges } = readMarks(change(text))
    const sections = sectionsOf(source)
    expect(sections.map(({ depth, title }) => `${depth} ${title}`)).toEqual(titles)
    expect(sections.map(({ start, end }) => ({ start, end }))).toEqual(ranges)
  })
})

test('front matter is no heading', () => {
  expect(sectionsOf('---\na: b\n---\n\n# c').map(({ title }) => title)).toEqual(['c'])
})

test('a Markdown heading knows its node, one in HTML has none', () => {
  const [markdown, html] = sectionsOf('# a\n\n<h1>b</h1>')
  expect([markdown?.node?.type, html && 'node' in html]).toEqual(['heading', false])
})

/** `⟦` and `⟧` stand around the body of each section, in the order of their headings. */
describe('a section governs', () => {
  test.each([
    ['all to the end', '# a⟦\n\nb\n⟧'],
    ['all to the next heading of its depth', '# a⟦\n\nb\n\n⟧# c⟦\n⟧'],
    ['all to the next heading of a lower depth', '## a⟦\n\n⟧# b⟦⟧'],
    ['deeper headings and what they govern', '# a⟦\n\n## b⟦\n\n### c⟦\n\n⟧⟧## d⟦\n\n⟧⟧# e⟦⟧'],
    ['deeper headings that skip a depth', '# a⟦\n\n### b⟦\n\n⟧## c⟦⟧⟧'],
    ['headings in HTML', '<h1>a</h1>⟦\n\n## b⟦\n\n⟧⟧<h1>c</h1>⟦⟧'],
    ['nothing between two headings in a line', '<h1>a</h1>⟦⟧<h1>b</h1>⟦⟧'],
    ['a quote in it, and a heading there no more than the quote', '# a⟦\n\n> # b⟦\n> c⟧\n\nd⟧'],
    ['a list item in it, and a heading there no more than the item', '# a⟦\n\n- # b⟦\n  c⟧\n- # d⟦⟧\n\ne⟧'],
    ['the next heading of a quote', '> # a⟦\n> b\n> ⟧# c⟦\n> d⟧\n\n# e⟦⟧'],
    ['a quote in a quote', '> # a⟦\n> > # b⟦\n> > c⟧\n>\n> d⟧\n\n# e⟦⟧'],
    ['two quotes', '# a⟦\n\n> # b⟦⟧\n\nc\n\n> ## d⟦⟧\n\n## e⟦⟧⟧'],
    [
      'a footnote in it, and a heading there no more than the footnote',
      '# a⟦\n\nb[^1]\n\n[^1]: # c⟦\n    d⟧\n\n⟧# e⟦⟧',
    ],
  ])('%s', (_, text) => {
    const { source, ranges } = readMarks(text)
    expect(sectionsOf(source).map(({ body }) => body)).toEqual(ranges)
  })

  test('nothing where it holds the next heading', () => {
    const [outer, inner] = sectionsOf('<h1>\n\n# a\n\n</h1>\n\nb')
    expect(outer?.body).toEqual({ start: 16, end: 16 })
    expect(inner?.body).toEqual({ start: 9, end: 19 })
  })
})

describe('the anchor of a heading is the one GitHub gives it', () => {
  test.each([
    ['# Getting started', 'getting-started'],
    ['# What’s new? (v2.0)', 'whats-new-v20'],
    ['# C++ & C#', 'c--c'],
    ['# snake_case and kebab-case', 'snake_case-and-kebab-case'],
    ['# `code()` and *emphasis*', 'code-and-emphasis'],
    ['# 🚀 Start', '-start'],
    ['# :rocket: Start', 'rocket-start'],
    ['# Ünïcödé Straße', 'ünïcödé-straße'],
    ['# 快速开始', '快速开始'],
    ['# 👩‍💻 Start', '\u200D-start'],
    ['# 설치 方法', '설치-方法'],
    ['# [link](https://a.b) end', 'link-end'],
    ['# ![logo](a.png) Title', '-title'],
    ['# Title ![badge](a.svg)', 'title-'],
    ['# <img src="a"> Title', '-title'],
    ['# <!-- a --> Title', '-title'],
    ['a\nb\n===', 'ab'],
    ['#', ''],
    ['<h1>Title</h1>', 'title'],
    // As in the pages of ltb-project/self-service-password and projectdiscovery/nuclei, 2023 and later.
    [
      '<h1 align="center">\n  <a href="a"><img src="b"></a>\n  <br>\n  Self-Service Password\n  <br>\n</h1>',
      '------self-service-password--',
    ],
    ['<h1 align="center">\n  <br>\n  <a href="a"><img src="b" alt="c"></a>\n</h1>', '----'],
  ])('%j', (source, slug) => {
    expect(sectionsOf(source)[0]?.slug).toBe(slug)
  })

  test('and one of its own where the text is the same', () => {
    const slugs = sectionsOf('# a\n\n## a\n\n<h2>A</h2>\n\n# a-1\n\n#\n\n#').map(({ slug }) => slug)
    expect(slugs).toEqual(['a', 'a-1', 'a-2', 'a-1-1', '', '-1'])
    expect(sectionsOf('# a\n\n# a\n\n# a\n\n# a').map(({ slug }) => slug)).toEqual(['a', 'a-1', 'a-2', 'a-3'])
  })

  test('in every document that a process reads', () => {
    expect([sectionsOf('# a'), sectionsOf('# a')].map(([section]) => section?.slug)).toEqual(['a', 'a'])
  })

  test('unless another slugger is given', () => {
    const document = new MarkdownDocument('# A b\n\n# c', parse)
    const sections = readSections(document, { slug: (text) => `s-${text}` })
    expect(sections.map(({ slug }) => slug)).toEqual(['s-A b', 's-c'])
  })
})

test('bodies lie inside the source and nest', () => {
  const line = fc.constantFrom(
    '# a',
    '## b',
    '### c',
    'x',
    '',
    '> # d',
    '> ## e',
    '- # f',
    '  # g',
    '<h1>h</h1>',
    '===',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const source = lines.join('\n')
      const sections = sectionsOf(source)
      for (const { end, body } of sections) {
        expect(end <= body.start && body.start <= body.end && body.end <= source.length).toBe(true)
      }
      for (const one of sections) {
        for (const { start, body } of sections) {
          if (one.body.start <= start && start < one.body.end) expect(body.end).toBeLessThanOrEqual(one.body.end)
        }
      }
    }),
  )
})
