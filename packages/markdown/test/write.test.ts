import fc from 'fast-check'
import type { BlockContent, PhrasingContent, RootContent } from 'mdast'
import { describe, expect, test } from 'vitest'
import { parse } from '../src/parse.ts'
import { defaultStyle } from '../src/style.ts'
import { maxDepth, writeEach, writeNodes } from '../src/write.ts'
import { flow, phrasing, style } from './arbitraries.ts'
import { plain } from './support/plain.ts'

const text = (value: string) => ({ type: 'text' as const, value })
const paragraph = (...children: PhrasingContent[]) => ({ type: 'paragraph' as const, children })
const list = (...items: RootContent[][]): RootContent => ({
  type: 'list',
  children: items.map((children) => ({ type: 'listItem', children: children as BlockContent[] })),
})
const ordered = (node: RootContent) => ({ ...node, ordered: true, start: 1 }) as RootContent
const quote = (...children: BlockContent[]): RootContent => ({ type: 'blockquote', children })
const rule: RootContent = { type: 'thematicBreak' }
const written = (...nodes: RootContent[]) => writeNodes(nodes, defaultStyle)

describe('what is written is read back as the same', () => {
  test('phrasing in a paragraph', () => {
    fc.assert(
      fc.property(phrasing, style, (children, style) => {
        const nodes: RootContent[] = [{ type: 'paragraph', children }]
        expect(readBack(nodes, style)).toBe(plain({ type: 'root', children: nodes }))
      }),
    )
  })

  test('blocks of every kind in every style', () => {
    fc.assert(
      fc.property(flow, style, (nodes, style) => {
        expect(readBack(nodes, style)).toBe(plain({ type: 'root', children: nodes }))
      }),
    )
  })

  function readBack(nodes: RootContent[], style: typeof defaultStyle): string {
    return plain(parse(writeNodes(nodes, style)))
  }
})

describe('each habit of a style is followed', () => {
  const item = [paragraph(text('a'))]
  test.each<[string, Partial<typeof defaultStyle>, RootContent, string]>([
    ['a bullet', { bullet: '+' }, list(item), '+ a'],
    ['the delimiter behind a number', { delimiter: ')' }, ordered(list(item, item)), '1) a\n2) a'],
    ['numbers that stay', { increment: false }, ordered(list(item, item)), '1. a\n1. a'],
    ['items indented by a tab stop', { listIndent: 'tab' }, list(item), '-   a'],
    ['emphasis', { emphasis: '*' }, paragraph({ type: 'emphasis', children: [text('a')] }), '*a*'],
    ['strong emphasis', { strong: '_' }, paragraph({ type: 'strong', children: [text('a')] }), '__a__'],
    ['a fence', { fence: '~' }, { type: 'code', lang: 'js', value: 'a' }, '~~~js\na\n~~~'],
    ['a long fence', { fenceLength: 5 }, { type: 'code', value: 'a' }, '`````\na\n`````'],
    ['a fence longer than the style has', {}, { type: 'code', value: '```' }, '````\n```\n````'],
    ['an underlined heading', { setext: true }, { type: 'heading', depth: 2, children: [text('ab')] }, 'ab\n--'],
    ['a closed heading', { closedHeadings: true }, { type: 'heading', depth: 3, children: [text('a')] }, '### a ###'],
    [
      'the quote of a title',
      { quote: "'" },
      { type: 'definition', identifier: 'a', url: 'b', title: 'c' },
      "[a]: b 'c'",
    ],
    ['a table without padding', { paddedTables: false, alignedTables: false }, table('a', 'bcd'), '|a|bcd|\n|-|-|'],
    ['a table with aligned pipes', {}, table('a', 'bcd'), '| a | bcd |\n| - | --- |'],
  ])('%s', (_, habit, node, expected) => {
    expect(writeNodes([node], { ...defaultStyle, ...habit })).toBe(`${expected}\n`)
  })

  test('a thematic break', () => {
    expect(writeNodes([paragraph(text('a')), rule], { ...defaultStyle, rule: '* * *' })).toBe('a\n\n* * *\n')
  })

  test('the line ending, also inside code', () => {
    const code: RootContent = { type: 'code', value: 'a\nb\r\nc\rd' }
    expect(writeNodes([code], { ...defaultStyle, eol: '\r\n' })).toBe('```\r\na\r\nb\r\nc\r\nd\r\n```\r\n')
  })

  function table(...cells: string[]): RootContent {
    const children = cells.map((value) => ({ type: 'tableCell' as const, children: [text(value)] }))
    return { type: 'table', children: [{ type: 'tableRow', children }] }
  }
})

