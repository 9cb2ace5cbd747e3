import { expect, test } from 'vitest'
import { prefixAt } from '../../src/insert/containers.ts'
import { parse } from '../../src/parse.ts'

test('behind all blocks there is no container', () => {
  expect(prefixAt('> a\n\n', parse('> a\n\n'), 6)).toBe('')
})

test.each([
  ['of the document', 'a\n\n<b>\n', ''],
  ['of a quote', '> a\n>\n> <b>\n', '> '],
  ['of an item', '10. a\n\n    <b>\n', '    '],
  ['of the first block of an item', '- <b>\n', '  '],
  ['of a list in a quote', '> - a\n> - <b>\n', '>   '],
  ['of a footnote', '[^a]: x\n\n    <b>\n', '    '],
  ['right behind a quote', '> a\n\n<b>\n', ''],
  ['in HTML that looks like a quote', '<p>\n> <b>\n', ''],
])('the prefix of a line %s', (_, source, expected) => {
  expect(prefixAt(source, parse(source), source.indexOf('<b>'))).toBe(expected)
})
