import { describe, expect, test } from 'vitest'
import type { FileReport, RuleFinding, Severity, Tool } from '../src/report.ts'
import { lastLine, placeFindings, summarize, summaryLine } from '../src/report.ts'
import { found } from './report/reporters/sample.ts'

const tool: Tool = { name: 'badge-sync', version: '1.0.0', rules: [] }
const safe = { safe: true, edits: [{ start: 0, end: 0, text: 'a' }] }

test('findings are counted by severity over all files, and safe fixes with them', () => {
  const first = report([
    { severity: 'error', fix: safe },
    { severity: 'warning', fix: { ...safe, safe: false } },
  ])
  const second = report([{ severity: 'error' }, { severity: 'info', fix: safe }])
  expect(summarize([first, second])).toEqual({ errors: 2, warnings: 1, infos: 1, fixable: 2 })
})

describe('the summary says', () => {
  test.each<[string, Partial<RuleFinding>[]]>([
    ['No problems in 1 file', []],
    ['1 problem (1 error)', [{ severity: 'error' }]],
    ['2 problems (2 infos)', [{ severity: 'info' }, { severity: 'info' }]],
    [
      '3 problems (1 error, 2 warnings), 2 can be fixed with --fix',
      [{ severity: 'error', fix: safe }, { severity: 'warning', fix: safe }, { severity: 'warning' }],
    ],
    ['1 problem (1 warning)', [{ fix: { ...safe, safe: false } }]],
  ])('%s', (expected, findings) => {
    expect(summaryLine([report(findings)], tool)).toBe(expected)
  })

  test('that there is more than errors where only those are shown', () => {
    const quiet = [
      { ...report([]), hidden: 1 },
      { ...report([]), hidden: 2 },
    ]
    expect(summaryLine(quiet, tool)).toBe('No errors in 2 files; 3 other problems not shown (--quiet)')
    expect(summaryLine([{ ...report([{ severity: 'error' }]), hidden: 2 }], tool)).toBe('1 problem (1 error)')
  })

  test('what applies the fixes in a tool that has no --fix', () => {
    const line = summaryLine([report([{ fix: safe }])], { ...tool, fixedBy: 'badge-sync' })
    expect(line).toBe('1 problem (1 warning), 1 can be fixed with badge-sync')
  })
})

test('findings get the places of both ends of their range', () => {
  const source = 'a\r\nbc'
  const [finding] = placeFindings({ path: 'a.md', source, findings: [found(source, 'bc')] })
  expect(finding).toMatchObject({
    rule: 'images/alt',
    start: { line: 2, column: 1, offset: 3 },
    end: { line: 2, column: 3, offset: 5 },
  })
})

test('a range outside the source is refused, for its place could only be made up', () => {
  const finding = { ...found('a', 'a'), at: { start: 0, end: 2 } }
  expect(() => placeFindings({ path: 'a.md', source: 'a', findings: [finding] })).toThrow(RangeError)
})

test.each([
  ['of one line', 0, 1, 1],
  ['with its line ending', 0, 2, 1],
  ['without length at the start of a line', 2, 2, 2],
  ['with the line ending of an empty line before it', 1, 2, 1],
  ['over two lines', 0, 3, 2],
])('the last line of a range %s is known', (_, start, end, expected) => {
  const [finding] = placeFindings({ path: '', source: 'a\nb\n', findings: [{ ...found('', ''), at: { start, end } }] })
  expect(finding && lastLine(finding)).toBe(expected)
})

function report(findings: readonly Partial<RuleFinding>[]): FileReport {
  const severity: Severity = 'warning'
  return {
    path: 'a.md',
    source: 'a',
    findings: findings.map((finding) => ({ ...found('a', 'a'), severity, ...finding })),
  }
}
