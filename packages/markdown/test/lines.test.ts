import { describe, expect, test } from 'vitest'
import { columnAt, columns, isBlank, lineEnd, lineEnds, lineStart } from '../src/lines.ts'

const source = '\uFEFFab\r\ncd\re\n'

test.each([
  [0, 1, 3],
  [3, 1, 3],
  [5, 5, 7],
  [6, 5, 7],
  [8, 8, 9],
  [10, 10, 10],
])('the line of offset %d is from %d to %d', (offset, start, end) => {
  expect([lineStart(source, offset), lineEnd(source, offset)]).toEqual([start, end])
})

describe('columns', () => {
  test.each([
    ['', 0],
    ['ab', 2],
    ['\t', 4],
    ['ab\t', 4],
    ['abcd\t', 8],
    ['> \t- ', 6],
  ])('of %j are %d', (text, expected) => {
    expect(columns(text)).toBe(expected)
  })

  test('start at the start of the line', () => {
    expect(columnAt('a\n\tb', 3)).toBe(4)
  })
})

test('line endings of every kind are counted', () => {
  expect([lineEnds(source), lineEnds('a')]).toEqual([3, 0])
})

test.each([
  ['', true],
  ['> \t>', true],
  ['> a', false],
  ['\n', false],
])('%j is blank: %j', (text, expected) => {
  expect(isBlank(text)).toBe(expected)
})
