import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { json } from '../../../src/report/reporters/json.ts'
import { reportSchema } from '../../../src/report/schema.ts'
import { commandsIn } from './runner.ts'
import { files, tool } from './sample.ts'

const look = { color: true, hyperlinks: true }
const valid = new Ajv2020().compile(reportSchema)

test('the report has the documented shape', async () => {
  await expect(json(files, tool, look)).toMatchFileSnapshot('../../../fixtures/reports/report.json')
})

test('the report is valid under its own schema', () => {
  valid(JSON.parse(json(files, tool, look)))
  expect(valid.errors).toBeNull()
})

test('every text reads back as it came', () => {
  const report = JSON.parse(json(files, tool, look))
  expect(report.files.map((file: { path: string }) => file.path)).toEqual(files.map((file) => file.path))
  for (const [index, file] of files.entries()) {
    const messages = report.files[index].findings.map((finding: { message: string }) => finding.message)
    expect(messages).toEqual(file.findings.map((finding) => finding.message))
  }
})

test('places count lines and columns from 1 and offsets in UTF-16 units from 0', () => {
  const [image] = JSON.parse(json(files, tool, look)).files[1].findings.slice(2)
  expect(image.start).toEqual({ line: 2, column: 28, offset: 38 })
  expect(image.end).toEqual({ line: 2, column: 38, offset: 48 })
})

test('no line is a command for a CI runner, and a terminal shows every character', () => {
  const report = json(files, tool, look)
  expect(commandsIn(report)).toEqual([])
  expect(report).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
})

describe('the schema refuses a report', () => {
  const report = () => JSON.parse(json(files, tool, look))
  test.each([
    ['without a version', (bad: ReturnType<typeof report>) => delete bad.version],
    ['of another version', (bad: ReturnType<typeof report>) => (bad.version = 2)],
    ['with a severity that is none', (bad: ReturnType<typeof report>) => (bad.files[0].findings[0].severity = 'fatal')],
    ['with a line 0', (bad: ReturnType<typeof report>) => (bad.files[0].findings[0].start.line = 0)],
    ['with a key that is not known', (bad: ReturnType<typeof report>) => (bad.files[0].lines = 3)],
    [
      'with an edit without text',
      (bad: ReturnType<typeof report>) => delete bad.files[0].findings[1].fix.edits[0].text,
    ],
  ])('%s', (_, spoil) => {
    const bad = report()
    spoil(bad)
    expect(valid(bad)).toBe(false)
  })
})
