import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { importReleasePlz } from '../src/import/release-plz.ts'
import { changelogGen, initialised, outcomes, verdicts } from './run.ts'

const name = 'release-plz.toml'

// As its sources have it, at 4183d14a of 2026-08-17: config.rs, changelog_config.rs, and changelog.rs and version_increment.rs of its core.
describe('the settings of release-plz', () => {
  test('hold together the packages of a group', () => {
    const own = (name: string, group?: string) => ({ name, ...(group && { version_group: group }) })
    const config = { package: [own('cup', 'kitchen'), own('pot'), own('lid', 'kitchen')] }
    expect(importReleasePlz(config).settings.fixed).toEqual([['cup', 'lid']])
  })

  const told = ['feat: a', 'fix(ui): b', 'fixed by hand', 'chore(ci): c', 'removed: d', 'free text']

  test.each([
    ['', ['Added', 'Fixed', 'Fixed', 'Other', 'Removed', 'Other']],
    ['[changelog]\ncommit_parsers = []', ['Added', 'Fixed', 'Fixed', 'Other', 'Removed', 'Other']],
    [
      '[changelog]\ncommit_parsers = [{ message = "^chore", skip = true }, { message = "^feat", group = "new" }]',
      ['New', 'Fix', 'category', 'category', 'Other', 'category'],
    ],
  ])('sort commits with %j', async (text, wanted) => {
    const made = await repository(told, { [name]: text })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(wanted)
  })

  test('say no type where the section has none of its own', async () => {
    const made = await repository(['chore(ci): c', 'build: d', 'cup(lid): e', 'saucer: f'], { [name]: '' })
    await changelogGen(made, ['init'])
    const { stdout } = await changelogGen(made, ['notes'])
    expect(stdout.replaceAll(/ \(\[.*\)/g, '')).toBe('### Other\n\n- saucer: f\n- cup(lid): e\n- D\n- **ci:** C\n')
  })

  test.each([
    ['', 'fix: a', '0.2.1'],
    ['', 'feat: a', '0.2.1'],
    ['', 'feat!: a', '0.3.0'],
    ['', 'chore: a', '0.2.1'],
    ['[workspace]\nfeatures_always_increment_minor = true', 'feat: a', '0.3.0'],
    ['[changelog]\ncommit_parsers = [{ message = ".*", skip = true }]', 'fix: a', '0.2.1'],
  ])('count versions with %j for %s', async (text, message, version) => {
    const made = await repository([{ message: 'feat: begin', tags: ['v0.2.0'] }, message], { [name]: text })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toContain(`${version}\n`)
  })

  const one = '[[package]]\nname = "cup"\n'
  const two = `${one}release = true\n[[package]]\nname = "pot"\nrelease = true\n`
  test.each([
    ['', 'packages: public', 'tags:'],
    ['[workspace]\ngit_only = true', 'packages: auto', 'tags:'],
    [`${one}release = false`, 'packages:\n    - public\n    - "!cup"', 'tags:'],
    [`[workspace]\nrelease = false\n${two}`, 'packages:\n    - cup\n    - pot', 'tags:'],
    [
      `[workspace]\ngit_tag_enable = false\n${one}git_tag_enable = true\ngit_tag_name = "v{{ version }}"`,
      'tags: v{version}',
      'auto',
    ],
    ['[workspace]\ngit_tag_name = "{{ package }}/{{version}}"', 'tags: "{name}/{version}"', 'none'],
    [`${one}git_tag_name = "v{{ version }}"`, 'packages: public', 'tags:'],
  ])('have packages and tags of %j', async (text, wanted, unwanted) => {
    const { stdout } = await initialised({ [name]: text })
    expect(stdout).toContain(wanted)
    expect(stdout).not.toContain(unwanted)
  })

  // As its docs/website/docs/config.md has them: paths from the root of the repository.
  test.each([
    [
      '[workspace]\nchangelog_path = "./CHANGELOG.md"\nrelease = false\n[[package]]\nname = "cup"\nrelease = true',
      '',
      [],
    ],
    ['[workspace]\nchangelog_path = "docs/news.md"\nrelease = false', 'changelog: docs/news.md', []],
    [
      '[workspace]\nchangelog_path = "CHANGELOG.md"',
      'packages: public',
      ['workspace.changelog_path: each package has a changelog in its own folder here'],
    ],
    [
      '[[package]]\nname = "cup"\nchangelog_path = "crates/cup/CHANGELOG.md"\n[[package]]\nname = "lid"\nchangelog_path = "lid/NEWS.md"',
      'packages: public',
      ['package lid: changelog_path: name the file with --changelog'],
    ],
    [
      '[[package]]\nname = "cup"\ngit_tag_name = "{{ version }}"\n[[package]]\nname = "lid"\ngit_tag_name = "lid-v{{ version }}"',
      'packages: public',
      [],
    ],
  ])('have changelogs and tags of several packages with %j', async (text, wanted, told) => {
    const { stdout, notes } = await initialised({ [name]: text })
    expect(stdout).toContain(wanted)
    expect(notes.filter((note) => /changelog_path|git_tag_name/.test(note))).toEqual(told)
  })

  test('say what cannot be had', async () => {
    const { notes } = await initialised({
      [name]: `[workspace]
changelog_config = "cliff.toml"
pr_labels = ["release"]
pr_draft = false
semver_check = false
release_commits = "^feat"
git_tag_name = "{% if x %}v{{ version }}{% endif %}"
wat = 1
[changelog]
body = "{{ version }}"
sort_commits = "oldest"
[[package]]
name = "cup"
features_always_increment_minor = true
version_group = "kitchen"
[[package]]
name = "pot"
release = false
git_tag_name = "pot-{{ version }}"
[[package]]
name = "lid"
git_tag_name = "lid-{{ version }}"
`,
    })
    expect(notes).toMatchInlineSnapshot(`
      [
        "changelog.body: releases are written in the style of the changelog that is there; see "style", or "template" for a layout of your own",
        "changelog.commit_parsers: the last categories take nothing, they only say in which order sections stand",
        "changelog.sort_commits: the newest entry comes first in each section",
        "git_tag_name: {% if x %}v{{ version }}{% endif %} is no text around a version; set "tags"",
        "git_tag_name: lid-{{ version }}: patterns of "tags" hold for all packages; set them",
        "workspace.changelog_config: take the settings of git-cliff over from that file, with --from",
        "workspace.pr_labels: the release job makes pull requests, and publishes packages",
        "workspace.release_commits: what makes no release gets a category with bump: none",
        "workspace.wat: there is no such setting here, so it is left out",
        "package cup: features_always_increment_minor: one setting holds for all packages: "zero"",
      ]
    `)
  })
})
