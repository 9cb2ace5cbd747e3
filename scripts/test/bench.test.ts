import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layOutPackages } from '../../bench/corpus.ts'
import { measureInTurn, type Timed, timeInTurn } from '../../bench/measure.ts'
import { goalTable, ratioTable } from '../../bench/table.ts'
import { root } from '../workspace.ts'

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

it('what a program of Node has used is told by itself', () => {
  const [busy, large] = measureInTurn(
    [
      node('busy', 'const end = process.cpuUsage().user + 300e3; while (process.cpuUsage().user < end);'),
      node('large', 'globalThis.kept = Buffer.alloc(200 * 2 ** 20, 1)'),
    ],
    1,
  ).flat()
  expect(busy?.cpu).toBeGreaterThan(300)
  expect(large?.memory).toBeGreaterThan(200)
})

it('READMEs of other people are laid out as packages, no two with the same text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-packages-'))
  try {
    const characters = layOutPackages(folder, join(root, 'node_modules', '.pnpm'), 400)
    const names = readdirSync(join(folder, 'packages'))
    const texts = names.map((name) => readFileSync(join(folder, 'packages', name, 'README.md'), 'utf8'))
    expect(new Set(texts).size).toBe(400)
    expect(characters).toBe(texts.join('').length)
    expect(JSON.parse(readFileSync(join(folder, 'packages', '0399', 'package.json'), 'utf8'))).toHaveProperty('name')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('a goal is reached up to its figure', () => {
  const goals = [
    { what: 'half', measured: 0.5, goal: 0.5 },
    { what: 'memory', measured: 351, goal: 350 },
  ]
  expect(goalTable(goals).split('\n').slice(2)).toEqual(['| half | 0.500 | 0.5 | yes |', '| memory | 351 | 350 | no |'])
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