describe('blocks stay apart', () => {
  const [a, b, c] = [list([paragraph(text('a'))]), list([paragraph(text('b'))]), list([paragraph(text('c'))])]

  test('neighbouring lists have different bullets', () => {
    expect(written(a, b, c)).toBe('- a\n\n* b\n\n- c\n')
  })

  test('neighbouring ordered lists have different delimiters', () => {
    expect(written(ordered(a), ordered(b))).toBe('1. a\n\n1) b\n')
  })

  test('a list keeps the bullet of the style behind other text', () => {
    expect(written(a, paragraph(text('x')), b)).toBe('- a\n\nx\n\n- b\n')
  })

  test('there is no marker for an ordered list between two with different delimiters', () => {
    expect(writeEach([ordered(a)], defaultStyle, { before: '.', after: ')' })).toBeUndefined()
  })

  test('a break at the start does not open front matter', () => {
    expect(written(rule, paragraph(text('x')), rule)).toBe('___\n\nx\n\n---\n')
  })

  test('a break in an item is not one with its marker', () => {
    expect(written(list([rule]))).toBe('- ___\n')
  })

  test('a list stands right below the paragraph of its item', () => {
    expect(written(list([paragraph(text('x')), a]))).toBe('- x\n  - a\n')
  })

  test('other blocks do not', () => {
    expect(written(list([paragraph(text('x')), quote(paragraph(text('y')))]))).toBe('- x\n\n  > y\n')
  })

  test('a list that starts with another number does not', () => {
    const nine = { ...ordered(a), start: 9 } as RootContent
    expect(written(list([paragraph(text('x')), nine]))).toBe('- x\n\n  9. a\n')
  })

  test('front matter is written as it is', () => {
    expect(written({ type: 'yaml', value: 'a: 1' }, paragraph(text('x')))).toBe('---\na: 1\n---\n\nx\n')
  })
})

describe('text says what it says', () => {
  test.each([
    ['a comment is no marker even for a search', '<!-- x:end -->', '&lt;!-- x:end --&gt;'],
    ['a comment that browsers close', 'a --!>', 'a --!&gt;'],
    ['a tag', '</details>', '&lt;/details>'],
    ['a character reference', '&lt;', '\\&lt;'],
    ['a reference behind a backslash', '\\&#x3C;', '\\\\\\&#x3C;'],
    ['a less-than sign behind a backslash', '\\<b', '\\\\&lt;b'],
    ['a workflow command', '::warning::x', '\\::warning::x'],
    ['a snake_case word', 'a_b', 'a_b'],
    ['an underscore beside an emoji', '🎉_a b_🎉', '🎉\\_a b\\_🎉'],
    ['two lines that look like lists', '-\n- a', '\\-\n\\- a'],
    ['a byte order mark', '\uFEFFa', '&#xFEFF;a'],
    ['three plus signs', '+++', '\\+++'],
  ])('%s', (_, value, expected) => {
    expect(written(paragraph(text(value)))).toBe(`${expected}\n`)
    expect(plain(parse(`${expected}\n`))).toBe(plain({ type: 'root', children: [paragraph(text(value))] }))
  })

  test('a label is the same in a reference and its definition', () => {
    const reference: PhrasingContent = {
      type: 'linkReference',
      identifier: 'a_🎉',
      referenceType: 'full',
      children: [text('x')],
    }
    expect(written(paragraph(reference), { type: 'definition', identifier: 'a_🎉', url: 'b' })).toBe(
      '[x][a_🎉]\n\n[a_🎉]: b\n',
    )
  })

  test.each([
    ['a?b=1&c=2', 'a?b=1&c=2'],
    ['a?b=1&amp;c', 'a?b=1\\&amp;c'],
    ['a\\&c', 'a\\\\&c'],
    ['a\\&1', 'a\\\\&1'],
  ])('in the address %j a & needs an escape only where it reads as a reference', (url, expected) => {
    expect(written(paragraph({ type: 'image', url, alt: '' }))).toBe(`![](${expected})\n`)
    expect(plain(parse(`![](${expected})\n`))).toBe(
      plain({ type: 'root', children: [paragraph({ type: 'image', url, alt: '' })] }),
    )
  })

  test('a title holds no comment', () => {
    expect(written(paragraph({ type: 'image', url: 'a', alt: '', title: '<!-- x -->' }))).toBe(
      '![](a "&lt;!-- x --&gt;")\n',
    )
  })

  test('two codes that touch become one', () => {
    const code = (value: string) => ({ type: 'inlineCode' as const, value })
    expect(written(paragraph(code('a'), code('b'), text('c'), text('d')))).toBe('`ab`cd\n')
  })
})

describe('what comes to nothing is left out', () => {
  test('no nodes', () => {
    expect(written()).toBe('')
  })

  test('a list without items', () => {
    expect(written(list())).toBe('')
  })

  test('an empty paragraph', () => {
    expect(written(paragraph(), paragraph(text('a')))).toBe('a\n')
  })
})

test('a tree as deep as the guard allows is written, a deeper one is refused', () => {
  const nested = (depth: number) => {
    let node = paragraph(text('a')) as RootContent
    for (let count = 2; count < depth; count++) node = quote(node as BlockContent)
    return node
  }
  expect(written(nested(maxDepth))).toBe(`${'> '.repeat(maxDepth - 2)}a\n`)
  expect(() => written(nested(maxDepth + 1))).toThrow(new RangeError(`Nodes are nested deeper than ${maxDepth}`))
})
