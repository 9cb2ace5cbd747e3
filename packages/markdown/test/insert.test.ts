import fc from 'fast-check'
import type { BlockContent, List, ListItem, Nodes, Root, RootContent } from 'mdast'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../src/edit.ts'
import { isFrontMatter } from '../src/insert/edges.ts'
import type { Slot } from '../src/insert/gap.ts'
import { insertNodes } from '../src/insert.ts'
import { rangeOf } from '../src/nodes.ts'
import { styleOf } from '../src/style.ts'
import { writeNodes } from '../src/write.ts'
import { blocks, soup, style } from './arbitraries.ts'
import { type Choice, first, insert, parseMarked, replace, slotsOf } from './support/insertion.ts'
import { plain } from './support/plain.ts'
import { isQuirky } from './support/quirks.ts'

const paragraph = (value: string) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] })
const item = (...values: string[]): ListItem => ({ type: 'listItem', spread: false, children: values.map(paragraph) })
const list = (...values: string[]): List => ({
  type: 'list',
  spread: false,
  children: values.map((value) => item(value)),
})
const numbered = (start: number, ...values: string[]): List => ({ ...list(...values), ordered: true, start })
const html = (value: string): RootContent => ({ type: 'html', value })
const rule: RootContent = { type: 'thematicBreak' }
const end = (tree: Root) => ({ endOf: tree })
const start = (tree: Root) => ({ startOf: tree })

describe('in the document', () => {
  test.each<[string, string, string]>([
    ['an empty document', '', 'new\n'],
    ['a document with a byte order mark only', '\uFEFF', '\uFEFFnew\n'],
    ['a document of spaces', '  ', 'new\n  '],
    ['a document of blank lines', '\n\n', 'new\n\n'],
    ['the end of a document', 'a\n', 'a\n\nnew\n'],
    ['the end of a document with blank lines', 'a\n\n\n', 'a\n\nnew\n\n\n'],
    ['the end of a document without a final line ending', 'a', 'a\n\nnew'],
    ['the end of a document with other line endings', 'a\r\nb\r\n', 'a\r\nb\r\n\r\nnew\r\n'],
    ['the end of a document with old line endings', 'a\r', 'a\r\rnew\r'],
    ['a document with front matter only', '---\na: 1\n---\n', '---\na: 1\n---\n\nnew\n'],
    ['spaces at the end of a line', 'a  \n', 'a  \n\nnew\n'],
    ['a list', '- a\n', '- a\n\nnew\n'],
    ['a footnote', '[^a]: b\n', '[^a]: b\n\nnew\n'],
  ])('a block goes to the end: %s', (_, source, expected) => {
    expect(insert(source, end, [paragraph('new')])).toBe(expected)
  })

  test.each<[string, string, string]>([
    ['a document', 'a\n', 'new\n\na\n'],
    ['blank lines', '\n\na\n', '\n\nnew\n\na\n'],
    ['an indented first line', '  a\n', 'new\n\n  a\n'],
    ['a byte order mark', '\uFEFFa\n', '\uFEFFnew\n\na\n'],
    ['front matter', '---\na: 1\n---\n\nb\n', '---\na: 1\n---\n\nnew\n\nb\n'],
    ['TOML front matter right above text', '+++\na = 1\n+++\nb\n', '+++\na = 1\n+++\n\nnew\n\nb\n'],
    ['a byte order mark and front matter', '\uFEFF---\n---\n', '\uFEFF---\n---\n\nnew\n'],
  ])('a block goes to the start: %s', (_, source, expected) => {
    expect(insert(source, start, [paragraph('new')])).toBe(expected)
  })

  test('a block goes to the start of a quote in a quote', () => {
    expect(insert('> > a\n', start, [list('new')])).toBe('- new\n\n> > a\n')
  })

  test('nothing goes before front matter', () => {
    const before = (tree: Root) => ({ before: tree.children[0] as RootContent })
    expect(insert('---\na: 1\n---\nb\n', before, [paragraph('new')])).toBe('---\na: 1\n---\n\nnew\n\nb\n')
  })

  test.each<[string, string, string]>([
    ['blank lines on both sides are not doubled', 'a\n\nb\n', 'a\n\nnew\n\nb\n'],
    ['blocks without a blank line get two', '# a\nb\n', '# a\n\nnew\n\nb\n'],
    ['three lines stay three', 'a\n\n\n\nb\n', 'a\n\nnew\n\n\n\nb\n'],
    ['each side has its line ending', '# a\r\nb\n', '# a\r\n\r\nnew\r\n\r\nb\n'],
    ['an underlined heading keeps its line', '***\na\n===\n', '***\n\nnew\n\na\n===\n'],
    ['a table', '***\n| a |\n| - |\n', '***\n\nnew\n\n| a |\n| - |\n'],
    ['HTML that a blank line ends', '<div>\na\n\nb\n', '<div>\na\n\nnew\n\nb\n'],
    ['a comment', '<!-- a -->\nb\n', '<!-- a -->\n\nnew\n\nb\n'],
    ['a definition', '[a]: b\nc\n', '[a]: b\n\nnew\n\nc\n'],
    ['indented code', 'a\n\n    b\n', 'a\n\nnew\n\n    b\n'],
    ['the body of details', '<details>\n\na\n\n</details>\n', '<details>\n\nnew\n\na\n\n</details>\n'],
  ])('a block goes behind the first: %s', (_, source, expected) => {
    const after = (tree: Root) => ({ after: tree.children[0] as RootContent })
    expect(insert(source, after, [paragraph('new')])).toBe(expected)
    const before = (tree: Root) => ({ before: tree.children[1] as RootContent })
    expect(insert(source, before, [paragraph('new')])).toBe(expected)
  })

  test('nodes of several kinds are apart', () => {
    const nodes = [paragraph('x'), list('y'), html('<br>'), { type: 'code' as const, value: 'z' }]
    expect(insert('a\n', end, nodes)).toBe('a\n\nx\n\n- y\n\n<br>\n\n```\nz\n```\n')
  })

  test('nothing to write changes nothing', () => {
    expect(insert('a\n', end, [])).toBe('a\n')
  })
})

