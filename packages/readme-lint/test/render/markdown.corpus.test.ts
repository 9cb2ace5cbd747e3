import { loadProject } from '@frontdoor/kit/project/load'
import { project } from '@frontdoor/kit/testing'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { guard } from '@frontdoor/markdown/guard'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { installedDocuments } from '../../../markdown/test/support/documents.ts'
import { configuredRules } from '../../src/config/configure.ts'
import { hosts } from '../../src/hosts.generated.ts'
import { type Showing, showingsOf } from '../../src/hosts.ts'
import { lint } from '../../src/lint.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { read } from '../support/document.ts'

/** Much more than it takes, for a machine that does much else. */
const timeout = 300_000

const rules = configuredRules({ rules: {}, only: [] })

type Judge = (
  source: string,
  host: string,
) => Promise<{ readonly faults: string[]; readonly document: MarkdownDocument }>

/** Renders a README and says what should not be: a rule about the host or an error that still speaks and is not told, or a second rendering that differs. */
async function judge(): Promise<Judge> {
  const { path: folder } = await project(
    { 'package.json': { name: 'larder', version: '1.0.0' }, 'docs/guide.md': '# Guide\n', 'logo.png': '' },
    { git: { remote: 'https://github.com/octo-org/larder' } },
  )
  const facts = await loadProject({ env: {} }, folder)
  const options = { ref: 'v1.0.0', shown: 'README.md', read: async (text: string) => read(text) }
  return async (source, host) => {
    const [showing] = showingsOf(facts, 'README.md', [host]) as [Showing]
    const placed = (document: MarkdownDocument) => ({ document, project: facts, path: 'README.md' })
    const { text, notes } = await renderMarkdown(placed(read(source)), showing, options)
    const document = read(text)
    const again = await renderMarkdown(placed(document), showing, options)
    const findings = await lint({ ...placed(document), showings: [showing] }, rules)
    const faults = findings
      .filter(({ rule, severity }) => rule.startsWith('host/') || severity === 'error')
      .filter(({ message }) => !notes.some((note) => note.message === message))
      .map(({ rule, message }) => `${rule}: ${message}`)
    return { document, faults: again.text === text ? faults : [...faults, `rendered again: ${again.text}`] }
  }
}

/** Small ones: the time goes with the length, and what can go wrong does so in small ones, too. */
const documents = installedDocuments().filter((text) => text.length < 4_000 && !guard(text))

test.each(hosts)(
  'a document of a dependency has nothing that $title cannot show once it is made for it',
  { timeout },
  async ({ name }) => {
    const look = await judge()
    // Every host has its share of them.
    const share = documents.filter((_, index) => index % hosts.length === hosts.findIndex((host) => host.name === name))
    expect(share.length).toBeGreaterThan(10)
    for (const source of share) {
      const { faults, document } = await look(source, name)
      expect({ source, faults }).toEqual({ source, faults: [] })
      // What looks like a heading in code is one no longer, once the code is.
      // What stands in the place of a badge may follow it.
      const [before, after] = [read(source), document].map(titlesOf) as [string[], string[]]
      const lost = before.filter((title) => !after.some((one) => one.startsWith(title)))
      if (!source.includes('<pre')) expect(lost).toEqual([])
    }
  },
)

/** Of headings that are more than an image; an emoji by its name is one by itself, once it is made for a host. */
function titlesOf({ sections }: MarkdownDocument): string[] {
  const words = (title: string) => title.replaceAll(/:[\w+-]+:/g, '').match(/\p{L}+/gu)
  return sections.flatMap(({ node, title }) => (node ? (words(title)?.join(' ') ?? []) : []))
}

const pieces = [
  'words and more',
  '**bold** _soft_',
  '`code`',
  ':tea: :rocket:',
  '[guide](docs/guide.md)',
  '[gone](docs/gone.md)',
  '![Logo: a+b](logo.png)',
  '![](http://example.com/a.svg)',
  '[![](https://example.com/a.png)](https://example.com)',
  '![Logo](logo.png#gh-dark-mode-only)',
  '![Logo](logo.png#gh-light-mode-only)',
  '[up](#tea)',
  '[there](#here)',
  '<a id="here"></a>',
  'x[^1]',
  '$a_1 = b$',
  '<small>* small</small>',
  '<kbd>Enter</kbd><br>',
  '<img src="logo.png" alt="A" style="width: 2px" onclick="x">',
  '<a href="docs/guide.md" target="_blank">*tea*</a>',
  '<svg><path d="M0"/></svg>',
  '<mark>',
  '</center>',
]

const blocks = [
  '# Tea',
  "## What's new :tea:",
  '> [!NOTE]\n> Cold.',
  '- [x] done\n- [ ] planned',
  '```mermaid\nflowchart LR\n```',
  '[^1]: A note.\n\n    And more.',
  '<details open>\n<summary>More</summary>',
  '</details>',
  '<center>',
  '</center>',
  '<p align="center">\n  <font><img src="logo.png"></font>\n  <small>\n  a\n  </small>\n</p>',
  '<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="logo.png">\n  <img src="logo.png">\n</picture>',
  '<table><tr><td>a</td><td><b>b</b></td></tr></table>',
  '<video src="https://example.com/a.mp4"></video>',
  '<p align="center">\n**bold** [guide](docs/guide.md)\n</p>',
  '<p>\n- one\n- two\n</p>',
  '<ul>\n- one\n- two\n</ul>',
  '<div>\n- one\n- two\n</div>',
  '<b>\n## Tea\n</b>',
  '<pre>\na\n\n**b**\n</pre>',
  '```sh\nls',
  '| a | b |\n| - | - |\n| <br> | :tea: |',
  '---',
]

const line = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
const block = fc.oneof(line, fc.constantFrom(...blocks))
const nested = fc.tuple(fc.constantFrom('', '', '> ', '- ', '1. '), block).map(([prefix, text]) =>
  text
    .split('\n')
    .map((one, index) => (index === 0 || prefix === '> ' ? prefix : ' '.repeat(prefix.length)) + one)
    .join('\n'),
)
const readme = fc
  .tuple(fc.array(nested, { maxLength: 8 }), fc.constantFrom('\n', '\n\n'), fc.constantFrom('\n', '\r\n'))
  .map(([parts, between, eol]) => `${parts.join(between)}\n`.replaceAll('\n', eol))

test('whatever a README is made of, what is made for a host is right for it, and is made of itself', {
  timeout,
}, async () => {
  const look = await judge()
  const host = fc.constantFrom(...hosts.map(({ name }) => name))
  const property = fc.asyncProperty(readme, host, async (source, name) => {
    expect((await look(source, name)).faults).toEqual([])
  })
  // The same ones each time, for a build that is green today and red tomorrow helps nobody; `FC_SEED=1 FC_RUNS=10000` looks further.
  const { FC_SEED: seed = 42, FC_RUNS: runs = 200 } = process.env
  await fc.assert(property, { seed: Number(seed), numRuns: Number(runs) })
})
