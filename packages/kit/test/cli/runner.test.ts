import { describe, expect, test } from 'vitest'
import { conclude, exitCodeOf, type Outcome, outcomeOf, present, writeFixes } from '../../src/cli/runner.ts'
import { readText } from '../../src/files.ts'
import type { Format } from '../../src/report/reporters.ts'
import type { Severity } from '../../src/report.ts'
import { memoryIo, project, type TestProject } from '../../src/testing.ts'

const tool = { name: 'tea', version: '1.0.0', rules: [] }

const subject = {
  shown: 'README.md',
  path: 'README.md',
  home: { folder: '/repository/packages/tea', root: '/repository' },
  text: '# Tea\n',
}

function outcome(...severities: Severity[]): Outcome {
  const findings = severities.map((severity) => ({
    at: { start: 0, end: 1 },
    message: severity,
    rule: 'tea/x',
    severity,
  }))
  return outcomeOf(subject, subject.text, findings)
}

async function shown(
  outcomes: readonly Outcome[],
  { format, quiet = false }: { format?: Format; quiet?: boolean },
  env: Record<string, string> = {},
): Promise<string> {
  const io = memoryIo({ cwd: subject.home.folder, env })
  const flags = { diff: false, format, report: [], quiet }
  await present(outcomes, { tool, io, look: { color: false, hyperlinks: false }, flags, write: false })
  return io.stdout.text
}

test('a report is text, with paths from the working directory', async () => {
  expect(await shown([outcome('error')], {})).toMatch(/^README\.md:1:1 {2}error {2}error {2}tea\/x/)
})

test.each(['github', 'gitlab', 'sarif'] as const)(
  'as %s it has paths from the root of the repository',
  async (format) => {
    expect(await shown([outcome('error')], { format })).toContain('packages/tea/README.md')
  },
)

test('it is in the form that GitHub Actions reads when it runs there', async () => {
  expect(await shown([outcome('error')], {}, { GITHUB_ACTIONS: 'true' })).toMatch(
    /^::error file=packages\/tea\/README\.md/m,
  )
})

test('what was written is told beside it', async () => {
  const made = await project({ 'a.md': 'a', 'b.md': 'b' })
  const io = memoryIo({ cwd: made.path })
  const outcomes = await Promise.all(
    ['a.md', 'b.md'].map(async (name) => {
      const file = await readText(made.join(name), made.path)
      const home = { root: made.path, folder: made.path }
      return outcomeOf({ shown: name, path: name, home, text: file.text, file }, name === 'a.md' ? 'x' : 'b', [])
    }),
  )
  await writeFixes(outcomes, { tool, io })
  expect([await made.read('a.md'), io.stderr.text]).toEqual(['x', `${tool.name}: wrote a.md\n`])
})

test('it has errors only where quiet is asked for', async () => {
  const report = JSON.parse(await shown([outcome('error', 'warning', 'info')], { format: 'json', quiet: true }))
  expect(report.summary).toMatchObject({ errors: 1, warnings: 0, infos: 0 })
  expect(await shown([outcome('warning')], { quiet: true })).toBe(
    'No errors in 1 file; 1 other problem not shown (--quiet)\n',
  )
})

test.each([
  [[], 0],
  [['info'], 0],
  [['info', 'warning'], 1],
  [['error'], 1],
] as const)('%j ends with exit code %i', (severities, code) => {
  expect(exitCodeOf([outcome(), outcome(...severities)])).toBe(code)
})

describe('a report for a file', () => {
  const written = async (report: readonly string[], diff = false): Promise<{ stdout: string; made: TestProject }> => {
    const made = await project({ 'README.md': subject.text })
    const io = memoryIo({ cwd: made.path })
    const flags = { diff, format: 'text' as const, report, quiet: false }
    const ending = { tool, io, look: { color: false, hyperlinks: false }, flags, write: false }
    await conclude([outcome('error')], ending)
    return { stdout: io.stdout.text, made }
  }

  test('is written beside the one that is shown, each in its form, in a folder that is made', async () => {
    const { stdout, made } = await written(['json=out/a=b.json', 'github=log'])
    expect(stdout).toMatch(/^README\.md:1:1 {2}error/)
    expect(JSON.parse(await made.read('out/a=b.json')).summary.errors).toBe(1)
    expect(await made.read('log')).toMatch(/^::error file=packages\/tea\/README\.md/)
  })

  test('is written with a diff, too', async () => {
    expect(await (await written(['json=a.json'], true)).made.read('a.json')).toContain('"errors": 1')
  })

  test.each(['sarif', '=x', 'sarif=', 'xml=x', 'report.sarif'])('--report %s is refused', async (value) => {
    await expect(written([value])).rejects.toThrow(
      `--report ${value}: write it as format=file, with one of text, json, sarif, junit, github, gitlab`,
    )
  })

  test.each(['README.md', './README.md', 'x/../README.md'])(
    'at %s does not take the place of what was looked at',
    async (path) => {
      await expect(written([`json=a.json`, `json=${path}`])).rejects.toThrow(
        `--report json=${path}: README.md is what is reported on; name another file`,
      )
    },
  )

  test('that cannot be written is told of by its name', async () => {
    await expect(written(['json=README.md/a.json'])).rejects.toThrow(/README\.md\/a\.json/)
  })
})
