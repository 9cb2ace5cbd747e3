import { MarkdownDocument } from '@frontdoor/markdown/document'
import { parse } from '@frontdoor/markdown/parse'
import { parseRst } from '@frontdoor/markdown/rst/parse'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../src/snippet/code.ts'

const samples: readonly [name: string, source: string][] = [
  ['a fence', '```sh\na\n\n  b\n```'],
  ['a fence of tildes', '~~~\na\n\n  b\n~~~'],
  ['indentation', '    a\n\n      b'],
  ['a quote', '> ```sh\n> a\n>\n>   b\n> ```'],
  ['a list', '- x\n\n  ```sh\n  a\n\n    b\n  ```'],
  ['a quote in a list', '1. > ```\n   > a\n   >\n   >   b\n   > ```'],
  ['a fence called like its first line', '```a\na\n\n  b\n```'],
  ['Windows line endings', '```sh\r\na\r\n\r\n  b\r\n```'],
  ['blanks at the ends', '```sh\na  \n  \n  b \n```'],
]

describe('the lines of code are where they are written', () => {
  test.each(samples)('in %s', (_, source) => {
    const document = new MarkdownDocument(source, parse)
    const lines = codeOf(document).flatMap((piece) => piece.lines)
    expect(lines.map(({ text }) => text)).toEqual(['a', '', '  b'])
    expect(lines.map((line) => document.slice(line))).toEqual(['a', '', '  b'])
  })

  test.each([
    ['behind two colons', 'Run::\n\n  a\n\n    b\n'],
    ['in a directive', '.. code:: sh\n   :caption: a\n\n   a\n\n     b\n'],
  ])('in reStructuredText %s', (_, source) => {
    const document = new MarkdownDocument(source, parseRst)
    const lines = codeOf(document).flatMap((piece) => piece.lines)
    expect(lines.map((line) => [line.text, document.slice(line)])).toEqual([
      ['a', 'a'],
      ['', ''],
      ['  b', '  b'],
    ])
  })

  test('among text', () => {
    const document = new MarkdownDocument('x ``a`b`` y `c`', parse)
    expect(codeOf(document).map(({ lines: [line] }) => line && document.slice(line))).toEqual(['a`b', 'c'])
  })
})
