import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { parse } from '../src/parse.ts'
import { readMarks } from './support/marks.ts'
import { variants } from './support/variants.ts'

const blocksOf = (source: string) => new MarkdownDocument(source, parse).blocks

/** What a test says of a block: `owner name (parameters)`, with `?` where the end marker is missing. */
const show = (source: string): string[] =>
  blocksOf(source).map(({ owner, name, parameters, close }) => {
    return `${owner} ${name}${parameters && ` (${parameters})`}${close ? '' : ' ?'}`
  })

/** As the documentation of each generator writes its markers. */
const forms: readonly (readonly [start: string, end: string, shown: string])[] = [
  ['badge-sync:start badges', 'badge-sync:end', 'badge-sync badges'],
  [
    'badge-sync:start badges style=flat\n  only=npm',
    'badge-sync:end badges',
    'badge-sync badges (style=flat\n  only=npm)',
  ],
  [
    'START doctoc generated TOC please keep comment here to allow auto update',
    'END doctoc generated TOC please keep comment here to allow auto update',
    'doctoc doctoc (generated TOC please keep comment here to allow auto update)',
  ],
  [
    'ALL-CONTRIBUTORS-LIST:START - Do not remove or modify this section',
    'ALL-CONTRIBUTORS-LIST:END',
    'all-contributors ALL-CONTRIBUTORS-LIST (- Do not remove or modify this section)',
  ],
  ['ALL-CONTRIBUTORS-BADGE:START', 'ALL-CONTRIBUTORS-BADGE:END', 'all-contributors ALL-CONTRIBUTORS-BADGE'],
  ['automd:badges color=yellow license', '/automd', 'automd badges (color=yellow license)'],
  ['automd:pm-install', '/automd', 'automd pm-install'],
  ['doc-gen TOC', 'end-doc-gen', 'markdown-magic TOC'],
  ['doc-gen {CODE} src="./a.js"', 'end-doc-gen', 'markdown-magic CODE (src="./a.js")'],
  ['docs TOC collapse', '/docs', 'markdown-magic TOC (collapse)'],
  ['AUTO-GENERATED-CONTENT:START (TOC)', 'AUTO-GENERATED-CONTENT:END', 'markdown-magic TOC'],
  [
    'AUTO-GENERATED-CONTENT:START (CODE:src=./a.js&lines=1-2)',
    'AUTO-GENERATED-CONTENT:END *',
    'markdown-magic CODE (src=./a.js&lines=1-2)',
  ],
  ['AUTO-GENERATED-CONTENT:START', 'AUTO-GENERATED-CONTENT:END', 'markdown-magic '],
  ['x-release-please-start-version', 'x-release-please-end', 'release-please version'],
  ['toc', 'tocstop', 'markdown-toc toc'],
  ['TOC depthFrom:1 depthTo:6', '/TOC', 'markdown-toc TOC (depthFrom:1 depthTo:6)'],
  ['vim-markdown-toc GFM', 'vim-markdown-toc', 'vim-markdown-toc vim-markdown-toc (GFM)'],
  ['ts', 'te', 'gh-md-toc ts'],
  ['[[[cog\nimport cog\n]]]', '[[[end]]] (checksum: 3e15)', 'cog cog (import cog\n  ]]])'],
  [
    'action-docs-inputs source="action.yml"',
    'action-docs-inputs source="action.yml"',
    'action-docs inputs (source="action.yml")',
  ],
  ['snippet: brew', 'endSnippet', 'MarkdownSnippets snippet (brew)'],
  ['usage', 'usagestop', 'oclif usage'],
  ['commands', 'commandsstop', 'oclif commands'],
  ['toc', '/toc', 'markdown-toc toc'],
  ['BLOG-POST-LIST:START', 'BLOG-POST-LIST:END', 'unknown BLOG-POST-LIST'],
  ['mdformat-toc start --slug=github', 'mdformat-toc end', 'unknown mdformat-toc (--slug=github)'],
  ['sponsors-begin', 'sponsors-stop', 'unknown sponsors'],
  ['toc:start', 'toc:end', 'unknown toc'],
  ['TOC start (by bitdowntoc)', 'TOC end', 'unknown TOC ((by bitdowntoc))'],
  ['Sponsors List START', 'sponsors list end', 'unknown Sponsors List'],
  ['START_SECTION:waka', 'END_SECTION:waka', 'unknown SECTION:waka'],
  ['BEGIN_TF_DOCS', 'END_TF_DOCS', 'unknown TF_DOCS'],
  [
    'BEGINNING OF PRE-COMMIT-TERRAFORM DOCS HOOK',
    'END OF PRE-COMMIT-TERRAFORM DOCS HOOK',
    'unknown OF PRE-COMMIT-TERRAFORM DOCS HOOK',
  ],
  ['begin: a b', 'end: a b', 'unknown a b'],
  ['sponsors', '/sponsors', 'unknown sponsors'],
  ['sponsors', 'sponsors', 'unknown sponsors'],
  ['sponsorsstart', 'sponsorsend', 'unknown sponsors'],
  ['teamstart', 'teamend', 'unknown team'],
]

