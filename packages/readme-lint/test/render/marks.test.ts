import { expect, test } from 'vitest'
import type { Mark } from '../../src/render/html.ts'
import { placed, renderFor } from './support.ts'

/** Marks the places that are written between `«name` and `»`; blanks around them stay. */
function marked(text: string): { readme: string; marks: Mark[] } {
  const marks: Mark[] = []
  const open: { start: number; name: string }[] = []
  let readme = ''
  for (const [, name, end, other] of text.matchAll(/«(\w+) |(»)|([^«»]+)/g)) {
    if (name !== undefined) open.push({ start: readme.length, name })
    else if (end !== undefined) {
      const { start, name: ended } = open.pop() as { start: number; name: string }
      marks.push({ at: { start, end: readme.length }, name: ended })
    } else readme += other
  }
  return { readme, marks }
}

async function render(host: string, text: string): Promise<string> {
  const { readme, marks } = marked(text)
  return renderFor(host, await placed(readme), marks)
}

test.each([
  ['an element', 'github', '<p>Press «a <kbd>Enter</kbd>» now</p>', '<p>Press <kbd data-marks="a">Enter</kbd> now</p>'],
  ['a part of its tag', 'github', '<p><img «a src="b.example/c.png"»></p>', / data-marks="a"><\/p>$/],
  ['a word of a paragraph', 'github', 'Hot «a tea» now', '<p data-marks="a">Hot tea now</p>'],
  [
    'a link in Markdown',
    'github',
    'See [x](«a https://a.example»)',
    '<p>See <a href="https://a.example" data-marks="a">x</a></p>',
  ],
  ['two at one place', 'github', '«a «b *tea*»»', '<p><em data-marks="b a">tea</em></p>'],
  ['several paragraphs', 'github', '«a Hot\n\ntea»', /^<p data-marks="a">/],
  ['a whole README', 'github', '«a \n\n# Tea\n\nHot»', /^<h1 [^>]*data-marks="a"/],
  ['an alert', 'pypi', '> «a [!NOTE]»\n> Hot', /^<aside class="admonition note" data-marks="a">|<p data-marks="a">Hot/],
  ['an anchor', 'crates', '# Tea\n\n[x](«a #tea»)', /<a href="#tea" data-marks="a">/],
  ['a table cell', 'github', '| a |\n| - |\n| «a b» |', '<td data-marks="a">b</td>'],
  [
    'what a host drops',
    'pkg-go-dev',
    'Press «a <kbd>»Enter</kbd>',
    '<p>Press <span data-marks="a" data-dropped="kbd"></span>Enter</p>',
  ],
  [
    'what it drops with all that is in it',
    'pkg-go-dev',
    '<p>a<svg>«a <g></g>»</svg>b</p>',
    '<p>a<span data-marks="a" data-dropped="g"></span>b</p>',
  ],
  [
    'what stands in a dropped block',
    'docs-rs',
    'Tea\n\n<p>«a <img>»</p>',
    '<span data-marks="a" data-dropped="img"></span>',
  ],
  [
    'a source of a picture',
    'pypi',
    '<picture>«a <source srcset="b">»<img src="c"></picture>',
    '<picture><span data-marks="a" data-dropped="source"></span><img',
  ],
  ['what is shown as text', 'nuget', 'Hot «a <b>tea</b>»', '<p data-marks="a">Hot &lt;b>tea&lt;/b></p>'],
  ['behind a comment that is taken out first', 'nuget', '<!-- x -->Hot\n\n«a tea»', '<p data-marks="a">tea</p>'],
  ['in a quote', 'github', '> <p>\n> «a <kbd>»x</kbd></p>', '<kbd data-marks="a">'],
  ['behind a byte order mark', 'github', '\uFEFFHot «a *tea*»', '<em data-marks="a">tea</em>'],
  [
    'what stands in a heading that is removed',
    'packagist',
    '# <img «a src="b"»>\n\nHot',
    '<span data-marks="a" data-dropped="img"></span>',
  ],
  [
    'a heading that is removed',
    'packagist',
    '# «a Tea»\n\nHot',
    /<span data-marks="a" data-dropped="h1"><\/span>\s*<p>Hot/,
  ],
])('%s on %s', async (_, host, text, html) => {
  const rendered = await render(host, text)
  if (typeof html === 'string') expect(rendered).toContain(html)
  else expect(rendered).toMatch(html)
})

test('without marks there is no trace of them', async () => {
  const readme = await placed('Press <kbd>Enter</kbd> and <data-o>*tea*</data-o>')
  for (const host of ['github', 'docs-rs', 'nuget', 'pkg-go-dev']) {
    expect(await renderFor(host, readme)).not.toMatch(/<[^>]*data-/)
  }
})

test('a mark that nobody sees is not lost', async () => {
  const readme = await placed('<!-- nothing -->')
  expect(await renderFor('github', readme, [{ at: { start: 0, end: 4 }, name: 'a' }])).toBe(
    '<span data-marks="a"></span>',
  )
})
