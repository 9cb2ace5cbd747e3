import { expect, it, test } from 'vitest'
import { sync, unsummed } from './run.ts'

const argv = ['migrate', '--markers']

test.each<[string, string, string, string]>([
  [
    'doctoc',
    '<!-- START doctoc generated TOC please keep comment here to allow auto update -->',
    '<!-- END doctoc generated TOC please keep comment here to allow auto update -->',
    'toc',
  ],
  ['markdown-toc', '<!-- toc -->', '<!-- tocstop -->', 'toc'],
  [
    'all-contributors',
    '<!-- ALL-CONTRIBUTORS-LIST:START - Do not remove or modify this section -->',
    '<!-- ALL-CONTRIBUTORS-LIST:END -->',
    'contributors',
  ],
  ['automd', '<!-- automd:badges color=yellow -->', '<!-- /automd -->', 'badges'],
  [
    'a file of automd',
    '<!-- automd:file src="./src/a.ts" code lines="2:4" -->',
    '<!-- /automd -->',
    'include file=src/a.ts lines=2-4',
  ],
  ['markdown-magic', '<!-- docs TOC -->', '<!-- /docs -->', 'toc'],
  [
    'markdown-magic of old',
    '<!-- AUTO-GENERATED-CONTENT:START (CODE:src=./a.js) -->',
    '<!-- AUTO-GENERATED-CONTENT:END -->',
    'include file=a.js',
  ],
  ['release-please', '<!-- x-release-please-start-version -->', '<!-- x-release-please-end -->', 'version'],
  ['FastAPI', '<!-- sponsors -->', '<!-- /sponsors -->', 'sponsors'],
  ['github-sponsors-readme-action', '<!-- sponsors -->', '<!-- sponsors -->', 'sponsors'],
  ['ESLint', '<!--sponsorsstart-->', '<!--sponsorsend-->', 'sponsors'],
])('a block of %s becomes ours and keeps what stands in it', async (_, start, end, ours) => {
  const wrap = (open: string, close: string) =>
    `# a\n\n> ${open}\n> old\n> ${close}\n\n\`\`\`\n${start}\n${end}\n\`\`\`\n`
  const wanted = wrap(`<!-- badge-sync:start ${ours} -->`, `<!-- badge-sync:end ${ours.split(' ')[0]} -->`)
  const readme = wrap(start, end)
  expect(await sync(readme, { argv: [...argv, '--check'] })).toMatchObject({ code: 1, readme })
  expect(await sync(readme, { argv })).toMatchObject({ code: 0, readme: wanted })
  expect(await sync(readme, { argv: ['migrate'] })).toMatchObject({ code: 0, readme })
})

test.each([
  ['a generator that we have none for', '<!-- automd:jsdocs src=./a.ts -->\nold\n<!-- /automd -->\n'],
  ['a file from the web', '<!-- docs FILE src="https://a.example/x.md" -->\nold\n<!-- /docs -->\n'],
  ['a block that is never ended', '<!-- automd:badges -->\nold\n'],
  ['comments of a common form', '<!-- badges: start -->\nold\n<!-- badges: end -->\n'],
])('%s stays', async (_, readme) => {
  expect(await sync(readme, { argv })).toMatchObject({ code: 0, readme })
})

it('a block that was taken over is brought up to date by the next run', async () => {
  const { readme } = await sync('<!-- toc -->\n* [Old](#old)\n<!-- tocstop -->\n\n## New\n', { argv })
  expect((await sync(readme)).readme).toMatch(/-->\n\n\* \[New\]\(#new\)\n\n<!--/)
})

it('a heading and words in front of sponsors stay outside of the block', async () => {
  const before =
    '<!--sponsorsstart-->\n\n## Sponsors\n\nThank you, *all*.\n\n<h3>Gold</h3>\n<p>x</p>\n\n<!--sponsorsend-->\n'
  const { readme } = await sync(before, { argv })
  expect(readme).toBe(
    '## Sponsors\n\nThank you, *all*.\n\n<!-- badge-sync:start sponsors -->\n<h3>Gold</h3>\n<p>x</p>\n\n<!-- badge-sync:end sponsors -->\n',
  )
})

it('sections between two remarks are no block to take over unasked', async () => {
  const readme = '<!-- sponsors -->\n\n## Sponsors\n\n- a\n\n## License\n\n<!-- sponsors -->\n'
  expect(await sync(readme, { argv })).toMatchObject({ code: 0, readme })
})

it('markers of github-sponsors-readme-action on one line are filled', async () => {
  const line =
    '<!-- sponsors --><a href="https://github.com/ada"><img src="https://a.example/a.png"></a>&nbsp;<!-- sponsors -->'
  const files = { 'sponsors.yml': 'gold:\n  - { title: Bea, url: "https://b.example" }\n' }
  const { readme } = await sync(`# a\n\n${line}\n`, { argv, files })
  const synced = await sync(readme, { files })
  expect(synced.code).toBe(0)
  expect(unsummed(synced.readme)).toBe(
    '# a\n\n<!-- badge-sync:start sponsors -->\n\n**Gold:**\n\n<p>\n  <a href="https://b.example/" rel="sponsored noopener">Bea</a>\n</p>\n\n<!-- badge-sync:end sponsors -->\n',
  )
})
