import { MarkdownDocument } from '@frontdoor/markdown/document'
import { parse } from '@frontdoor/markdown/parse'
import { expect, test } from 'vitest'
import { badgeImages } from '../src/badge-images.ts'

function read(source: string) {
  return badgeImages(new MarkdownDocument(source, parse)).map(({ url, link, whole, alt }) => ({
    url: url.href,
    link: link?.url,
    whole: source.slice(whole.start, whole.end),
    alt,
  }))
}

const a = 'https://example.com/a.svg'

test.each([
  ['an image', `![A](${a})`, { url: a, link: undefined, whole: `![A](${a})`, alt: 'A' }],
  ['a linked image', `[![A](${a})](x)`, { url: a, link: 'x', whole: `[![A](${a})](x)`, alt: 'A' }],
  ['an image beside a link', `[x](x) ![A](${a})`, { url: a, link: undefined, whole: `![A](${a})`, alt: 'A' }],
  ['a reference', `[![A][a]][l]\n\n[a]: ${a}\n[l]: x`, { url: a, link: 'x', whole: '[![A][a]][l]', alt: 'A' }],
  [
    'HTML',
    `<a href="x"><img src="${a}" alt="A"></a>`,
    { url: a, link: 'x', whole: `<a href="x"><img src="${a}" alt="A"></a>`, alt: 'A' },
  ],
  [
    'an image in HTML without a text',
    `<img src="${a}">`,
    { url: a, link: undefined, whole: `<img src="${a}">`, alt: '' },
  ],
  [
    'an address without a scheme',
    '![A](//example.com/a.svg)',
    { url: a, link: undefined, whole: '![A](//example.com/a.svg)', alt: 'A' },
  ],
])('%s is found', (_, source, image) => {
  expect(read(source)).toEqual([image])
})

test('each image of a link with two has the link', () => {
  expect(read(`[![A](${a}) ![B](${a})](x)`).map(({ link, alt }) => [link, alt])).toEqual([
    ['x', 'A'],
    ['x', 'B'],
  ])
})

test.each([
  ['a relative one', '![A](a.svg)'],
  ['one in code', `\`![A](${a})\``],
  ['one that is data', '![A](data:image/svg+xml,x)'],
  ['one whose address is no badge’s', `![A](https://example.com/${'x'.repeat(2000)})`],
])('%s is not looked at', (_, source) => {
  expect(read(source)).toEqual([])
})
