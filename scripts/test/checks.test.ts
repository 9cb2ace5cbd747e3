import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { type Check, type Outcome, outcome, runStages, tally } from '../checks/check.ts'
import { faultsOfPackage } from '../checks/packed.ts'
import { countTests, type VitestReport } from '../checks/vitest.ts'

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
    testResults: [{}, {}],
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

describe('a package as it is packed', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'frontdoor-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const files = { 'README.md': '# Demo', LICENSE: 'MIT', 'dist/cli.js': '#!/usr/bin/env node\n' }

  it('is good when its command, README and licence are in it', async () => {
    expect(await faults(files)).toEqual([])
  })

  it('is refused with what is missing', async () => {
    expect(await faults({ 'other.txt': '' })).toEqual([
      'The package has no README.md',
      'The package has no LICENSE',
      expect.stringMatching(/cli\.js.* does not exist/),
    ])
  })

  it('is refused with dependencies', async () => {
    const found = await faults(files, { dependencies: { unified: '^11.0.0' } })
    expect(found).toEqual(['One file is all of it, but it has dependencies: unified'])
  })

  async function faults(contents: Readonly<Record<string, string>>, more: object = {}) {
    const manifest = { name: 'demo', version: '1.0.0', license: 'MIT', type: 'module', bin: { demo: './dist/cli.js' } }
    for (const [name, text] of Object.entries({
      ...contents,
      'package.json': JSON.stringify({ ...manifest, ...more }),
    })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const command = join(folder, 'dist/cli.js')
    return faultsOfPackage({ name: 'demo', version: '1.0.0', summary: '', private: false, folder, command })
  }
})
