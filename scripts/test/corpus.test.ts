import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changedOnlyThere, faultsOfFixes } from '../corpus/fixes.ts'
import { type LintedProject, lintProject, type SafeEdit } from '../corpus/project.ts'
import { summarize } from '../corpus/summary.ts'
import { mapTwoAtATime } from '../process.ts'
import { percentile } from '../statistics.ts'

/** A tool that finds each `teh` and mends it; what it does wrong is written in the README. */
const tool = `
const { readFileSync, writeFileSync } = require('node:fs')
const text = readFileSync('README.md', 'utf8')
if (text.includes('CRASH')) throw new Error('boom')
if (text.includes('BUG')) { console.error('tool: internal error: TypeError'); process.exit(2) }
if (text.includes('REFUSE')) { console.error('README.md:1:1 is too deep'); process.exit(2) }
if (text.includes('CHATTER')) { console.log('hello'); process.exit(0) }
const findings = [...text.matchAll(/teh/g)].map(({ index }) => ({
  rule: 'text/teh', fix: { safe: !text.includes('UNSAFE'), edits: [{ start: index, end: index + 3, text: 'the' }] },
}))
if (process.argv.includes('--fix')) {
  let fixed = text.replaceAll('teh', 'the')
  if (text.includes('GREEDY')) fixed = fixed.trimEnd()
  if (text.includes('GROWING')) fixed = fixed.replace('GROWING', 'teh GROWING')
  writeFileSync('README.md', fixed)
} else console.log(JSON.stringify({ version: 1, files: [{ path: 'README.md', findings }] }))
`

describe('a project of the corpus', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'frontdoor-'))
    writeFileSync(join(folder, 'tool.cjs'), tool)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  async function lint(readme: string): Promise<LintedProject> {
    mkdirSync(join(folder, 'project'), { recursive: true })
    writeFileSync(join(folder, 'project', 'README.md'), readme)
    return lintProject(join(folder, 'tool.cjs'), 'project', join(folder, 'project'))
  }

  it('is linted where it lies', async () => {
    const { files, refused, crashed } = await lint('teh cat and teh dog')
    expect(files[0]?.findings.map(({ rule }) => rule)).toEqual(['text/teh', 'text/teh'])
    expect([refused, crashed]).toEqual([undefined, undefined])
  })

  it('is not counted where its README is empty', async () => {
    expect(await lint('')).toMatchObject({ files: [], seconds: expect.any(Number) })
  })

  it('is refused with the words of the tool', async () => {
    expect(await lint('REFUSE')).toMatchObject({ refused: 'README.md:1:1 is too deep', files: [] })
  })

  it.each([
    ['throws', 'CRASH', /boom/],
    ['owns up to a bug', 'BUG', /internal error/],
    ['prints no report', 'CHATTER', /Not a JSON report: hello/],
  ])('is a crash where the tool %s', async (_, readme, message) => {
    expect((await lint(readme)).crashed).toMatch(message)
  })

  it.each([
    ['holds', 'teh 🚪 teh\r\n', []],
    ['holds after a byte order mark', '\uFEFFteh end\n', []],
    ['fails where more is changed', 'teh GREEDY\n\n', ['README.md: --fix changed more']],
    ['fails where a suggestion is applied', 'teh UNSAFE', ['README.md: --fix changed more']],
    ['fails where it is never done', 'teh GROWING', ['README.md: a second --fix changed it again']],
  ])('has a proof of fixes that %s, and keeps its README', async (_, readme, faults) => {
    const project = await lint(readme)
    expect(await faultsOfFixes(join(folder, 'tool.cjs'), project, join(folder, 'project'))).toEqual(faults)
    expect(readFileSync(join(folder, 'project', 'README.md'), 'utf8')).toBe(readme)
  })
})

describe('text outside the edits', () => {
  const at = (start: number, end: number): SafeEdit => ({ start, end, text: '?' })
  it.each<[string, string, readonly SafeEdit[], boolean]>([
    ['abc', 'abc', [], true],
    ['abc', 'abd', [], false],
    ['abc', 'aXXc', [at(1, 2)], true],
    ['abc', 'abc', [at(1, 2)], true],
    ['abc', 'Xbc', [at(1, 2)], false],
    ['abc', 'abX', [at(1, 2)], false],
    ['abc', 'ac!', [at(1, 2)], false],
    ['abcde', 'aXcYe', [at(3, 4), at(1, 2)], true],
    ['abcde', 'aXeYc', [at(1, 2), at(3, 4)], false],
    ['abcde', 'aXde', [at(1, 3), at(2, 3)], true],
    ['abc', 'new abc', [at(0, 0)], true],
    ['abc', 'abc new', [at(3, 3)], true],
    ['aba', 'a', [at(1, 2)], false],
  ])('from %j to %j with %j is kept: %j', (before, after, edits, kept) => {
    expect(changedOnlyThere(before, after, edits)).toBe(kept)
  })
})

describe('the summary', () => {
  it('counts by rule, and names what was refused or crashed', () => {
    const fix = { safe: true, edits: [] }
    const finding = (rule: string, more = {}) => ({ rule, ...more })
    const projects: LintedProject[] = [
      {
        name: 'a',
        seconds: 1,
        files: [{ path: 'R', findings: [finding('x/y', { fix }), finding('x/y'), finding('b/c')] }],
      },
      { name: 'b', seconds: 3, files: [{ path: 'R', findings: [finding('x/y')] }] },
      { name: 'c', seconds: 2, files: [], refused: 'no README\nreally' },
      { name: 'd', seconds: 2, files: [], crashed: 'boom' },
    ]
    expect(summarize(projects)).toMatchInlineSnapshot(`
      "4 projects, 2 files, 4 findings
      Findings a file: median 3, p90 3, most 3 (a)
      Seconds a project: median 2.00, p90 3.00, most 3.00

      | Rule | Findings | Projects | Safe fixes |
      | --- | ---: | ---: | ---: |
      | x/y | 3 | 2 | 1 |
      | b/c | 1 | 1 | 0 |

      Refused: 1
        c: no README

      Crashed: 1
        d: boom"
    `)
  })
})

it.each([
  [[5], 0.5, 5],
  [[3, 1, 2], 0.5, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 10],
  [[2, 1], 1, 2],
  [[], 0.5, Number.NaN],
])('the percentile of %j at %d is %d', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected)
})

it('never works at more than two items at once, and keeps their order', async () => {
  let [now, most] = [0, 0]
  const results = await mapTwoAtATime([30, 5, 20, 1], async (milliseconds) => {
    most = Math.max(most, ++now)
    await new Promise((done) => setTimeout(done, milliseconds))
    now--
    return milliseconds
  })
  expect(results).toEqual([30, 5, 20, 1])
  expect(most).toBe(2)
})
