import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { importNx } from '../src/import/nx.ts'
import { changelogGen, outcomes, verdicts } from './run.ts'

const packages = {
  'package.json': { private: true, workspaces: ['libs/*'] },
  'libs/cup/package.json': { name: '@tea/cup', version: '1.0.0' },
  'libs/pot/package.json': { name: '@tea/pot', version: '2.0.0', devDependencies: { '@tea/cup': 'workspace:*' } },
  'libs/lid/package.json': { name: '@tea/lid', version: '3.0.0', private: true },
}

const tags = ['@tea/cup@1.0.0', 'pot@2.0.0', '@tea/lid@3.0.0']

async function nextWith(release: object, start: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const commits = [
    { message: 'feat: start', tags: start },
    { message: 'feat: a handle', paths: ['libs/cup/a'] },
    { message: 'fix: a rim', paths: ['libs/lid/a'] },
  ]
  const made = await repository(commits, { ...packages, 'nx.json': { release }, ...files })
  await changelogGen(made, ['init'])
  return (await changelogGen(made, ['next'])).stdout
}

const settings = (release: object) => importNx(release).settings
const independent = { projectsRelationship: 'independent' }

// As nx 24.0.6 has it: config.js, conventional-commits.js, version-plans.js, release-group-processor.js, read on 2026-11-26.
describe('the settings of Nx', () => {
  test.each<[string, object, readonly string[], string]>([
    ['one version for all', {}, ['v1.0.0'], '1.1.0\n'],
    ['another form of tags', { releaseTag: { pattern: 'tea-{version}' } }, ['tea-1.0.0'], '1.1.0\n'],
    ['the form of before', { releaseTagPattern: '{version}' }, ['1.0.0'], '1.1.0\n'],
    ['a version for each that is published', independent, tags, '@tea/cup 1.1.0\n@tea/pot 2.0.1\n'],
    ['those that are named', { ...independent, projects: ['lid', 'directory:libs/p*'] }, tags, '@tea/lid 3.0.1\n'],
    ['all but some', { ...independent, projects: ['!po*', '!nobody'] }, tags, '@tea/cup 1.1.0\n@tea/lid 3.0.1\n'],
    [
      'none for what depends on them',
      { ...independent, version: { updateDependents: 'never' } },
      tags,
      '@tea/cup 1.1.0\n',
    ],
    [
      'one version for each group',
      {
        releaseTag: { pattern: '{projectName}@{version}' },
        groups: {
          a: { projects: ['libs/cup', 'pot'] },
          b: { projects: 'lid', projectsRelationship: 'independent' },
        },
      },
      tags,
      '@tea/cup 2.1.0\n@tea/pot 2.1.0\n@tea/lid 3.0.1\n',
    ],
  ])('give %s', async (_, release, start, expected) => {
    expect(await nextWith(release, start)).toBe(expected)
  })

  const plan = (...levels: string[]) => ({
    '.nx/version-plans/1.md': `---\n${levels.join('\n')}\n---\n\nHold more tea\n`,
  })

  test.each<[string, object, Readonly<Record<string, string>>, string]>([
    ['of packages', independent, plan("'@tea/cup': feat!", 'lid: prepatch'), '@tea/cup 2.0.0\n@tea/pot 2.0.1\n'],
    ['of all of them', { groups: { a: { projects: ['*'] } } }, plan('__default__: minor'), '1.1.0\n'],
  ])('take version plans %s', async (_, release, files, expected) => {
    const start = release === independent ? tags : ['a-v1.0.0']
    expect(await nextWith({ ...release, versionPlans: true }, start, files)).toBe(expected)
  })

  test('list version plans in the sections of Nx, and no commits', async () => {
    const made = await repository(['feat: start'], {
      ...packages,
      'nx.json': { release: { versionPlans: true } },
      ...plan('__default__: minor'),
    })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(['source', '🚀 Features'])
  })

  test.each<[object, readonly string[], string]>([
    [{}, ['🚀 Features', '🔥 Performance', 'category', 'category', '📖 Documentation', 'Other Changes'], '2.0.0'],
    [
      { docs: { changelog: { title: 'Told' } }, chore: { semverBump: 'patch', changelog: false }, wip: true },
      ['🚀 Features', '🔥 Performance', 'category', 'wip', 'Told', 'Other Changes'],
      '2.0.0',
    ],
    [
      { feat: false },
      ['category', '🔥 Performance', 'category', 'category', '📖 Documentation', 'Other Changes'],
      '2.0.0',
    ],
  ])('list what Nx lists with %j', async (types, wanted, version) => {
    const told = ['feat: a', 'perf: b', 'chore: c', 'wip: d', 'docs!: e', 'odd!: f']
    const made = await repository([{ message: 'feat: start', tags: ['v1.0.0'] }, ...told], {
      'nx.json': { release: { conventionalCommits: { types } } },
    })
    await changelogGen(made, ['init'])
    expect(outcomes((await verdicts(made)).slice(1))).toEqual(wanted)
    expect((await changelogGen(made, ['next'])).stdout).toBe(`${version}\n`)
  })

  test.each<[object, string, string]>([
    [{}, 'perf: a', ''],
    [{}, 'fix: a', '1.0.1\n'],
    [{ perf: true }, 'perf: a', '1.0.1\n'],
    [{ chore: { semverBump: 'minor', changelog: { hidden: true } } }, 'chore: a', '1.1.0\n'],
    [{ feat: { changelog: { title: 'New' } } }, 'feat: a', '1.1.0\n'],
  ])('count versions with %j for %s', async (types, message, version) => {
    const made = await repository([{ message: 'feat: start', tags: ['v1.0.0'] }, message], {
      'nx.json': { release: { conventionalCommits: { types } } },
    })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe(version)
  })

  test('say what a change does below 1.0.0', () => {
    const strict = (adjustSemverBumpsForZeroMajorVersion: boolean) => ({
      version: { adjustSemverBumpsForZeroMajorVersion },
    })
    const all = [{}, strict(true), strict(false), { releaseTagPatternRequireSemver: true }]
    expect(all.map((one) => settings(one).zero)).toEqual(['patch', 'patch', 'major', 'major'])
  })

  test('give every package a changelog where the workspace has none', () => {
    expect(
      settings({ projects: ['libs/*'], changelog: { workspaceChangelog: false, projectChangelogs: true } }),
    ).toMatchObject({ packages: ['libs/*'], fixed: [['libs/*']], tags: ['v{version}'] })
  })

  test('say what cannot be had', () => {
    const release = {
      projects: ['tag:npm:public'],
      docker: true,
      git: { commit: true },
      version: { preVersionCommand: 'x', versionPrefix: '~', wat: 1 },
      changelog: { projectChangelogs: { file: '{workspaceRoot}/NEWS.md', createRelease: 'github', renderer: 'x' } },
      groups: { a: { projects: ['cup'], git: {} }, b: { projects: ['pot'], changelog: { file: false } } },
    }
    expect(importNx(release).notes).toMatchInlineSnapshot(`
      [
        "groups.a: patterns of "tags" hold for all packages, so a-v{version} has to name them: {name}",
        "groups.b: patterns of "tags" hold for all packages, so b-v{version} has to name them: {name}",
        "projects: tag:npm:public: tags of Nx are not known here; name the packages",
        "version: it is asked for there; here, commits and fragments say it",
        "conventionalCommits.useCommitScope: what a commit does to a package is its type, whatever its scope says",
        "git: no commit or tag is made; let the release job do it",
        "docker: versions of images are not made here",
        "version.preVersionCommand: no program is run; let the release job do it",
        "version.versionPrefix: the version in manifests is not written; let the release job do it with "changelog-gen next"",
        "version.wat: there is no such setting here, so it is left out",
        "changelog.projectChangelogs.file: name the file with --changelog",
        "changelog.projectChangelogs.createRelease: call "changelog-gen publish"",
        "changelog.projectChangelogs.renderer: the changelog is written in the style that it has; see "template" for a layout of your own",
        "groups.a.git: no commit or tag is made; let the release job do it",
        "groups.b.changelog.file: call only "changelog-gen publish"",
      ]
    `)
    expect(importNx({ version: { conventionalCommits: true }, changelog: { projectChangelogs: true } }).notes).toEqual([
      expect.stringContaining('changelog.projectChangelogs: the changelog of the workspace is written'),
      expect.stringContaining('conventionalCommits.useCommitScope: '),
    ])
  })
})
