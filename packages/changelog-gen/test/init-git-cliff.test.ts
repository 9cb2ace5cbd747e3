import { readFileSync } from 'node:fs'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { changelogGen, initialised, outcomes, verdicts } from './run.ts'

describe('the settings of git-cliff', () => {
  test('of [bump] are told of where there is nothing like them', async () => {
    const { notes } = await initialised({
      'cliff.toml': '[git]\nsort_commits = "newest"\n[bump]\ninitial_tag = "0.1.0"\nbump_type = "minor"\nwat = true\n',
    })
    expect(notes).toEqual([
      'bump.bump_type: give the version to "changelog-gen release"',
      'bump.wat: there is no such setting here, so it is left out',
    ])
  })

  // As git-cliff 2.14.2 lists them, read off its own output on 2026-11-26.
  test.each([
    ['', ['Added', 'Docs', 'category']],
    ['filter_commits = true', ['Added', 'category', 'category']],
    ['conventional_commits = false', ['Added', 'category', 'category']],
  ])('lists what no parser of git-cliff takes as it does with %j', async (setting, wanted) => {
    const config = `[git]\n${setting}\ncommit_parsers = [{ message = "^feat", group = "Added" }]\n`
    const made = await repository(['feat: a', 'docs: b', 'free text'], { 'cliff.toml': config })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(wanted)
  })

  // Read off the context of git-cliff 2.14.2 on 2026-11-26; "category" is what it does not list.
  const told = [
    'feat: a',
    'docs(x): b',
    'fix: c\n\nkeeps a secret',
    'style!: d',
    'build(ci): e',
    'fix the free text',
    'odd: f',
  ]
  test.each([
    [
      'both message and body',
      `commit_parsers = [{ message = "^docs", body = "secret", group = "Neither" }, { message = "^fix", body = "secret", group = "Both" }, { message = "^feat", group = "New" }]`,
      ['New', 'Docs', 'Both', 'Style', 'Build', 'category', 'Other'],
    ],
    [
      'a group that is skipped',
      `commit_parsers = [{ message = "^style", group = "Looks", skip = true }, { message = ".", group = "All" }]`,
      ['All', 'All', 'All', 'category', 'All', 'category', 'All'],
    ],
    [
      'a group that is skipped unless it breaks something',
      `protect_breaking_commits = true
      commit_parsers = [{ message = "^style|^odd", group = "Looks", skip = true }, { message = ".", group = "All" }]`,
      ['All', 'All', 'All', 'Looks', 'All', 'category', 'category'],
    ],
    [
      'a parser without a group',
      `commit_parsers = [{ message = "^fix", default_scope = "core" }, { message = "^fix|^feat", group = "Code" }]`,
      ['Code', 'Docs', 'Fix', 'Style', 'Build', 'category', 'Other'],
    ],
    [
      'words anywhere',
      `filter_commits = true
      commit_parsers = [{ message = "secret|^feat", group = "Found" }, { message = "^build\\\\(ci", group = "CI" }]`,
      ['Found', 'category', 'Found', 'category', 'CI', 'category', 'category'],
    ],
    [
      'free text',
      `filter_unconventional = false
      commit_parsers = [{ message = "^fix", group = "Fixed" }, { message = "^.*", group = "Rest" }]`,
      ['Rest', 'Rest', 'Fixed', 'Rest', 'Rest', 'Fixed', 'Rest'],
    ],
    [
      'fields',
      `filter_commits = true
      commit_parsers = [{ field = "breaking", pattern = "true", group = "Breaks" }, { field = "message", pattern = "^[ae]$", group = "Short" }, { field = "group", pattern = "^docs$", group = "Told" }, { field = "body", pattern = "secret", group = "Secret" }]`,
      ['Short', 'Told', 'Secret', 'Breaks', 'Short', 'category', 'category'],
    ],
    [
      'scopes and signs',
      `filter_commits = true
      commit_parsers = [{ field = "scope", pattern = "^x$", group = "X" }, { message = "^[Ff]eat(\\\\(.*\\\\))?:", group = "new" }]`,
      ['New', 'X', 'category', 'category', 'category', 'category', 'category'],
    ],
    [
      'no parsers',
      '',
      [...['🚀 Features', '📚 Documentation', '🐛 Bug Fixes', '🎨 Styling', '💼 Other'], ...['category', '💼 Other']],
    ],
  ])('takes %s as git-cliff does', async (_, settings, wanted) => {
    const made = await repository(told, { 'cliff.toml': `[git]\n${settings}\n` })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(wanted)
  })

  test('puts sections into the order of git-cliff, also where a rule must come first that is shown last', async () => {
    const config = `[git]
commit_parsers = [{ message = "cup", group = "zeta" }, { message = "^feat", group = "<!-- 10 -->New" }, { message = "^fix", group = "<!-- 9 -->Mended" }, { message = "^docs", group = "✍ Told" }]
`
    const made = await repository(['feat: a', 'fix: b', 'docs: c', 'fix: a cup', 'ci: d'], { 'cliff.toml': config })
    await changelogGen(made, ['init'])
    await changelogGen(made, [])
    expect(readFileSync(made.join('CHANGELOG.md'), 'utf8').match(/^### .*$/gm)).toEqual(
      ['Mended', 'New', 'Ci', 'Zeta', '✍ Told'].map((title) => `### ${title}`),
    )
    expect((await changelogGen(made, ['notes'])).stdout).toContain('### Mended\n\n- B (')
  })

  test('says what of parsers and settings of git-cliff cannot be had', async () => {
    const config = `[git]
ignore_tags = "rc|^v2"
split_commits = true
commit_parsers = [
  { message = "^fix\\\\((.*)\\\\)", group = "Mended (${'$'}{1}) <b>it</b>" },
  { field = "committer.name", pattern = "bo", skip = true },
]
[bump]
features_always_bump_minor = false
`
    const made = await repository([{ message: 'a', tags: ['v2.0.0', 'v1.0.0-rc.1'] }], { 'cliff.toml': config })
    const { stdout, stderr } = await changelogGen(made, ['init', '--dry-run'])
    expect(stdout).toContain('- title: Mended it\n')
    expect(stdout).toContain('prereleases: fold\n')
    for (const key of ['ignore_tags', 'split_commits', 'commit_parsers: group', 'commit_parsers: field committer.name'])
      expect(stderr).toContain(`git.${key}`)
    expect(stderr).toContain('git.sort_commits: the newest entry comes first')
    expect(stderr).toContain('bump.features_always_bump_minor: below 1.0.0')
  })

  // As git-cliff 2.14.2 lists them, run on 2026-11-28, but for split_commits, which there makes an entry of each line.
  test.each([
    ['', ['Fixed', 'category', 'Added']],
    ['filter_unconventional = false', ['Fixed', 'Rest', 'Added']],
    ['split_commits = true', ['Fixed, Added', 'Added, Fixed', 'Added, Fixed']],
  ])('lists what the text of a commit lists only where it is split: %j', async (setting, wanted) => {
    const config = `[git]\n${setting}\ncommit_parsers = [{ message = "^feat", group = "Added" }, { message = "^fix", group = "Fixed" }, { message = ".*", group = "Rest" }]\n`
    const body = '* feat: a cup\n\n* fix: a lid\n'
    const made = await repository([`fix: d\n\n${body}`, `Many things (#3)\n\n${body}`, `feat: e\n\n${body}`], {
      'cliff.toml': config,
    })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(wanted)
  })

  test.each<[pattern: string, tags: readonly string[], isFolded: boolean, note: RegExp | undefined]>([
    ['.*(a|b|rc|dev).*', ['v1.0.0', 'v1.1.0rc1', 'v1.1.0'], true, undefined],
    ['nightly', ['nightly', 'v1.0.0'], false, undefined],
    ['v1.0.0|v1.0.1', ['v1.0.0', 'v1.0.1', 'v1.0.2'], false, /: v1\.0\.[01] and 1 more are releases here; "tags" says/],
    ['^v0', ['v0.9.0', 'v0.9.0-beta.1', 'v1.0.0'], true, /: v0\.9\.0 is a release here; "tags" says/],
    ['(?<x', ['v1.0.0'], false, undefined],
  ])('says what becomes of the tags that %j ignores', async (pattern, tags, isFolded, note) => {
    const made = await repository([{ message: 'feat: a', tags }], {
      'cliff.toml': `[git]\nignore_tags = '${pattern}'\n`,
    })
    const { stdout, stderr } = await changelogGen(made, ['init', '--dry-run'])
    expect(stdout.includes('prereleases: fold')).toBe(isFolded)
    if (note) expect(stderr).toMatch(note)
    else expect(stderr).not.toContain('ignore_tags')
  })

  test('asks who wrote a commit, and says nothing of merges, which are no entries', async () => {
    const parsers = [
      '{ field = "author.name", pattern = "^renovate\\\\[bot\\\\]$", group = "Bots" }',
      '{ field = "merge_commit", pattern = "true", skip = true }',
      '{ field = "id", pattern = "^4f5ad5e", skip = true }',
      '{ field = "github.pr_labels", pattern = "area/.*", skip = true }',
      '{ message = "^fix", group = "Fixed" }',
      '{ field = "id", pattern = ".*", group = "Rest" }',
    ]
    const config = `[git]\nsort_commits = "newest"\ncommit_parsers = [${parsers.join(', ')}]\n`
    const bot = { message: 'fix: a', author: 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>' }
    const made = await repository([bot, 'fix: b', 'docs: c'], { 'cliff.toml': config })
    const { stderr } = await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(['Bots', 'Fixed', 'Rest'])
    expect(stderr.match(/(?<=commit_parsers: ).*/g)).toEqual([
      'sha 4f5ad5e: put it into .changelog/overrides.yml, as "HASH: { skip: true }"',
      'field github.pr_labels: labels are compared as a whole, not with an expression; see "label"',
      'names of authors are compared as a whole',
    ])
  })

  test('moves the minor version for a feature in whatever section', async () => {
    const config = '[bump]\ninitial_tag = "1.0.0"\n[git]\ncommit_parsers = [{ message = ".*", group = "All" }]\n'
    const made = await repository([{ message: 'fix: a', tags: ['v1.0.0'] }, 'feat: b'], { 'cliff.toml': config })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.1.0\n')
  })
})
