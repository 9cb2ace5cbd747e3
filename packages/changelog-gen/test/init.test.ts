import { readFileSync, writeFileSync } from 'node:fs'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { importChangesets } from '../src/import/changesets.ts'
import { findPlace } from '../src/place.ts'
import { loadSettings } from '../src/settings.ts'
import { changelogGen, initialised, outcomes, testEnv, verdicts } from './run.ts'

const cliff = `[changelog]
body = "{% for group, commits in commits | group_by(attribute='group') %}"
[git]
commit_parsers = [
  { message = "^feat", group = "<!-- 1 -->🚀 Features" },
  { message = "^docs?(\\\\(.*\\\\))?:", group = "<!-- 3 -->Docs" },
  { message = "^fix", group = "<!-- 0 -->🐛 Bug Fixes" },
  { message = "^chore\\\\(release\\\\): prepare for", skip = true },
  { message = "^chore|^ci", group = "<!-- 7 -->Misc" },
  { body = ".*security", group = "<!-- 8 -->Security" },
  { footer = "(?i)^changelog: ?ignore", skip = true },
  { field = "github.pr_labels", pattern = "breaking", group = "Breaking" },
  { sha = "4f5ad5e", skip = true },
  { message = "(?<!x", group = "Odd" },
]
protect_breaking_commits = true
tag_pattern = "^app-[0-9]*"
sort_commits = "oldest"
wat = 1
[bump]
breaking_always_bump_major = false
initial_tag = "app-0.2.0"
`

const files: readonly (readonly [string, string])[] = [
  ['cliff.toml', cliff],
  ['Cargo.toml', '[package]\nname = "x"\n[package.metadata.git-cliff.git]\nsplit_commits = true\n'],
  [
    'release-please-config.json',
    `{
\t"release-type": "node", "bootstrap-sha": "abc", "bump-minor-pre-major": true, "tag-separator": "@",
\t"changelog-sections": [
\t\t{"type": "feat", "section": "New"}, {"type": "perf", "section": "New"}, {"type": "chore", "section": "Chores", "hidden": true}
\t],
\t"packages": {"a": {}, "b": {"release-as": "1.2.3", "wat": 1}}
}`,
  ],
  [
    '.releaserc',
    `branches: [main, { name: beta, prerelease: true }]
tagFormat: pkg-\${version}
plugins:
  - - '@semantic-release/commit-analyzer'
    - releaseRules:
        - { type: docs, scope: README, release: patch }
        - { type: refactor, release: patch }
        - { scope: no-release, release: false }
  - '@semantic-release/release-notes-generator'
  - ['@semantic-release/changelog', { changelogFile: HISTORY.md }]
  - '@semantic-release/npm'
  - my-own
`,
  ],
  [
    '.changeset/config.json',
    '{"$schema":"x","changelog":"@changesets/cli/changelog","commit":false,"linked":[["a","b"]],"fixed":[],"access":"public","wat":1}',
  ],
  ['package.json', '{ "name": "x", "release": { "extends": "shared" } }'],
  [
    '.versionrc',
    '{"types":[{"type":"feat","section":"✨ New"},{"type":"fix","scope":"ui","section":"Looks"},{"type":"chore","hidden":true}],"tagPrefix":"rel-","header":"x","foo":1}',
  ],
  ['pyproject.toml', '[tool.towncrier]\npackage = "pkg"\nfilename = "NEWS.rst"\ntemplate = "x"\nwat = 1\n'],
  [
    'towncrier.toml',
    '[tool.towncrier]\ndirectory = "news/"\nfilename = "CHANGES.md"\n[[tool.towncrier.type]]\ndirectory = "dep"\nname = "Deps"\n',
  ],
  [
    '.autorc',
    '{"plugins":["npm"],"noVersionPrefix":true,"labels":[{"name":"blog","changelogTitle":"Blog"},{"name":"minor","changelogTitle":"New"}]}',
  ],
]

