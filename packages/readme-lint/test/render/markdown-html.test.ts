import { expect, test } from 'vitest'
import { renderer } from '../support/render-markdown.ts'

const cases: readonly { what: string; host: string; from: string; to: string }[] = [
  {
    what: 'an image that is not there leaves its alt text',
    host: 'npm',
    from: '![The *logo*](docs/gone.png)\n',
    to: 'The logo\n',
  },
  {
    what: 'a picture is the image for light pages',
    host: 'pypi',
    from: '<p align="center">\n  <picture>\n    <source media="(prefers-color-scheme: light)" srcset="https://example.com/light.png">\n    <source media="(prefers-color-scheme: dark)" srcset="https://example.com/dark.png">\n    <img alt="Logo" src="https://example.com/dark.png">\n  </picture>\n</p>\n',
    to: '<p align="center">\n  <img alt="Logo" src="https://example.com/light.png">\n</p>\n',
  },
  {
    what: 'a picture that may be shown gets the light image',
    host: 'npm',
    from: '<picture>\n  <source media="(prefers-color-scheme: light)" srcset="https://example.com/light.png">\n  <source media="(prefers-color-scheme: dark)" srcset="https://example.com/dark.png">\n  <img alt="Logo" src="https://example.com/dark.png">\n</picture>\n',
    to: '<picture>\n  <source media="(prefers-color-scheme: light)" srcset="https://example.com/light.png">\n  <source media="(prefers-color-scheme: dark)" srcset="https://example.com/dark.png">\n  <img alt="Logo" src="https://example.com/light.png">\n</picture>\n',
  },
  {
    what: 'centred text is a div',
    host: 'pypi',
    from: '<center>\n\n# Tea\n\n</center>\n',
    to: '<div align="center">\n\n# Tea\n\n</div>\n',
  },
  {
    what: 'aligned text is a paragraph where a div is dropped',
    host: 'packagist',
    from: '<div align="center">\n  <img alt="Logo" src="https://example.com/logo.png">\n</div>\n',
    to: '<p align="center">\n  <img alt="Logo" src="https://example.com/logo.png">\n</p>\n',
  },
  {
    what: 'paragraphs and headings get the alignment of a div that is dropped',
    host: 'packagist',
    from: '<div align="center">\n  <h1>Tea</h1>\n  <p align="left">Hot</p>\n  <p>Cold</p>\n</div>\n',
    to: '<div align="center">\n  <h1 align="center">Tea</h1>\n  <p align="left">Hot</p>\n  <p align="center">Cold</p>\n</div>\n',
  },
  {
    what: 'Markdown has no words for the alignment of a div that is dropped',
    host: 'packagist',
    from: '<div align="center">\n\n# Tea\n\n</div>\n',
    to: '# Tea\n',
  },
  {
    what: 'a style becomes an attribute',
    host: 'pypi',
    from: '<img src="https://example.com/a.png" alt="A" style="width: 40px; margin: 2px">\n',
    to: '<img src="https://example.com/a.png" alt="A" width="40">\n',
  },
  {
    what: 'dropped attributes go',
    host: 'pypi',
    from: '<a\n  target="_blank"\n  href="https://example.com"\n  rel="noopener">Tea</a>\n',
    to: '<a\n  href="https://example.com">Tea</a>\n',
  },
  {
    what: 'dropped tags among text become Markdown',
    host: 'pypi',
    from: '<small>* hot</small> and <mark>cold</mark>, <ins>new</ins>, <s>old</s>.\n',
    to: '\\* hot and **cold**, new, ~~old~~.\n',
  },
  {
    what: 'a dropped key is code',
    host: 'pkg-go-dev',
    from: 'Press <kbd>Enter</kbd>.\n',
    to: 'Press `Enter`.\n',
  },
  {
    what: 'dropped tags go out of a block',
    host: 'pypi',
    from: '<div>\n  <small>\n    Tea\n  </small>\n</div>\n',
    to: '<div>\n    Tea\n</div>\n',
  },
  {
    what: 'a video becomes a link',
    host: 'pypi',
    from: '<div>\n  <video src="https://example.com/a.mp4" controls></video>\n</div>\n',
    to: '<div>\n  <a href="https://example.com/a.mp4">Watch the video</a>\n</div>\n',
  },
  {
    what: 'an image from the forge is shown from its bytes',
    host: 'nuget',
    from: '![A](https://github.com/octo-org/larder/blob/main/docs/logo.png)\n',
    to: '![A](https://raw.githubusercontent.com/octo-org/larder/main/docs/logo.png)\n',
  },
  {
    what: 'an image from another server leaves its alt text',
    host: 'nuget',
    from: '[![Tea](https://example.com/a.png)](https://example.com) ![](https://example.com/b.png)x\n',
    to: '[Tea](https://example.com) x\n',
  },
  {
    what: 'an image in a link without any text leaves the title of the link',
    host: 'nuget',
    from: '<a href="https://example.com" title="Sponsor"><img src="https://example.com/a.png"></a>\n',
    to: '[Sponsor](https://example.com "Sponsor")\n',
  },
  {
    what: 'an image without https gets it',
    host: 'vscode-marketplace',
    from: '![A](http://example.com/a.png)\n',
    to: '![A](https://example.com/a.png)\n',
  },
  {
    what: 'an SVG that is refused leaves its alt text',
    host: 'vscode-marketplace',
    from: '![A](https://example.com/a.svg) ![B](https://img.shields.io/b.svg)\n',
    to: 'A ![B](https://img.shields.io/b.svg)\n',
  },
  {
    what: 'a drawing is left out',
    host: 'vscode-marketplace',
    from: 'A <svg><path d="M0"/></svg> B\n',
    to: 'A  B\n',
  },
  {
    what: 'HTML becomes Markdown where it is text',
    host: 'nuget',
    from: '<h1 align="center">Tea</h1>\n\n<p align="center">\n  <a href="https://example.com">\n    <img src="https://img.shields.io/a.svg" alt="A">\n  </a>\n  <a href="docs/guide.md">Guide</a><br>\n  <em>Hot</em>\n</p>\n',
    to: '# Tea\n\n[![A](https://img.shields.io/a.svg)](https://example.com) [Guide](https://github.com/octo-org/larder/blob/v1.2.0/docs/guide.md)\\\n_Hot_\n',
  },
  {
    what: 'a collapsed section is open where it cannot be collapsed',
    host: 'docs-rs',
    from: '<details>\n<summary>More</summary>\n\nAll of it.\n\n</details>\n',
    to: '**More**\n\nAll of it.\n',
  },
  {
    what: 'a table of HTML becomes one',
    host: 'nuget',
    from: '<table>\n  <caption>Teas</caption>\n  <tr><th>Tea</th><th>Minutes</th></tr>\n  <tr><td>Black</td><td>4</td></tr>\n</table>\n',
    to: 'Teas\n\n| Tea   | Minutes |\n| ----- | ------- |\n| Black | 4       |\n',
  },
  {
    what: 'tags among text become Markdown',
    host: 'nuget',
    from: 'A <b>strong</b> <a href="https://example.com">tea</a>,<br>\nand <img src="https://img.shields.io/a.svg" alt="a"> <sub>low</sub>.\n',
    to: 'A **strong** [tea](https://example.com),\\\nand ![a](https://img.shields.io/a.svg) low.\n',
  },
  {
    what: 'HTML in a quote keeps its prefix',
    host: 'nuget',
    from: '> <p>\n> Hot <b>tea</b>\n> </p>\n',
    to: '> Hot **tea**\n',
  },
  {
    what: 'what is never closed ends where a browser ends it',
    host: 'npm',
    from: '# Tea\n\n<details>\n<summary>More</summary>\n\nHot.\n\n<!-- TODO\n',
    to: '# Tea\n\n<details>\n<summary>More</summary>\n\nHot.\n\n<!-- TODO -->\n\n\n</details>\n',
  },
  {
    what: 'what is never closed in a quote ends with the quote',
    host: 'npm',
    from: '> Hot.\n>\n> <details>\n> <summary>More</summary>\n> Tea\n\nCold.\n',
    to: '> Hot.\n>\n> <details>\n> <summary>More</summary>\n> Tea\n> </details>\n\nCold.\n',
  },
  {
    what: 'what is never closed in an item of a list ends with the item',
    host: 'npm',
    from: '- Hot\n\n  <details>\n  <summary>More</summary>\n  Tea\n\nCold.\n',
    to: '- Hot\n\n  <details>\n  <summary>More</summary>\n  Tea\n  </details>\n\nCold.\n',
  },
  { what: 'what closes nothing goes', host: 'npm', from: 'Hot.\n\n</details>\n', to: 'Hot.\n' },
]

test.each(cases)('$what ($host)', async ({ host, from, to }) => {
  const render = await renderer()
  const { text } = await render(host, from)
  expect(text).toBe(to)
  expect((await render(host, text)).text).toBe(text)
})