describe('in a container', () => {
  test.each<[string, Nodes['type'], string, string]>([
    ['a quote', 'blockquote', '> a\n', '> a\n>\n> new\n'],
    ['a quote right above other text', 'blockquote', '> # a\nb\n', '> # a\n>\n> new\n\nb\n'],
    ['a quote right above a comment', 'blockquote', '> a\n<!-- b -->\n', '> a\n>\n> new\n\n<!-- b -->\n'],
    ['a quote that ends with a blank line', 'blockquote', '> a\n>\n\nb\n', '> a\n>\n> new\n>\n\nb\n'],
    ['a quote with a lazy line', 'blockquote', '> a\nb\n', '> a\nb\n>\n> new\n'],
    ['an empty quote', 'blockquote', '>\n', '> new\n'],
    ['an empty quote right above indented code', 'blockquote', '>\n\t>\n', '> new\n\n\t>\n'],
    ['an empty quote with a space', 'blockquote', '> \nb', '> new\n\nb'],
    ['an item', 'listItem', '- a\n', '- a\n\n  new\n'],
    ['an item above another', 'listItem', '- a\n- b\n', '- a\n\n  new\n- b\n'],
    ['an item with tabs', 'listItem', '-\ta\n', '-\ta\n\n\tnew\n'],
    ['an item whose text goes on with a tab', 'listItem', '- a\n\n\tb\n', '- a\n\n\tb\n\n\tnew\n'],
    ['an item whose text goes on with four spaces', 'listItem', '- a\n\n    b\n', '- a\n\n    b\n\n    new\n'],
    ['an item whose code has other spaces', 'listItem', '- a\n\n   ```\n   ```\n', '- a\n\n   ```\n   ```\n\n  new\n'],
    [
      'an item whose list comes back out',
      'listItem',
      '+ x\n\n    - a\n\n  - b\n',
      '+ x\n\n    - a\n\n  - b\n\n  new\n',
    ],
    ['an empty item', 'listItem', '-\n- b\n', '- new\n- b\n'],
    ['an empty item with spaces', 'listItem', '-   \n', '- new\n'],
    ['a task', 'listItem', '- [ ] a\n', '- [ ] a\n\n  new\n'],
    ['an item in a quote', 'listItem', '> - a\n', '> - a\n>\n>   new\n'],
    ['an item in a quote without spaces', 'listItem', '>- a\n>- b\n', '>- a\n>\n>   new\n>- b\n'],
    ['a quote in an item', 'blockquote', '1. > a\n2. b\n', '1. > a\n   >\n   > new\n2. b\n'],
    ['a quote in an item right above other text', 'blockquote', '- > # a\n  b\n', '- > # a\n  >\n  > new\n\n  b\n'],
    ['a footnote', 'footnoteDefinition', '[^a]: b\n', '[^a]: b\n\n    new\n'],
    ['a footnote in a quote', 'footnoteDefinition', '> [^a]: b\n', '> [^a]: b\n>\n>     new\n'],
    ['an item in a footnote', 'listItem', '[^a]: - b\n    - c\n', '[^a]: - b\n\n      new\n    - c\n'],
    ['Windows line endings', 'listItem', '- a\r\n- b\r\n', '- a\r\n\r\n  new\r\n- b\r\n'],
  ])('a block goes to the end of %s', (_, type, source, expected) => {
    expect(insert(source, (tree) => ({ endOf: first(tree, type) as ListItem }), [paragraph('new')])).toBe(expected)
  })

  test.each<[string, Nodes['type'], string, string]>([
    ['a quote', 'blockquote', '> a\n> b\n', '> new\n>\n> a\n> b\n'],
    ['a quote without spaces', 'blockquote', '>a\n', '> new\n>\n> a\n'],
    ['an item', 'listItem', '- a\n  b\n', '- new\n\n  a\n  b\n'],
    ['an item that starts with a blank line', 'listItem', '-\n  a\n', '-\n  new\n\n  a\n'],
    ['an item that starts with code', 'listItem', '-     a\n', '- new\n\n      a\n'],
    ['a footnote', 'footnoteDefinition', '[^a]: b\n', '[^a]: new\n\n    b\n'],
    ['a quote in a quote', 'blockquote', '> > a\n', '> new\n>\n> > a\n'],
  ])('a block goes to the start of %s', (_, type, source, expected) => {
    expect(insert(source, (tree) => ({ startOf: first(tree, type) as ListItem }), [paragraph('new')])).toBe(expected)
  })

  test('a list goes right below the paragraph of a tight item', () => {
    expect(insert('- a\n- b\n', (tree) => ({ endOf: first(tree, 'listItem') }), [list('new')])).toBe(
      '- a\n  - new\n- b\n',
    )
  })

  test('but not of a loose one', () => {
    expect(insert('- a\n\n- b\n', (tree) => ({ endOf: first(tree, 'listItem') }), [list('new')])).toBe(
      '- a\n\n  - new\n\n- b\n',
    )
  })

  test('nor where it starts with another number than 1', () => {
    expect(insert('- a\n', (tree) => ({ endOf: first(tree, 'listItem') }), [numbered(2, 'new')])).toBe(
      '- a\n\n  2. new\n',
    )
  })

  test('a paragraph goes between a paragraph and the list right below it', () => {
    expect(insert('- a\n  - b\n', (tree) => ({ after: first(tree, 'paragraph') }), [paragraph('new')])).toBe(
      '- a\n\n  new\n  - b\n',
    )
  })

  test('HTML is indented as the item needs, not as its neighbours are', () => {
    expect(insert('- a\n\n    b\n', (tree) => ({ endOf: first(tree, 'listItem') }), [html('<pre>\n c\n</pre>')])).toBe(
      '- a\n\n    b\n\n  <pre>\n   c\n  </pre>\n',
    )
  })

  test('a break is not one with the marker of its item', () => {
    expect(insert('- a\n', (tree) => ({ startOf: first(tree, 'listItem') }), [rule])).toBe('- ___\n\n  a\n')
  })
})