describe('init', () => {
  test.each(files)('takes over %s, and says what it cannot', async (name, text) => {
    const made = await project({ [name]: text }, { git: {} })
    const { code, stdout, stderr } = await changelogGen(made, ['init', '--dry-run'])
    expect(code).toBe(0)
    expect(`${stdout}\n${stderr.replaceAll(`changelog-gen: ${name}: `, '! ')}`).toMatchSnapshot()
  })

  test.each(files)('makes a config of %s that holds', async (name, text) => {
    const made = await repository(['feat: a'], { [name]: text })
    const { stderr } = await changelogGen(made, ['init', '--from', name])
    expect(stderr).toContain('frontdoor.yml written, with the settings of ')
    expect(readFileSync(made.join('frontdoor.yml'), 'utf8')).toContain('changelog-gen:\n')
    const io = memoryIo({ cwd: made.path, env: testEnv })
    expect((await loadSettings(io, await findPlace(io))).categories).not.toEqual([])
  })

  test.each<[commit: string, next: string, listed: boolean]>([
    ['fix(no-release): a', 'none', true],
    ['feat(no-release): a', 'none', true],
    ['feat: a', '1.1.0', true],
    ['fix(deps): a', '1.0.1', true],
    ['feat(deps): a', '1.0.1', true],
    ['chore(deps): a', '1.0.1', false],
    ['chore: a', 'none', false],
    ['perf: a', 'none', true],
    ['docs(README): a', '1.0.1', false],
    ['feat(no-release)!: a', '2.0.0', true],
  ])('releases of %s what the rules of semantic-release say', async (commit, next, listed) => {
    const rules = [
      { type: 'docs', scope: 'README', release: 'patch' },
      { scope: 'deps', release: 'patch' },
      { type: 'perf', release: false },
      { scope: 'no-release', release: false },
      { breaking: true, release: 'major' },
    ]
    const made = await repository([{ message: 'feat: first', tags: ['v1.0.0'] }, commit], {
      '.releaserc': JSON.stringify({ plugins: [['@semantic-release/commit-analyzer', { releaseRules: rules }]] }),
    })
    const { stderr } = await changelogGen(made, ['init', '--from', '.releaserc'])
    expect(stderr).toContain('releaseRules: what breaks something moves the version')
    expect(stderr).not.toContain('a category decides')
    const told = await changelogGen(made, ['next'])
    expect(told.stdout.trim() || 'none').toBe(next)
    const { stdout } = await changelogGen(made, ['explain', '--all', '--format', 'json'])
    const [last] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ release }) => release !== 'v1.0.0' && release !== '1.0.0')
    expect(last.verdict).toBe(listed ? 'listed' : 'omitted')
  })

  test('sorts commits as git-cliff does', async () => {
    const made = await repository(
      [
        'fix: a',
        'feat(api): b',
        'docs(x): c',
        'chore(release): prepare for 1',
        'ci!: d',
        'chore: e',
        'style: f\n\nfor security',
        'feat: g\n\nChangelog: ignore',
        'free text',
      ],
      { 'cliff.toml': cliff },
    )
    await changelogGen(made, ['init'])
    const yml = readFileSync(made.join('frontdoor.yml'), 'utf8')
    writeFileSync(made.join('frontdoor.yml'), yml.replace('- pull-requests', '- git'))
    expect(outcomes(await verdicts(made))).toEqual([
      ...['🐛 Bug Fixes', '🚀 Features', 'Docs', 'category', 'Misc', 'Misc', 'Security', 'skipped', 'category'],
    ])
    expect((await changelogGen(made, ['next'])).stdout).toBe('0.2.0\n')
    await changelogGen(made, [])
    expect(readFileSync(made.join('CHANGELOG.md'), 'utf8').match(/^### .*$/gm)).toEqual(
      ['🐛 Bug Fixes', '🚀 Features', 'Docs', 'Misc', 'Security'].map((title) => `### ${title}`),
    )
  })

  // As release-please 17, the notes of semantic-release 25 and standard-version list them, run on 2026-11-26.
  test.each([
    ['release-please-config.json', '{"packages":{".":{}}}', ['Features', 'category', 'category', 'Build System']],
    [
      'release-please-config.json',
      '{"release-type":"python"}',
      ['Features', 'category', 'Documentation', 'Build System'],
    ],
    [
      'release-please-config.json',
      '{"changelog-sections":[{"type":"docs","section":"Told"},{"type":"build","section":"Built","hidden":true}]}',
      ['category', 'category', 'Told', 'Built'],
    ],
    ['.releaserc', 'branches: [main]', ['Features', 'category', 'category', 'Build System']],
    ['.versionrc', '{}', ['Features', 'category', 'category', 'Build System']],
  ])('lists of %s with %s what its tool lists', async (name, text, wanted) => {
    const told = ['feat: a', 'chore(deps): bump b from 1 to 2', 'docs: c', 'build!: d', 'free text']
    const made = await repository(told, { [name]: text })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual([...wanted, 'category'])
  })

  test('ties packages together as the plugins of release-please do', async () => {
    const both = (more: object) =>
      JSON.stringify({
        packages: { a: { component: 'x', versioning: 'always-bump-minor' }, b: { versioning: 'always-bump-minor' } },
        ...more,
      })
    const plugins = [
      'cargo-workspace',
      { type: 'linked-versions', groupName: 'tea', components: ['x', 'b'] },
      'sentence-case',
    ]
    const run = async (text: string) => {
      const made = await project({ 'release-please-config.json': text }, { git: {} })
      return changelogGen(made, ['init', '--dry-run'])
    }
    const tied = await run(both({ plugins }))
    expect(tied.stdout).toMatch(/dependents: all\n {2}fixed:\n {4}- - x\n {6}- b\n {2}packages:\n {4}- a\n {4}- b\n/)
    expect(tied.stderr.match(/there is nothing like "sentence-case" here|[^ ]*versioning:/g)).toEqual([
      'versioning:',
      'there is nothing like "sentence-case" here',
    ])
    expect((await run(both({}))).stdout).toContain('dependents: never')
  })

  // As release-please 17.11 counts them (its versioning-strategies/prerelease.ts, read 2026-11-28).
  test.each([
    [{ versioning: 'default' }, []],
    [{ versioning: 'prerelease' }, []],
    [
      { versioning: 'prerelease', 'prerelease-type': 'beta.0', prerelease: true },
      [
        'prerelease: a release on the forge is a prerelease where its version is one',
        'prerelease-type: beta.0: call "changelog-gen next --pre beta"',
      ],
    ],
    [
      { packages: { a: { versioning: 'always-bump-patch' }, b: {} } },
      ['packages["a"].versioning: always-bump-patch: the next version follows SemVer; see "zero"'],
    ],
  ])('says what release-please counts otherwise with %j', async (config, wanted) => {
    const { notes } = await initialised({ 'release-please-config.json': JSON.stringify(config) })
    expect(notes).toEqual(wanted)
  })

  test.each([
    ['true', 'beta', 'beta'],
    ['"alpha"', 'next', 'alpha'],
    [JSON.stringify(`\${name.replace(/^pre\\//g, "")}`), 'pre/rc', 'rc'],
    ['true', 'dev/*', 'NAME'],
    ['false', 'main', undefined],
  ])('names the prereleases of semantic-release with %s on %s', async (prerelease, name, wanted) => {
    const { notes } = await initialised({
      '.releaserc': `{ "branches": ["main", { "name": "${name}", "prerelease": ${prerelease} }] }`,
    })
    expect(notes).toEqual(wanted ? [`branches: on ${name}, call "changelog-gen next --pre ${wanted}"`] : [])
  })

  test('reads what semantic-release does at its steps, and says which presets are not known', async () => {
    const steps = {
      branch: 'main',
      prepare: ['@semantic-release/npm'],
      publish: [],
      analyzeCommits: { preset: 'eslint', releaseRules: [{ type: 'docs', release: 'patch' }] },
      generateNotes: { config: '@tea/preset', presetConfig: { types: [{ type: 'docs', section: 'Told' }] } },
    }
    const { stdout, notes } = await initialised({ '.releaserc': JSON.stringify(steps) })
    expect(stdout).toContain('- title: Told\n      bump: patch\n')
    expect(notes).toEqual([
      'preset: eslint is not known here; set "categories"',
      'config: @tea/preset is not known here; set "categories"',
      'prepare: the release job does it',
    ])
  })

  test('reads keys of .versionrc as they stand, with hyphens, and the types of a preset', async () => {
    const preset = { name: 'conventionalcommits', types: [{ type: 'docs', section: 'Told' }] }
    const { stdout, notes } = await initialised({
      '.versionrc': JSON.stringify({ 'tag-prefix': 'rel-', 'commit-all': true, preset }),
    })
    expect(stdout).toContain('tags: rel-{version}\n')
    expect(stdout).toContain('- title: Told\n')
    expect(notes).toEqual([])
  })

  test('leaves a prefix that no tag has, and says so', async () => {
    const next = async (tagPrefix: string, ...tags: string[]) => {
      const files = { '.versionrc': JSON.stringify({ tagPrefix }) }
      const made = await repository([{ message: 'feat: a', tags }, 'fix: b'], files)
      const { stderr } = await changelogGen(made, ['init'])
      expect(stderr.includes(': tagPrefix: no version stands behind')).toBe(!tags[0]?.startsWith(`${tagPrefix}1`))
      return (await changelogGen(made, ['next'])).stdout
    }
    expect(await next('', 'v1.0.0')).toBe('1.0.1\n')
    expect(await next('', '1.0.0', 'v3.0.0')).toBe('1.0.1\n')
    expect(await next('rel-', 'rel-1.0.0', 'v3.0.0')).toBe('1.0.1\n')
  })

  // As commit-and-tag-version 13 counts, run on 2026-11-28.
  test.each([
    ['chore: b', '1.0.1\n'],
    ['free text', '1.0.1\n'],
    ['feat: b', '1.1.0\n'],
  ])('moves the version for %s as standard-version does', async (message, next) => {
    const made = await repository([{ message: 'feat: a', tags: ['v1.0.0'] }, message], { '.versionrc': '{}' })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe(next)
  })

  test('says where settings of release-drafter come from another repository', async () => {
    const { notes } = await initialised({ '.github/release-drafter.yml': '_extends: tea/.github\n' })
    expect(notes).toEqual(['_extends: settings of another repository are not read; write them out'])
  })

  test('lets paths that release-please excludes from a package move nothing of it', async () => {
    const settings = {
      packages: { '.': { 'exclude-paths': ['pot', 'docs/'] }, pot: { 'exclude-paths': ['pot/test', 'docs'] } },
    }
    const change = (message: string, ...paths: string[]) => ({ message, paths })
    const versions = async (...commits: { message: string; paths: string[] }[]) => {
      const start = { message: 'feat: start', tags: ['v1.0.0', 'pot-v1.0.0'] }
      const made = await repository([start, ...commits], {
        'release-please-config.json': JSON.stringify(settings),
        'package.json': '{ "name": "kitchen", "version": "1.0.0" }',
        'pot/package.json': '{ "name": "pot", "version": "1.0.0" }',
      })
      await changelogGen(made, ['init'])
      return (await changelogGen(made, ['next'])).stdout
    }
    expect(await versions(change('feat: a', 'docs/a', 'pot/test/b'))).toBe('')
    expect(await versions(change('feat: a', 'docs/a', 'pot/test/b', 'pot/c'))).toBe('pot 1.1.0\n')
    expect(await versions(change('fix: a', 'src/a', 'pot/test/b'))).toBe('kitchen 1.0.1\n')
  })

  // As changesets 3 at 5322174 skips them (its should-skip-package and normalizeWrittenConfig, read 2026-11-26).
  test.each([
    ['{}', 'auto'],
    ['{"$schema":"https://unpkg.com/@changesets/config@4.0.0/schema.json"}', 'public'],
    ['{"privatePackages":false}', 'public'],
    ['{"privatePackages":{"tag":false}}', 'public'],
    ['{"privatePackages":{"version":true,"tag":true}}', 'auto'],
    ['{"ignore":["@tea/docs","@tea/*-example"]}', ['auto', '!@tea/docs', '!@tea/*-example']],
    ['{"ignore":["a"],"privatePackages":false}', ['public', '!a']],
  ])('leaves out the packages that changesets does with %s', (text, packages) => {
    expect(importChangesets(JSON.parse(text)).settings.packages).toEqual(packages)
  })

  // As release-please 17.11 calls them (its strategies/base.ts, read 2026-11-26).
  test.each([
    ['{"packages":{".":{"package-name":"@o/cup"}}}', ['cup-v1.0.0']],
    ['{"packages":{".":{"component":"pot","package-name":"cup"}}}', ['pot-v1.0.0', 'v0.9.0']],
    ['{"packages":{".":{"release-type":"node"}}}', ['r-v1.0.0']],
    ['{"packages":{".":{"release-type":"node"}}}', ['v1.0.0']],
    ['{"include-component-in-tag":false,"packages":{".":{"component":"pot"}}}', ['v1.0.0', 'pot-v9.0.0']],
    ['{"include-v-in-tag":false,"tag-separator":"/","packages":{".":{"component":"pot"}}}', ['pot/1.0.0']],
  ])('finds the tags that release-please makes with %s', async (text, tags) => {
    const made = await repository([{ message: 'fix: a', tags }, 'fix: b'], {
      'release-please-config.json': text,
      'package.json': '{ "name": "r", "version": "1.0.0" }',
    })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.0.1\n')
  })

  test('lists fragments only, as towncrier does', async () => {
    const made = await repository(['feat: a', 'free text'], {
      'towncrier.toml': '[tool.towncrier]\n',
      'newsfragments/1.feature.md': 'Holds a cup',
    })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(['source', 'source', 'Features'])
  })

  // As towncrier 22.12 lists them, run on 2026-11-26, but that it lists two of one issue by their texts.
  test('lists fragments in the sections and the order of towncrier, with their issues', async () => {
    const kinds = ['breaking', 'feature', 'enhancement', 'misc'].map(
      (kind) =>
        `[[tool.towncrier.type]]\ndirectory = "${kind}"\nname = "The ${kind}"\nshowcontent = ${kind !== 'misc'}\n`,
    )
    const made = await repository(['feat: a'], {
      'towncrier.toml': `[tool.towncrier]\ndirectory = "news"\n${kinds.join('')}`,
      'news/7.feature.md': 'Holds a cup',
      'news/8.enhancement.md': 'Holds it longer',
      'news/10.breaking.md': 'Holds no glass',
      'news/12.breaking.md': 'Holds no glass\n',
      'news/9.breaking.md': 'Holds no can, see #9',
      'news/+odd.feature.md': 'Holds a spoon',
    })
    const { stderr } = await changelogGen(made, ['init'])
    expect(stderr).toContain('type misc: its text is shown here, not only its issues')
    const { stdout } = await changelogGen(made, ['notes'])
    expect(
      stdout
        .replaceAll(/\]\(\S*?\)/g, ']')
        .split('\n')
        .filter(Boolean),
    ).toEqual([
      ...['### The breaking', '- **Breaking:** Holds no can, see #9', '- **Breaking:** Holds no glass ([#10], [#12])'],
      ...['### The feature', '- Holds a cup ([#7])', '- Holds a spoon'],
      ...['### The enhancement', '- Holds it longer ([#8])'],
    ])
  })

  test.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    ['several tools', { 'cliff.toml': '', '.versionrc': '{}' }, [], 'choose with --from FILE'],
    ['none', {}, [], 'there are no settings of another tool here, and none are needed'],
    [
      'code',
      { 'release.config.js': '' },
      [],
      'is code, which is never run; write the settings of semantic-release as .releaserc',
    ],
    ['a file of nobody', { 'x.yml': '' }, ['--from', 'x.yml'], 'x.yml is of no tool that is known here'],
    [
      'a manifest without them',
      { 'package.json': '{}' },
      ['--from', 'package.json'],
      'package.json holds no settings of',
    ],
    ['a mistake', { 'cliff.toml': 'a = \n' }, [], 'cliff.toml:1:'],
    ['a mistake in YAML', { '.releaserc': 'a: [' }, [], '.releaserc:1:5: Flow sequence'],
  ])('with %s says so', async (_, given, argv, message) => {
    const made = await project(given, { git: {} })
    const ran = await changelogGen(made, ['init', ...argv])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(message)
  })
})

