import { expect, test } from 'vitest'
import type { Limit } from '../src/host.ts'
import { excessOf } from '../src/shown/limit.ts'

const limit = (size: number, unit: Limit['unit']): Limit => ({
  does: 'cut',
  size,
  unit,
  source: 'x',
  date: '2026-01-01',
  certainty: 'source',
})

test.each([
  ['abcdef', limit(6, 'characters'), undefined],
  ['abcdef', limit(4, 'characters'), { length: 6, offset: 4 }],
  ['ééé', limit(6, 'bytes'), undefined],
  ['ééé', limit(5, 'bytes'), { length: 6, offset: 2 }],
  ['a😀b', limit(4, 'bytes'), { length: 6, offset: 1 }],
])('%j has its limit where the host counts it', (source, given, excess) => {
  expect(excessOf(source, given)).toEqual(excess)
})
