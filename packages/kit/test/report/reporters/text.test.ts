import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { text } from '../../../src/report/reporters/text.ts'
import type { FileReport, Look } from '../../../src/report.ts'
import { commandsIn } from './runner.ts'
import { files, found, tool } from './sample.ts'

const plain: Look = { color: false, hyperlinks: false, columns: 80 }
const esc = '\u001B'
const clean: FileReport = { path: 'a.md', source: '', findings: [] }

test('findings are shown as people read them', async () => {
  await expect(text(files, tool, plain)).toMatchFileSnapshot('../../../fixtures/reports/report.txt')
})

test('colours and terminal links only stand around the plain text', () => {
  const shown = text(files, tool, { ...plain, color: true, hyperlinks: true })
  const links = new RegExp(`${esc}\\]8;;[!-~]*${esc}\\\\`, 'g')
  const colors = new RegExp(`${esc}\\[\\d+m`, 'g')
  expect(shown.match(links)).toHaveLength(4)
  expect(shown.match(colors)?.length).toBeGreaterThan(100)
  expect(shown.replace(links, '').replace(colors, '')).toBe(text(files, tool, plain))
})

test('without colour and links, nothing but line feeds and visible characters is written', () => {
  expect(text(files, tool, plain)).not.toMatch(/(?!\n|\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
})

test('what is found at one place is told together, above the source', () => {
  const source = '# Tea\n\n![](a.png)'
  const at = { start: 0, end: 5 }
  const told = (rule: string, message: string) => ({ rule, severity: 'info' as const, at, message })
  const findings = [told('a/b', 'No source'), told('a/c', 'No help'), found(source, '![](a.png)')]
  expect(text([{ path: 'a.md', source, findings }], tool, plain)).toBe(`a.md:1:1  info  No source  a/b
a.md:1:1  info  No help  a/c
  1 │ # Tea
    │ ^^^^^

a.md:3:1  ${found(source, source).severity}  ${found(source, source).message}  images/alt
  3 │ ![](a.png)
    │ ^^^^^^^^^^

3 problems (1 warning, 2 infos)
`)
})

test('the rule of a finding links to its page', () => {
  const source = '![](a.png)'
  const report = { path: 'a.md', source, findings: [{ ...found(source, source), docs: 'https://example.org/alt' }] }
  const shown = text([report], tool, { ...plain, hyperlinks: true })
  expect(shown).toContain('\u001B]8;;https://example.org/alt\u001B\\images/alt\u001B]8;;\u001B\\')
})

test('no line is a command for a CI runner', () => {
  expect(commandsIn(text(files, tool, plain))).toEqual([])
})

describe('no line of a frame is wider than the terminal', () => {
  test.each([28, 40, 80, 200])('%i columns', (columns) => {
    const frames = text(files, tool, { ...plain, columns })
      .split('\n')
      .filter((line) => / │ /.test(line))
    expect(Math.max(...frames.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns)
  })
})

test.each([
  { reports: [], expected: 'No problems in 0 files\n' },
  { reports: [clean], expected: 'No problems in 1 file\n' },
  { reports: [clean, clean], expected: 'No problems in 2 files\n' },
])('where nothing is wrong, one line says so: $expected', ({ reports, expected }) => {
  expect(text(reports, tool, plain)).toBe(expected)
})

test.each([
  { severity: 'error' as const, style: '\u001B[1m\u001B[31m' },
  { severity: 'warning' as const, style: '\u001B[1m\u001B[33m' },
  { severity: 'info' as const, style: '\u001B[1m\u001B[33m' },
])('the summary of a report with an $severity has its colour', ({ severity, style }) => {
  const report = { path: 'a.md', source: 'a', findings: [{ ...found('a', 'a'), severity }] }
  expect(text([report], tool, { ...plain, color: true })).toContain(`\n\n${style}1 problem`)
})
