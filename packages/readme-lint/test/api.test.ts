import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import type * as Api from '../src/index.ts'

const packageFolder = join(import.meta.dirname, '..')
const { applyFixes, createDocument, hosts, lint, loadOptions, loadProject, rules, UserError }: typeof Api =
  await import(join(packageFolder, 'dist', 'index.mjs'))

const faulty = '# Tea\n\nBrews tea on time. See [black](black) and [green](#green).\n\n## Black\n\nFour minutes.\n'

async function lintIn(folder: TestProject, options?: Api.LintOptions): Promise<string[]> {
  const document = await createDocument(faulty, { engine: 'remark' })
  return (await lint(document, await loadProject(folder.path, {}), options)).map(({ rule }) => rule)
}

describe('the module', () => {
  it('lints a text in a project', async () => {
    expect(await lintIn(await project())).toEqual(['link/dead-file', 'link/dead-anchor'])
    expect(await lintIn(await project({ black: '' }))).toEqual(['link/dead-anchor'])
  })

  it('knows where the text stands', async () => {
    expect(await lintIn(await project({ 'a/black': '' }), { path: 'a/README.md' })).toEqual(['link/dead-anchor'])
  })

  it('takes options, and those of the config file', async () => {
    const folder = await project({ 'frontdoor.yml': 'readme-lint: {rules: {link/dead-anchor: off}}\n' })
    const options = await loadOptions(await loadProject(folder.path))
    expect(options).toEqual({ rules: { 'link/dead-anchor': 'off' } })
    expect(await lintIn(folder, options)).toEqual(['link/dead-file'])
    expect(await lintIn(folder, { hosts: ['npm'] })).toContain('link/dead-file')
  })

  it.each([
    [{ rules: { 'top/titel': 'off' } }, 'options.rules has no rule "top/titel"; did you mean "top/title"?'],
    [{ hosts: ['nmp'] }, 'options.hosts[0] is "nmp"; did you mean "npm"?'],
    [{ rules: { 'top/one-liner': { words: 'ten' } } }, 'options.rules.top/one-liner.words is "ten"'],
  ])('refuses %j', async (options, message) => {
    const failure = await lintIn(await project(), options as Api.LintOptions).catch((error: Error) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect(String(failure)).toContain(message)
  })

  it('mends what is safe', async () => {
    const findings = await lint(await createDocument(faulty), await loadProject((await project()).path))
    expect(applyFixes(faulty, findings)).toBe(faulty.replace('(black)', '(#black)'))
  })

  it('reads a text in a worker where it may take long', async () => {
    const long = `# Tea\n\n${'*a* b [c](#d)\n\n'.repeat(200)}${'text '.repeat(90_000)}\n`
    expect((await createDocument(long, { engine: 'remark' })).links).toHaveLength(200)
  })

  it('names its rules and hosts', () => {
    expect(rules.map(({ name }) => name)).toContain('link/dead-file')
    expect(hosts).toContain('npm')
  })
})

const consumer = `import { type LintOptions, createDocument, lint, loadProject, type RuleFinding } from 'readme-lint'

const options: LintOptions = { hosts: ['npm'], rules: { 'top/title': 'off', 'top/one-liner': { severity: 'info', words: 3 } } }
const document = await createDocument('# Tea', { engine: 'remark' })
const findings: readonly RuleFinding[] = await lint(document, await loadProject('.'), options)
export const places: { line: number; column: number }[] = findings.map(({ at }) => document.place(at.start))
export const depths: readonly (1 | 2 | 3 | 4 | 5 | 6)[] = document.nodes.of('heading').map(({ node }) => node.depth)

// @ts-expect-error: no such severity
export const wrong: LintOptions = { rules: { 'top/title': 'loud' } }
// @ts-expect-error: a text is no document
await lint('# Tea', await loadProject('.'))
`

test('the types say what may be passed and what comes back, without any other package', async () => {
  const config = { compilerOptions: { module: 'nodenext', target: 'es2023', strict: true, noEmit: true, types: [] } }
  const folder = await project({ 'consumer.mts': consumer, 'tsconfig.json': { ...config, include: ['*.mts'] } })
  mkdirSync(folder.join('node_modules'))
  symlinkSync(packageFolder, folder.join('node_modules/readme-lint'))
  const tsc = join(packageFolder, '..', '..', 'scripts', 'node_modules', 'typescript', 'bin', 'tsc')
  expect(check(tsc, folder.path)).toBe('')
})

function check(tsc: string, cwd: string): string {
  try {
    return execFileSync(process.execPath, [tsc, '--preserveSymlinks', '--project', '.'], { cwd, encoding: 'utf8' })
  } catch (error) {
    return String((error as { stdout: string }).stdout)
  }
}