describe('the settings of the notes that GitHub makes', () => {
  const noted = async (text: string) => {
    const made = await project({ '.github/release.yml': text }, { git: {} })
    return changelogGen(made, ['init', '--dry-run', '--from', '.github/release.yml'])
  }

  test('exclude an author, whose name may stand alone', async () => {
    const { stdout, stderr } = await noted('changelog: { exclude: { labels: skip, authors: ["renovate[bot]"] } }')
    expect(stdout).toContain(
      '    exclude:\n      - label:\n          - skip\n      - author:\n          - renovate[bot]\n',
    )
    expect(stderr).not.toContain('exclude')
  })

  test.each([
    [['1.9.0', '1.10.0'], '    name: $RESOLVED_VERSION\n    tag: $RESOLVED_VERSION\n', '...$RESOLVED_VERSION'],
    [['v1.9.0', 'nightly'], '    name: v$RESOLVED_VERSION\n    tag: v$RESOLVED_VERSION\n', '...v$RESOLVED_VERSION'],
  ])('are tagged as the repository is: %j', async (tags, draft, link) => {
    const made = await repository([{ message: 'a', tags }], { '.github/release.yml': 'changelog: {}' })
    const { stdout } = await changelogGen(made, ['init', '--dry-run'])
    expect(stdout).toContain(draft)
    expect(stdout).toContain(link)
  })

  test.each([
    ['- { title: All, labels: "*", exclude: { labels: [deps] } }\n    - { title: Deps, labels: [deps] }', 0],
    ['- { title: All, labels: ["*"], exclude: { labels: [deps] } }', 1],
    ['- { title: New, labels: [feature], exclude: { labels: [deps], authors: [bo] } }', 2],
    [
      '- { title: New, labels: [a], exclude: { labels: [b] } }\n    - { title: Old, labels: [c], exclude: { labels: [b] } }',
      1,
    ],
  ])('say what of %s cannot be had', async (categories, count) => {
    const { stderr } = await noted(`changelog:\n  categories:\n    ${categories}\n`)
    expect(stderr.match(/the "exclude" of/g) ?? []).toHaveLength(count)
  })
})

