import { run } from '@frontdoor/kit/cli'
import { type MemoryIo, memoryIo, project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { program } from '../src/program.ts'
import { rules } from '../src/rules.generated.ts'
import { findRule } from '../src/rules.ts'

const manifest = { name: 'tea', version: '1.0.0', private: true }
/** A README with one error that can be fixed, and one that cannot. */
const faulty = '# Tea\n\nBrews tea on time. See [black](black) and [green](#green).\n\n## Black\n\nFour minutes.\n'
const mended = faulty.replace('(black)', '(#black)')
const clean = '# Tea\n\nBrews tea on time. Ask in the [issues](https://example.com/issues).\n'

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function lint(
  folder: TestProject,
  argv: readonly string[],
  settings: Parameters<typeof memoryIo>[0] = {},
): Promise<Ran> {
  const io: MemoryIo = memoryIo({ cwd: folder.path, ...settings })
  const code = await run(program, argv, io)
  return { code, out: io.stdout.text, err: io.stderr.text }
}

describe('which READMEs are looked at', () => {
  async function paths(folder: TestProject, ...argv: string[]): Promise<string[]> {
    const { out, err } = await lint(folder, [...argv, '--format', 'json'])
    expect(err).toBe('')
    return JSON.parse(out).files.map(({ path }: { path: string }) => path)
  }

  it('is the README of this folder, in any case', async () => {
    expect(await paths(await project({ 'ReadMe.MD': clean, 'NOTES.md': clean }))).toEqual(['ReadMe.MD'])
  })

  it('is that in .github, too, and that in docs where there is no other', async () => {
    const folder = await project({ 'README.md': clean, '.github/README.md': clean, 'docs/readme.markdown': clean })
    expect(await paths(folder)).toEqual(['README.md', '.github/README.md'])
    expect(await paths(await project({ 'docs/readme.markdown': clean }))).toEqual(['docs/readme.markdown'])
  })

  it('are those of every package of the workspace', async () => {
    const folder = await project({
      'package.json': { ...manifest, workspaces: ['packages/*'] },
      'README.md': clean,
      'packages/a/package.json': { name: 'a' },
      'packages/a/README.md': clean,
      'packages/b/package.json': { name: 'b' },
      'packages/b/README.md': clean,
      'packages/c/README.md': clean,
    })
    expect(await paths(folder)).toEqual(['README.md', 'packages/a/README.md', 'packages/b/README.md'])
  })

  it('is any file that is named, and the README of a folder that is named', async () => {
    const folder = await project({ 'README.md': clean, 'NOTES.md': clean, 'a/README.md': clean })
    expect(await paths(folder, 'NOTES.md', 'a', 'a/README.md')).toEqual(['NOTES.md', 'a/README.md'])
  })

  it('is the Markdown one where there are two', async () => {
    expect(await paths(await project({ 'README.md': clean, 'README.rst': 'Tea\n===\n' }))).toEqual(['README.md'])
  })

  test.each([
    [['nowhere.md'], 'readme-lint: nowhere.md: no such file or folder\n'],
    [
      ['--fix', 'empty/tea.json'],
      'readme-lint: empty/tea.json is no README: name a file of Markdown or reStructuredText\n',
    ],
    [['empty'], 'readme-lint: empty: no README in this folder or below it\n'],
    [[], 'readme-lint: no README here: name a file or a folder, or create README.md\n'],
  ])('%j without a README is a mistake', async (argv, message) => {
    const folder = await project({ 'empty/x.txt': '', 'empty/tea.json': '{}' })
    expect(await lint(folder, argv)).toEqual({ code: 2, out: '', err: message })
  })

  it('is told where it is AsciiDoc', async () => {
    const { code, out } = await lint(await project({ 'README.adoc': '= Tea\n' }), [])
    expect(code).toBe(0)
    expect(out).toContain('README.adoc:1:1  info  Not checked: this README is AsciiDoc')
  })
})

describe('what is reported', () => {
  it('is every finding as text, with exit code 1', async () => {
    const { code, out } = await lint(await project({ 'README.md': faulty, 'package.json': manifest }), [
      '--rule',
      'link/dead-file',
    ])
    expect(code).toBe(1)
    expect(out).toContain('README.md:3:32  error  No file black in the repository; the section is "#black"')
  })

  it('is nothing for a clean README, with exit code 0', async () => {
    expect(await lint(await project({ 'README.md': clean }), [])).toEqual({
      code: 0,
      out: 'No problems in 1 file\n',
      err: '',
    })
  })

  it('is advice alone with exit code 0', async () => {
    const { code, out } = await lint(await project({ 'README.md': 'Tea.\n' }), ['--rule', 'top/title'])
    expect([code, out.includes('info')]).toEqual([0, true])
  })

  it('come as SARIF with the reason of each rule', async () => {
    const folder = await project({ 'README.md': '# Tea\n' })
    const { out } = await lint(folder, ['--format', 'sarif'])
    const { rules } = JSON.parse(out).runs[0].tool.driver
    const { summary, why } = findRule('image/alt')
    const alt = rules.find(({ id }: { id: string }) => id === 'image/alt')
    expect(alt).toMatchObject({ shortDescription: { text: summary }, help: { text: why, markdown: why } })
  })

  it('are errors only with --quiet', async () => {
    const folder = await project({ 'README.md': `${faulty}\n![](https://example.com/x.png)\n` })
    const { out } = await lint(folder, ['--quiet', '--format', 'json'])
    expect(JSON.parse(out).summary).toMatchObject({ errors: 2, warnings: 0, infos: 0 })
  })

  it('is in the form that GitHub Actions reads when it runs there', async () => {
    const { out } = await lint(await project({ 'README.md': faulty }), [], { env: { GITHUB_ACTIONS: 'true' } })
    expect(out).toMatch(/^::error file=README\.md,line=3/m)
  })

  it('has paths from the root of the repository where a forge reads it', async () => {
    const folder = await project({ 'packages/tea/README.md': faulty }, { git: {} })
    const cwd = folder.join('packages/tea')
    expect((await lint(folder, ['--format', 'github'], { cwd })).out).toContain('file=packages/tea/README.md')
    expect((await lint(folder, ['--format', 'text'], { cwd })).out).toContain('\nREADME.md:3')
  })
})

describe('fixing', () => {
  it('writes what is safe and reports what is left', async () => {
    const folder = await project({ 'README.md': faulty })
    const { code, out } = await lint(folder, ['--fix'])
    expect(await folder.read('README.md')).toBe(mended)
    expect([code, out.includes('#green'), out.includes('No file black')]).toEqual([1, true, false])
  })

  it('shows a diff and writes nothing with --diff', async () => {
    const folder = await project({ 'README.md': faulty })
    const { out } = await lint(folder, ['--diff'])
    expect(out).toContain('+Brews tea on time. See [black](#black) and [green](#green).')
    expect(await folder.read('README.md')).toBe(faulty)
  })

  it('takes suggestions only with --unsafe', async () => {
    const folder = await project({ 'README.md': clean, LICENSE: '', 'package.json': { ...manifest, license: 'MIT' } })
    await lint(folder, ['--fix'])
    expect(await folder.read('README.md')).toBe(clean)
    await lint(folder, ['--fix', '--unsafe'])
    expect(await folder.read('README.md')).toContain('## License\n\n[MIT](LICENSE)\n')
  })

  it('writes nothing with --check', async () => {
    const folder = await project({ 'README.md': faulty })
    expect((await lint(folder, ['--check'])).code).toBe(1)
    expect(await folder.read('README.md')).toBe(faulty)
  })

  test.each(['--check', '--diff'])('and %s contradict each other', async (flag) => {
    const { code, err } = await lint(await project({ 'README.md': clean }), ['--fix', flag])
    expect([code, err]).toEqual([2, 'readme-lint: --fix writes, --check and --diff do not: give one of them\n'])
  })
})

describe('standard input', () => {
  it('is read for -, as the README of this folder', async () => {
    const { code, out } = await lint(await project(), ['-'], { stdin: faulty })
    expect([code, out.includes('README.md:3:32')]).toEqual([1, true])
  })

  it('belongs where --stdin-path says', async () => {
    const folder = await project({ 'a/black': '' })
    const { out } = await lint(folder, ['-', '--stdin-path', 'a/Notes.md'], { stdin: faulty })
    expect(out).not.toContain('No file black')
    expect(out).toContain('a/Notes.md:3')
  })

  it('comes back fixed with --fix, the report beside it', async () => {
    const { out, err } = await lint(await project(), ['-', '--fix'], { stdin: faulty })
    expect(out).toBe(mended)
    expect(err).toContain('#green')
  })

  it('that is not UTF-8 is refused', async () => {
    const { code, err } = await lint(await project(), ['-'], { stdin: new Uint8Array([0x41, 0xff]) })
    expect(code).toBe(2)
    expect(err).toContain('standard input')
  })
})

describe('the config', () => {
  it('switches rules off and changes severities and options', async () => {
    const config = 'readme-lint:\n  rules:\n    link/dead-file: off\n    link/dead-anchor: {severity: info}\n'
    const folder = await project({ 'README.md': faulty, 'frontdoor.yml': config })
    const { code, out } = await lint(folder, ['--format', 'json'])
    const findings = JSON.parse(out).files[0].findings
    expect(findings.map(({ rule, severity }: { rule: string; severity: string }) => [rule, severity])).toEqual([
      ['link/dead-anchor', 'info'],
    ])
    expect(code).toBe(0)
  })

  it('gives a rule its options', async () => {
    const readme = '# Tea\n\nGreen tea.\n\n## Usage\n'
    const config = { 'readme-lint': { rules: { 'top/one-liner': { words: 2 } } } }
    const folder = await project({ 'README.md': readme })
    expect((await lint(folder, ['--rule', 'top/one-liner'])).code).toBe(1)
    await folder.write({ 'frontdoor.json': config })
    expect((await lint(folder, ['--rule', 'top/one-liner'])).code).toBe(0)
  })

  it('names the hosts', async () => {
    const folder = await project({
      'README.md': clean.replace('Brews', '[Brews](a.md)'),
      'a.md': '',
      'frontdoor.yml': 'readme-lint: {hosts: [nuget]}\n',
    })
    expect((await lint(folder, [])).out).toContain('dead on NuGet')
  })

  test.each([
    [
      'rules: {top/titel: off}',
      'frontdoor.yml:1:23: readme-lint.rules has no rule "top/titel"; did you mean "top/title"?',
    ],
    ['hosts: [mars]', 'frontdoor.yml:1:23:'],
    ['rules: {top/title: loud}', 'frontdoor.yml:1:34:'],
  ])('with %s is refused with its place', async (settings, message) => {
    const folder = await project({ 'README.md': clean, 'frontdoor.yml': `readme-lint: {${settings}}\n` })
    const { code, err } = await lint(folder, [])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('the profile', () => {
  const poor = { 'README.md': '# Tea\n\nBrews tea on time.\n', 'package.json': { name: 'tea', version: '1.0.0' } }
  const rulesOf = async (folder: TestProject, ...argv: string[]): Promise<string[]> => {
    const { out } = await lint(folder, [...argv, '--format', 'json'])
    return JSON.parse(out).files[0].findings.map(({ rule }: { rule: string }) => rule)
  }

  it('says what is expected of a project', async () => {
    const folder = await project(poor)
    expect(await rulesOf(folder)).toEqual(['section/help', 'section/install', 'section/usage'])
    expect(await rulesOf(folder, '--profile', 'none')).toEqual([])
    expect(await rulesOf(folder, '--profile', 'landing')).toContain('section/landing')
  })

  it('can be set in the config, where a flag goes before it', async () => {
    const folder = await project({ ...poor, 'frontdoor.yml': 'readme-lint: {profile: landing}\n' })
    expect(await rulesOf(folder)).toContain('section/landing')
    expect(await rulesOf(folder, '--profile', 'none')).toEqual([])
  })

  it('is overridden by what the config says of a rule', async () => {
    const rules =
      'section/install: off, section/usage: {severity: error}, section/features: warning, toc/missing: {lines: 5}'
    const folder = await project({ ...poor, 'frontdoor.yml': `readme-lint: {profile: none, rules: {${rules}}}\n` })
    expect(await rulesOf(folder)).toEqual(['section/features', 'section/usage'])
  })

  it('must be one that there is', async () => {
    const { code, err } = await lint(await project(poor), ['--profile', 'shop'])
    expect([code, err.includes('shop')]).toEqual([2, true])
    const folder = await project({ ...poor, 'frontdoor.yml': 'readme-lint: {profile: shop}\n' })
    expect((await lint(folder, [])).err).toContain('frontdoor.yml:1:24')
  })
})

describe('rules', () => {
  it('can be run alone', async () => {
    const { out } = await lint(await project({ 'README.md': 'x' }), ['--rule', 'top/title', '--format', 'json'])
    expect(JSON.parse(out).files[0].findings).toHaveLength(1)
  })

  it('are all listed, with their summaries', async () => {
    const { out } = await lint(await project(), ['--list-rules'])
    expect(out.trimEnd().split('\n')).toHaveLength(rules.length)
    expect(out).toContain('link/dead-file')
  })

  it('are listed as JSON', async () => {
    const { out } = await lint(await project(), ['--list-rules', '--format', 'json'])
    expect(JSON.parse(out)).toHaveLength(rules.length)
    expect(JSON.parse(out)[0]).toMatchObject({ name: rules[0]?.name, severity: rules[0]?.severity })
  })

  it('are explained', async () => {
    const { code, out } = await lint(await project(), ['explain', 'top/one-liner'])
    expect(code).toBe(0)
    expect(out).toContain('words: How many words')
  })

  test.each([
    [['explain', 'top/titel'], 'no rule "top/titel"; did you mean "top/title"?'],
    [['--rule', 'titel'], 'no rule "titel"; did you mean "top/title"?'],
    [['--rule', 'qqqq'], 'no rule "qqqq"; --list-rules lists them'],
    [['--unsafe'], '--unsafe adds suggestions to what --fix writes or --diff shows: give one of them, too'],
    [['--unsafe', '--check'], '--unsafe adds suggestions to what --fix writes or --diff shows: give one of them, too'],
    [['--allow-private'], '--allow-private is about the addresses that --link visits: give --link, too'],
    [
      ['--list-rules', '--format', 'sarif'],
      '--list-rules prints text or JSON: leave --format out, or give --format json',
    ],
  ])('%j that is unknown or says nothing is refused', async (argv, message) => {
    const { code, err } = await lint(await project({ 'README.md': clean }), argv)
    expect([code, err]).toEqual([2, `readme-lint: ${message}\n`])
  })
})