describe('lists stay lists', () => {
  const after = (tree: Root) => ({ after: tree.children[0] as RootContent })

  test.each<[string, string, RootContent, string]>([
    ['beside a list of the same kind', '- a\n', list('new'), '- a\n\n* new\n'],
    ['between two lists', '- a\n\n* b\n', list('new'), '- a\n\n+ new\n\n* b\n'],
    ['beside a list of the other kind', '- a\n', numbered(1, 'new'), '- a\n\n1. new\n'],
    ['beside a numbered list', '1. a\n', numbered(1, 'new'), '1. a\n\n1) new\n'],
    ['before indented text', '# a\n\n   b\n', list('new'), '# a\n\n-   new\n\n   b\n'],
    ['before an indented list', '# a\n\n  * b\n', list('new'), '# a\n\n-   new\n\n  * b\n'],
  ])('%s', (_, source, node, expected) => {
    expect(insert(source, after, [node])).toBe(expected)
  })

  test('before text in a quote that is indented on the line of the marker', () => {
    expect(insert('>   a\n', (tree) => ({ startOf: first(tree, 'blockquote') }), [list('new')])).toBe(
      '> -   new\n>\n>   a\n',
    )
  })
})

describe('items go into a list', () => {
  const inList = (tree: Root) => ({ endOf: first(tree, 'list') })
  /** The list with the item `a`. */
  const inner = (tree: Root) => {
    const choices = slotsOf(tree, ['list']).filter(({ container }) =>
      plain((container as List).children[0] as ListItem).includes('"a"'),
    )
    return (choices.at(-1) as Choice).container
  }

  test.each<[string, string, string]>([
    ['with its bullet', 'x\n\n* a\n\ny\n\n- b\n\nz\n\n- c\n', 'x\n\n* a\n* new\n\ny\n\n- b\n\nz\n\n- c\n'],
    ['with the next number', '3) a\n4) b\n', '3) a\n4) b\n5) new\n'],
    ['with the same number where all have it', '1. a\n1. b\n', '1. a\n1. b\n1. new\n'],
    ['with the next number behind a single item', '1. a\n', '1. a\n2. new\n'],
    ['with no number of ten digits', '999999999. a\n', '999999999. a\n999999999. new\n'],
    ['with a blank line where the others have one', '- a\n\n- b\n', '- a\n\n- b\n\n- new\n'],
    ['with a blank line where the only item has one', '- a\n\n  b\n', '- a\n\n  b\n\n- new\n'],
    ['as wide as the others', '-   a\n', '-   a\n-   new\n'],
    ['as far in as the others', '  - a\n  - b\n', '  - a\n  - b\n  - new\n'],
    ['as far in as the last of them', ' - a\n- b\n', ' - a\n- b\n- new\n'],
    ['in a quote', '> - a\n> - b\n\nc\n', '> - a\n> - b\n> - new\n\nc\n'],
    ['in an item', '1. - a\n2. b\n', '1. - a\n   - new\n2. b\n'],
    ['in an item with tabs', '-\tx\n\t-\ta\n', '-\tx\n\t-\ta\n\t-   new\n'],
    ['in a footnote', '[^x]: - a\n    - b\n', '[^x]: - a\n    - b\n    - new\n'],
    ['apart from text right below', '- # a\nb\n', '- # a\n- new\n\nb\n'],
    ['wide above indented text', '-   a\n\n   b\n', '-   a\n-   new\n\n   b\n'],
    ['with the line ending of the last', '- a\n- b\r\n- c\r\n', '- a\n- b\r\n- c\r\n- new\r\n'],
  ])('%s', (_, source, expected) => {
    expect(insert(source, (tree) => ({ endOf: inner(tree) }), [item('new')])).toBe(expected)
  })

  test.each<[string, string, string]>([
    ['at the start', '- a\n', '- new\n- a\n'],
    ['at the start of a numbered list', '3. a\n4. b\n', '3. new\n3. a\n4. b\n'],
    ['at the start of a loose list', '- a\n\n- b\n', '- new\n\n- a\n\n- b\n'],
    ['at the start of a list in an item', '- - a\n', '- - new\n  - a\n'],
    ['at the start of a list below a paragraph', '- a\n  - b\n', '- new\n- a\n  - b\n'],
  ])('%s', (_, source, expected) => {
    expect(insert(source, (tree) => ({ startOf: inner(tree) }), [item('new')])).toBe(expected)
  })

  test('between two', () => {
    const after = (tree: Root) => ({ after: first(tree, 'listItem') })
    expect(insert('1. a\n2. b\n', after, [item('x'), item('y')])).toBe('1. a\n2. x\n3. y\n2. b\n')
  })

  test('none are no change', () => {
    expect(insert('- a\n', inList, [])).toBe('- a\n')
  })

  test('other blocks do not, and items go nowhere else', () => {
    const message = 'Items go into a list, and a list takes items only'
    expect(() => insert('- a\n', inList, [paragraph('new')])).toThrow(new RangeError(message))
    expect(() => insert('- a\n', end, [item('new')])).toThrow(new RangeError(message))
  })
})

