import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { type Check, type Outcome, outcome, runStages, tally } from '../checks/check.ts'
import { type Group, groups, keyOf, recall, remember } from '../checks/groups.ts'
import { countTests, type VitestReport, withKnown } from '../checks/vitest.ts'
import { run } from '../process.ts'
import { root } from '../workspace.ts'

const good = outcome(false, '')
const bad = outcome(true, 'why')

describe('the last line', () => {
  it.each<[string, Outcome[]]>([
    ['0 passed, 0 failed', []],
    ['2 passed, 0 failed', [good, good]],
    ['1 passed, 1 failed', [good, bad]],
    ['8 passed, 2 failed, 3 skipped', [good, { ...good, passed: 7, failed: 2, skipped: 3 }]],
  ])('is `%s`', (line, outcomes) => {
    expect(tally(outcomes)).toBe(line)
  })
})

describe('stages', () => {
  const check = (name: string, result: Outcome): Check => ({ name, run: async () => result })

  it('run in order, and a stage with a failure is the last', async () => {
    const told: string[] = []
    const stages = [[check('a', good)], [check('b', bad), check('c', good)], [check('d', good)]]
    const outcomes = await runStages(stages, ({ name }, { failed }) => told.push(`${name} ${failed}`))
    expect(told).toEqual(['a 0', 'b 1', 'c 0'])
    expect(tally(outcomes)).toBe('2 passed, 1 failed')
  })

  it('count a check that throws as failed, and keep its message', async () => {
    const thrower: Check = { name: 'x', run: () => Promise.reject(new Error('no pnpm here')) }
    const [first] = await runStages([[thrower]], () => undefined)
    expect(first).toMatchObject({ passed: 0, failed: 1 })
    expect(first?.output).toContain('no pnpm here')
  })
})

describe('the tests of vitest', () => {
  const report: VitestReport = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { name: '/x/packages/kit/test/a.test.ts', assertionResults: [{ status: 'passed' }] },
      { name: '/x/scripts/test/b.test.ts', assertionResults: [] },
    ],
  }
  test.each<[string, VitestReport | undefined, number, Partial<Outcome>]>([
    ['are counted, with to-dos as skipped', report, 0, { passed: 5, failed: 0, skipped: 3, note: '2 files' }],
    ['are failed where they failed', { ...report, numFailedTests: 2 }, 1, { passed: 5, failed: 2 }],
    ['are one failure where a file or a threshold failed', report, 1, { passed: 5, failed: 1 }],
    ['are one failure where there is no report', undefined, 1, { passed: 0, failed: 1, skipped: 0 }],
  ])('%s', (_, given, code, expected) => {
    expect(countTests(given, code, 'text')).toMatchObject({ ...expected, output: 'text' })
  })
})

describe('tests whose inputs are unchanged', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'frontdoor-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const group: Group = { folder: 'a', inputs: ['a', 'b.txt'] }
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }

  it('have the same key, whatever else changes', async () => {
    await run('git', ['init', '--quiet'], folder)
    write('a/x.ts', '1')
    const key = await keyOf(group, folder)
    write('c.txt', 'new')
    expect(key).toMatch(/^[\da-f]{64}$/)
    expect(await keyOf(group, folder)).toBe(key)
    for (const [path, text] of [
      ['a/x.ts', '2'],
      ['a/x.ts', '1'],
      ['b.txt', ''],
      ['a/y.ts', ''],
    ] as const) {
      const before = await keyOf(group, folder)
      write(path, text)
      expect(await keyOf(group, folder)).not.toBe(before)
    }
  })

  it('have none outside of git', async () => {
    expect(await keyOf(group, folder)).toBeUndefined()
  })

  it('are remembered, and counted as such', () => {
    const file = join(folder, 'deep', 'tests.json')
    expect(recall(file)).toEqual({})
    remember(file, { a: { key: 'k', tests: 3 } })
    const known = Object.entries(recall(file))
    expect(withKnown({ ...good, note: '1 files' }, known)).toMatchObject({
      passed: 4,
      failed: 0,
      note: '1 files; unchanged since they passed, and not run again: a (3)',
    })
    expect(withKnown(good, [])).toBe(good)
  })

  it('each belong to one group, but for those of acceptance, which always run', async () => {
    const { output } = await run('git', ['ls-files', '-z', '--', '*.test.ts', ':!acceptance'], root)
    const homes = output
      .split('\0')
      .filter(Boolean)
      .map((path) => groups.filter((one) => path.startsWith(`${one.folder}/test/`)).length)
    expect(homes.length).toBeGreaterThan(100)
    expect(new Set(homes)).toEqual(new Set([1]))
  })
})
