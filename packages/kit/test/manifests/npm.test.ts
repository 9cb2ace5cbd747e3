import { describe, expect, it, test } from 'vitest'
import { readManifest } from '../../src/manifests/manifest.ts'
import { npm } from '../../src/manifests/npm.ts'
import { vscode } from '../../src/manifests/vscode.ts'
import type { Manifest } from '../../src/project.ts'
import { filesWith } from '../folders.ts'

describe('npm', () => {
  it('reads what package.json says', async () => {
    const found = await read({
      name: '@scope/pkg',
      version: '1.2.3',
      description: ' A thing ',
      license: 'MIT',
      homepage: 'https://example.com',
      repository: { type: 'git', url: 'git+https://github.com/o/r.git', directory: './packages/pkg/' },
      bugs: { url: 'https://github.com/o/r/issues' },
      funding: [{ type: 'github', url: 'https://github.com/sponsors/o' }, 'https://opencollective.com/o'],
      bin: { thing: './cli.js', other: './other.js' },
    })
    expect(found).toEqual({
      ecosystem: 'npm',
      path: 'package.json',
      name: '@scope/pkg',
      version: '1.2.3',
      description: 'A thing',
      license: 'MIT',
      private: false,
      homepage: 'https://example.com',
      issues: 'https://github.com/o/r/issues',
      funding: ['https://github.com/sponsors/o', 'https://opencollective.com/o'],
      commands: ['thing', 'other'],
      members: [],
      repository: {
        forge: 'github',
        host: 'github.com',
        owner: 'o',
        name: 'r',
        directory: 'packages/pkg',
        url: 'https://github.com/o/r',
      },
    })
  })

  test.each([
    [{ scripts: { start: 'node server' } }, {}, true],
    [{ scripts: { 'docs:dev': 'vitepress dev docs' } }, {}, true],
    [{ scripts: { 'docs:dev': 'vitepress dev docs' }, module: 'tea.mjs' }, {}, false],
    [{ scripts: { start: 'node server' } }, { 'index.js': '' }, false],
    [{ scripts: { dev: 'astro dev' }, main: 'a.js' }, { 'a.js': '' }, false],
    [{ scripts: { start: 'webpack serve' }, main: 'index.js' }, {}, true],
    [{ scripts: { start: 'webpack serve' }, main: 'index.js' }, { 'index.ts': '' }, false],
    [{ scripts: { test: 'markdownlint .' }, main: 'README.md' }, {}, true],
    [{ scripts: { dev: 'astro dev' }, publishConfig: {} }, {}, false],
    [{ scripts: { test: 'vitest' } }, {}, false],
    [{ scripts: { test: 'vitest' }, devDependencies: { vitest: '1' } }, {}, true],
    [{ devDependencies: { vitest: '1' } }, { 'index.d.ts': '' }, false],
    [{ devDependencies: { vitest: '1' }, dependencies: { a: '1' } }, {}, false],
    [{ devDependencies: { vitest: '1' }, bin: './a.js' }, {}, false],
    [{ devDependencies: { vitest: '1' }, scripts: { all: 'npm publish && cd a' } }, {}, false],
    [{ devDependencies: { vitest: '1' }, publishConfig: {} }, {}, false],
    [{ devDependencies: { vitest: '1', cup: 'workspace:*' } }, {}, false],
    [{ dependencies: { bootstrap: '5' } }, { 'pyproject.toml': '' }, true],
    [{ dependencies: { bootstrap: '5' } }, {}, false],
    [{ dependencies: { esbuild: '1' }, main: 'index.js' }, { 'composer.json': '' }, true],
    [{ dependencies: { esbuild: '1' }, main: 'index.js' }, { 'composer.json': '', 'index.js': '' }, false],
    [{ dependencies: { esbuild: '1' }, main: 'dist/a.js' }, { 'composer.json': '' }, false],
    [{ main: 'index.js' }, { 'composer.json': '' }, false],
    [{ private: true }, {}, true],
    [{ workspaces: ['packages/*'] }, {}, true],
    [{ workspaces: ['packages/*'], exports: './a.js' }, {}, false],
    [{ workspaces: ['packages/*'], main: 'index.js', scripts: { build: 'tsc' } }, {}, false],
    [{ workspaces: ['packages/*'], main: 'index.js', scripts: { test: 'exit 1' } }, {}, true],
    [{ workspaces: ['packages/*'], main: 'index.js' }, { 'index.js': '' }, false],
    [{ main: 'api/index.js' }, { 'vercel.json': '{}' }, true],
    [{ main: 'index.js', files: ['lib'] }, { 'vercel.json': '{}' }, false],
    [{ main: 'app.js', scripts: { start: 'migrate && node ./app.js' } }, {}, true],
    [{ main: 'server', scripts: { start: 'node --trace-warnings server.js' } }, {}, true],
    [{ main: 'app.js', scripts: { start: 'node ./app.js' }, bin: 'app.js' }, {}, false],
    [{ main: 'app.js', scripts: { start: 'node demo.js' } }, { 'app.js': '' }, false],
    [{ main: './app', scripts: { start: 'node demo.js' } }, { 'app.js': '' }, false],
    [{ main: 'app.js', scripts: { start: 'node server', build: 'webpack' } }, {}, true],
    [{ main: 'dist/app.js', scripts: { start: 'node demo.js', build: 'webpack' } }, {}, false],
    [{ main: 'a.js', exports: './a.js', devDependencies: { 'electron-builder': '1' } }, {}, true],
    [
      { main: 'a.js', exports: { '.': './a.js', './b': './b.js' }, devDependencies: { 'electron-builder': '1' } },
      {},
      false,
    ],
    [{ main: 'a.js', devDependencies: { electron: '1' } }, {}, false],
    [{ main: 'main.js', devDependencies: { obsidian: '1' } }, { 'manifest.json': '' }, true],
    [{ main: 'main.js', devDependencies: { obsidian: '1' } }, {}, false],
    [{ types: 'a.d.ts', devDependencies: { obsidian: '1' } }, { 'manifest.json': '' }, false],
  ])('tells from %j with %j whether a package is never published', async (data, others, hidden) => {
    expect((await read({ name: 'a', version: '1.0.0', ...data }, others))?.private).toBe(hidden)
  })

  test.each([
    ['o/r', 'https://github.com/o/r'],
    ['gitlab:o/r', 'https://gitlab.com/o/r'],
    [{ url: 'o/r' }, 'https://github.com/o/r'],
    [{ url: 42 }, undefined],
    ['file:../r', undefined],
    [['o/r'], undefined],
    [null, undefined],
  ])('reads the repository %j', async (repository, url) => {
    expect((await read({ name: 'a', repository }))?.repository?.url).toBe(url)
  })

  test.each([
    [{ homepage: 'https://github.com/o/r#readme' }, 'https://github.com/o/r'],
    [{ bugs: 'https://github.com/o/r/issues' }, 'https://github.com/o/r'],
    [{ homepage: 'https://example.com/o/r' }, undefined],
    [{ repository: 'a/b', homepage: 'https://github.com/o/r' }, 'https://github.com/a/b'],
  ])('takes the repository from another address only where there is none: %j', async (data, url) => {
    expect((await read({ name: 'a', ...data }))?.repository?.url).toBe(url)
  })

  test.each([
    [{ name: 'a', private: true }, true],
    [{ name: 'a', private: false }, false],
    [{ name: 'a' }, false],
    [{ scripts: {} }, true],
  ])('of %j is private: %s', async (data, expected) => {
    expect((await read(data))?.private).toBe(expected)
  })

  test.each([
    [{ license: { type: 'MIT', url: 'https://example.com' } }, 'MIT'],
    [{ licenses: [{ type: 'MIT' }, { type: 'Apache-2.0' }] }, 'MIT OR Apache-2.0'],
    [{ license: '' }, undefined],
    [{ license: 7 }, undefined],
  ])('reads the licence of %j', async (data, license) => {
    expect((await read({ name: 'a', ...data }))?.license).toBe(license)
  })

  it('calls a single command after the package', async () => {
    expect((await read({ name: '@scope/tool', bin: './cli.js' }))?.commands).toEqual(['tool'])
  })

  it('lists the commands of a folder', async () => {
    const found = await read({ name: 'a', directories: { bin: './bin' } }, { 'bin/one': '', 'bin/two': '' })
    expect(found?.commands).toEqual(['one', 'two'])
  })

  test.each([
    [{ workspaces: ['packages/*', '!packages/x'] }, {}, ['packages/*', '!packages/x']],
    [{ workspaces: { packages: ['a'], nohoist: ['b'] } }, {}, ['a']],
    [{ workspaces: ['a'] }, { 'pnpm-workspace.yaml': 'packages:\n  - b\n  - "c/*"\n' }, ['b', 'c/*']],
    [{}, { 'pnpm-workspace.yaml': 'catalog:\n  a: 1\n' }, []],
  ])('knows the members of the workspace %j', async (data, others, members) => {
    expect((await read({ name: 'a', ...data }, others))?.members).toEqual(members)
  })

  it('leaves out addresses that are none', async () => {
    const found = await read({ name: 'a', homepage: 'javascript:alert(1)', bugs: 'me@example.com', funding: 'soon' })
    expect(found).toMatchObject({ funding: [] })
    expect(found).not.toHaveProperty('homepage')
    expect(found).not.toHaveProperty('issues')
  })

  it('takes a byte order mark for no part of the file', async () => {
    const found = await readManifest(npm, filesWith({ 'package.json': '\uFEFF{"name":"a"}' }), 'package.json')
    expect(found?.name).toBe('a')
  })

  test.each([
    ['{"name": "a",}', 'not valid JSON: property name expected at line 1, column 14'],
    ['{\n  "name" "a"\n}', 'not valid JSON: colon expected at line 2, column 10'],
    ['{"name": "a" // b\n}', 'not valid JSON: invalid comment token at line 1, column 14'],
    ['', 'not valid JSON: value expected at line 1, column 1'],
  ])('says where %j is broken', async (source, message) => {
    await expect(readManifest(npm, filesWith({ 'package.json': source }), 'package.json')).rejects.toThrow(message)
  })

  it('says that the workspace file is the broken one', async () => {
    const files = filesWith({ 'package.json': '{}', 'pnpm-workspace.yaml': 'packages: [a' })
    await expect(readManifest(npm, files, 'package.json')).rejects.toMatchObject({
      message: expect.stringMatching(/^not valid YAML: .* at line 1, column \d+$/),
      cause: 'pnpm-workspace.yaml',
    })
  })
})

describe('vscode', () => {
  const extension = { name: 'vim', publisher: 'vscodevim', engines: { vscode: '^1.80.0' } }

  it('reads an extension by the name of its marketplace', async () => {
    const source = JSON.stringify({ ...extension, license: 'MIT', sponsor: { url: 'https://github.com/sponsors/o' } })
    const found = await readManifest(vscode, filesWith({ 'package.json': source }), 'package.json')
    expect(found).toMatchObject({
      ecosystem: 'vscode',
      name: 'vscodevim.vim',
      license: 'MIT',
      private: false,
      funding: ['https://github.com/sponsors/o'],
    })
  })

  it('is not npm, and npm is not one', async () => {
    expect(await read(extension)).toBeUndefined()
    const files = filesWith({ 'package.json': JSON.stringify({ name: 'a', engines: { node: '>=20' } }) })
    expect(await readManifest(vscode, files, 'package.json')).toBeUndefined()
  })
})

function read(data: object, others: Readonly<Record<string, string>> = {}): Promise<Manifest | undefined> {
  return readManifest(npm, filesWith({ 'package.json': JSON.stringify(data), ...others }), 'package.json')
}
