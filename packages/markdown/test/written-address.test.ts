import { expect, test } from 'vitest'
import { MarkdownDocument } from '../src/document.ts'
import { parse } from '../src/parse.ts'
import { writtenAddress } from '../src/written-address.ts'

const url = "https://b.example/x_(y)?a=1&b='2"

test.each([
  ['[a](https://a.example)', 'https://b.example/x_%28y%29?a=1&b=%272'],
  ['<https://a.example>', 'https://b.example/x_%28y%29?a=1&b=%272'],
  ['<a href="https://a.example">x</a>', 'https://b.example/x_%28y%29?a=1&amp;b=%272'],
  ['<a href="https://a.example?a&amp;b">x</a>', 'https://b.example/x_%28y%29?a=1&amp;b=%272'],
  ['<a href="https://a.example?a&b">x</a>', 'https://b.example/x_%28y%29?a=1&b=%272'],
])('in the place of the address in %s stands %s', (source, written) => {
  const document = new MarkdownDocument(source, parse)
  const [link] = document.links
  expect(link && writtenAddress(document, link, url)).toBe(written)
})
