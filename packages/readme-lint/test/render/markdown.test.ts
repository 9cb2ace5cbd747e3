import { expect, test } from 'vitest'
import { renderer } from '../support/render-markdown.ts'

const cases: readonly { what: string; host: string; from: string; to: string }[] = [
  {
    what: 'a relative link leads to the tag',
    host: 'pypi',
    from: '[guide](docs/guide.md#guide) and [more](docs/guide.md#gone)\n',
    to: '[guide](https://github.com/octo-org/larder/blob/v1.2.0/docs/guide.md#guide) and [more](https://github.com/octo-org/larder/blob/v1.2.0/docs/guide.md)\n',
  },
  {
    what: 'a number of an issue in a link is kept from vsce',
    host: 'vscode-marketplace',
    from: '[the talk in #12](https://example.com/12), as #12 says\n',
    to: '[the talk in \\#12](https://example.com/12), as #12 says\n',
  },
  {
    what: 'a relative folder leads to its page',
    host: 'pypi',
    from: '[docs](docs)\n',
    to: '[docs](https://github.com/octo-org/larder/tree/v1.2.0/docs)\n',
  },
  {
    what: 'a relative image is shown from its bytes',
    host: 'npm',
    from: '![Logo](docs/logo.png)\n',
    to: '![Logo](https://raw.githubusercontent.com/octo-org/larder/v1.2.0/docs/logo.png)\n',
  },
  {
    what: 'an address in HTML is made absolute',
    host: 'crates',
    from: '<p>\n  <a href="docs/guide.md"><img src="docs/logo.png" alt="Logo"></a>\n</p>\n',
    to: '<p>\n  <a href="https://github.com/octo-org/larder/blob/v1.2.0/docs/guide.md"><img src="https://raw.githubusercontent.com/octo-org/larder/v1.2.0/docs/logo.png" alt="Logo"></a>\n</p>\n',
  },
  {
    what: 'a candidate of srcset is made absolute',
    host: 'crates',
    from: '<picture><source media="(prefers-color-scheme: dark)" srcset="docs/logo.png 1x, docs/logo.png 2x"><img src="docs/logo.png" alt="Logo"></picture>\n',
    to: '<picture><source media="(prefers-color-scheme: dark)" srcset="https://raw.githubusercontent.com/octo-org/larder/v1.2.0/docs/logo.png 1x, https://raw.githubusercontent.com/octo-org/larder/v1.2.0/docs/logo.png 2x"><img src="https://raw.githubusercontent.com/octo-org/larder/v1.2.0/docs/logo.png" alt="Logo"></picture>\n',
  },
  {
    what: 'a definition is made absolute',
    host: 'pypi',
    from: '[guide][g]\n\n[g]: docs/guide.md "Guide"\n',
    to: '[guide][g]\n\n[g]: https://github.com/octo-org/larder/blob/v1.2.0/docs/guide.md "Guide"\n',
  },
  {
    what: 'a link to the top leads to the first heading where it misses the top',
    host: 'pypi',
    from: '# Tea\n\n[up](#top)\n',
    to: '# Tea\n\n[up](#tea)\n',
  },
  {
    what: 'a link in HTML gets the whole anchor where it gets no prefix',
    host: 'pkg-go-dev',
    from: '# Hot tea\n\n[x](#hot-tea), <a href="#hot-tea">y</a>\n',
    to: '# Hot tea\n\n[x](#hot-tea), <a href="#readme-hot-tea">y</a>\n',
  },
  {
    what: 'on a forge a relative link stays',
    host: 'github',
    from: '[guide](docs/guide.md)\n',
    to: '[guide](docs/guide.md)\n',
  },
  {
    what: 'a link that leads nowhere keeps its text',
    host: 'pypi',
    from: 'See [the **guide**](docs/gone.md) and [more][m].\n\n[m]: gone.md\n',
    to: 'See the **guide** and more.\n\n\n',
  },
  {
    what: 'a dead anchor keeps its text',
    host: 'npm',
    from: 'See [below](#nothing).\n',
    to: 'See below.\n',
  },
  {
    what: 'a link around an image that is not there goes with it',
    host: 'npm',
    from: 'A [![](docs/gone.png)](https://example.com) B\n',
    to: 'A  B\n',
  },
  {
    what: 'an alert is a quote',
    host: 'npm',
    from: '> [!NOTE]\n> Cold.\n\n> [!CAUTION]\n> Hot.\n',
    to: '> **Note:**\n> Cold.\n\n> **Caution:**\n> Hot.\n',
  },
  {
    what: 'an alert gets the blank that it wants',
    host: 'pypi',
    from: '>[!NOTE]\n> Hot\n\n> [!TIP]\n> Tea',
    to: '> [!NOTE]\n> Hot\n\n> [!TIP]\n> Tea',
  },
  {
    what: 'an alert stays where it is one',
    host: 'pypi',
    from: '> [!NOTE]\n> Cold.\n',
    to: '> [!NOTE]\n> Cold.\n',
  },
  {
    what: 'an emoji is written as itself',
    host: 'crates',
    from: 'Go :rocket: `:rocket:`.\n',
    to: 'Go 🚀 `:rocket:`.\n',
  },
  {
    what: 'an emoji in a heading takes the links to it along',
    host: 'jsr',
    from: '[start](#rocket-start)\n\n## :rocket: Start\n',
    to: '[start](#-start)\n\n## 🚀 Start\n',
  },
  {
    what: 'a task list has signs for its boxes',
    host: 'jsr',
    from: '- [x] done\n- [ ] planned\n',
    to: '- ✅ done\n- ⬜ planned\n',
  },
  {
    what: 'a diagram becomes a link',
    host: 'pypi',
    from: '# Tea\n\n## Flow\n\n```mermaid\nflowchart LR\n```\n',
    to: '# Tea\n\n## Flow\n\n[See the diagram on GitHub](https://github.com/octo-org/larder/blob/v1.2.0/README.md#flow)\n',
  },
  {
    what: 'a formula becomes code',
    host: 'pypi',
    from: 'It is $O(n^2)$, $`a`$, or $$x_1 = 2$$; it costs $5.\n\n```math\nx^2\n```\n',
    to: 'It is `O(n^2)`, `a`, or `x_1 = 2`; it costs $5.\n\n```latex\nx^2\n```\n',
  },
  {
    what: 'formulas of headings and cells become code, and dollars of addresses stay',
    host: 'pypi',
    from: '# The $x^2$ norm\n\n| [a](https://example.com/$a_b$) | $y_1$ |\n| - | - |\n| `$b_c$` | $x_1$ <b title="$c_d$">b</b> |\n',
    to: '# The `x^2` norm\n\n| [a](https://example.com/$a_b$) | `y_1` |\n| - | - |\n| `$b_c$` | `x_1` <b>b</b> |\n',
  },
  {
    what: 'a footnote becomes a number',
    host: 'pkg-go-dev',
    from: 'Tea[^a] cools[^b].\n\n[^a]: Green.\n\n    And black.\n[^b]: In an hour.\n',
    to: 'Tea\\[1] cools\\[2].\n\n\\[1] Green.\n\nAnd black.\n\n\\[2] In an hour.\n',
  },
  {
    what: 'of two images for modes the light one stays',
    host: 'pypi',
    from: '![Logo](https://example.com/a.png#gh-dark-mode-only)\n![Logo](https://example.com/b.png#gh-light-mode-only)\n',
    to: '![Logo](https://example.com/b.png)\n',
  },
  {
    what: 'two images for modes become a picture',
    host: 'crates',
    from: '![Logo](https://example.com/a.png#gh-dark-mode-only)\n![Logo](https://example.com/b.png#gh-light-mode-only)\n',
    to: '<picture><source media="(prefers-color-scheme: dark)" srcset="https://example.com/a.png"><img alt="Logo" src="https://example.com/b.png"></picture>\n',
  },
  {
    what: 'alt text has the signs that are kept',
    host: 'pkg-go-dev',
    from: '![License: MIT](https://example.com/a.svg) ![C++ & more](https://example.com/b.svg)\n',
    to: '![License MIT](https://example.com/a.svg) ![C plus plus and more](https://example.com/b.svg)\n',
  },
  {
    what: 'alt text with references and escapes has the signs that are kept, too',
    host: 'pkg-go-dev',
    from: '![a\\_b\\&c](https://example.com/a.svg) <img src="https://example.com/b.svg" alt="C &amp; Co"> <img src="https://example.com/c.svg" alt=C++> <img src="https://example.com/d.svg" alt=\'Don’t &amp; do\'>\n',
    to: '![a\\_b and c](https://example.com/a.svg) <img src="https://example.com/b.svg" alt="C and Co"> <img src="https://example.com/c.svg" alt="C plus plus"> <img src="https://example.com/d.svg" alt=\'Dont and do\'>\n',
  },
  {
    what: 'a link within the page finds the heading',
    host: 'pkg-go-dev',
    from: "[new](#whats-new)\n\n## What's new\n",
    to: "[new](#what-s-new)\n\n## What's new\n",
  },
  {
    what: 'a link within the page has the prefix',
    host: 'crates',
    from: '[tea](#tea)\n\n## Tea\n',
    to: '[tea](#user-content-tea)\n\n## Tea\n',
  },
  {
    what: 'an anchor in HTML becomes that of its heading',
    host: 'pypi',
    from: '<a id="start"></a>\n\n## Tea\n\n[up](#start)\n',
    to: '<a id="start"></a>\n\n## Tea\n\n[up](#tea)\n',
  },
  {
    what: 'without anchors a link leads to the forge',
    host: 'docs-rs',
    from: '[tea](#tea)\n\n## Tea\n',
    to: '[tea](https://github.com/octo-org/larder/blob/v1.2.0/README.md#tea)\n\n## Tea\n',
  },
  {
    what: 'what is for this host stays without its markers',
    host: 'pypi',
    from: 'A\n\n<!-- only: pypi npm -->\nB\n<!-- /only -->\n\n<!-- only: github -->\n\nC\n\n<!-- /only -->\n\nD\n',
    to: 'A\n\nB\n\nD\n',
  },
  {
    what: 'what is for a site goes',
    host: 'pypi',
    from: 'A <!-- only-mkdocs -->B<!-- /only-mkdocs -->C\n\n<!-- only-pypi -->\nD\n<!-- /only-pypi -->\n',
    to: 'A C\n\nD\n',
  },
  {
    what: 'a region in a block of HTML goes with its lines',
    host: 'pypi',
    from: '<p align="center">\n  <!-- only: github -->\n  <b>A</b>\n  <!-- /only -->\n  B\n</p>\n',
    to: '<p align="center">\n  B\n</p>\n',
  },
  {
    what: 'Windows line endings stay',
    host: 'nuget',
    from: '# Tea\r\n\r\n<p>\r\n<b>Hot</b>\r\n</p>\r\n\r\nSee [guide](docs/guide.md).  \r\nBye\r\n',
    to: '# Tea\r\n\r\n**Hot**\r\n\r\nSee [guide](https://github.com/octo-org/larder/blob/v1.2.0/docs/guide.md).  \r\nBye\r\n',
  },
]

