import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { gitlab } from '../../../src/report/reporters/gitlab.ts'
import type { RuleFinding } from '../../../src/report.ts'
import { commandsIn } from './runner.ts'
import { files, found, tool } from './sample.ts'

const look = { color: true, hyperlinks: true }

/** What GitLab asks of a Code Quality report. */
const valid = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1 },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
})

test('the report is written as GitLab reads it', async () => {
  await expect(gitlab(files, tool, look)).toMatchFileSnapshot('../../../fixtures/reports/report.gitlab.json')
})

test('the report has all that GitLab asks for', () => {
  valid(JSON.parse(gitlab(files, tool, look)))
  expect(valid.errors).toBeNull()
})

test('no two findings have the same fingerprint', () => {
  const names = JSON.parse(gitlab(files, tool, look)).map((issue: { fingerprint: string }) => issue.fingerprint)
  expect(new Set(names).size).toBe(files.flatMap((file) => file.findings).length)
})

test.each([
  ['error', 'major'],
  ['warning', 'minor'],
  ['info', 'info'],
] as const)('an %s is of severity %s', (severity, expected) => {
  expect(one({ severity }).severity).toBe(expected)
})

test('hosts are named in the description', () => {
  expect(one({ hosts: ['npm', 'PyPI'] }).description).toBe('The image has no alt text (npm, PyPI)')
})

test('the lines are those that the range stands on', () => {
  expect(one({ at: { start: 0, end: 4 } }).location.lines).toEqual({ begin: 1, end: 2 })
})

test('nothing to say is an empty list', () => {
  expect(gitlab([{ path: 'a.md', source: '', findings: [] }], tool, look)).toBe('[]\n')
})

test('no line is a command for a CI runner', () => {
  expect(commandsIn(gitlab(files, tool, look))).toEqual([])
})

function one(finding: Partial<RuleFinding>) {
  const source = 'a\nb\nc'
  return JSON.parse(
    gitlab([{ path: 'a.md', source, findings: [{ ...found(source, 'a'), ...finding }] }], tool, look),
  )[0]
}
