import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { changelogGen, initialised, outcomes, verdicts } from './run.ts'

// As python-semantic-release 10 has it (c74aa3b9 of 2026-07-12), read on 2026-11-28.
describe('the settings of python-semantic-release', () => {
  const told = [
    'feat: a',
    'fix(x): b',
    'docs: c',
    'chore: d',
    'chore!: e',
    'cook: f',
    'free text',
    'refactor(x): g',
    'refactor: h',
  ]
  const usual = [
    'Features',
    'Bug Fixes',
    'Documentation',
    'Chores',
    'Chores',
    'category',
    'category',
    'Refactoring',
    'Refactoring',
  ]

  test.each([
    ['list each type that is allowed', '', usual],
    [
      'leave out whole types',
      '[tool.semantic_release.changelog]\nexclude_commit_patterns = ["chore*", "refactor"]\n',
      usual.with(3, 'category').with(7, 'category').with(8, 'category'),
    ],
    [
      'leave out parts of types',
      '[tool.semantic_release.changelog]\nexclude_commit_patterns = ["refactor\\\\(.+", "fix"]\n',
      usual.with(7, 'category'),
    ],
    [
      'allow other types',
      '[tool.semantic_release.commit_parser_options]\nminor_tags = ["cook"]\npatch_tags = ["fix"]\nother_allowed_tags = ["docs"]\n',
      [
        'category',
        'Bug Fixes',
        'Documentation',
        'category',
        'Other Changes',
        'Cook',
        'category',
        'category',
        'category',
      ],
    ],
  ])('%s', async (_, tables, wanted) => {
    const made = await repository(told, { 'pyproject.toml': `[tool.semantic_release]\n${tables}` })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(wanted)
  })

  test.each([
    ['docs: a', '', '', ''],
    ['docs: a', '[tool.semantic_release.commit_parser_options]\ndefault_bump_level = 2\n', '', '0.2.1\n'],
    ['feat: a', '', '', '0.3.0\n'],
    ['feat!: a', '', '', '1.0.0\n'],
    ['feat!: a', '', 'major_on_zero = false\n', '0.3.0\n'],
  ])('move the version for %s with %j', async (message, tables, keys, next) => {
    const config = `[tool.semantic_release]\ntag_format = "cup-{version}"\nallow_zero_version = true\n${keys}${tables}`
    const made = await repository([{ message: 'feat: begin', tags: ['cup-0.2.0', 'v7.0.0'] }, message], {
      'pyproject.toml': config,
    })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe(next)
  })

  test.each([
    ['', '1.0.0\n'],
    ['allow_zero_version = true\n', '0.1.0\n'],
  ])('begin with a version, with %j', async (keys, next) => {
    const made = await repository(['feat: begin'], { 'pyproject.toml': `[tool.semantic_release]\n${keys}` })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe(next)
  })

  test('say what cannot be had', async () => {
    const config = `[tool.semantic_release]
version_toml = ["pyproject.toml:project.version"]
build_command = "make"
commit_message = "x"
wat = 1
tag_format = "cup"
commit_parser = "my:Parser"
[tool.semantic_release.branches.next]
match = "next"
prerelease = true
prerelease_token = "beta"
[tool.semantic_release.changelog]
template_dir = "t"
changelog_file = "NEWS.rst"
exclude_commit_patterns = ["(?P<a>x)"]
`
    const { notes } = await initialised({ 'pyproject.toml': config })
    expect(notes).toEqual([
      'changelog_file: NEWS.rst is not Markdown, which is all that is written here; take CHANGELOG.md for what is new',
      'tag_format: cup is no text around a version; set "tags"',
      'commit_parser: my:Parser is code, which is never run; Conventional Commits are read, see "categories"',
      'changelog.exclude_commit_patterns: (?P<a>x) is no expression of JavaScript',
      'branches: on next, call "changelog-gen next --pre beta"',
      'changelog.template_dir: releases are written in the style of the changelog; see "template"',
      'version_toml: a version in a file is not written; let the release job do it with "changelog-gen next"',
      'commit_message: no commit or tag is made; let the release job do it',
      'build_command: no program is run; let the release job do it',
      'wat: there is no such setting here, so it is left out',
    ])
  })

  test('say that a version below 1.0.0 would be left at once', async () => {
    const made = await repository([{ message: 'feat: begin', tags: ['v0.2.0'] }], {
      'releaserc.toml': '[semantic_release]\n',
    })
    const { stderr } = await changelogGen(made, ['init'])
    expect(stderr).toContain('allow_zero_version: 1.0.0 comes next there, whatever has changed')
  })

  test.each([
    ['angular', true, false],
    ['conventional', false, true],
    ['emoji', false, false],
  ])('read messages as %s has them', async (parser, isTitle, hasSections) => {
    const { stdout } = await initialised({
      'releaserc.json': JSON.stringify({ semantic_release: { commit_parser: parser } }),
    })
    expect([stdout.includes('squash: title'), stdout.includes('categories:')]).toEqual([
      isTitle,
      isTitle || hasSections,
    ])
  })
})