test.each(cases)('$what ($host)', async ({ host, from, to }) => {
  const render = await renderer()
  const { text } = await render(host, from)
  expect(text).toBe(to)
  expect((await render(host, text)).text).toBe(text)
})

test.each([
  ['https://gitlab.com/octo-org/larder', '-/blob/v1.2.0/docs/guide.md', '-/raw/v1.2.0/docs/logo.png'],
  ['https://codeberg.org/octo-org/larder', 'src/v1.2.0/docs/guide.md', 'raw/v1.2.0/docs/logo.png'],
  ['https://bitbucket.org/octo-org/larder', 'src/v1.2.0/docs/guide.md', 'raw/v1.2.0/docs/logo.png'],
])('addresses are those of the forge: %s', async (remote, page, raw) => {
  const render = await renderer({}, { git: { remote } })
  const { text } = await render('pypi', '[guide](docs/guide.md) ![Logo](docs/logo.png)\n')
  expect(text).toBe(`[guide](${remote}/${page}) ![Logo](${remote}/${raw})\n`)
})

test('without a repository a relative link keeps its text, and that is told', async () => {
  const render = await renderer({}, {})
  const { text, notes } = await render('pypi', 'See [the guide](docs/guide.md).\n')
  expect(text).toBe('See the guide.\n')
  expect(notes.map(({ message }) => message)).toEqual([
    'docs/guide.md is not linked on PyPI, since no repository is known that has it',
  ])
})

test('a place is told as it is in the README as it is written', async () => {
  const render = await renderer()
  const source = '<!-- only: npm -->\n\nA\n\n<!-- /only -->\n\n:tea: B [x](gone.md)\n'
  const { text, notes } = await render('crates', source)
  expect(text).toBe('🍵 B x\n')
  expect(notes.map(({ at }) => source.slice(at.start, at.start + 7))).toEqual(['gone.md'])
})
