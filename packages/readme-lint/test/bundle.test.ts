import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '@frontdoor/kit/cli'
import { type FileTable, memoryIo, project } from '@frontdoor/kit/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { program } from '../src/program.ts'

const bundle = join(import.meta.dirname, '..', 'dist', 'cli.js')
const readme = { 'README.md': '# Larder\n\n[a](b) ![](c.png) [ü](#d)\n' }
const packages = { 'packages/a/package.json': { name: 'a' }, 'packages/a/README.md': '# a\n' }

// Every import() of the sources is reached by one of these: that is where a bundle can differ.
describe('the bundle says what the sources say', () => {
  beforeAll(() => {
    if (!existsSync(bundle)) throw new Error('readme-lint is not built: run npm run build')
  })

  it.each<[string, FileTable, ...string[]]>([
    ['as text', {}, '--format', 'text'],
    ['as JSON', {}, '--format', 'json'],
    ['as SARIF', {}, '--format', 'sarif'],
    ['as JUnit XML', {}, '--format', 'junit'],
    ['to GitHub Actions', {}, '--format', 'github'],
    ['to GitLab', {}, '--format', 'gitlab'],
    ['as a diff', {}, '--diff'],
    ['as a preview in files', {}, 'preview', '--out', 'site'],
    [
      'of references in HTML',
      { 'README.md': '<b title="&ampx &notin; &lt=">&amp;&notit; &NotEqualTilde; &#x80; &#xD800; &am &copy</b>\n' },
      ...['render', '--host', 'github', '--as', 'html', 'README.md'],
    ],
    ['about its options', {}, '--help'],
    ['about what a word may become', {}, '--complete', '--rule', 'top/'],
    ['to a shell', {}, 'completions', 'zsh'],
    ['about its rules', {}, '--list-rules'],
    ['about a rule', {}, 'explain', 'top/source-link'],
    ['about a rule that is none', {}, 'explain', 'top/sauce-link'],
    [
      'about a document that a worker reads',
      { 'README.md': `# Larder\n\n${'*a* b [c](#d)\n\n'.repeat(200)}${'text '.repeat(90_000)}\n` },
      '--engine',
      'remark',
      '--quiet',
    ],
    ['about reStructuredText', { 'README.rst': 'Larder\n======\n\n`a <b>`_\n' }, 'README.rst'],
    ['in a project of Python', { 'pyproject.toml': '[project]\nname = "larder"\nlicense = "(MIT OR ISC)"\n' }],
    ['in a project of Java', { 'pom.xml': '<project><artifactId>larder</artifactId><version>1</version></project>' }],
    ['in a project of Dart', { 'pubspec.yaml': 'name: larder\nrepository: https://github.com/octo-org/larder\n' }],
    ['in a project with sponsors', { '.github/FUNDING.yml': 'github: octo-org\n' }],
    ['in a workspace of npm', { 'package.json': { workspaces: ['packages/*'] }, ...packages }],
    ['in a workspace of pnpm', { 'package.json': {}, 'pnpm-workspace.yaml': 'packages: ["packages/*"]', ...packages }],
    ['with options in YAML', { 'frontdoor.yml': 'readme-lint:\n  nonsense: 1\n' }],
    ['with options in JSON', { 'frontdoor.jsonc': '{"readme-lint": {"nonsense": 1} /* why */}' }],
    ['with options in TOML', { 'frontdoor.toml': '[readme-lint]\nnonsense = 1\n' }],
  ])('%s', async (_, files, ...argv) => {
    const { path } = await project({ ...readme, ...files })
    const io = memoryIo({ cwd: path, env: { PATH: process.env.PATH } })
    const code = await run({ ...program, version: 'any' }, argv, io)
    expect(await runBundle(path, argv)).toEqual({ code, stdout: io.stdout.text, stderr: io.stderr.text })
    expect(io.stderr.text).not.toContain('internal error')
  })
})

describe('satteri', () => {
  it('is taken from beside the bundle', async () => {
    const { path } = await project(readme)
    expect(await runBundle(path, ['--engine', 'satteri'])).toEqual(await runBundle(path, ['--engine', 'remark']))
  })

  it.each<[string, FileTable]>([
    ['is not there', {}],
    [
      'has another version than the one whose trees are known to be equal',
      {
        'node_modules/satteri/package.json': { name: 'satteri', version: '0.10.4', exports: './dist/index.js' },
        'node_modules/satteri/dist/index.js': 'throw new Error("not to be loaded")',
      },
    ],
  ])('is done without where it %s, and missed where it was asked for', async (_, files) => {
    const { path } = await project({ ...readme, ...files, 'OTHER.md': '# Other\n', 'cli.cjs': readFileSync(bundle) })
    const copy = join(path, 'cli.cjs')
    expect(await runBundle(path, [], copy)).toEqual(await runBundle(path, ['--engine', 'remark'], copy))
    const { code, stderr } = await runBundle(path, ['--engine', 'satteri', 'README.md', 'OTHER.md'], copy)
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'readme-lint: satteri cannot be loaded; install satteri beside the tool (npm install satteri@0.10.5) or use --engine remark\n',
    })
  })
})

function runBundle(
  cwd: string,
  argv: readonly string[],
  file: string = bundle,
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH }
    execFile(process.execPath, [file, ...argv], { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout: withoutVersion(stdout), stderr })
    })
  })
}

/** SARIF names the version, which only the build knows. */
function withoutVersion(text: string): string {
  return text.replace(/"version": "\d+\.\d+\.\d+[^"]*",(?=\s*"informationUri)/, '"version": "any",')
}
