import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../src/parse.ts'
import { parseRst } from '../src/rst/parse.ts'
import { defaultStyle, eolAt, type Style, styleOf } from '../src/style.ts'
import { writeNodes } from '../src/write.ts'
import { style } from './arbitraries.ts'
import { parseMarked } from './support/insertion.ts'

const read = (source: string): Style => styleOf(source, parseMarked(source))

describe('a habit is read where the document shows it', () => {
  test.each<[string, string, Partial<Style>]>([
    ['bullets', '* a\n* b\n', { bullet: '*' }],
    ['bullets of one list count once', '+ a\n+ b\n+ c\n\nx\n\n* a\n\nx\n\n* b\n', { bullet: '*' }],
    ['numbers', '1) a\n2) b\n', { delimiter: ')', increment: true }],
    ['numbers that stay', '1. a\n1. b\n', { delimiter: '.', increment: false }],
    ['one number, which tells nothing of the next', '1) a\n', { delimiter: ')', increment: true }],
    ['items indented by a space', '- a\n', { listIndent: 'one' }],
    ['items indented by a tab stop', '-   a\n', { listIndent: 'tab' }],
    ['items indented by a tab', '-\ta\n', { listIndent: 'tab' }],
    ['loose items indented by a tab stop', '-   a\n\n-   b\n', { listIndent: 'tab' }],
    ['loose items alone indented by a tab stop', '- a\n- b\n\nx\n\n-   a\n\n-   b\n', { listIndent: 'mixed' }],
    ['a loose item in a list without blank lines', '- a\n\nx\n\n-   a\n\n    b\n', { listIndent: 'mixed' }],
    ['a number that fills the tab stop, which tells nothing', '10. a\n', { listIndent: 'one' }],
    ['an item without text, which tells nothing', '-\n', { listIndent: 'one' }],
    ['an item with indented code, which tells nothing', '-       a\n', { listIndent: 'one' }],
    ['emphasis', '*a* **b**\n', { emphasis: '*', strong: '*' }],
    ['strong emphasis', '_a_ __b__\n', { emphasis: '_', strong: '_' }],
    ['fences', '~~~~js\na\n~~~~\n', { fence: '~', fenceLength: 4 }],
    ['indented code, which tells nothing of fences', '    a\n', { fence: '`', fenceLength: 3 }],
    ['breaks', '* * *\n', { rule: '* * *' }],
    ['breaks with uneven spaces', '_ _  _\n', { rule: '_ _ _' }],
    ['breaks with spaces behind', 'a\n\n-----  \n', { rule: '-----' }],
    ['underlined headings', 'a\n=\n', { setext: true }],
    ['a small heading, which cannot be underlined', 'a\n=\n\n### b\n', { setext: true }],
    ['closed headings', '# a #\n', { setext: false, closedHeadings: true }],
    ['padded tables', '| a |\n| - |\n', { paddedTables: true }],
    ['tables without padding', '|a|\n|-|\n|b|\n', { paddedTables: false, alignedTables: true }],
    ['tables without pipes at the edges', 'a | b\n- | -\n', { paddedTables: true }],
    ['tables that are not aligned', '| a |\n| - |\n| bc |\n', { alignedTables: false }],
    ['titles of links', "[a](b 'c')\n", { quote: "'" }],
    ['titles of images', "![a](b 'c')\n", { quote: "'" }],
    ['titles in brackets, which tell nothing of quotes', '[a](b (c))\n', { quote: '"' }],
    ['titles of definitions', "[a]: b 'c'\n", { quote: "'" }],
    ['links with definitions', '[a][b] [b]\n\n[b]: c\n', { links: 'reference' }],
    ['links with addresses', '[a](b) [c](d) [e]\n\n[e]: f\n', { links: 'inline' }],
    ['addresses alone, which tell nothing of links', '<https://a.example> [b]\n\n[b]: c\n', { links: 'reference' }],
    ['line endings', 'a\r\nb\r\nc\n', { eol: '\r\n' }],
    ['old line endings', 'a\rb', { eol: '\r', finalNewline: false }],
    ['habits behind a byte order mark', '\uFEFF* a\n', { bullet: '*' }],
    ['habits in quotes', '> * a\n', { bullet: '*' }],
    ['an address that an escape cut out of a text', 'a\\+@b.cd\n', { links: 'inline' }],
  ])('%s', (_, source, expected) => {
    expect(read(source)).toMatchObject(expected)
  })
})

describe('the default stands where the document does not say', () => {
  test.each(['', '\uFEFF', 'a\n'])('in %j', (source) => {
    expect(read(source)).toEqual(defaultStyle)
  })

  test('and where two habits are equally frequent', () => {
    expect(read('* a\n\nx\n\n- b\n').bullet).toBe('-')
  })

  test('but not where two other habits are', () => {
    expect(read('* a\n\nx\n\n+ b\n').bullet).toBe('*')
  })
})

test('what reStructuredText has other marks for says nothing', () => {
  const source = '#. a\n#. b\n\nx\n\n• c\n\nx\n\n(1) d\n\nx\n\n* e\n'
  expect(styleOf(source, parseRst(source))).toEqual({ ...defaultStyle, bullet: '*' })
})

test('a document written in a style has that style', () => {
  const sample = parse(
    [
      '_a_ x **b** [c](d)\n\n## e\n\n### f\n\n- g\n- h\n\n```\ni\n```\n\n1. j\n2. k\n\nx\n\n---\n',
      '- l\n\n- m\n\n| n |\n| - |\n| opq |\n\n[r]: s "t"\n',
    ].join('\n'),
  )
  fc.assert(
    fc.property(style, (style) => {
      const source = writeNodes(sample.children, style)
      expect(styleOf(source, parse(source))).toEqual(style)
    }),
  )
})

describe('the line ending of the neighbourhood', () => {
  test.each<[string, string, number, string]>([
    ['is that of the line', 'a\r\nb\nc\r', 4, '\n'],
    ['is that of the line also at its start', 'a\nb\r\n', 2, '\r\n'],
    ['is the one at the offset', 'a\r\nb\n', 1, '\r\n'],
    ['is a lone carriage return too', 'a\rb\n', 0, '\r'],
    ['is for the last line that of the line before', 'a\r\nb', 4, '\r\n'],
    ['is for the last line a lone carriage return before', 'a\rb', 2, '\r'],
    ['is for the last line a line feed before', 'a\nb', 3, '\n'],
    ['is a line feed in a single line', 'ab', 1, '\n'],
  ])('%s', (_, source, offset, expected) => {
    expect(eolAt(source, offset)).toBe(expected)
  })
})