describe('a condition on the author', () => {
  test.each([
    ['bo', 'Taken'],
    ['"BO[bot]"', 'Taken'],
    ['"Bo Yi"', 'Taken'],
    ['b', 'Rest'],
  ])('that says %s', async (author, title) => {
    const made = await repository([{ message: 'a', author: 'Bo Yi <1+bo@users.noreply.github.com>' }], {
      'frontdoor.yml': `changelog-gen: { categories: [{ title: Taken, when: { author: ${author} } }, { title: Rest }] }`,
    })
    expect(outcomes(await verdicts(made))).toEqual([title])
  })
})

describe('a condition on words', () => {
  const config = (when: string) => ({
    'frontdoor.yml': `changelog-gen: { categories: [{ title: Taken, when: ${when} }, { title: Rest }] }`,
  })

  test.each<[string, string]>([
    ['{ title: "fix(ui)" }', 'fix(ui): a button'],
    ['{ title: [nothing, "/^FIX.*button$/i"] }', 'fix(ui): a button (#3)'.replace(' (#3)', '')],
    ['{ body: closes }', 'a\n\ncloses it'],
  ])('%s takes %j', async (when, message) => {
    const made = await repository([message, 'other', message], config(when))
    expect(outcomes(await verdicts(made))).toEqual(['Taken', 'Rest', 'Taken'])
  })

  test('that is no expression is refused with its place', async () => {
    const made = await repository(['a'], config('{ title: "/(/" }'))
    const ran = await changelogGen(made, ['next'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(
      'changelog-gen.categories[0].when.title is "/(/"; use a string such as "words" or "/^wip/i"',
    )
  })
})
