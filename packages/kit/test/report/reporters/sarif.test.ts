import type { Log, Result } from 'sarif'
import { describe, expect, test } from 'vitest'
import { sarif } from '../../../src/report/reporters/sarif.ts'
import type { FileReport, RuleFinding } from '../../../src/report.ts'
import { commandsIn } from './runner.ts'
import { files, found, tool } from './sample.ts'
import { validSarif } from './sarif-schema.ts'

const look = { color: true, hyperlinks: true }

test('the log is written as code scanning reads it', async () => {
  await expect(sarif(files, tool, look)).toMatchFileSnapshot('../../../fixtures/reports/report.sarif')
})

test.each([
  ['findings', files],
  ['clean files only', files.filter((file) => file.findings.length === 0)],
  ['no file', []],
])('a log of %s is valid under the official schema', (_, some) => {
  validSarif(JSON.parse(sarif(some, tool, look)))
  expect(validSarif.errors).toBeNull()
})

test('the official schema refuses a log that is none', () => {
  expect(validSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
})

test('a rule that the tool describes is pointed at, another is only named', () => {
  const rules = results(files).map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])
  expect(rules.slice(0, 3)).toEqual([
    ['links/source', 1],
    ['images/alt', 0],
    ['html/details', undefined],
  ])
})

describe('the address of a file is a relative URI', () => {
  test.each([
    ['README.md', 'README.md'],
    ['docs/read me.md', 'docs/read%20me.md'],
    ['ä#?%.md', '%C3%A4%23%3F%25.md'],
    ['c:evil.md', 'c%3Aevil.md'],
    ['a\nb\\c.md', 'a%0Ab%5Cc.md'],
    ['half \uD800.md', 'half%20%EF%BF%BD.md'],
  ])('%j', (path, uri) => {
    const location = one({ path }).locations?.[0]?.physicalLocation?.artifactLocation
    expect(location).toEqual({ uri, uriBaseId: '%SRCROOT%' })
  })
})

describe('a fix is offered', () => {
  test('where it is safe, with the region it takes away and the text it puts there', () => {
    const edits = [{ start: 2, end: 2, text: 'Logo' }]
    const { fixes } = one({ fix: { safe: true, edits } })
    const replacement = fixes?.[0]?.artifactChanges[0]?.replacements[0]
    expect(replacement?.deletedRegion).toEqual({ startLine: 1, startColumn: 3, endLine: 1, endColumn: 3 })
    expect(replacement?.insertedContent).toEqual({ text: 'Logo' })
  })

  test.each([
    ['where it is a suggestion', { safe: false, edits: [{ start: 2, end: 2, text: 'Logo' }] }],
    ['where it has no edit', { safe: true, edits: [] }],
  ])('but not %s', (_, fix) => {
    expect(one({ fix })).not.toHaveProperty('fixes')
  })
})

test.each([
  ['Write [text](url) instead', 'Write \\[text\\](url) instead'],
  ['Write [text] instead', 'Write [text] instead'],
  ['C:\\a has no [x](y)', 'C:\\\\a has no \\[x\\](y)'],
])('a message never becomes a link: %s', (message, expected) => {
  expect(one({ message }).message.text).toBe(expected)
})

test('hosts are kept as a property', () => {
  expect(one({ hosts: ['npm', 'PyPI'] }).properties).toEqual({ hosts: ['npm', 'PyPI'] })
})

test('no line is a command for a CI runner', () => {
  expect(commandsIn(sarif(files, tool, look))).toEqual([])
})

function one({ path = 'README.md', ...finding }: Partial<RuleFinding & FileReport>): Result {
  const source = '![](a.png)'
  return results([{ path, source, findings: [{ ...found(source, source), ...finding }] }])[0] as Result
}

function results(some: readonly FileReport[]): Result[] {
  const log: Log = JSON.parse(sarif(some, tool, look))
  return log.runs[0]?.results ?? []
}
