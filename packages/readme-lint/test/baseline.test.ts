import { project } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { clean, faulty, found, lint } from './cli.ts'

const name = 'readme-lint-baseline.json'

describe('a baseline', () => {
  it('holds what is found, and then only what is new is reported', async () => {
    const folder = await project({ 'README.md': faulty })
    expect(await lint(folder, ['--write-baseline'])).toEqual({
      code: 0,
      out: '',
      err: `readme-lint: ${name} holds 2 findings; --baseline ${name} reports only what is new\n`,
    })
    expect(await lint(folder, ['--baseline', name])).toEqual({ code: 0, out: 'No problems in 1 file\n', err: '' })
    await folder.write({ 'README.md': `${faulty}\n[white](#white)\n` })
    const { code, out } = await lint(folder, ['--baseline', name])
    expect(code).toBe(1)
    expect(out).toContain('#white')
    expect(out).not.toContain('#green')
  })

  it('knows a finding again when lines come before it, and from any working directory', async () => {
    const folder = await project({ 'a/README.md': faulty, x: '' }, { git: {} })
    await lint(folder, ['a', '--write-baseline', '--baseline', 'known.json'])
    await folder.write({ 'a/README.md': faulty.replace('\n\n', '\n\nNew.\n\nNewer.\n\n') })
    expect(await found(folder, ['a', '--baseline', 'known.json'])).toEqual(['a/README.md'])
    const cwd = folder.join('a')
    expect(await found(folder, ['--baseline', '../known.json'], { cwd })).toEqual(['README.md'])
  })

  it('does not hold a second fault of the same kind', async () => {
    const folder = await project({ 'README.md': `${clean}\n[x](#x)\n` })
    await lint(folder, ['--write-baseline'])
    await folder.write({ 'README.md': `${clean}\n[x](#x)\n\n[x](#x)\n` })
    expect(await found(folder, ['--baseline', name])).toEqual(['README.md link/dead-anchor'])
  })

  it('keeps what it holds about files that are not looked at, and is the same text when nothing has changed', async () => {
    const folder = await project({ 'a/README.md': faulty, 'b/README.md': faulty })
    await lint(folder, ['.', '--write-baseline'])
    const before = await folder.read(name)
    await lint(folder, ['b', '--write-baseline'])
    expect(await folder.read(name)).toBe(before)
    await folder.write({ 'b/README.md': clean })
    await lint(folder, ['b', '--write-baseline'])
    expect(Object.keys(JSON.parse(await folder.read(name)).files)).toEqual(['a/README.md'])
  })

  it('holds what --fix leaves', async () => {
    const folder = await project({ 'README.md': faulty })
    await lint(folder, ['--fix', '--write-baseline'])
    expect(Object.values(JSON.parse(await folder.read(name)).files['README.md'])).toEqual([
      expect.stringMatching(/^link\/dead-anchor: /),
    ])
  })

  test.each([
    [['--baseline', 'none.json'], 'none.json: no such file; --write-baseline writes it'],
    [['--baseline', 'README.md'], 'README.md: this is no baseline of readme-lint; name another file'],
    [
      ['--write-baseline', '--baseline', 'package.json'],
      'package.json: this is no baseline of readme-lint; name another file',
    ],
    [['--write-baseline', '--diff'], '--write-baseline writes, --check and --diff do not: give one of them'],
  ])('%j is a mistake, and nothing is written', async (argv, message) => {
    const folder = await project({ 'README.md': faulty, 'package.json': '{}' })
    expect(await lint(folder, argv)).toEqual({ code: 2, out: '', err: `readme-lint: ${message}\n` })
    expect(await folder.read('package.json')).toBe('{}')
  })
})

describe('--max-warnings', () => {
  const warn = { 'frontdoor.yml': 'readme-lint: {rules: {link/dead-anchor: warning}}\n' }
  const anchors = ['black', 'oolong', 'white']
  const warnings = (count: number) => ({
    ...warn,
    'README.md': [clean, ...anchors.slice(0, count).map((name) => `[${name}](#${name})\n`)].join('\n'),
  })

  test.each([
    ['1', 1, 0],
    ['1', 2, 1],
    ['0', 1, 1],
    [undefined, 1, 1],
  ])('%s with %d warnings exits %d', async (limit, count, code) => {
    const folder = await project(warnings(count))
    const argv = ['--rule', 'link/dead-anchor', ...(limit === undefined ? [] : ['--max-warnings', limit])]
    expect((await lint(folder, argv)).code).toBe(code)
  })

  it('says that there are too many', async () => {
    const { err } = await lint(await project(warnings(3)), ['--rule', 'link/dead-anchor', '--max-warnings', '2'])
    expect(err).toBe('readme-lint: 3 warnings are more than the 2 of --max-warnings\n')
  })

  it('lets no error pass', async () => {
    expect((await lint(await project({ 'README.md': faulty }), ['--max-warnings', '99'])).code).toBe(1)
  })

  test.each(['many', '-1', '1.5', ''])('%j is no number', async (limit) => {
    const { code, err } = await lint(await project({ 'README.md': clean }), [`--max-warnings=${limit}`])
    expect([code, err.includes('max-warnings')]).toEqual([2, true])
  })
})
