import { chmodSync, readFileSync } from 'node:fs'
import type { FileTable } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { admits } from '../src/model/admits.ts'
import { changelogGen, testEnv } from './run.ts'

const workspace: FileTable = {
  'package.json': { private: true, workspaces: ['packages/*'] },
  'packages/core/package.json': { name: 'core', version: '1.2.0', devDependencies: { peer: 'workspace:*' } },
  'packages/caret/package.json': { name: 'caret', version: '1.0.0', dependencies: { core: '^1.0.0' } },
  'packages/exact/package.json': { name: 'exact', version: '1.0.0', dependencies: { core: 'workspace:*' } },
  'packages/peer/package.json': { name: 'peer', version: '1.0.0', peerDependencies: { core: 'workspace:^' } },
}

/** A changeset that asks for these levels. */
const asks = (...levels: string[]): FileTable => ({
  '.changeset/cups.md': `---\n${levels.join('\n')}\n---\n\nHold cups\n`,
})

const config = (settings: object): FileTable => ({
  'frontdoor.yml': JSON.stringify({ 'changelog-gen': { dependents: 'out-of-range', ...settings } }),
})

/** The next versions of all packages of the workspace, whose first release has these tags. */
async function versions(tags: readonly string[], files: FileTable): Promise<string[]> {
  const made = await repository([{ message: 'feat: start', tags }], { ...workspace, ...files })
  const { code, stdout, stderr } = await changelogGen(made, ['next', '--package', 'all'])
  expect(code, stderr).toBe(0)
  return stdout.trim().split('\n').filter(Boolean)
}

const released = ['core@1.2.0', 'caret@1.0.0', 'exact@1.0.0', 'peer@1.0.0']

