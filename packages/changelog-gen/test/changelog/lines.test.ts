import { readFileSync } from 'node:fs'
import { rangeOf, walk } from '@frontdoor/markdown/nodes'
import { parse } from '@frontdoor/markdown/parse'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLines } from '../../src/changelog/lines.ts'
import { changelogs } from '../changelogs.ts'

/** Lines on which the scan sees a heading outside of lists, or an item. */
function scanned(source: string): string[] {
  const found: string[] = []
  let before = 0
  for (const { kind, depth, start, text } of readLines(source, { start: 0, end: source.length })) {
    if (kind === 'heading' && depth === 0) found.push(`heading ${start}`)
    if (kind === 'underline' && depth === 0) found.push(`heading ${before}`)
    if (kind === 'item') found.push(`item ${start}`)
    if (text !== '') before = start
  }
  return [...new Set(found)]
}

/** The same as the reference parser sees it; the scan takes quotes for text and looks at one item on a line. */
function parsed(source: string): string[] {
  const found: string[] = []
  const tree = parse(source)
  const quotes: { start: number; end: number }[] = []
  walk(tree, ({ node, parent }) => {
    const { start, end } = rangeOf(node)
    if (node.type === 'blockquote' || node.type === 'footnoteDefinition') quotes.push({ start, end })
    if (quotes.some((quote) => quote.start <= start && end <= quote.end)) return
    const line = source.lastIndexOf('\n', start - 1) + 1
    if (node.type === 'heading' && parent === tree)
      found.push(
        `heading ${source.startsWith('#', start) ? line : source.lastIndexOf('\n', end - 1) < 0 ? line : lineBefore(source, end)}`,
      )
    if (node.type === 'listItem') found.push(`item ${line}`)
  })
  return [...new Set(found)]
}

/** Start of the line above the one that an offset is on: the last line of an underlined heading's text. */
function lineBefore(source: string, offset: number): number {
  return source.lastIndexOf('\n', source.lastIndexOf('\n', offset - 1) - 1) + 1
}

// Not among them: a lone `</pre>` behind a list item, and an empty item, which micromark reads otherwise than CommonMark.
const pieces = [
  ...[
    '# A',
    '## [1.0.0] - 2026-01-02',
    'text',
    '',
    '',
    '',
    '- a',
    '* b',
    '1. c',
    '  - d',
    '    - e',
    '  more',
    '    deep',
    '```',
    '  ```',
    '~~~',
    '---',
    '===',
    '<!-- x',
    '-->',
    '<!-- y -->',
  ],
  ...[
    '<details>',
    '</details>',
    '<a name="x"></a>',
    '<pre>',
    '[a]: https://example.com',
    '- ```',
    '  # inner',
    '- # h',
    '   text',
    '* * *',
    '| a | b |',
  ],
]

describe('the scan of lines sees what the reference parser sees', () => {
  test('in changelogs of packages', () => {
    const files = changelogs()
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      const source = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').slice(0, 20_000)
      expect(scanned(source).sort(), file).toEqual(parsed(source).sort())
    }
  })

  test('in what nobody would write', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (lines) => {
        const source = ['# T', ...lines].join('\n')
        expect(scanned(source).sort()).toEqual(parsed(source).sort())
      }),
      { numRuns: 1000 },
    )
  })
})
