import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { clean, faulty, lint } from './cli.ts'

const command = join(import.meta.dirname, '..', 'dist', 'cli.js')

const tree = {
  'README.md': `${faulty}\n[İ](#i) [ä](Ä.md) ![](x.png)\n`,
  'package.json': { name: 'tea', version: '1.0.0', repository: 'https://github.com/octo-org/tea', workspaces: ['p/*'] },
  'p/ä/README.md': faulty,
  'p/ä/package.json': { name: 'ae', version: '1.0.0' },
  'p/z/README.md': faulty.replaceAll('\n', '\r\n'),
  'p/z/package.json': { name: 'z', version: '1.0.0' },
  'p/I/README.md': clean,
  'p/I/package.json': { name: 'i', version: '1.0.0' },
}

/** Settings of a person that change what git prints, where it looks and what it runs. */
const hostile = `[core]
  quotePath = true
  excludesFile = ~/ignore
  hooksPath = ~/hooks
  pager = touch pwned
  fsmonitor = touch pwned
[alias]
  rev-parse = !touch pwned
  ls-files = !touch pwned
[diff]
  external = touch pwned
  relative = true
[url "https://evil.example/"]
  insteadOf = https://github.com/
[color]
  ui = always
[init]
  defaultBranch = evil
[remote "origin"]
  url = https://evil.example/x/y
[safe]
  bareRepository = all
`

describe('the same bytes give the same findings', () => {
  async function build(): Promise<TestProject> {
    const made = await project(tree, { git: { remote: 'https://github.com/octo-org/tea' } })
    await made.git('add', '.')
    await made.git('commit', '--quiet', '-m', 'start')
    return made
  }

  async function findings(cwd: string, argv: readonly string[], env: Record<string, string> = {}) {
    const world = { PATH: process.env.PATH ?? '', ...env }
    const given = [command, '--format', 'json', ...argv]
    const { stdout } = await promisify(execFile)(process.execPath, given, { cwd, env: world }).catch((error) => error)
    const files: { path: string; findings: unknown }[] = JSON.parse(stdout).files
    return Object.fromEntries(files.map(({ path, findings: list }) => [path.split('/').slice(-2).join('/'), list]))
  }

  test.each<[string, readonly string[], Record<string, string>]>([
    ['in another locale', [], { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' }],
    ['in another time zone', [], { TZ: 'Pacific/Kiritimati' }],
    ['named in another order', ['p/z', 'p/ä', 'p/I', 'README.md'], {}],
    ['found by a walk', ['.'], {}],
    ['with the other engine', ['--engine', 'remark'], {}],
    ['in one thread', ['--workers', '1'], {}],
    ['in two threads', ['--workers', '2'], {}],
    ['in more threads than READMEs', ['--workers', '9'], {}],
    ['with a cache, filled or not', ['--cache'], {}],
    ['with settings of git that lie', [], { HOME: '~', XDG_CONFIG_HOME: '~' }],
  ])('%s', async (_, argv, env) => {
    const folder = await build()
    const home = await project({ '.gitconfig': hostile, 'git/config': hostile, ignore: '*\n' })
    const expected = await findings(folder.path, [])
    const world = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, value === '~' ? home.path : value]),
    )
    expect(await findings(folder.path, argv, { XDG_CACHE_HOME: home.join('cache'), ...world })).toEqual(expected)
    expect(await findings(folder.path, argv, { XDG_CACHE_HOME: home.join('cache'), ...world })).toEqual(expected)
    expect(Object.values(expected).flat().length).toBeGreaterThan(10)
  })

  it('in another working directory', async () => {
    const folder = await build()
    const whole = await findings(folder.path, ['.'])
    expect(await findings(folder.join('p/z'), ['.'])).toEqual({ 'README.md': whole['z/README.md'] })
    expect(await findings(folder.join('p/I'), ['../z', '..', '../../README.md'])).toEqual(
      Object.fromEntries(
        Object.entries(whole).map(([path, list]) => [path.replace(/^README/, '../README').replace(/^I\//, ''), list]),
      ),
    )
  })

  it('when a person has settings of git that lie, and nothing of them is run', async () => {
    const folder = await build()
    const home = await project({ '.gitconfig': hostile, ignore: '*\n' })
    const env = { PATH: process.env.PATH, HOME: home.path }
    await folder.write({ 'p/z/README.md': `${faulty}\nMore.\n`, 'p/new/README.md': clean })
    for (const argv of [['--since', 'HEAD', '.'], ['--staged', '.'], ['--since', 'main', 'p'], ['.']]) {
      const plain = await lint(folder, [...argv, '--format', 'json'])
      expect(await lint(folder, [...argv, '--format', 'json'], { env })).toEqual(plain)
    }
    expect((await folder.git('status', '--porcelain', '--untracked-files=all')).includes('pwned')).toBe(false)
  })
})
