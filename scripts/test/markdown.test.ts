import { describe, expect, it, test } from 'vitest'
import { MarkdownDocument } from '../../packages/markdown/src/document.ts'
import { parse } from '../../packages/markdown/src/parse.ts'
import { codeCell, fence, table } from '../generate/markdown.ts'

test.each([
  ['plain', '<p>Tea</p>', '<p>Tea</p>'],
  ['with bars', '| a |', '| a |'],
  ['with a line end', 'a\nb', 'a↵b'],
  ['with backticks', '```js', '```js'],
  ['that starts and ends with one', '`a`', '`a`'],
  ['with a sign that nobody sees', 'a\u{200B}b', 'aU+200Bb'],
])('code %s stands in one cell of a table', (_, code, shown) => {
  const { nodes } = new MarkdownDocument(
    table([
      ['A', 'B'],
      [codeCell(code), 'next'],
    ]),
    parse,
  )
  expect(nodes.of('tableCell')).toHaveLength(4)
  expect(nodes.of('inlineCode').map(({ node }) => node.value)).toEqual([shown])
})

describe('a fence', () => {
  it.each(['text', '```sh\nnpm test\n```', '````\n```\n````'])('holds %j whole', (text) => {
    const { nodes } = new MarkdownDocument(fence('md', `${text}\n`), parse)
    expect(nodes.of('code').map(({ node }) => [node.lang, node.value])).toEqual([['md', text]])
  })
})