describe.each(variants)('%s, the block of a generator is found', (_, change) => {
  test.each(forms)('%s', (start, end, shown) => {
    const text = `⟦⟦<!-- ${start} -->⟧⟦\n\n- generated\n\n⟧⟦<!-- ${end} -->⟧⟧\n\nb`
    const { source, ranges } = readMarks(change(text))
    expect(show(source).map((line) => line.replaceAll(/\r\n?/g, '\n').replaceAll(/\n\s*/g, '\n  '))).toEqual([shown])
    const [block] = blocksOf(source)
    const found = [block, block?.open, block?.body, block?.close].map((range) => [range?.start, range?.end])
    expect(found).toEqual(ranges.map((range) => [range.start, range.end]))
  })

  test.each([
    ['on one line', '⟦<!-- a:start -->⟦b⟧<!-- a:end -->⟧ c'],
    ['in a paragraph', 'x ⟦<!-- a:start -->⟦ b\nc ⟧<!-- a:end -->⟧ d'],
    ['in a cell', '| ⟦<!-- a:start -->⟦b⟧<!-- a:end -->⟧ |\n|-|'],
    ['in a heading', '# ⟦<!-- a:start -->⟦ b ⟧<!-- a:end -->⟧'],
    ['in an HTML block', '<p>\n⟦<!-- a:start -->⟦\n<b>c</b>\n⟧<!-- a:end -->⟧\n</p>'],
    ['without anything in it', '⟦<!-- a:start -->⟦⟧<!-- a:end -->⟧'],
  ])('%s', (_name, text) => {
    const { source, ranges } = readMarks(change(text))
    const blocks = blocksOf(source)
    const found = blocks.flatMap(({ start, end, body }) => [{ start, end }, body])
    expect(found).toEqual(ranges)
  })
})

describe('no block is', () => {
  test.each([
    [
      'in code',
      '`<!-- a:start -->` `<!-- a:end -->`\n\n```\n<!-- a:start -->\n<!-- a:end -->\n```\n\n    <!-- toc -->\n    <!-- tocstop -->',
    ],
    ['a comment of some other kind', '<!-- a -->\n<!-- start -->\n<!-- -->\n<!-- end -->\n<!-- / -->'],
    ['an end marker without a start', '<!-- a:end -->\n<!-- tocstop -->\n<!-- /automd -->\n<!-- /a -->'],
    ['an end marker in front of its start', '<!-- /a -->\n<!-- a -->'],
    [
      'what people write for themselves',
      '<!-- Quick start -->\n<!-- toc -->\n<!-- usage -->\n<!-- docs are below -->\n<!-- start here -->',
    ],
    ['a remark that only looks like the start of sponsors', '<!-- sponsors -->\n\n## Sponsors'],
    ['a start and an end of different names', '<!-- a:start -->\n<!-- b:end -->'],
    ['what a formatter leaves alone', '<!-- prettier-ignore-start -->\na\n<!-- prettier-ignore-end -->'],
    [
      'what a generator leaves out',
      '<!-- MANPAGE: BEGIN EXCLUDED SECTION -->\na\n<!-- MANPAGE: END EXCLUDED SECTION -->',
    ],
    ['in a comment that does not end', '<!-- a:start -->\n<!-- a:end'],
    ['where words only look alike', '<!-- restart -->\n<!-- a:started -->\n<!-- a:ended -->'],
    ['an end marker of another form', '<!-- a:start -->\n<!-- end:a -->'],
  ])('%s', (_, source) => {
    expect(show(source)).toEqual([])
  })
})