describe('in the place of a range', () => {
  const [open, close] = ['<!-- s -->', '<!-- e -->']
  const between = (source: string, nodes: readonly RootContent[]) =>
    insert(source, () => ({ start: source.indexOf(open) + open.length, end: source.indexOf(close) }), nodes)

  test.each<[string, string, string]>([
    ['between markers', `${open}\n${close}`, `${open}\n\nnew\n\n${close}`],
    ['in the place of old text', `${open}\nold\n\n- b\n${close}\nc\n`, `${open}\n\nnew\n\n${close}\nc\n`],
    ['between markers on one line', `${open}${close}\n`, `${open}\n\nnew\n\n${close}\n`],
    ['behind a marker with spaces', `${open}  \n${close}\n`, `${open}\n\nnew\n\n${close}\n`],
    ['in a quote', `> ${open}\n> old\n> ${close}\n`, `> ${open}\n>\n> new\n>\n> ${close}\n`],
    ['in an item', `- ${open}\n  ${close}\n- b\n`, `- ${open}\n\n  new\n\n  ${close}\n- b\n`],
    ['with other line endings', `${open}\r\n${close}\r\n`, `${open}\r\n\r\nnew\r\n\r\n${close}\r\n`],
    ['in HTML', `<div>\n${open}\n<img>\n${close}\n</div>`, `<div>\n${open}\n\nnew\n\n${close}\n</div>`],
    ['before indented HTML', `<p>\n  ${open}\n  ${close}\n</p>`, `<p>\n  ${open}\n\nnew\n\n  ${close}\n</p>`],
  ])('%s', (_, source, expected) => {
    expect(between(source, [paragraph('new')])).toBe(expected)
    expect(between(expected, [paragraph('new')])).toBe(expected)
  })

  test.each<[string, string, string]>([
    [
      'HTML in HTML stays one block',
      `<p>\n    ${open}\n    <img>\n    ${close}\n</p>`,
      `<p>\n    ${open}\n<b>\n<i>\n    ${close}\n</p>`,
    ],
    ['HTML before the rest of HTML too', `${open}\n<img>\n${close}\n`, `${open}\n<b>\n<i>\n${close}\n`],
    ['HTML beside text does not', `${open}\nold\n\n${close}\n`, `${open}\n\n<b>\n\n<i>\n\n${close}\n`],
  ])('%s', (_, source, expected) => {
    const nodes = [html('<b>'), html('<i>')]
    expect(between(source, nodes)).toBe(expected)
    expect(between(expected, nodes)).toBe(expected)
  })

  test.each<[string, string, string]>([
    ['text between markers', `${open}\nold\n${close}\n`, `${open}\n\n${close}\n`],
    ['nothing', `${open}${close}\n`, `${open}${close}\n`],
    ['nothing in a quote', `> ${open}\n>\n> ${close}\n`, `> ${open}\n>\n> ${close}\n`],
    ['HTML in HTML', `<p>\n${open}\n<img>\n${close}\n</p>`, `<p>\n${open}\n${close}\n</p>`],
  ])('an empty block takes the place of %s', (_, source, expected) => {
    expect(between(source, [])).toBe(expected)
    expect(between(expected, [])).toBe(expected)
  })

  test.each<[string, string, string, string]>([
    ['the body of a section', '# a\n\nold\n\n## b\n', '\n\nold\n\n', '# a\n\nnew\n\n## b\n'],
    ['the rest of the document', '# a\n\nold\n', '\n\nold\n', '# a\n\nnew\n'],
    ['the rest without a final line ending', '# a\nold', '\nold', '# a\n\nnew'],
    ['the rest with Windows line endings', '# a\r\nold\r\n', '\r\nold\r\n', '# a\r\n\r\nnew\r\n'],
    ['all of a document', 'old\n', 'old\n', 'new\n'],
    ['the first block', 'old\n\nb\n', 'old', 'new\n\nb\n'],
    ['the last block of a quote', '> a\n>\n> old\n\nb\n', 'old', '> a\n>\n> new\n\nb\n'],
    ['the first block of an item', '- old\n\n  b\n', 'old', '- new\n\n  b\n'],
    ['the first block of an item on a line of its own', '-\n  old\n', 'old', '-\n  new\n'],
    ['blank lines', 'a\n\n\n\n\nb\n', '\n\n\n', 'a\n\nnew\n\nb\n'],
    ['HTML with spaces before it', '- a\n\n  <b>\n\nc\n', '<b>', '- a\n\n  new\n\nc\n'],
    ['HTML with spaces behind it', 'a\n\n<b>  \n', '<b>', 'a\n\nnew  \n'],
    ['indented HTML', 'a\n\n  <b>\n\nc\n', '<b>', 'a\n\nnew\n\nc\n'],
    ['indented HTML with spaces behind it', 'a\n\n  <b>  \n\nc\n', '<b>', 'a\n\nnew\n\nc\n'],
  ])('%s', (_, source, old, expected) => {
    expect(replace(source, old, [paragraph('new')])).toBe(expected)
  })

  test.each<[string, string, string, string]>([
    ['a block', 'a\n\nold\n\nb\n', 'old', 'a\n\nb\n'],
    ['the last block', 'a\n\nold\n', 'old', 'a\n'],
    ['the last block of a quote right above text', '> a\n>\n> # old\nb\n', '# old', '> a\n\nb\n'],
    ['the first block', 'old\n\nb\n', 'old', 'b\n'],
    ['a block between a list and text', '- a\n\nold\n\nb\n', 'old', '- a\n\nb\n'],
    ['a block between code and indented text', '    a\n\nold\n\n  b\n', 'old', '    a\n\n  b\n'],
    ['a block between a footnote and text', '[^a]: b\n\nold\n\nc\n', 'old', '[^a]: b\n\nc\n'],
    ['all', 'old\n', 'old', '\n'],
    ['all behind a byte order mark', '\uFEFFold\n', 'old', '\uFEFF\n'],
  ])('nothing takes the place of %s', (_, source, old, expected) => {
    expect(replace(source, old, [])).toBe(expected)
  })

  test('a list takes the place of HTML with spaces before it and stays apart from the list before', () => {
    expect(replace('- a\n\n  <b>\n', '<b>', [list('new')])).toBe('- a\n\n  - new\n')
    expect(replace('- a\n\n <b>\n', '<b>', [list('new')])).toBe('- a\n\n* new\n')
  })

  test('an empty range is an offset', () => {
    expect(insert('a\n\nb\n', () => ({ start: 2, end: 2 }), [paragraph('new')])).toBe('a\n\nnew\n\nb\n')
  })

  test('an offset at the end of a quote is behind the quote', () => {
    expect(insert('> a\n', () => ({ start: 3, end: 3 }), [paragraph('new')])).toBe('> a\n\nnew\n')
  })
})

