import { project } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { changelogGen, initialised, outcomes, verdicts } from './run.ts'

const table = (text: string) => `[tool.commitizen]\n${text}\n`
const custom = (text: string) => table(`name = "cz_customize"\n[tool.commitizen.customize]\n${text}`)

// As docs/config/, docs/customization/ and defaults.py of Commitizen have it, at b66582e9 of 2026-08-05.
describe('the settings of Commitizen', () => {
  test.each([
    ['.cz.toml', table('major_version_zero = true')],
    ['pyproject.toml', `[project]\nname = "cup"\n${table('major_version_zero = true')}`],
    ['.cz.json', '{ "commitizen": { "major_version_zero": true } }'],
    ['cz.yaml', 'commitizen:\n  major_version_zero: true\n'],
  ])('are found in %s', async (name, text) => {
    expect((await initialised({ [name]: text })).stdout).toContain('zero: minor')
  })

  test('are not those of the program that only asks for messages', async () => {
    const made = await project({ '.cz.json': '{ "path": "cz-conventional-changelog" }' }, { git: {} })
    const { code, stderr } = await changelogGen(made, ['init', '--from', '.cz.json'])
    expect(code).toBe(2)
    expect(stderr).toContain('.cz.json holds no settings of Commitizen')
  })

  const told = ['feat: a', 'fix(ui): b', 'perf: c', 'docs: d', 'docs!: e', 'BREAKING CHANGE: f', 'free text', 'wash: g']
  test.each([
    ['', ['Feat', 'Fix', 'Perf', 'category', 'Other Changes', 'BREAKING CHANGE', 'category', 'category']],
    [
      'name = "cz_gitmoji"\nchange_type_map = { feat = "New" }',
      ['New', 'fix', 'perf', 'category', 'Other Changes', 'BREAKING CHANGE', 'category', 'category'],
    ],
    ['name = "cz_jira"', told.map(() => 'Changes')],
  ])('sort commits with %j', async (text, wanted) => {
    const made = await repository(told, { '.cz.toml': table(text) })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(wanted)
  })

  test('sort commits by rules of their own, in their order', async () => {
    const rules = `commit_parser = '^(?P<change_type>feat|wash|docs|BREAKING CHANGE)(\\((?P<scope>.*)\\))?!?: (?P<message>.*)'
change_type_map = { wash = "Washed", feat = "New", docs = "Told" }
change_type_order = ["Washed", "New"]
bump_map = { '^.+!$' = "MAJOR", '^(feat|wash)' = "MINOR", '^perf' = "PATCH" }`
    const made = await repository(told, { '.cz.toml': custom(rules) })
    await changelogGen(made, ['init'])
    const wanted = ['New', 'category', 'category', 'Told', 'Told', 'BREAKING CHANGE', 'category', 'Washed']
    expect(outcomes(await verdicts(made))).toEqual(wanted)
    const { stdout } = await changelogGen(made, ['notes'])
    expect(stdout.match(/^### .*$/gm)?.filter((line) => !/break/i.test(line))).toEqual([
      '### Washed',
      '### New',
      '### Told',
    ])
  })

  const bumps = custom(`commit_parser = '^(?P<change_type>feat|wash|docs): (?P<message>.*)'
bump_map = { '^.+!$' = "MAJOR", '^(feat|wash)' = "MINOR", '^perf' = "PATCH" }`)
  test.each([
    [table(''), 'docs: a', ''],
    [table(''), 'refactor: a', '1.0.1'],
    [bumps, 'wash: a', '1.1.0'],
    [bumps, 'perf: a', '1.0.1'],
    [bumps, 'docs: a', ''],
    [bumps, 'perf!: a', '2.0.0'],
  ])('count versions with %j for %s', async (text, message, version) => {
    const made = await repository([{ message: 'feat: begin', tags: ['1.0.0'] }, message], { '.cz.toml': text })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout.trim()).toBe(version)
  })

  test.each([
    ['', undefined],
    ['tag_format = "v$version"', undefined],
    ['tag_format = "v$major.$minor.$patch$prerelease"', undefined],
    ['tag_format = "cup-$version"', '  tags: cup-{version}\n'],
    [
      'tag_format = "v$version"\nlegacy_tag_formats = ["rel/$version"]',
      '  tags:\n    - v{version}\n    - rel/{version}\n',
    ],
    ['tag_format = "$minor-$major"', undefined],
  ])('have tags of %j', async (text, wanted) => {
    const { stdout } = await initialised({ '.cz.toml': table(text) })
    if (wanted === undefined) expect(stdout).not.toContain('tags:')
    else expect(stdout).toContain(wanted)
  })

  test('say what cannot be had', async () => {
    const { notes } = await initialised({
      'pyproject.toml': `${table(`name = "cz_customize"
version = "1.0.0"
version_provider = "uv"
tag_format = "$minor-$major"
changelog_file = "docs/news.rst"
ignored_tag_formats = ["nightly*"]
changelog_start_rev = "1.0.0"
gpg_sign = true
wat = 1`)}[tool.commitizen.customize]
commit_parser = '^(?P<change_type>feature|bug fix|✨): (?P<message>.*)'
changelog_pattern = "^feature"
bump_map = { break = "MAJOR", '^.+!$' = "MINOR" }
schema_pattern = "x"
`,
    })
    expect(notes).toMatchInlineSnapshot(`
      [
        "tag_format: $minor-$major is no text around a whole version; set "tags"",
        "changelog_file: docs/news.rst is not Markdown, which is all that is written here; take CHANGELOG.md for what is new",
        "version_provider: uv: a manifest is not written; let the release job do it with "changelog-gen next"",
        "customize.commit_parser: bug fix is no type, which is one word before a colon",
        "customize.commit_parser: ✨ is no type, which is one word before a colon",
        "customize.bump_map: ^.+!$: it names no type; give a category with bump: minor",
        "version: the version is that of the newest tag; in files, let the release job write it",
        "gpg_sign: no commit or tag is made; let the release job do it",
        "changelog_start_rev: the whole history is read",
        "ignored_tag_formats: other tags are no releases; see "tags"",
        "wat: there is no such setting here, so it is left out",
        "customize.schema_pattern: messages are not written here; "changelog-gen check-message" says how one is read",
        "customize.changelog_pattern: which commits are listed is read from commit_parser, and what they do from bump_map",
      ]
    `)
  })

  test('take the usual types where none can be read', async () => {
    const { stdout, notes } = await initialised({ '.cz.toml': custom("commit_parser = '(?P<change_type>\\w+): .*'") })
    expect(stdout).toContain('type: feat')
    expect(notes.join('\n')).toContain('no types can be read from it')
  })
})
