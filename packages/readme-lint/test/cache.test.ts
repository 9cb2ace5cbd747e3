import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FileTable, project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { loadedLibraries } from '../../kit/test/loaded.ts'
import { clean, faulty, lint, type Ran } from './cli.ts'

const manifest = { name: 'tea', version: '1.0.0', repository: 'https://github.com/octo-org/tea' }

/** A project whose cache is in its own node_modules, and has been filled. */
async function cached(files: FileTable): Promise<TestProject> {
  const folder = await project({ 'node_modules/x/index.js': '', ...files }, { git: {} })
  await run(folder)
  return folder
}

function run(folder: TestProject, ...argv: string[]): Promise<Ran> {
  return lint(folder, ['--cache', '--stats', '--format', 'json', '.', ...argv])
}

/** How many READMEs were not looked at again; the report must be what it is without a cache. */
async function hits(folder: TestProject, ...argv: string[]): Promise<number> {
  const { out, err } = await run(folder, ...argv)
  expect(out).toBe((await lint(folder, ['--format', 'json', '.', ...argv])).out)
  return Number(/(\d+) from the cache/.exec(err)?.[1])
}

const two = { 'README.md': faulty, 'package.json': manifest, 'a/README.md': clean, 'a/package.json': { name: 'a' } }

describe('a README is not looked at again', () => {
  it('while nothing has changed', async () => {
    expect(await hits(await cached(two))).toBe(2)
  })

  it.each<[string, FileTable]>([
    ['another README changes', { 'a/README.md': faulty }],
    ['the manifest of another package changes', { 'a/package.json': { name: 'b' } }],
  ])('while %s', async (_, change) => {
    const folder = await cached({ ...two, 'b/README.md': clean })
    await folder.write(change)
    expect(await hits(folder)).toBe(2)
  })

  it.each<[string, FileTable]>([
    ['a file comes that says nothing about the project', { 'lib/index.js': '', 'notes.txt': '' }],
    ['the manifest says the same in other words', { 'package.json': JSON.stringify(manifest) }],
  ])('while %s, nor looked up in the run after that', async (_, change) => {
    const folder = await cached(two)
    await folder.write(change)
    expect(await hits(folder)).toBe(2)
    const { err } = await run(folder)
    expect(err).not.toContain('project facts')
  })

  it('in a run that only looks at others', async () => {
    const folder = await cached(two)
    await lint(folder, ['--cache', 'a'])
    expect(await hits(folder)).toBe(2)
  })

  it('and no parser is even loaded', async () => {
    const folder = await cached({ 'README.md': clean })
    const argv = ['--cwd', folder.path, '.', '--engine', 'remark']
    const parsers = async (more: string[]) => {
      const libraries = await loadedLibraries(join(import.meta.dirname, '..', 'src', 'cli.ts'), [...argv, ...more])
      return libraries.filter((name) => ['remark-parse', 'satteri'].includes(name))
    }
    expect(await parsers([])).toContain('remark-parse')
    // In this world, the year may be another one.
    await parsers(['--cache'])
    expect(await parsers(['--cache'])).toEqual([])
  })
})

describe('a README is looked at again', () => {
  const files = {
    'README.md': `${faulty}\n[ink](docs/ink.md), [docs](docs)\n`,
    'docs/ink.md': '',
    'package.json': manifest,
  }

  it.each<[string, (folder: TestProject) => unknown]>([
    ['it changes', (folder) => folder.write({ 'README.md': `${faulty}\n![](https://example.com/x.png)\n` })],
    ['the manifest changes', (folder) => folder.write({ 'package.json': { ...manifest, private: true } })],
    ['another manifest comes', (folder) => folder.write({ 'pyproject.toml': '[project]\nname = "tea"\n' })],
    ['a file that it links to goes', (folder) => rmSync(folder.join('docs/ink.md'))],
    ['a folder that it links to goes', (folder) => rmSync(folder.join('docs'), { recursive: true })],
    ['a file that it lacked comes', (folder) => folder.write({ black: '' })],
    [
      'a rule is switched off',
      (folder) => folder.write({ 'frontdoor.yml': 'readme-lint: {rules: {link/dead-file: off}}' }),
    ],
    [
      'an option changes',
      (folder) => folder.write({ 'frontdoor.yml': 'readme-lint: {rules: {top/one-liner: {words: 9}}}' }),
    ],
    ['the hosts are set', (folder) => folder.write({ 'frontdoor.yml': 'readme-lint: {hosts: [nuget]}' })],
    ['the project takes sponsors', (folder) => folder.write({ '.github/FUNDING.yml': 'github: octo-org\n' })],
    ['the licence changes', (folder) => folder.write({ LICENSE: 'MIT License' })],
  ])('when %s', async (_, change) => {
    const folder = await cached(files)
    await change(folder)
    expect(await hits(folder)).toBe(0)
    expect(await hits(folder)).toBe(1)
  })

  it('when the remote changes, where no manifest names the repository', async () => {
    const folder = await cached({
      'README.md': clean,
      'pyproject.toml': '[project]\nname = "tea"\nversion = "1"\nreadme = "README.md"\n',
    })
    await folder.git('remote', 'add', 'origin', 'https://github.com/octo-org/tea')
    expect(await hits(folder)).toBe(0)
  })

  it('when only some rules are asked for', async () => {
    const folder = await cached(files)
    expect(await hits(folder, '--rule', 'link/dead-file')).toBe(0)
  })

  it('when the tool is of another version or time', async () => {
    const folder = await cached(files)
    const { err } = await lint(folder, ['--cache', '--stats'], { now: () => new Date('2027-01-01') })
    expect(err).toContain('0 from the cache')
  })

  it('when it can be mended, and is then known as it is now', async () => {
    const folder = await cached(files)
    await lint(folder, ['--fix', '--cache'])
    expect(await folder.read('README.md')).toContain('(#black)')
    expect(await hits(folder)).toBe(0)
    expect(await hits(folder)).toBe(1)
  })
})

