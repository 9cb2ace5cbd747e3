import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { type Timed, timeInTurn } from '../../bench/measure.ts'
import { ratioTable } from '../../bench/table.ts'

const node = (name: string, code: string): Timed => ({
  name,
  program: process.execPath,
  args: ['-e', code],
  cwd: tmpdir(),
})

describe('times', () => {
  it('have a row for each command and a column for each round', () => {
    const times = timeInTurn([node('good', '0'), node('findings', 'process.exit(1)')], 2)
    expect(times.map((row) => row.length)).toEqual([2, 2])
    expect(times.flat().every((milliseconds) => milliseconds > 0)).toBe(true)
  })

  it('are refused for a command that cannot do its job', () => {
    expect(() => timeInTurn([node('broken', 'console.error("boom"); process.exit(2)')], 1)).toThrow(
      'broken failed: boom',
    )
  })
})

it('ratios are taken pair by pair', () => {
  const table = ratioTable(
    ['a', 'b', 'c'],
    [
      [10, 20, 30],
      [20, 20, 90],
      [100, 100, 100],
    ],
  )
  expect(table).toBe(
    [
      '| Command | Median | / a | / c |',
      '| --- | ---: | ---: | ---: |',
      '| a | 20 ms | 1.00 | 0.20 |',
      '| b | 20 ms | 2.00 | 0.20 |',
      '| c | 100 ms | 5.00 | 1.00 |',
    ].join('\n'),
  )
})
