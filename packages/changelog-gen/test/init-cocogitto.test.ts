import { readFileSync } from 'node:fs'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { changelogGen, initialised, outcomes, verdicts } from './run.ts'

// As src/settings and src/conventional of cocogitto 7 have it (8cfddce of 2026-03-04), read on 2026-11-28.
describe('the settings of cocogitto', () => {
  const told = ['feat: a', 'fix: b', 'chore: c', 'chore!: d', 'cook: e', 'free text']

  test.each([
    ['', ['Features', 'Bug Fixes', 'Miscellaneous Chores', 'Miscellaneous Chores', 'category', 'category']],
    [
      '[commit_types]\nfeat = { changelog_title = "<!-- 0 -->New" }\nchore = { omit_from_changelog = true }\ncook = { changelog_title = "Cooked" }\n',
      ['New', 'Bug Fixes', 'category', 'Miscellaneous Chores', 'Cooked', 'category'],
    ],
  ])('sort commits with %j', async (config, wanted) => {
    const made = await repository(told, { 'cog.toml': `ignore_merge_commits = true\n${config}` })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(wanted)
  })

  test.each([
    ['perf: a', ''],
    ['fix: a', '1.2.1\n'],
    ['cook: a', '1.3.0\n'],
    ['docs!: a', '2.0.0\n'],
  ])('move the version for %s', async (message, next) => {
    const config = 'tag_prefix = "cup-"\n[commit_types]\ncook = { changelog_title = "Cooked", bump_minor = true }\n'
    const made = await repository([{ message: 'feat: begin', tags: ['cup-1.2.0', 'v7.0.0'] }, message], {
      'cog.toml': config,
    })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe(next)
  })

  test('put sections into the order of their numbers', async () => {
    const config = '[commit_types]\nci = { order = 0 }\ncook = { changelog_title = "Cooked", order = 1 }\n'
    const { stdout } = await initialised({ 'cog.toml': config })
    expect(stdout.match(/(?<=title: ).*/g)?.slice(0, 4)).toEqual([
      'Continuous Integration',
      'Features',
      'Cooked',
      'Bug Fixes',
    ])
  })

  test('have tags of packages, and say what cannot be had', async () => {
    const config = `tag_prefix = "v"\npre_bump_hooks = ["make"]\nskip_ci = "[no]"\nscopes = ["a"]\nwat = 1
[changelog]\npath = "docs/NEWS.md"\ntemplate = "remote"\nowner = "o"\n[git_hooks.commit-msg]\nscript = "x"\n[packages.tea]\npath = "tea"\n`
    const made = await repository([{ message: 'a', tags: ['v0.1.0'] }], { 'cog.toml': config })
    const { stderr } = await changelogGen(made, ['init'])
    const written = readFileSync(made.join('frontdoor.yml'), 'utf8')
    expect(written).toContain('  tags:\n    - "{name}-v{version}"\n    - v{version}\n')
    expect(written).toContain('changelog: docs/NEWS.md\n')
    expect(stderr.match(/(?<=cog\.toml: ).*/g)).toEqual([
      'below 1.0.0, what breaks something moves the minor version; there, it moves what its type does',
      'changelog.template: releases are written in the style of the changelog that is there; see "template" for a layout of your own',
      'pre_bump_hooks: no program is run; let the release job do it',
      'skip_ci: no commit or tag is made; let the release job do it',
      'git_hooks: call "changelog-gen check-message" in such a hook',
      'scopes: any scope is read',
      'packages: packages are those of the workspace; see "packages"',
      'wat: there is no such setting here, so it is left out',
    ])
  })
})
