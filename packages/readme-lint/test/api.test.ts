import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type FileTable, project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import type * as Api from '../src/index.ts'

const packageFolder = join(import.meta.dirname, '..')
const api: typeof Api = await import(join(packageFolder, 'dist', 'index.mjs'))
const { applyFixes, createDocument, hosts, lint, loadOptions, loadProject, rules, UserError } = api

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

  it('gives findings that JSON can hold', async () => {
    const document = await createDocument(`${faulty}\n## Black\n\n![](x.png)\n`)
    const findings = await lint(document, await loadProject((await project()).path))
    expect(findings.map(({ at }) => Object.keys(at).join())).toEqual(findings.map(() => 'start,end'))
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

describe('a document for a host', () => {
  const readme = '# Tea\n\nSee [black](black.md).\n\n<b>\n## Hot\n</b>\n'
  const placed = async (files: FileTable = {}) => {
    const made = await project(
      { 'package.json': { name: 'tea', version: '1.0.0' }, 'black.md': '# Black\n', 'docs/black.md': '', ...files },
      { git: { remote: 'https://github.com/octo-org/tea' } },
    )
    return [await createDocument(readme, { engine: 'remark' }), await loadProject(made.path, {})] as const
  }

  it('is made with what could not be carried over', async () => {
    const { text, notes } = await api.renderMarkdown(...(await placed()), { host: 'npm' })
    expect(text).toBe(
      '# Tea\n\nSee [black](https://github.com/octo-org/tea/blob/HEAD/black.md).\n\n<b>\n## Hot\n</b>\n',
    )
    expect(notes.map(({ at, message }) => [readme.slice(at.start, at.start + 6), message.slice(0, 38)])).toEqual([
      ['## Hot', 'This Markdown is shown as it is typed:'],
    ])
  })

  it('leads to a tag, from where it stands', async () => {
    const options = { host: 'npm', path: 'docs/README.md', ref: 'v1.0.0' }
    const { text } = await api.renderMarkdown(...(await placed()), options)
    expect(text).toContain('(https://github.com/octo-org/tea/blob/v1.0.0/docs/black.md)')
  })

  it('is shown as HTML', async () => {
    const html = await api.renderHtml(...(await placed()), { host: 'pypi' })
    expect(html).toContain('<p>See <a href="black.md"')
  })

  it('needs a host that there is', async () => {
    const [document, facts] = await placed()
    await expect(api.renderMarkdown(document, facts, { host: 'nmp' })).rejects.toThrow(UserError)
    await expect(api.renderHtml(document, facts, { host: 'nmp' })).rejects.toThrow('did you mean "npm"?')
  })
})

const consumer = `import { type LintOptions, createDocument, lint, loadProject, type Rendered, renderHtml, renderMarkdown, type RuleFinding } from 'readme-lint'

const options: LintOptions = { hosts: ['npm'], rules: { 'top/title': 'off', 'top/one-liner': { severity: 'info', words: 3 } } }
const document = await createDocument('# Tea', { engine: 'remark' })
const findings: readonly RuleFinding[] = await lint(document, await loadProject('.'), options)
export const places: { line: number; column: number }[] = findings.map(({ at }) => document.place(at.start))
export const depths: readonly (1 | 2 | 3 | 4 | 5 | 6)[] = document.nodes.of('heading').map(({ node }) => node.depth)

const project = await loadProject('.')
const rendered: Rendered = await renderMarkdown(document, project, { host: 'pypi', ref: 'v1.0.0' })
export const told: readonly string[] = rendered.notes.map(({ at, message }) => document.place(at.start).line + message)
export const html: string = await renderHtml(document, project, { host: 'pypi', path: 'docs/README.md' })
// @ts-expect-error: for which host?
await renderMarkdown(document, project, {})

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
