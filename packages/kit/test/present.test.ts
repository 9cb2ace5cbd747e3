import { expect, test } from 'vitest'
import { exitCodeOf, present } from '../src/present.ts'
import type { FileReport, Severity } from '../src/report.ts'
import { memoryIo } from '../src/testing.ts'

const tool = { name: 'tea', version: '1.0.0', rules: [] }

function file(...severities: Severity[]): FileReport {
  const findings = severities.map((severity) => ({
    at: { start: 0, end: 1 },
    message: severity,
    rule: 'tea/x',
    severity,
  }))
  return { path: 'README.md', source: '# Tea\n', findings }
}

async function shown(
  files: readonly FileReport[],
  more: Partial<Parameters<typeof present>[1]>,
  env: Record<string, string> = {},
): Promise<string> {
  const io = memoryIo({ cwd: '/repository/packages/tea', env })
  await present(files, { tool, io, look: { color: false, hyperlinks: false }, root: '/repository', ...more })
  return io.stdout.text
}

test('a report is text, with paths from the working directory', async () => {
  expect(await shown([file('error')], {})).toMatch(/^README\.md:1:1 {2}error {2}error {2}tea\/x/)
})

test.each(['github', 'gitlab', 'sarif'] as const)(
  'as %s it has paths from the root of the repository',
  async (format) => {
    expect(await shown([file('error')], { format })).toContain('packages/tea/README.md')
  },
)

test('it is in the form that GitHub Actions reads when it runs there', async () => {
  expect(await shown([file('error')], {}, { GITHUB_ACTIONS: 'true' })).toMatch(
    /^::error file=packages\/tea\/README\.md/m,
  )
})

test('it has errors only where quiet is asked for', async () => {
  const report = JSON.parse(await shown([file('error', 'warning', 'info')], { format: 'json', quiet: true }))
  expect(report.summary).toMatchObject({ errors: 1, warnings: 0, infos: 0 })
})

test.each([
  [[], 0],
  [['info'], 0],
  [['info', 'warning'], 1],
  [['error'], 1],
] as const)('%j ends with exit code %i', (severities, code) => {
  expect(exitCodeOf([file(), file(...severities)])).toBe(code)
})