describe('what Markdown cannot say is refused', () => {
  const after = (tree: Root) => ({ after: tree.children[0] as RootContent })
  const before = (tree: Root) => ({ before: tree.children[1] as RootContent })
  const inItem = (tree: Root) => ({ endOf: first(tree, 'listItem') })

  test.each<[string, string, (tree: Root) => Slot, RootContent, RegExp]>([
    [
      'behind an open comment',
      '<!-- a\n\nb\n',
      after,
      paragraph('x'),
      /^The comment or raw HTML before is never closed/,
    ],
    ['behind open code', '```\na\n', after, paragraph('x'), /^The code block before is never closed/],
    ['HTML that is open', 'a\n', after, html('<!-- x'), /^The new HTML is never closed/],
    ['a list before indented code', '# a\n\n    b\n', after, list('x'), /^The indented code behind would become part/],
    [
      'text before far indented text',
      '[a]: b\n    c\n',
      after,
      paragraph('x'),
      /^The text behind is indented and would become code/,
    ],
    [
      'a list between two with other markers',
      '1. a\n\n1) b\n',
      after,
      numbered(1, 'x'),
      /^The lists on both sides use all markers/,
    ],
    ['an item without text', 'a\n', after, { ...list('x'), children: [item()] }, /^A new item has no text/],
    [
      'an item with an empty paragraph',
      'a\n',
      after,
      { ...list('x'), children: [{ ...item(), children: [{ type: 'paragraph', children: [] }] }] },
      /^A new item has no text/,
    ],
    ['another number behind indented code', '    a\n', after, numbered(2, 'x'), /^The list could become part/],
    [
      'text before a check box',
      '- [ ] a\n',
      (tree) => ({ startOf: first(tree, 'listItem') }),
      paragraph('x'),
      /^The check box belongs/,
    ],
    [
      'text in an empty item above indented text',
      '-\n\n  a\n',
      inItem,
      paragraph('x'),
      /^The item is empty and would take in/,
    ],
    [
      'text before a lazy line',
      '> [a]: b\nc\n',
      (tree) => ({ after: first(tree, 'definition') }),
      paragraph('x'),
      /^The text behind is in its quote or item only/,
    ],
    [
      'a footnote in a footnote',
      '[^a]: b\n',
      (tree) => ({ endOf: first(tree, 'footnoteDefinition') }),
      { type: 'footnoteDefinition', identifier: 'x', children: [] },
      /^A footnote cannot be defined in another/,
    ],
    [
      'text before a tab that would move',
      '>- \ta\n',
      (tree) => ({ startOf: first(tree, 'blockquote') }),
      paragraph('x'),
      /^The text behind is indented with a tab/,
    ],
    [
      'a line that would close front matter',
      '---\na\n',
      before,
      { type: 'code', value: '---' },
      /^The new line of dashes or pluses/,
    ],
  ])('%s', (_, source, slot, node, expected) => {
    expect(insert(source, slot, [node]).replace('refused: ', '')).toMatch(expected)
  })

  test.each<[string, string, string, readonly RootContent[], RegExp]>([
    ['a range that starts in a paragraph', 'ab\n\nc\n', 'b', [paragraph('x')], /^Starts or ends inside a block/],
    ['a range that ends in a list', 'a\n\n- b\n- c\n', 'a\n\n- b', [paragraph('x')], /^Starts or ends inside a block/],
    ['a range of items', '- a\n- b\n- c\n', '- b', [paragraph('x')], /^Starts or ends inside a block/],
    ['text before far indented HTML', '<p>\na\n    <b>\n</p>', 'a', [paragraph('x')], /^The HTML behind is indented/],
    ['nothing between two lists', '- a\n\nb\n\n- c\n', 'b', [], /^The list before would take in/],
    ['nothing between a list and indented text', '- a\n\nb\n\n  c\n', 'b', [], /^The list before would take in/],
    [
      'nothing between a list and text that lines up',
      '- - a\n  <!-- b -->\n\tc\n',
      '<!-- b -->',
      [],
      /^The list before would take in/,
    ],
    ['nothing between code', '    a\n\nb\n\n    c\n', 'b', [], /^The indented code behind/],
    ['nothing before a break', 'a\n\n---\n', 'a', [], /^The line of dashes or pluses behind/],
    ['nothing on the first line of an item', '- a\n\n  b\n', 'a', [], /^Nothing would be left/],
    [
      'text in the place of the rest of a comment',
      '<!-- a -->\n',
      'a -->',
      [paragraph('x')],
      /^The comment or raw HTML before/,
    ],
  ])('%s', (_, source, old, nodes, expected) => {
    expect(replace(source, old, nodes).replace('refused: ', '')).toMatch(expected)
  })

  test('a line of dashes alone matters where the document starts with one', () => {
    expect(insert('---\na\n', end, [paragraph('new')])).toBe('---\na\n\nnew\n')
  })

  test.each<[string, string]>([
    ['> [a]: b\n>\n> c\n', '> [a]: b\n>\n> new\n>\n> c\n'],
    ['[a]: b\nc\n', '[a]: b\n\nnew\n\nc\n'],
    [
      '> [a]: b\n> c\n',
      'refused: The text behind is in its quote or item only by what is before it; start its line as the others',
    ],
  ])('text behind a definition is moved where it surely stays in its container: %j', (source, expected) => {
    expect(insert(source, (tree) => ({ after: first(tree, 'definition') }), [paragraph('new')])).toBe(expected)
  })

  test('a finding says where', () => {
    const source = 'a\n\n<!-- b'
    const tree = parseMarked(source)
    const { edit, refused } = insertNodes({ source, tree, style: styleOf(source, tree) }, { endOf: tree }, [
      paragraph('x'),
    ])
    expect(edit).toBeUndefined()
    expect(refused?.at).toEqual({ start: 9, end: 9 })
  })

  test('a line of dashes may stand where the document has front matter', () => {
    const nodes: RootContent[] = [{ type: 'code', value: '---' }]
    expect(insert('---\na: 1\n---\n\nb\n', end, nodes)).toBe('---\na: 1\n---\n\nb\n\n```\n---\n```\n')
  })

  test('nodes deeper than the guard allows are refused with what they stand in', () => {
    let node: RootContent = paragraph('x')
    for (let depth = 1; depth < 100; depth++) node = { type: 'blockquote', children: [node as BlockContent] }
    expect(() => insert('- a\n', (tree) => ({ endOf: first(tree, 'listItem') }), [node])).toThrow(RangeError)
  })

  test('a node of another tree is refused', () => {
    expect(() => insert('a\n', () => ({ after: rule }), [paragraph('x')])).toThrow(RangeError)
    const other = parseMarked('# a\n').children[0] as RootContent
    expect(() => insert('a\n', () => ({ after: other }), [paragraph('x')])).toThrow(
      'The heading is not a block of the tree',
    )
  })
})

