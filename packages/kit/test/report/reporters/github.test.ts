import { describe, expect, test } from 'vitest'
import { github } from '../../../src/report/reporters/github.ts'
import type { FileReport, RuleFinding } from '../../../src/report.ts'
import { type Command, commandsIn } from './runner.ts'
import { files, found, tool } from './sample.ts'

const look = { color: true, hyperlinks: true }

test('the report annotates and ends in the summary', async () => {
  await expect(github(files, tool, look)).toMatchFileSnapshot('../../../fixtures/reports/report.github')
})

test('the runner obeys one command for each finding and nothing else', () => {
  const names = commandsIn(github(files, tool, look)).map(({ name }) => name)
  const severities = files.flatMap((file) => file.findings.map(({ severity }) => severity))
  expect(names).toEqual(severities.map((severity) => (severity === 'info' ? 'notice' : severity)))
})

test('the runner gets the file, the place, a title and the message, with the place again for the log', () => {
  const command = one({ hosts: ['npm', 'PyPI'] })
  expect(command.properties).toEqual({
    file: 'a.md',
    line: '2',
    endLine: '2',
    col: '1',
    endColumn: '11',
    title: 'readme-lint images/alt',
  })
  expect(command.data).toBe('a.md:2:1: The image has no alt text (images/alt, npm, PyPI)')
})

describe('columns', () => {
  test('are left out where a range is longer than a line, for the runner would drop them', () => {
    expect(one({ at: { start: 0, end: 12 } }).properties).toMatchObject({ line: '1', endLine: '2' })
    expect(one({ at: { start: 0, end: 12 } }).properties).not.toHaveProperty('col')
  })

  test('are left out where a range takes its line ending with it, and so ends on the next line', () => {
    expect(one({ at: { start: 0, end: 2 } }).properties).toMatchObject({ line: '1', endLine: '1' })
    expect(one({ at: { start: 0, end: 2 } }).properties).not.toHaveProperty('endColumn')
  })

  test('are the same for a range without length', () => {
    expect(one({ at: { start: 3, end: 3 } }).properties).toMatchObject({ col: '2', endColumn: '2' })
  })
})

test.each([
  ['a percent sign and what looks escaped', '100% %0A %25', '100% %0A %25'],
  ['line endings', 'a\nb\r\nc', 'a\\u{a}b\\u{d}\\u{a}c'],
  ['commands', '::error::x ##[error]y', '\\u{3a}:error::x ##\\u{5b}error]y'],
  ['terminal escapes', '\u001B[31mred', '\\u{1b}[31mred'],
])('the runner reads a message with %s', (_, message, expected) => {
  expect(one({ message }).data).toBe(`a.md:2:1: ${expected} (images/alt)`)
})

test.each([
  ['a,b:c=d%2C.md', 'a,b:c=d%2C.md'],
  ['a::b.md', 'a::b.md'],
  ['a\nb.md', 'a\\u{a}b.md'],
])('the runner reads the file name %j', (path, expected) => {
  expect(one({}, path).properties.file).toBe(expected)
})

test('a very long message is cut between characters', () => {
  expect(one({ message: 'a'.repeat(999) + '🎉'.repeat(9) }).data).toBe(`a.md:2:1: ${'a'.repeat(999)}… (images/alt)`)
  expect(one({ message: 'a'.repeat(1000) }).data).toBe(`a.md:2:1: ${'a'.repeat(1000)} (images/alt)`)
})

test('nothing to say is said in one line', () => {
  expect(github([], tool, look)).toBe('No problems in 0 files\n')
})

function one(finding: Partial<RuleFinding>, path = 'a.md'): Command {
  const source = '#\n![](a.png)'
  const report: FileReport = { path, source, findings: [{ ...found(source, '![](a.png)'), ...finding }] }
  return commandsIn(github([report], tool, look))[0] as Command
}
