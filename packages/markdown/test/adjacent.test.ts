import { expect, test } from 'vitest'
import { joinAdjacent } from '../src/adjacent.ts'

test.each([
  ['aa bb', ['aa bb']],
  ['aa\tbb', ['aa\tbb']],
  ['aa \r\n bb', ['aa \r\n bb']],
  ['aa\n\nbb', ['aa', 'bb']],
  ['aa, bb', ['aa', 'bb']],
  ['', []],
])('in %j, only blanks and one line ending make a row', (source, rows) => {
  const ranges = [...source.matchAll(/\w+/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
  expect(joinAdjacent(source, ranges).map(({ start, end }) => source.slice(start, end))).toEqual(rows)
})