describe('the cache file', () => {
  const path = 'node_modules/.cache/readme-lint/cache.json'

  test.each(['', '{}', 'x'.repeat(99), '\0'])('is ignored as %j', async (text) => {
    const folder = await cached(two)
    await folder.write({ [path]: text })
    expect(await hits(folder)).toBe(0)
    expect(await hits(folder)).toBe(2)
  })

  it('is ignored where a part of it is lost or changed', async () => {
    const folder = await cached(two)
    const bytes = readFileSync(folder.join(path))
    writeFileSync(folder.join(path), bytes.subarray(0, -20))
    expect(await hits(folder)).toBe(0)
    await folder.write({ [path]: (await folder.read(path)).replace('#green', '#white') })
    expect(await hits(folder)).toBe(0)
  })

  it('stays whole when runs write it at the same time, and nothing lies beside it', async () => {
    const folder = await cached(two)
    await folder.write({ 'a/README.md': faulty, 'README.md': clean })
    await Promise.all(Array.from({ length: 5 }, () => run(folder)))
    expect(await hits(folder)).toBe(2)
    expect(readdirSync(folder.join('node_modules/.cache/readme-lint'))).toEqual(['cache.json'])
  })

  it('lies in the folder of the user where the project has no node_modules', async () => {
    const folder = await project({ 'README.md': clean })
    const home = await project()
    const env = { PATH: process.env.PATH, XDG_CACHE_HOME: home.join('cache') }
    await lint(folder, ['--cache'], { env })
    expect(readdirSync(home.join('cache/frontdoor/readme-lint'))).toHaveLength(1)
    const { err } = await lint(folder, ['--cache', '--stats'], {
      env: { ...env, XDG_CACHE_HOME: undefined, HOME: home.path },
    })
    expect(err).toContain('0 from the cache')
    expect(
      existsSync(
        home.join(
          process.platform === 'darwin' ? 'Library/Caches/frontdoor/readme-lint' : '.cache/frontdoor/readme-lint',
        ),
      ),
    ).toBe(true)
    expect((await lint(folder, ['--cache', '--stats'], { env })).err).toContain('1 from the cache')
  })

  it('lies in the folder that the user names for caches, with and without node_modules', async () => {
    const folder = await cached({ 'README.md': clean })
    const home = await project()
    await lint(folder, ['--cache'], { env: { PATH: process.env.PATH, FRONTDOOR_CACHE: home.path } })
    expect(readdirSync(home.join('readme-lint'))).toHaveLength(1)
  })

  it('is no failure where there is no place for it', async () => {
    const folder = await project({ 'README.md': clean })
    const env = { PATH: process.env.PATH, XDG_CACHE_HOME: folder.join('README.md') }
    for (const world of [env, { PATH: process.env.PATH }])
      expect(await lint(folder, ['--cache'], { env: world })).toEqual({
        code: 0,
        out: 'No problems in 1 file\n',
        err: '',
      })
  })

  it('forgets folders that are gone', async () => {
    const folder = await cached(two)
    rmSync(folder.join('a'), { recursive: true })
    await folder.write({ 'README.md': clean })
    await run(folder)
    expect(await folder.read(path)).not.toContain(`${folder.join('a')}"`)
  })
})
