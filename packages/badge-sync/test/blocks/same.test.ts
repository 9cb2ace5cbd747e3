import { MarkdownDocument } from '@frontdoor/markdown/document'
import { parse } from '@frontdoor/markdown/parse'
import type { RootContent } from 'mdast'
import { describe, expect, test } from 'vitest'
import { readMarkers } from '../../src/sync/markers.ts'
import { saysTheSame } from '../../src/sync/same.ts'

/** What a generator would give for this Markdown: nodes without places, texts in pieces. */
function generated(markdown: string): RootContent[] {
  return parse(markdown).children.map((node) => withoutPlaces(node) as RootContent)
}

function withoutPlaces(node: object): object {
  const entries = Object.entries(node).filter(([key]) => key !== 'position')
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'children' ? value.flatMap(inPieces).map(withoutPlaces) : value]),
  )
}

function inPieces(node: { type: string; value?: string }): object[] {
  if (node.type !== 'text' || !node.value?.includes(' ')) return [node]
  const [first = '', ...rest] = node.value.split(/(?= )/)
  return [first, rest.join('')].map((value) => ({ type: 'text', value }))
}

function isSame(readme: string, nodes: readonly RootContent[]): boolean {
  const document = new MarkdownDocument(readme, parse)
  const [block] = readMarkers(document)
  return block !== undefined && saysTheSame(document, block, nodes)
}

const start = '<!-- badge-sync:start x -->'
const end = '<!-- badge-sync:end x -->'
const body = `[![a b](https://a.example/i.svg)](https://a.example)
[more words here](https://b.example "title")

- [A](#a)
  - [B](#b)
- [C](#c)

\`\`\`sh
npm install x
\`\`\`

| a | b |
| - | - |
| 1 | 2 |

<p>
  <b>x</b>
</p>`

describe('a block says what its generator says', () => {
  test('where both are alike', () => {
    expect(isSame(`# t\n\n${start}\n\n${body}\n\n${end}\n\nmine\n`, generated(body))).toBe(true)
    expect(isSame(`${start}\n\n${body}\n\n${end}\n`.replaceAll('\n', '\r\n'), generated('a'))).toBe(false)
  })

  test.each([
    ['a word', 'more words', 'other words'],
    ['an address', 'https://b.example', 'https://c.example'],
    ['a title', '"title"', '"another"'],
    ['no title', ' "title"', ''],
    ['an alternative text', 'a b]', 'a]'],
    ['a language', '```sh', '```js'],
    ['code', 'npm install', 'npm add'],
    ['a cell', '| 1 |', '| 3 |'],
    ['an alignment', '| - | - |', '| :- | - |'],
    ['HTML', '<b>x</b>', '<b>y</b>'],
    ['a level of a list', '  - [B]', '- [B]'],
    ['a block more', '<p>\n', 'Words.\n\n<p>\n'],
    ['a block less', '```sh\nnpm install x\n```\n\n', ''],
  ])('but not with %s that differs', (_, from, to) => {
    expect(body).toContain(from)
    expect(isSame(`${start}\n\n${body.replace(from, to)}\n\n${end}\n`, generated(body))).toBe(false)
  })

  test.each([
    ['in a quote', `> ${start}\n>\n> a\n>\n> ${end}\n`],
    ['in a list', `- ${start}\n\n  a\n\n  ${end}\n`],
    ['in a line', `x ${start}a${end}\n`],
    ['in one node with its markers', `${start}a\n${end}\n`],
  ])('and nobody is sure of it %s', (_, readme) => {
    expect(isSame(readme, generated('a'))).toBe(false)
  })
})
