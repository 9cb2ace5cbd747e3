import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../../src/document.ts'
import { rangeOf } from '../../src/nodes.ts'
import { parseRst } from '../../src/rst/parse.ts'

/** `•` before an item, its number before one that is counted, and what is in a list in brackets; `/` between blocks. */
function outline(node: Nodes): string {
  if (node.type === 'list') {
    const sign = (index: number) => (node.ordered ? `${(node.start ?? 1) + index}.` : '•')
    return `[${node.children.map((item, index) => `${sign(index)} ${outline(item)}`).join(' ')}]`
  }
  if (node.type === 'code') return `{${node.value}}`
  if (node.type === 'paragraph') return node.children.map(outline).join('')
  return 'children' in node ? node.children.map(outline).join(' / ') : 'value' in node ? node.value : node.type
}

const outlineOf = (source: string) => outline(parseRst(source))

// docutils 0.19 reads each of these so (tried 2026-11-26), but for the one that says something else.
describe('a list in reStructuredText', () => {
  test.each([
    ['of bullets', '- a\n- b\n\n- c', '[• a • b • c]'],
    ['with each sign', '* a\n\n+ b\n\n• c', '[• a] / [• b] / [• c]'],
    ['that goes on below', '- a\n  b\n\n  c\n- d', '[• a\n  b / c • d]'],
    ['in a list', '- a\n\n  * b\n  * c\n\n- d', '[• a / [• b • c] • d]'],
    ['at the start of a list', '* - a\n  - b\n* - c', '[• [• a • b] • [• c]]'],
    ['that needs a blank line to start in an item', '- a\n  - b', '[• a\n  - b]'],
    ['that needs one in a text, too', 'a\n- b', 'a\n- b'],
    ['that ends with the text behind it', '- a\n\nb\n\n- c', '[• a] / b / [• c]'],
    ['that ends with a comment', '- a\n\n.. b\n\n- c', '[• a] /  / [• c]'],
    ['that ends with a note', '- a\n\n.. note::\n\n   b', '[• a] / Note / b'],
    ['with a note in it', '- a\n\n  .. note::\n\n     b', '[• a / Note / b]'],
    ['with code in it', '- a::\n\n    b\n\n- .. code::\n\n     c', '[• a: / {b} • {c}]'],
    ['whose items go on below', '- a\n\n  b\n- c', '[• a / b • c]'],
    ['of numbers', '1. a\n2. b', '[1. a 2. b]'],
    ['of numbers from another one', '3) a\n4) b', '[3. a 4. b]'],
    ['of numbers in parentheses', '(1) a\n(2) b', '[1. a 2. b]'],
    ['that counts by itself', '#. a\n#. b', '[1. a 2. b]'],
    ['that counts on', '4. a\n#. b', '[4. a 5. b]'],
    ['that leaves a number out', '1. a\n\n3. b', '[1. a] / [3. b]'],
    ['with other signs around its numbers', '1. a\n\n1) b', '[1. a] / [1. b]'],
    ['that a number only seems to start', '2019. was\na year', '2019. was\na year'],
    ['in a quote', 'a\n\n  - b\n\nc', 'a / [• b] / c'],
    ['with a title behind it', '- a\n\nb\n=\n', '[• a] / b'],
    ['with Windows line endings', '- a\r\n- b\r\n\r\n  c', '[• a • b / c]'],
    // docutils has letters for these, which Markdown has not.
    ['of letters, which is none', 'a. b\n\nb. c', 'b / c'],
  ])('%s', (_, source, expected) => {
    expect(outlineOf(source)).toBe(expected)
  })

  test('has its paragraphs apart where an item has several, and not around an inner list', () => {
    const spread = (source: string) => {
      const { nodes } = new MarkdownDocument(source, parseRst)
      return nodes.of('listItem').map(({ node }) => node.spread)
    }
    expect(spread('- a\n\n- b')).toEqual([false, false])
    expect(spread('- a\n\n  - b')).toEqual([false, false])
    expect(spread('- a\n\n  b\n- c')).toEqual([true, false])
  })

  test('knows where it stands', () => {
    const document = new MarkdownDocument('\uFEFFa\n\n- b\n\n  1. c\n\nd', parseRst)
    const written = [...document.nodes.of('list'), ...document.nodes.of('listItem')]
    expect(written.map(({ node }) => document.slice(rangeOf(node)))).toEqual([
      '- b\n\n  1. c',
      '1. c',
      '- b\n\n  1. c',
      '1. c',
    ])
  })

  test('that nobody would nest so deeply is shown, and not as deep', () => {
    const source = Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth * 2)}- a\n\n`).join('')
    expect(outlineOf(source).split('[').length).toBe(51)
  })
})

test.each([
  ['a::\n\n  b', 'a: / {b}'],
  ['a ::\n\n  b', 'a / {b}'],
  ['::\n\n  b', '{b}'],
  ['a tea\n::\n\n  b', 'a tea\n / {b}'],
  ['a::\n\nb', 'a: / b'],
])('two colons say that code follows: %j', (source, expected) => {
  expect(outlineOf(source)).toBe(expected)
})
