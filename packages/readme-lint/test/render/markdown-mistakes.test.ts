import { expect, test } from 'vitest'
import { renderer } from '../support/render-markdown.ts'

const cases: readonly { what: string; host: string; from: string; to: string }[] = [
  {
    what: 'links and bold text in a paragraph of HTML are HTML',
    host: 'npm',
    from: '<p align="center">\n  [Docs](https://example.com "Tea") | **Hot** `tea`\n</p>\n',
    to: '<p align="center">\n  <a href="https://example.com" title="Tea">Docs</a> | <b>Hot</b> <code>tea</code>\n</p>\n',
  },
  {
    what: 'a badge in a cell is an image in a link',
    host: 'npm',
    from: '<table><tr><td>[![A](https://example.com/a.png)](https://example.com)</td></tr></table>\n',
    to: '<table><tr><td><a href="https://example.com"><img src="https://example.com/a.png" alt="A"></a></td></tr></table>\n',
  },
  {
    what: 'a list in a paragraph of HTML gets an element that may hold it',
    host: 'npm',
    from: '<p align="center">\n- a\n- b\n</p>\n',
    to: '<div align="center">\n\n- a\n- b\n</div>\n',
  },
  {
    what: 'a heading in a paragraph of HTML stays one',
    host: 'npm',
    from: '<p align="center">\n## Hot\n</p>\n',
    to: '<div align="center">\n\n## Hot\n</div>\n',
  },
  {
    what: 'a heading in a heading is one',
    host: 'npm',
    from: '<h1>\n# Hot `tea`\n</h1>\n',
    to: '<h1>\nHot <code>tea</code>\n</h1>\n',
  },
  {
    what: 'a blank line in an item has its indentation',
    host: 'npm',
    from: '1. <div>\n   ## Hot\n   </div>\n',
    to: '1. <div>\n\n   ## Hot\n   </div>\n',
  },
  {
    what: 'a blank line in an item of a quote has its marks',
    host: 'npm',
    from: '> - <div>\n>   ## Hot\n>   </div>\n',
    to: '> - <div>\n>\n>   ## Hot\n>   </div>\n',
  },
  {
    what: 'what looks like a quote in a block of HTML is none',
    host: 'pkg-go-dev',
    from: '<p align="center">\n  <small>\n  a\n  </small>\n</p>\n> <img src="docs/logo.png" alt="A" style="width: 2px" onclick="x">\n> ![Logo](docs/logo.png#gh-light-mode-only)\n',
    to: '<p align="center">\n  <small>\n  a\n  </small>\n</p>\n> <img src="https://raw.githubusercontent.com/octo-org/larder/v1.2.0/docs/logo.png" alt="A" width="2">\n\n> ![Logo](https://raw.githubusercontent.com/octo-org/larder/v1.2.0/docs/logo.png)\n',
  },
  {
    what: 'a blank line stands before text that is no Markdown',
    host: 'npm',
    from: '<table><tr><td>a</td></tr></table>\nwords <a id="here"></a> words\n# Tea\n',
    to: '<table><tr><td>a</td></tr></table>\n\nwords <a id="here"></a> words\n# Tea\n',
  },
  {
    what: 'a section ends with the element around it',
    host: 'pypi',
    from: '<center>\n<details open>\n<summary>More</summary>\n</center>\n',
    to: '<div align="center">\n<details>\n<summary>More</summary>\n</details></div>\n',
  },
  {
    what: 'each of two sections is closed',
    host: 'jsr',
    from: '<details>\n<summary>A</summary>\n<details>\n<summary>B</summary>\n</details>\n',
    to: '<details>\n<summary>A</summary>\n<details>\n<summary>B</summary>\n</details>\n\n\n</details>\n',
  },
  {
    what: 'code that is never closed does not take in the end of a section',
    host: 'npm',
    from: '<details>\n<summary>A</summary>\n\n```sh\nls\n',
    to: '<details>\n<summary>A</summary>\n\n```sh\nls\n```\n\n</details>\n',
  },
  { what: 'tags with a blank line between them go', host: 'npm', from: '<center>\n\n<center>\n', to: '' },
  {
    what: 'a tag goes from the start of an item',
    host: 'nuget',
    from: '1. <div>\n\n   - a\n   - b\n\n   </div>\n',
    to: '1. - a\n   - b\n',
  },
  {
    what: 'a tag goes from between two lists',
    host: 'nuget',
    from: '<div>\n\n- a\n</div>\n\n- b\n',
    to: '- a\n- b\n',
  },
  {
    what: 'HTML before a quote in a quote becomes Markdown',
    host: 'nuget',
    from: '<div>\n<b>Hot</b>\n</div>\n\n> > Tea\n',
    to: '**Hot**\n\n> > Tea\n',
  },
]

test.each(cases)('$what ($host)', async ({ host, from, to }) => {
  const render = await renderer()
  const { text } = await render(host, from)
  expect(text).toBe(to)
  expect((await render(host, text)).text).toBe(text)
})

test('what only its author can mend is told with its place', async () => {
  const render = await renderer()
  const source = '# Tea :tea:\n\n<b>\n## Hot\n</b>\n'
  const { text, notes } = await render('crates', source)
  expect(text).toBe('# Tea 🍵\n\n<b>\n## Hot\n</b>\n')
  expect(notes.map(({ at, message }) => [source.slice(at.start, at.start + 6), message])).toEqual([
    ['## Hot', 'This Markdown is shown as it is typed: inside `<b>` write HTML, or use a `<div>` with a blank line'],
  ])
})
