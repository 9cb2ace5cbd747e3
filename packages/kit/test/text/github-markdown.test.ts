import { parse } from '@frontdoor/markdown/parse'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { code, link, safe, table } from '../../src/text/github-markdown.ts'

describe('text from anywhere', () => {
  test.each([
    ['plain words, and (these).', 'plain words, and (these).'],
    ['**bold** _x_ [a](b) `c`', String.raw`\*\*bold\*\* \_x\_ \[a\](b) <code>c</code>`],
    ['a | b', String.raw`a \| b`],
    ['cc @everyone, closes #1', 'cc <code>&#64;everyone</code>, closes <code>&#35;1</code>'],
    ['<b>x</b> <!-- y -->', String.raw`<code>&#60;b&#62;x&#60;&#47;b&#62;</code> \<!-- y --\>`],
    ['https://example.com/a|b', '<code>https&#58;&#47;&#47;example&#46;com&#47;a&#124;b</code>'],
    ['a\n::error::b\u202e', 'a <code>&#58;&#58;error&#58;&#58;b</code>'],
    ['&lt; $x$', String.raw`\&lt; <code>&#36;x&#36;</code>`],
  ])('%j is written as %j', (text, expected) => {
    expect(safe(text)).toBe(expected)
  })

  test('is one cell of a table, and nothing but text and code', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'`|\\<>&*_[]()!@#:/.~$-a1 \n') }),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const [tree] = parse(table(['a', 'b'], [[safe(text), 'end']])).children
        expect(tree?.type).toBe('table')
        const cells = tree?.type === 'table' ? (tree.children[1]?.children ?? []) : []
        expect(cells).toHaveLength(2)
        const kinds = new Set(cells[0]?.children.map((node) => (node.type === 'html' ? node.value : node.type)))
        for (const kind of ['text', '<code>', '</code>']) kinds.delete(kind)
        expect([...kinds]).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

test.each([
  ['a]b', 'https://example.com/x y', String.raw`a\]b`],
  ['a]b', 'https://example.com/(x)?a=|', String.raw`[a\]b](<https://example.com/(x)?a=%7C>)`],
  ['a', 'javascript:alert(1)', 'a'],
  ['a', undefined, 'a'],
])('%j with the address %j is %j', (text, address, expected) => {
  expect(link(text, address)).toBe(expected)
})

test('code is HTML, and ends nowhere', () => {
  expect(code('a</code>|~b~')).toBe('<code>a&#60;&#47;code&#62;&#124;&#126;b&#126;</code>')
})