describe('blocks', () => {
  test.each<[string, string, string[]]>([
    ['one after another', '<!-- a:start --><!-- a:end --><!-- b:start --><!-- b:end -->', ['unknown a', 'unknown b']],
    ['of one name', '<!-- a:start --><!-- a:end --><!-- a:start --><!-- a:end -->', ['unknown a', 'unknown a']],
    [
      'in one another',
      '<!-- automd:a --><!-- toc --><!-- tocstop --><!-- /automd -->',
      ['automd a', 'markdown-toc toc'],
    ],
    ['of one name in one another', '<!-- a --><!-- a --><!-- /a --><!-- /a -->', ['unknown a', 'unknown a']],
    [
      'one that is not ended in another',
      '<!-- automd:a --><!-- START doctoc --><!-- /automd -->',
      ['automd a', 'doctoc doctoc ?'],
    ],
    ['crossing', '<!-- automd:a --><!-- x:start --><!-- /automd --><!-- x:end -->', ['automd a']],
    [
      'of one owner by name',
      '<!-- badge-sync:start a --><!-- badge-sync:start b --><!-- badge-sync:end a -->',
      ['badge-sync a', 'badge-sync b ?'],
    ],
    ['of one owner without a name', '<!-- automd:a --><!-- automd:b --><!-- /automd -->', ['automd a ?', 'automd b']],
    ['an end of another name', '<!-- badge-sync:start a --><!-- badge-sync:end b -->', ['badge-sync a ?']],
    ['in different cases', '<!-- Toc:Start --><!-- TOC:END -->', ['unknown Toc']],
    ['ended by a slash', '<!-- badge-sync:start a --><!-- / A -->', ['badge-sync a']],
  ])('%s', (_, comments, shown) => {
    expect(show(comments)).toEqual(shown)
  })

  test('without an end go on to the end of the document', () => {
    const { source, ranges } = readMarks('a\n\n⟦<!-- START doctoc -->⟦\n\nb\n⟧⟧')
    expect(blocksOf(source).flatMap(({ start, end, body }) => [{ start, end }, body])).toEqual(ranges)
  })
})

test('blocks nest, whatever comments stand in a document', () => {
  const comment = fc.constantFrom(
    ...['a', '/a', 'a:start', 'a:end', 'b:start', 'b:end', 'start c', 'end c', 'toc', 'tocstop', 'automd:d', '/automd'],
    ...['START doctoc', 'END doctoc', 'badge-sync:start e', 'badge-sync:end', 'badge-sync:end e', '', '/'],
  )
  fc.assert(
    fc.property(fc.array(comment, { maxLength: 15 }), (comments) => {
      const blocks = blocksOf(comments.map((text) => `<!-- ${text} -->\n`).join(''))
      const closed = blocks.filter(({ close }) => close)
      for (const { start, open, body, close, end } of closed) {
        expect([start, body.start, body.end, end]).toEqual([open.start, open.end, close?.start, close?.end])
        for (const one of closed) expect(one.start < start && start < one.end && one.end < end).toBe(false)
      }
      expect(blocks.map(({ start }) => start)).toEqual(blocks.map(({ start }) => start).sort((a, b) => a - b))
    }),
  )
})