describe('the packages of a workspace', () => {
  test.each<[string, FileTable, readonly string[]]>([
    ['all that depends on it', asks('core: patch'), ['caret 1.0.1', 'core 1.2.1', 'exact 1.0.1', 'peer 1.0.1']],
    ['what does not admit its new version', { ...config({}), ...asks('core: minor') }, ['core 1.3.0', 'exact 1.0.1']],
    [
      'every range that ends before its new version',
      { ...config({}), ...asks('core: major') },
      ['caret 1.0.1', 'core 2.0.0', 'exact 1.0.1', 'peer 1.0.1'],
    ],
    [
      'nothing else, where they never do',
      { ...config({ dependents: 'never' }), ...asks('core: major') },
      ['core 2.0.0'],
    ],
    [
      'what needs it for development only, where all do',
      { ...config({ dependents: 'all' }), ...asks('peer: patch') },
      ['core 1.2.1', 'caret 1.0.1', 'exact 1.0.1', 'peer 1.0.1'].sort(),
    ],
    [
      'nothing that needs it for development only, where they always do',
      { ...config({ dependents: 'always' }), ...asks('peer: patch') },
      ['peer 1.0.1'],
    ],
    [
      'a fixed group, with one version',
      { ...config({ fixed: [['co*', 'peer']] }), ...asks('peer: minor') },
      ['core 1.3.0', 'exact 1.0.1', 'peer 1.3.0'],
    ],
    [
      'of a linked group what has changes, with one version',
      { ...config({ linked: [['core', 'caret', 'peer']] }), ...asks('peer: minor', 'caret: patch') },
      ['caret 1.3.0', 'peer 1.3.0'],
    ],
  ])('release %s', async (_, files, expected) => {
    expect(await versions(released, files)).toEqual(expected)
  })

  test.each<[string, FileTable, string]>([
    ['core', { ...config({ fixed: [['co*', 'peer']] }), ...asks('peer: minor') }, 'core 1.3.0\n'],
    ['caret', { ...config({ linked: [['core', 'caret', 'peer']] }), ...asks('caret: patch') }, 'caret 1.2.1\n'],
    ['caret', { ...config({ linked: [['core', 'caret', 'peer']] }), ...asks('core: patch') }, ''],
  ])('have the version that their group gives them where one is asked for: %s', async (name, files, expected) => {
    const made = await repository([{ message: 'feat: start', tags: released }], { ...workspace, ...files })
    const { stdout, stderr } = await changelogGen(made, ['next', '--package', name])
    expect(stdout, stderr).toBe(expected)
  })

  const changesets = (settings: object): FileTable => ({ '.changeset/config.json': settings })

  test.each<[string, FileTable, string]>([
    ['commits release nothing', { ...changesets({}), ...asks('core: minor') }, 'core 1.3.0\nexact 1.0.1\n'],
    [
      'groups and what is ignored are known',
      { ...changesets({ fixed: [['co*', 'peer']], ignore: ['exact'] }), ...asks('peer: minor') },
      'core 1.3.0\npeer 1.3.0\n',
    ],
    ['nothing may be due', changesets({}), ''],
    [
      'a setting of ours counts more',
      { ...changesets({}), 'frontdoor.yml': 'changelog-gen:\n  sources: [git]\n' },
      'caret 1.0.1\n',
    ],
  ])('are released as the config of changesets has it: %s', async (_, files, expected) => {
    const commits = [
      { message: 'feat: start', tags: released },
      { message: 'fix: lids', paths: ['packages/caret/a'] },
    ]
    const made = await repository(commits, { ...workspace, ...files })
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect(stdout, stderr).toBe(expected)
  })

  test('have the version of the repository where its tags are theirs', async () => {
    const commits = [
      { message: 'feat: start', tags: ['v1.2.0'] },
      { message: 'feat: lids', paths: ['packages/exact/a'] },
    ]
    const member = (name: string) => ({ name, version: '1.2.0+spec-3' })
    const files = { 'packages/caret/package.json': member('caret'), 'packages/exact/package.json': member('exact') }
    const made = await repository(commits, { ...workspace, ...files })
    const all = await changelogGen(made, ['next', '--package', 'all'])
    expect(all.stdout, all.stderr).toBe('caret 1.3.0\ncore 1.3.0\nexact 1.3.0\n')
    const caret = await changelogGen(made, ['next', '--package', 'caret'])
    expect(caret.stdout, caret.stderr).toBe('caret 1.3.0\n')
  })

  test('are not changed by what is said of them in their changelog', async () => {
    const commits = [
      { message: 'feat: start', tags: released },
      { message: 'Fix a date', paths: ['packages/caret/CHANGELOG.md'] },
      { message: 'Hold lids', paths: ['packages/peer/CHANGELOG.md', 'packages/peer/a'] },
    ]
    const made = await repository(commits, { ...workspace, ...config({}) })
    expect((await changelogGen(made, ['next', '--package', 'all'])).stdout).toBe('peer 1.0.1\n')
  })

  test.each<[string, FileTable, readonly string[], string]>([
    [
      'modules of Go',
      { 'go.mod': 'module example.com/tea\n', 'cups/lids/go.mod': 'module example.com/tea/cups/lids\n' },
      ['v1.0.0', 'cups/lids/v0.3.0'],
      'example.com/tea/cups/lids 0.4.0\n',
    ],
    [
      'gems',
      { 'cups/lids/tea-lids.gemspec': "Gem::Specification.new do |spec|\n  spec.name = 'tea-lids'\nend\n" },
      ['tea-lids/v0.3.0'],
      'tea-lids 0.4.0\n',
    ],
    [
      'projects of Rush, be they tagged or not',
      {
        'rush.json': '{ // all\n  "projects": [{ "packageName": "lids", "projectFolder": "cups/lids" }] }\n',
        'cups/lids/package.json': { name: 'lids', version: '0.3.0' },
      },
      [],
      'lids 0.3.0\n',
    ],
    [
      'projects of .NET, whose tags leave out what they all are of',
      {
        'Tea.sln': [
          'Project("{1}") = "Tea.Cups", "cups/Tea.Cups.csproj", "{2}"\nEndProject',
          'Project("{1}") = "Tea.Cups.Lids", "cups/lids/Tea.Cups.Lids.csproj", "{3}"\nEndProject',
          'Project("{1}") = "Tea.Cups.Tests", "test/Tea.Cups.Tests.csproj", "{4}"\nEndProject\n',
        ].join('\n'),
        'test/Tea.Cups.Tests.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>\n',
        'cups/Tea.Cups.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>\n',
        'cups/lids/Tea.Cups.Lids.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>\n',
      },
      ['Cups-1.0.0', 'Cups.Lids-0.3.0'],
      'Tea.Cups.Lids 0.4.0\n',
    ],
  ])('are %s', async (_, files, tags, expected) => {
    const commits = [
      { message: 'feat: start', tags },
      { message: 'feat: hold', paths: ['cups/lids/a'] },
    ]
    const { stdout, stderr } = await changelogGen(await repository(commits, files), ['next', '--package', 'all'])
    expect(stdout, stderr).toBe(expected)
  })

  test('are released by changesets where one tag is that of all', async () => {
    const commits = [{ message: 'feat: start', tags: ['v1.0.0'] }, 'fix: lids']
    const alone = { 'package.json': { name: 'tea', version: '1.0.0' }, ...changesets({}), ...asks('tea: minor') }
    const made = await repository(commits, alone)
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.1.0\n')
    expect((await changelogGen(made, ['next', '--package', 'tea'])).stdout).toBe('tea 1.1.0\n')
    const member = (name: string) => ({ [`packages/${name}/package.json`]: { name, version: '1.0.0' } })
    const files = { ...workspace, ...member('core'), ...member('peer'), ...member('caret'), ...member('exact') }
    const several = await repository(commits, { ...files, ...changesets({}), ...asks('core: minor') })
    const { stdout } = await changelogGen(several, ['next'])
    expect(stdout).toBe('caret 1.1.0\ncore 1.1.0\nexact 1.1.0\npeer 1.1.0\n')
  })

  test('are told by their commits where the changesets of a release are gone', async () => {
    const commits = ['feat: start', { message: 'fix: lids', tags: ['v1.0.0'] }, 'fix: pots']
    const alone = { 'package.json': { name: 'tea', version: '1.0.0' }, ...changesets({}), ...asks('tea: minor') }
    const made = await repository(commits, alone)
    await changelogGen(made, [])
    const text = readFileSync(`${made.path}/CHANGELOG.md`, 'utf8')
    expect(text).toMatch(/Hold cups[\s\S]*## 1\.0\.0\n\n### Minor Changes\n\n.*Start\n\n### Patch Changes\n\n.*Lids\n/)
    expect(text).not.toContain('Pots')
  })

  test.each([
    ['is written as changesets does where there is none', {}, '### Minor Changes'],
    [
      'keeps the style that people began it in',
      { 'packages/core/CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand\n' },
      '### Added\n\n- By hand\n- Hold cups',
    ],
  ])('have a changelog that %s, with the config of changesets', async (_, files, expected) => {
    const given = { ...workspace, ...changesets({}), ...asks('core: minor'), ...files }
    const made = await repository([{ message: 'feat: start', tags: released }], given)
    const { stderr } = await changelogGen(made, ['--package', 'core'])
    expect(readFileSync(`${made.path}/packages/core/CHANGELOG.md`, 'utf8'), stderr).toContain(expected)
  })

  test('are named at the config of changesets where that names one that is not there', async () => {
    const made = await repository([{ message: 'feat: start' }], { ...workspace, ...changesets({ fixed: [['pan']] }) })
    const { code, stderr } = await changelogGen(made, ['next'])
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('.changeset/config.json') })
  })

  test.each<[string, unknown, readonly string[]]>([
    ['globs of folders', ['packages/c*'], ['caret 1.0.1', 'core 1.2.1']],
    ['globs of names', ['./packages/*et', 'pe*', 'core'], ['caret 1.0.1', 'peer 1.0.1', 'core 1.2.1']],
    ['none of those behind a !', ['!caret', '!./packages/ex*/'], ['core 1.2.1', 'peer 1.0.1']],
    [
      'none of them, whatever else is said',
      ['!caret', 'packages/*', 'core'],
      ['core 1.2.1', 'exact 1.0.1', 'peer 1.0.1'],
    ],
    ['none of those that are not named', ['!!(core|pe*)'], ['core 1.2.1', 'peer 1.0.1']],
    ['those that are published', 'public', ['caret 1.0.1', 'core 1.2.1', 'exact 1.0.1']],
    ['those that are published, without some', ['public', '!exact'], ['caret 1.0.1', 'core 1.2.1']],
    ['all but one that is not there', ['!nobody'], ['caret 1.0.1', 'core 1.2.1', 'exact 1.0.1', 'peer 1.0.1']],
    ['all', ['auto'], ['caret 1.0.1', 'core 1.2.1', 'exact 1.0.1', 'peer 1.0.1']],
  ])('are those of a list: %s', async (_, packages, expected) => {
    const peer = { name: 'peer', version: '1.0.0', private: true, peerDependencies: { core: 'workspace:^' } }
    const files = {
      ...config({ packages, dependents: 'always' }),
      ...asks('core: patch'),
      'packages/peer/package.json': peer,
    }
    expect(await versions(released, files)).toEqual(expected)
  })

  test('that have nothing to load are published, unless they say that they are private', async () => {
    const config = { name: 'settings', version: '1.0.0', devDependencies: { core: '^1.2.0' } }
    const files = { ...asks('settings: minor'), 'frontdoor.yml': 'changelog-gen:\n  packages: public\n' }
    const found = (one: object) => versions(released, { ...files, 'packages/settings/package.json': one })
    expect(await found(config)).toContain('settings 1.0.0')
    expect(await found({ ...config, private: true })).not.toContain('settings 1.0.0')
  })

  test.each([{}, { version: '1.0.0' }])(
    'that are private and were never released are examples: only who names one means it (%j)',
    async (version) => {
      const files = {
        ...config({ dependents: 'always' }),
        ...asks('core: patch', 'peer: patch'),
        'packages/peer/package.json': {
          name: 'peer',
          private: true,
          ...version,
          dependencies: { core: 'workspace:^' },
        },
      }
      const tags = released.filter((tag) => !tag.startsWith('peer'))
      expect(await versions(tags, files)).toEqual(['caret 1.0.1', 'core 1.2.1', 'exact 1.0.1'])
      expect(await versions(tags, { ...files, 'packages/peer/CHANGELOG.md': '# peer\n' })).toHaveLength(4)
    },
  )

  test.each([
    ['publish = false', {}, ''],
    ['publish = false', { 'bench/CHANGELOG.md': '# Changelog\n' }, 'bench 0.3.0\n'],
    ['publish = true', {}, 'bench 0.3.0\n'],
  ])('with `%s` are examples beside others where nothing else tells of releases: %j', async (says, more, expected) => {
    const crate = (name: string) => `[package]\nname = "${name}"\nversion = "0.3.0"\n`
    const made = await repository([{ message: 'feat: start', paths: ['bench/a'] }], {
      'Cargo.toml': '[workspace]\nmembers = ["*"]\n',
      'bench/Cargo.toml': `${crate('bench')}${says}\n`,
      'tea/Cargo.toml': crate('tea'),
      ...more,
    })
    const { stdout, stderr } = await changelogGen(made, ['next', '--package', 'all'])
    expect(stdout, stderr).toBe(expected)
    expect((await changelogGen(made, ['next', '--package', 'bench'])).stdout).toContain('0.3.0')
  })

  test.each<[string, string, string]>([
    ['the tags of the repository where they have its version', '1.2.0', 'core 1.3.0\n'],
    ['none of those where they were never released', '0.1.0', 'core 0.1.0\n'],
    ['their own where those have it', '0.0.9', 'core 0.1.0\n'],
  ])('have %s', async (_, version, expected) => {
    const commits = [
      { message: 'feat: start', tags: ['v0.1.0', ...(version === '0.1.0' ? [] : ['core@0.0.9'])] },
      { message: 'feat: a handle', paths: ['packages/core/a'], tags: ['v1.2.0', 'peer@1.0.0'] },
      { message: 'feat: a lid', paths: ['packages/core/b'] },
    ]
    const files = { ...workspace, 'packages/core/package.json': { name: 'core', version } }
    const made = await repository(commits, files)
    const { stdout, stderr } = await changelogGen(made, ['next', '--package', 'core'])
    expect(stdout, stderr).toBe(expected)
  })

  test('are what all manifests of their folder say', async () => {
    const files = {
      ...workspace,
      ...asks('core: patch', 'lid: minor'),
      'packages/caret/jsr.json': { name: '@s/caret', version: '1.0.0' },
      'packages/lid/pyproject.toml': '[project]\nname = "acme-lid"\nversion = "1.0.0"\n',
      'packages/lid/package.json': { name: 'lid', version: '1.0.0' },
    }
    const all = ['core 1.2.1', '@s/caret 1.0.1', 'exact 1.0.1', 'acme-lid 1.1.0', 'peer 1.0.1']
    expect((await versions([...released, 'lid_v1.0.0'], files)).sort()).toEqual(all.sort())
  })

  test('are found by tags with an underscore behind the name', async () => {
    const commits = [
      { message: 'feat: start', tags: ['core_v1.2.0', 'v9.0.0'] },
      { message: 'feat: a handle', paths: ['packages/core/a'] },
    ]
    const made = await repository(commits, workspace)
    const { stdout, stderr } = await changelogGen(made, ['next', '--package', 'core'])
    expect(stdout, stderr).toBe('core 1.3.0\n')
  })

  test.each([
    ['their folder, where their name ends with it', { 'cups/package.json': 'tea-cups' }, 'tea-cups 1.3.0\n'],
    ['no folder that their name does not have', { 'cups/package.json': 'teacups' }, 'teacups 1.0.0\n'],
    [
      'no folder that another package is called',
      { 'cups/package.json': 'tea-cups', 'pots/package.json': 'cups' },
      'tea-cups 1.0.0\ncups 1.3.0\n',
    ],
  ])('are found by tags with the name of %s', async (_, named, expected) => {
    const folders = Object.entries<string>(named)
    const manifests = folders.map(([path, name]) => [`packages/${path}`, { name, version: '1.0.0' }])
    const files = { 'package.json': workspace['package.json'], ...Object.fromEntries(manifests) }
    const commits = [
      { message: 'feat: start', tags: ['cups_v1.2.0'] },
      { message: 'feat: a handle', paths: folders.map(([path]) => `packages/${path.split('/')[0]}/a`) },
    ]
    const { stdout, stderr } = await changelogGen(await repository(commits, files), ['next', '--package', 'all'])
    expect(stdout, stderr).toBe(expected)
  })

  test.each<[readonly string[], string]>([
    [['services/*'], 'cup 1.1.0\npot 2.1.0\n'],
    [['services/**', '!pot'], 'cup 1.1.0\nlid 3.1.0\n'],
    [['./*/{cup,none}'], 'cup 1.1.0\n'],
  ])('need no workspace where globs name their folders: %j', async (packages, expected) => {
    const own = (name: string, version: string) => `[project]\nname = "${name}"\nversion = "${version}"\n`
    const paths = ['services/cup/a', 'services/pot/a', 'services/deep/lid/a']
    const commits = [
      { message: 'feat: start', tags: ['cup-v1.0.0', 'pot-v2.0.0', 'lid-v3.0.0'] },
      { message: 'feat: a handle', paths },
    ]
    const made = await repository(commits, {
      ...config({ packages }),
      'services/cup/pyproject.toml': own('cup', '1.0.0'),
      'services/pot/pyproject.toml': own('pot', '2.0.0'),
      'services/deep/lid/pyproject.toml': own('lid', '3.0.0'),
      'services/node_modules/x/package.json': { name: 'x', version: '1.0.0' },
      'services/README.md': 'Services',
    })
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect(stdout, stderr).toBe(expected)
  })

  test.each([
    [
      ['core', 'nobody'],
      'frontdoor.yml:1:66: there is no package "nobody"; the workspace has caret, core, exact, peer',
    ],
    [['packages/*', '!packages/**'], 'no package is left of those that packages/*, !packages/** name'],
  ])('must be there: %j', async (packages, message) => {
    const made = await repository(['feat: start'], { ...workspace, ...config({ packages }) })
    const { code, stderr } = await changelogGen(made, ['next'])
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  const missing = 'there is no package "croe"; the workspace has caret, core, exact, peer'
  test.each<[string, FileTable, string]>([
    ['a fragment', asks('croe: minor'), `.changeset/cups.md: ${missing}`],
    ['a fragment of another one', asks('peer: minor', 'croe: minor'), `.changeset/cups.md: ${missing}`],
    ['a group with one version', config({ fixed: [['core', 'croe']] }), `frontdoor.yml:1:64: ${missing}`],
    [
      'a group whose released members get one',
      config({ linked: [['croe', 'packages/*']] }),
      `frontdoor.yml:1:58: ${missing}`,
    ],
  ])('must be there, where %s names one', async (_, files, message) => {
    const made = await repository(['feat: start'], { ...workspace, ...files })
    const { code, stderr } = await changelogGen(made, ['next', '--package', 'all'])
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  test('have one version where they inherit it', async () => {
    const crate = (name: string, version: string) => ({
      [`crates/${name}/Cargo.toml`]: `[package]\nname = "${name}"\n${version}\n`,
    })
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n\n[workspace.package]\nversion = "1.2.0"\n',
      ...crate('core', 'version.workspace = true'),
      ...crate('peer', 'version.workspace = true'),
      ...crate('exact', 'version = "1.0.0"'),
    }
    const tags = ['core-v1.2.0', 'peer-v1.2.0', 'exact-v1.0.0']
    const made = await repository([{ message: 'feat: start', tags }], {
      ...config({}),
      ...files,
      ...asks('peer: minor'),
    })
    expect((await changelogGen(made, ['next', '--package', 'all'])).stdout).toBe('core 1.3.0\npeer 1.3.0\n')
  })

  test('have tags of a form that the config gives, and no manifest where it lists their folders', async () => {
    const files = {
      'package.json': '{}',
      'libs/cups/package.json': { name: '@tea/cups', version: '1.0.0' },
      'libs/pots/main.c': '',
    }
    const settings = { tags: '{name}/v{version}', packages: ['libs/cups', './libs/pots/'] }
    const commits = [
      { message: 'feat: start', tags: ['cups/v1.0.0', 'pots/v2.0.0', 'pots-3.0.0'] },
      { message: 'feat: a lid', paths: ['libs/pots/lid.c'] },
      { message: 'fix: a handle', paths: ['libs/cups/handle.ts'] },
    ]
    const made = await repository(commits, { ...files, ...config(settings) })
    const expected = '@tea/cups 1.0.1\npots 2.1.0\n'
    expect((await changelogGen(made, ['next'])).stdout).toBe(expected)
    expect((await changelogGen(made, ['next', '--package', 'all'])).stdout).toBe(expected)
    expect((await changelogGen(made, ['next', '--package', 'pots'])).stdout).toBe('pots 2.1.0\n')
    const { code, stderr } = await changelogGen(made, ['next', '--package', 'libs/mugs'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is no package "libs/mugs"')])
  })

  test('have tags with their names, and the root has those without', async () => {
    const files = { 'package.json': { name: 'tea', private: true }, 'cups/a.c': '' }
    const settings = { tags: ['{name}-v{version}', 'v{version}'], packages: ['.', 'cups'] }
    const commits = [
      { message: 'feat: start', tags: ['v3.0.0', 'cups-v1.0.0'] },
      { message: 'feat: a lid', paths: ['cups/lid.c'] },
      { message: 'fix: a kettle', paths: ['kettle.c'] },
    ]
    const made = await repository(commits, { ...files, ...config(settings) })
    expect((await changelogGen(made, ['next'])).stdout).toBe('tea 3.0.1\ncups 1.1.0\n')
  })

  const series = ['core@1.3.0-next.2', 'caret@1.1.0-next.0']

  test.each<[string, FileTable, readonly string[]]>([
    ['goes on', { ...config({}), ...asks('core: minor') }, ['caret 1.1.0-next.1', 'core 1.3.0-next.3']],
    [
      'ends for all where the changesets say so',
      { ...config({ sources: ['fragments'] }), ...asks('core: minor'), '.changeset/pre.json': { mode: 'exit' } },
      ['caret 1.1.0', 'core 1.3.0'],
    ],
    [
      'ends, be its last version tagged or not',
      {
        ...config({ sources: ['fragments'] }),
        '.changeset/pre.json': { mode: 'exit' },
        'packages/core/CHANGELOG.md': '# core\n\n## 1.3.0-next.3\n\n- Cups\n',
      },
      ['caret 1.1.0', 'core 1.3.0'],
    ],
  ])('are in a series of prereleases that %s', async (_, files, expected) => {
    expect(await versions(series, files)).toEqual(expected)
  })

  test('have their changelogs from one walk of the history', async () => {
    const made = await repository([{ message: 'feat: start', tags: released }], {
      ...workspace,
      ...asks('core: patch'),
    })
    const folder = made.join('bin')
    await made.write({
      'bin/git': `#!/bin/sh\necho "$@" >> '${folder}/calls'\nPATH='${process.env.PATH}' exec git "$@"\n`,
    })
    chmodSync(made.join('bin/git'), 0o755)
    const env = { ...testEnv, PATH: `${folder}:${process.env.PATH}` }
    const { code } = await changelogGen(made, ['release', 'auto', '--package', 'all'], { env })
    const walks = readFileSync(made.join('bin/calls'), 'utf8')
      .split('\n')
      .filter((call) => call.includes('%B'))
    // One for what is new in each package, one for what their changelogs lack.
    expect([code, walks.length]).toEqual([0, 2])
  })

  test.each([
    [
      'changesets',
      '### Patch Changes\n\n- Updated dependencies [[HASH](https://github.com/o/r/commit/HASH)]\n  - `core@1.2.1`\n  - `peer@1.0.1`\n',
    ],
    ['keep-a-changelog@1.1.0', '### Changed\n\n- Bump `core` from 1.2.0 to 1.2.1\n- Bump `peer` from 1.0.0 to 1.0.1\n'],
  ])('tell of what they depend on as %s does', async (style, expected) => {
    const commits = [
      { message: 'feat: start', tags: released },
      {
        message: 'Hold cups',
        files: asks('core: patch', 'peer: patch'),
      },
    ]
    const caret = { name: 'caret', version: '1.0.0', dependencies: { core: '*', peer: '*' } }
    const made = await repository(commits, { ...workspace, 'packages/caret/package.json': caret })
    await made.git('checkout', '-q', 'main')
    await made.write({ ...config({ sources: ['fragments'], style, dependents: 'always' }) })
    const { code, stderr } = await changelogGen(made, ['release', 'auto', '--package', 'all', '--date', '2025-02-01'])
    expect(code, stderr).toBe(0)
    const text = readFileSync(made.join('packages/caret/CHANGELOG.md'), 'utf8')
    const section = /\n## (?:\[?1\.0\.1\]?.*)\n\n([\s\S]*?)(?=\n##? |\n\[)/.exec(text)?.[1]
    expect(section?.replaceAll(/\b[\da-f]{7,40}\b/g, 'HASH')).toBe(expected)
  })

  test('read what Cargo says of versions', async () => {
    const crate = (name: string, version: string, dependency = '') => ({
      [`crates/${name}/Cargo.toml`]: `[package]\nname = "${name}"\nversion = "${version}"\n\n[dependencies]\n${dependency}\n`,
    })
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
      ...crate('core', '1.2.0'),
      ...crate('caret', '1.0.0', 'core = { path = "../core", version = "1.2" }'),
      ...crate('exact', '1.0.0', 'core = "=1.2.0"'),
      ...crate('both', '1.0.0', 'core = ">=1.2, <1.3"'),
      ...crate('path', '1.0.0', 'core = { path = "../core" }'),
    }
    const made = await repository(
      [{ message: 'feat: start', tags: ['core-v1.2.0', 'caret-v1.0.0', 'exact-v1.0.0', 'both-v1.0.0', 'path-v1.0.0'] }],
      { ...config({}), ...files, ...asks('core: minor') },
    )
    const { stdout } = await changelogGen(made, ['next', '--package', 'all'])
    expect(stdout).toBe('both 1.0.1\ncore 1.3.0\nexact 1.0.1\npath 1.0.1\n')
  })

  const told = { ...config({ sources: ['fragments'] }), 'packages/core/CHANGELOG.md': '# core\n\n## 1.2.1\n\n- Cups\n' }

  test.each<[string, FileTable, readonly string[]]>([
    ['waits for its tag', told, ['core 1.2.1', 'exact 1.0.1']],
    ['is over where fragments follow it', { ...told, ...asks('core: patch') }, ['core 1.2.2', 'exact 1.0.1']],
    ['is over where fragments of another package do', { ...told, ...asks('caret: patch') }, ['caret 1.0.1']],
    [
      'is over where a package is never published',
      { ...told, 'packages/core/package.json': { name: 'core', version: '1.2.1', private: true } },
      [],
    ],
  ])('have a version in the changelog that %s', async (_, files, expected) => {
    expect(await versions(released, files)).toEqual(expected)
  })
})

test.each([
  ['^1.0.0', '1.9.0', true],
  ['^1.0.0', '2.0.0', false],
  ['^1.0.0 || ^2.0.0', '2.0.0', true],
  ['>=1.0.0 <2.0.0', '1.5.0', true],
  ['^1.0.0', '1.1.0-rc.1', false],
  ['*', '9.0.0', true],
  ['1.0.0', '1.0.1', false],
  ['workspace:*', '1.0.1', false],
  ['workspace:^', '1.1.0', true],
  ['workspace:~', '1.1.0', false],
  ['workspace:^1.0.0', '1.1.0', true],
  ['workspace:../core', '1.0.1', false],
  ['catalog:', '1.0.1', false],
  ['', '1.0.1', false],
])('%j beside 1.0.0 admits %s: %s', (range, version, expected) => {
  expect(admits({ name: 'core', range }, version, '1.0.0')).toBe(expected)
})

describe('the first tag of a package', () => {
  const files: FileTable = {
    'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
    'packages/cup/package.json': { name: '@tea/cup', version: '0.1.0' },
    'packages/pot/package.json': { name: '@tea/pot', version: '0.1.0' },
  }

  test.each<[string, readonly string[], FileTable, string]>([
    ['is the usual one', [], {}, '@tea/cup@0.1.0'],
    ['is like those of others', ['@tea/pot@v1.0.0'], {}, '@tea/cup@v0.1.0'],
    ['is without the scope where those of others are', ['pot-v1.0.0'], {}, 'cup-v0.1.0'],
    ['is like the newest of those', ['pot@1.0.0', '@tea/pot/v1.1.0'], {}, '@tea/cup/v0.1.0'],
    [
      'is as the config has it',
      ['@tea/pot@1.0.0'],
      { 'frontdoor.yml': 'changelog-gen: { tags: "{name}_v{version}" }\n' },
      '@tea/cup_v0.1.0',
    ],
  ])('%s', async (_, tags, more, expected) => {
    const commits = [...tags.map((tag, at) => ({ message: `chore: ${at}`, tags: [tag] })), 'feat: brew']
    const made = await repository(commits, { ...files, ...more }, 'https://github.com/o/tea.git')
    await changelogGen(made, ['release', '0.1.0', '--package', '@tea/cup'])
    expect(await made.read('packages/cup/CHANGELOG.md')).toContain(`/compare/${expected}...HEAD`)
  })
})
