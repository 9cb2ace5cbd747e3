import { project } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { clean, faulty, lint } from './cli.ts'

const manifest = { name: 'tea', version: '1.0.0', repository: 'https://github.com/octo-org/tea' }

describe('init', () => {
  it('writes a config that changes nothing, and says what it has found', async () => {
    const folder = await project({ 'README.md': faulty, 'package.json': manifest, '.github/README.md': clean })
    const before = await lint(folder, [])
    const { code, out, err } = await lint(folder, ['init'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatchInlineSnapshot(`
      "Wrote frontdoor.yml. This project, as readme-lint sees it:
        READMEs     README.md, .github/README.md
        shown on    GitHub, npm
        manifests   package.json
        repository  https://github.com/octo-org/tea
      "
    `)
    expect(await lint(folder, [])).toEqual(before)
  })

  it('tells of all places that show one of the READMEs, since the setting holds for all of them', async () => {
    const folder = await project({
      'README.md': clean,
      'package.json': { private: true, workspaces: ['packages/*'], repository: manifest.repository },
      'packages/tea/package.json': manifest,
      'packages/tea/README.md': clean,
    })
    const { out } = await lint(folder, ['init'])
    expect(out).toContain('  shown on    GitHub, npm\n  manifests   package.json, packages/tea/package.json\n')
    expect(await folder.read('frontdoor.yml')).toContain('# hosts: [github, npm]')
  })

  it('writes settings that hold once they are uncommented', async () => {
    const folder = await project({ 'README.md': faulty, 'package.json': manifest })
    await lint(folder, ['init'])
    const settings = (await folder.read('frontdoor.yml')).replaceAll(/^ {2}# (?=(?:ignore|hosts|rules):| )/gm, '  ')
    await folder.write({ 'frontdoor.yml': settings })
    const { err, out } = await lint(folder, ['--verbose', '--rule', 'link/dead-anchor'])
    expect(err).toContain('config: frontdoor.yml')
    expect(out).toContain('warning')
  })

  test.each([
    ['frontdoor.yml', '# mine\n'],
    ['frontdoor.json', '{}'],
    ['.config/frontdoor.toml', ''],
    ['package.json', '{"frontdoor": {}}'],
  ])('leaves %s as it is', async (name, text) => {
    const folder = await project({ 'README.md': clean, [name]: text })
    const { code, err } = await lint(folder, ['init'])
    expect([code, err]).toEqual([
      2,
      `readme-lint: ${name} is there already, and is the config of this project: edit it\n`,
    ])
    expect(await folder.read(name)).toBe(text)
  })

  it('writes nothing where there is no README', async () => {
    const folder = await project()
    expect((await lint(folder, ['init'])).code).toBe(2)
    await expect(folder.read('frontdoor.yml')).rejects.toThrow('ENOENT')
  })
})

describe('what is told beside the report', () => {
  it('is how long what took, with --stats', async () => {
    const folder = await project({ 'README.md': clean })
    const plain = await lint(folder, [])
    const { code, out, err } = await lint(folder, ['--stats'])
    expect({ code, out }).toEqual({ code: plain.code, out: plain.out })
    expect(err).toMatch(/^readme-lint: 1 README, 0 from the cache, \d+ ms:\n/)
    for (const name of ['parsing', 'project facts', 'link/dead-file'])
      expect(err).toMatch(new RegExp(`\\d ms {2}${name}\n`))
  })

  it('is what was found out about the project, with --verbose', async () => {
    const files = {
      'README.md': clean,
      'package.json': manifest,
      'Cargo.toml': 'not [toml',
      'frontdoor.yml': 'readme-lint: {}\n',
    }
    const { err } = await lint(await project(files), ['--verbose'])
    expect(err).toContain('readme-lint: README.md: shown on GitHub, npm; config: frontdoor.yml\n')
    expect(err).toContain('readme-lint:   manifests: package.json (tea)\n')
    expect(err).toContain('repository: https://github.com/octo-org/tea')
    expect(err).toContain('Cargo.toml could not be read: ')
  })
})
