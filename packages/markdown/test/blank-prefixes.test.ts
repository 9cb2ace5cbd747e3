import { expect, test } from 'vitest'
import { blankPrefixes } from '../src/blank-prefixes.ts'

test.each([
  ['', ''],
  ['a > b\t', 'a > b\t'],
  ['a\nb', 'a b'],
  ['a\r\n> b', 'a    b'],
  ['a\r>\t> b\n', 'a     b '],
  ['a\n\n  b', 'a    b'],
])('%j with blank prefixes is %j', (text, expected) => {
  expect(blankPrefixes(text)).toBe(expected)
})
