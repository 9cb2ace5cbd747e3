import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Format, formats, loadReporter } from '../../src/report/reporters.ts'
import { reportSchema } from '../../src/report/schema.ts'
import type { FileReport, RuleFinding } from '../../src/report.ts'
import { commandsIn } from './reporters/runner.ts'
import { tool } from './reporters/sample.ts'
import { validSarif } from './reporters/sarif-schema.ts'
import { readXml } from './reporters/xml.ts'

const look = { color: false, hyperlinks: false }
const validJson = new Ajv2020().compile(reportSchema)

const pieces = ['::', ':', 'error', 'add-mask', '##[', '#', '[', ']', '](', ' ', '\n', '\r', '\t', '%', '%0A', ',', '=']
const signs = [
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '-->',
  '\u001B[2J',
  '\u009B',
  '\u202E',
  '\u2028',
  '\u034F',
  '\uFEFF',
  '\uFFFE',
]
const unit = fc.oneof(
  fc.constantFrom(...pieces, ...signs, '\0', '\uD800', '\uDC00', '🎉', '日', '\u0301', '\\', '/'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const anyText = fc.string({ unit, maxLength: 20 })
const someText = fc.string({ unit, minLength: 1, maxLength: 20 })
const source = fc.string({ unit, maxLength: 80 })

const anyReport: fc.Arbitrary<readonly FileReport[]> = fc.uniqueArray(
  fc.record({ path: someText, source }).chain(({ path, source }) =>
    fc.record({
      path: fc.constant(path),
      source: fc.constant(source),
      findings: fc.array(anyFinding(source), { maxLength: 3 }),
    }),
  ),
  { maxLength: 3, selector: (file) => file.path },
)

describe('for any texts and ranges', () => {
  const wellFormed: Record<Format, (report: string, files: readonly FileReport[]) => void> = {
    text: (report, files) =>
      expect(report.match(/^.+:\d+:\d+ {2}(error|warning|info) {2}/gm)?.length ?? 0).toBe(total(files)),
    json: (report) => {
      validJson(JSON.parse(report))
      expect(validJson.errors).toBeNull()
    },
    sarif: (report) => {
      validSarif(JSON.parse(report))
      expect(validSarif.errors).toBeNull()
    },
    junit: (report, files) => expect(readXml(report).children).toHaveLength(files.length),
    github: (report, files) => expect(report.split('\n')).toHaveLength(total(files) + 2),
    gitlab: (report, files) => {
      const names = JSON.parse(report).map((issue: { fingerprint: string }) => issue.fingerprint)
      expect(new Set(names).size).toBe(total(files))
    },
  }

  test.each(formats)(
    '%s is well-formed, shows every character and makes CI obey nothing but our own commands',
    async (format) => {
      const reporter = await loadReporter(format)
      fc.assert(
        fc.property(anyReport, (files) => {
          const report = reporter(files, tool, look)
          wellFormed[format](report, files)
          expect(report).not.toMatch(/(?!\n|[\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
          expect(commandsIn(report)).toHaveLength(format === 'github' ? total(files) : 0)
        }),
        { numRuns: 200 },
      )
    },
  )
})

test('every format has its own reporter', async () => {
  const reporters = await Promise.all(formats.map(loadReporter))
  expect(reporters.map((reporter) => reporter.name)).toEqual([...formats])
})

test.each(formats)('%s says the same twice', async (format) => {
  const reporter = await loadReporter(format)
  const files: FileReport[] = [{ path: 'a.md', source: 'a', findings: [] }]
  expect(reporter(files, tool, look)).toBe(reporter(files, tool, look))
})

function anyFinding(source: string): fc.Arbitrary<RuleFinding> {
  const range = fc
    .tuple(fc.nat(source.length), fc.nat(source.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  const edit = fc.tuple(range, anyText).map(([at, text]) => ({ ...at, text }))
  const fix = fc.record({ safe: fc.boolean(), edits: fc.array(edit, { maxLength: 2 }) })
  return fc.record(
    {
      rule: someText,
      severity: fc.constantFrom('error', 'warning', 'info'),
      at: range,
      message: someText,
      docs: fc.webUrl(),
      hosts: fc.array(someText, { maxLength: 2 }),
      fix,
    },
    { requiredKeys: ['rule', 'severity', 'at', 'message'] },
  )
}

function total(files: readonly FileReport[]): number {
  return files.flatMap((file) => file.findings).length
}