describe('for any document', () => {
  const written = fc.tuple(blocks, style).map(([nodes, style]) => writeNodes(nodes, style))
  const source = fc.oneof(soup, written)

  test('the blocks stand where they should, and all others are what they were', () => {
    fc.assert(
      fc.property(source, blocks, fc.nat(), (source, nodes, pick) => {
        check(source, nodes, pick, ['root', 'blockquote', 'listItem', 'footnoteDefinition'])
      }),
    )
  })

  test('the items stand where they should, and all others are what they were', () => {
    fc.assert(
      fc.property(source, blocks, fc.nat(), (source, nodes, pick) => {
        const list = nodes.find(({ type }) => type === 'list') as List | undefined
        fc.pre(list !== undefined)
        check(source, (list as List).children, pick, ['list'])
      }),
    )
  })

  test('the blocks stand in the place of others', () => {
    fc.assert(
      fc.property(source, fc.oneof(blocks, fc.constant([])), fc.nat(), fc.nat(3), (source, nodes, pick, count) => {
        const tree = parseMarked(source)
        fc.pre(!isQuirky(source, tree))
        const choices = slotsOf(tree, ['root', 'blockquote', 'listItem', 'footnoteDefinition'])
        const { container, index } = choices[pick % choices.length] as Choice
        const old = container.children.slice(index, index + count)
        // A reference elsewhere would lose its definition.
        fc.pre(old.length > 0 && !plain({ ...container, children: old } as Root).includes('"definition"'))
        const range = { start: rangeOf(old[0] as Nodes).start, end: rangeOf(old.at(-1) as Nodes).end }
        fc.pre(/^[ \t]*(?:[\r\n]|$)/.test(source.slice(range.end)) && !isFrontMatter(old[0]))
        const { edit } = insertNodes({ source, tree, style: styleOf(source, tree) }, range, nodes)
        if (!edit) return
        container.children.splice(index, old.length, ...(nodes as []))
        expect(plain(parseMarked(applyEdits(source, [edit])))).toBe(plain(tree))
      }),
    )
  })

  function check(source: string, nodes: readonly RootContent[], pick: number, types: Parameters<typeof slotsOf>[1]) {
    const tree = parseMarked(source)
    fc.pre(!isQuirky(source, tree))
    const choices = slotsOf(tree, types)
    fc.pre(choices.length > 0)
    const { slot, container, index } = choices[pick % choices.length] as Choice
    const { edit } = insertNodes({ source, tree, style: styleOf(source, tree) }, slot, nodes)
    if (!edit) return
    const at = isFrontMatter(container.children[index]) ? index + 1 : index
    container.children.splice(at, 0, ...(nodes as []))
    expect(plain(parseMarked(applyEdits(source, [edit])))).toBe(plain(tree))
  }
})
