import fc from 'fast-check'
import type { Root } from 'mdast'
import { markdownToMdast } from 'satteri'
import { describe, expect, test } from 'vitest'
import { parse } from '../src/parse.ts'
import { draft, type MarkdownToMdast, settle } from '../src/satteri.ts'
import { realFiles, specExamples } from './support/samples.ts'

/** Each is another way to write a document; few of them are written by anybody, and all of them must give one tree. */
const variants: readonly [string, (source: string) => string][] = [
  ['as it is', (source) => source],
  ['with CRLF', (source) => source.replaceAll(/\r\n|\n|\r/g, '\r\n')],
  ['with a lone CR', (source) => source.replaceAll(/\r\n|\n|\r/g, '\r')],
  ['with mixed line endings', (source) => source.replaceAll(/(\n[^\n]*)\n/g, '$1\r\n')],
  ['in a quote', (source) => source.replaceAll(/^/gm, '> ')],
  ['in a list item', (source) => `- ${source.replaceAll(/\n(?!$)/g, '\n  ')}`],
  ['behind front matter', (source) => `---\ntitle: tea\n---\n${source}`],
]

const specs = specExamples()
const files = realFiles().filter(({ source }) => source.length < 30_000)
/** The reference is slow: the variants of real files are compared on every eighth. */
const someFiles = files.filter((_, index) => index % 8 === 0)

describe.each(variants)('%s', (variant, change) => {
  test('a document has one tree, positions and all, whichever engine reads it', () => {
    for (const { name, source } of [...specs, ...(variant === 'as it is' ? files : someFiles)]) {
      const changed = change(source.replace(/^\uFEFF/, ''))
      expect({ name, tree: read(changed) }).toEqual({ name, tree: parse(changed) })
    }
  })
})

/** Pieces in which the engines differ, or that make others differ. */
const pieces =
  `# |## |- |* |1. |> |    |\t|\n|\n\n|\r\n|\`|\`\`\`|~~~|*|**|_|[|](|)|]|![|[a]: b|[a]|[^1]|[^1]: |<div>|</div>|<a href="b">|<!--|-->|<?|&amp;|&|\\|\\||\\n| a |
|---|||-|:-:|~~|www.a.b|https://a.b/c|a@b.c|<https://a.b>|- [ ] |- [x] |---|===|+++|  |a|b c|é|🍵|\u00a0|$x$|:tea:|"|'`.split(
    '|',
  )

test('random soup has one tree, too', () => {
  const soup = fc.array(fc.constantFrom(...pieces, '|', '\n'), { maxLength: 24 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(soup, (source) => {
      expect(read(source)).toEqual(parse(source))
    }),
    // vitest loads micromark's development build, whose assertions can throw where the real one does not (`-\n[ ] x`).
    { numRuns: 2000, seed: 1 },
  )
})

test('most real documents need little of the reference', () => {
  const whole = files.filter(({ source }) => draft(source, markdownToMdast as MarkdownToMdast) === undefined)
  expect(whole.length).toBeLessThan(files.length / 10)
})

function read(source: string): Root {
  const drafted = draft(source, markdownToMdast as MarkdownToMdast)
  return (drafted && settle(drafted, parse)) ?? parse(source)
}
