import { readFileSync } from 'node:fs'
import { type FileTable, project } from '@frontdoor/kit/testing'
import { firstSecond, repository, type TestCommit } from '@frontdoor/kit/testing-history'
import { describe, expect, it, test } from 'vitest'
import type { Bump } from '../src/change.ts'
import type { VersionTag } from '../src/history/versions.ts'
import { calendarVersion, nextVersion } from '../src/model/bump.ts'
import { calendarFormat } from '../src/model/calendar.ts'
import { compareVersions, parseVersion, type Version } from '../src/version.ts'
import { changelogGen, testEnv } from './run.ts'

const read = (text: string) => parseVersion(text) as Version

describe('the module of Go in a folder', () => {
  test.each([
    ['sub', 'sub', 'sub/v1.2.3', '1.2.4'],
    ['sub/v2', 'sub/v2', 'sub/v2.0.0', '2.0.1'],
    ['deep/er', 'deep/er', 'deep/er/v0.1.0', '0.1.1'],
  ])('%s has tags that are called after it', async (folder, module, tag, version) => {
    const made = await repository(
      [
        { message: 'feat: a', paths: [`${folder}/a.go`], tags: [tag, 'v9.0.0'] },
        { message: 'fix: b', paths: [`${folder}/b.go`] },
      ],
      { 'go.mod': 'module example.com/m\n', [`${folder}/go.mod`]: `module example.com/m/${module}\n` },
    )
    expect((await changelogGen(made, ['next', '--cwd', folder])).stdout).toBe(`example.com/m/${module} ${version}\n`)
  })
})

describe('nextVersion', () => {
  test.each([
    ['1.2.3', 'patch', '1.2.4'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'major', '2.0.0'],
    ['1.2', 'patch', '1.2.1'],
    ['1.23.1.1', 'patch', '1.23.1.2'],
    ['2.2.0.1', 'minor', '2.3.0.0'],
    ['2.2.0.1', 'major', '3.0.0.0'],
    ['1.2.3.4-rc.1', 'patch', '1.2.3.4-rc.2'],
    ['0.1.0', 'major', '0.2.0'],
    ['0.1.0', 'minor', '0.2.0'],
    ['0.1.0', 'patch', '0.1.1'],
    ['1.2.3-rc.1', 'patch', '1.2.3-rc.2'],
    ['1.2.3-rc.1', 'minor', '1.3.0-rc.1'],
    ['1.3.0-next-20260530064039', 'minor', '1.3.0'],
    ['1.2.3-canary.1780000000', 'minor', '1.3.0'],
    ['1.3.0-rc.1', 'minor', '1.3.0-rc.2'],
    ['1.3.0-rc.1', 'major', '2.0.0-rc.1'],
    ['2.0.0-beta.0', 'major', '2.0.0-beta.1'],
    ['51.beta', 'minor', '51.0'],
    ['2.0.0-beta.9', 'patch', '2.0.0-beta.10'],
    ['1.0rc1', 'patch', '1.0rc2'],
    ['2.0-alpha11', 'patch', '2.0-alpha12'],
    ['1.10.beta.1', 'patch', '1.10.beta.2'],
    ['7.8.0.202608182220-m3', 'patch', '7.8.0-m4'],
    ['7.7.1.202607240634-r', 'patch', '7.7.2'],
    ['1.0.0-beta', 'patch', '1.0.0-beta.1'],
  ] as const)('of %s for a %s is %s', (base, bump, expected) => {
    expect(nextVersion(read(base), bump, { zero: 'minor', stable: false })).toBe(expected)
  })

  test.each([
    ['1.2.3', 'minor', { pre: 'rc', stable: false }, '1.3.0-rc.1'],
    ['1.3.0-alpha.2', 'minor', { pre: 'beta', stable: false }, '1.3.0-beta.1'],
    ['1.3.0-rc.2', 'patch', { stable: true }, '1.3.0'],
    ['1.10.beta.1', 'patch', { stable: true }, '1.10.0'],
    ['1.2.3-rc.2', 'minor', { stable: true }, '1.3.0'],
  ] as const)('of %s for a %s with %j is %s', (base, bump, policy, expected) => {
    expect(nextVersion(read(base), bump, { zero: 'minor', ...policy })).toBe(expected)
  })

  test.each([
    ['major', 'major', '1.0.0'],
    ['minor', 'minor', '0.2.0'],
    ['patch', 'minor', '0.1.1'],
    ['patch', 'major', '0.2.0'],
  ] as const)('below 1.0.0 obeys zero: %s for a %s', (zero, bump, expected) => {
    expect(nextVersion(read('0.1.0'), bump, { zero, stable: false })).toBe(expected)
  })
})

describe('calendarVersion', () => {
  test.each([
    [undefined, 'YYYY.MM.MICRO', '2026.1.0'],
    ['2026.1.0', 'YYYY.MM.MICRO', '2026.1.1'],
    ['2025.12.4', 'YYYY.MM.MICRO', '2026.1.0'],
    ['26.01.4', 'YY.0M.MICRO', '26.01.5'],
    ['2025.1.2', 'YYYY.0M.0D', '2026.01.02'],
    ['26.2.1', 'YY.MINOR.MICRO', '26.2.2'],
    ['26.2.1', 'YY.MINOR.MICRO', '26.3.0', 'minor'],
    ['26.1.4', 'YY.MM.MICRO', '26.1.5', 'minor'],
    ['25.4.1', 'YY.MINOR.MICRO', '26.0.0', 'minor'],
    ['2025.12.29.00', 'YYYY.0M.0D.MICRO', '2026.01.02.00'],
    ['2026.01.02.00', 'YYYY.0M.0D.MICRO', '2026.01.02.01'],
  ] as const)('after %s as %s is %s', (base, format, expected, bump: Bump = 'patch') => {
    const version = base === undefined ? undefined : read(base)
    expect(calendarVersion(version, format, new Date('2026-01-02T03:04:05Z'), bump)).toBe(expected)
  })
})

describe('calendarFormat', () => {
  const tag = (name: string, date: string): VersionTag => ({
    name,
    sha: name,
    subject: name,
    parents: [],
    seconds: Date.parse(date) / 1000,
    version: read(name),
  })

  test.each<[string, readonly [string, string][], string | undefined]>([
    [
      'dates',
      [
        ['2025.07.14', '2025-07-14'],
        ['2026.01.04', '2026-01-04'],
        ['2026.02.25', '2026-02-25'],
      ],
      'YYYY.0M.0D',
    ],
    [
      'dates without zeros',
      [
        ['2025.7.14', '2025-07-14'],
        ['2026.1.4', '2026-01-04'],
      ],
      'YYYY.MM.DD',
    ],
    [
      'months and a counter',
      [
        ['2025.7.0', '2025-07-14'],
        ['2025.7.1', '2025-07-30'],
        ['2026.1.0', '2026-01-04'],
      ],
      'YYYY.MM.MICRO',
    ],
    [
      'years and counters',
      [
        ['2025.1.0', '2025-07-14'],
        ['2025.2.0', '2025-10-30'],
        ['2026.0.3', '2026-08-04'],
      ],
      'YYYY.MINOR.MICRO',
    ],
    [
      'months alone',
      [
        ['2025.07', '2025-07-14'],
        ['2026.01', '2026-01-30'],
      ],
      'YYYY.0M',
    ],
    [
      'days and a counter',
      [
        ['2026.08.03.00', '2026-08-01'],
        ['2026.08.10.00', '2026-08-05'],
        ['2026.08.17.00', '2026-08-17'],
      ],
      'YYYY.0M.0D.MICRO',
    ],
    [
      'years of two digits',
      [
        ['24.7.0', '2024-07-14'],
        ['24.8.0', '2024-08-23'],
        ['25.8.0', '2025-08-30'],
      ],
      'YY.MM.MICRO',
    ],
    [
      'years of two digits and counters',
      [
        ['24.1.0', '2024-07-14'],
        ['25.1.0', '2025-02-03'],
        ['25.2.0', '2025-08-30'],
        ['25.2.1', '2026-01-02'],
      ],
      'YY.MINOR.MICRO',
    ],
    [
      'none, where only two are there',
      [
        ['24.7.1', '2024-07-14'],
        ['26.1.0', '2026-01-30'],
      ],
      undefined,
    ],
    [
      'none, where a major version has the number of a year',
      [
        ['24.0.0', '2025-02-03'],
        ['25.0.0', '2025-08-30'],
        ['25.0.1', '2025-09-30'],
        ['25.1.0', '2025-10-30'],
      ],
      undefined,
    ],
  ])('tells %s', (_, tags, expected) => {
    const made = tags.map(([name, date]) => tag(name, date))
    expect(calendarFormat(made.at(-1) as VersionTag, made)).toBe(expected)
  })
})

describe('compareVersions', () => {
  it('sorts as SemVer and PEP 440 do', () => {
    const sorted = [
      '0.9.0',
      '1.0.dev1',
      '1.0.0-1',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.post1',
      '1.0p2',
      '1.0.1',
      '1.10.0',
      '2.0.0',
      '7.7.0.202605262231-rc1',
      '7.7.0.202606012155-r',
      '7.7.1',
    ]
    const shuffled = sorted.toReversed().map(read).sort(compareVersions)
    expect(shuffled.map(({ text }) => text)).toEqual(sorted)
  })

  test.each([
    ['7.7.0.202606012155-r', []],
    ['7.7.0.202605201743-m3', ['m3']],
    ['1.2.3-r', ['r']],
  ])('reads the prerelease in %j', (text, expected) => {
    expect(read(text).pre).toEqual(expected)
  })

  test.each(['1', 'v1.2.3', '1.2.', 'a.b', '1.2.3-', '1.2.3.4.5.6', '01a', '1.2.3 ', '99999999999999999999.1'])(
    'reads no version in %j',
    (text) => {
      expect(parseVersion(text)).toBeUndefined()
    },
  )
})

describe('next', () => {
  const v1: TestCommit = { message: 'feat: a', tags: ['v1.2.3'] }

  test.each<[string, readonly (TestCommit | string)[], readonly string[], string]>([
    ['a fix', [v1, 'fix: b'], [], '1.2.4'],
    ['a feature', [v1, 'fix: b', 'feat: c'], [], '1.3.0'],
    ['a breaking change', [v1, 'refactor!: b'], [], '2.0.0'],
    ['a breaking change of old ESLint', [v1, 'Breaking: b'], [], '2.0.0'],
    ['free text', [v1, 'Something new'], [], '1.2.4'],
    ['nothing for users', [v1, 'docs: b', 'chore(deps): bump x from 1 to 2'], [], ''],
    ['nothing at all', [v1], [], ''],
    ['a feature that was taken back', [v1, 'feat: b', 'Revert "feat: b"'], [], ''],
    ['the first release', ['feat: a'], [], '0.1.0'],
    ['a first prerelease', [v1, 'feat: b'], ['--pre', 'rc'], '1.3.0-rc.1'],
    ['a prerelease that stood for less', [{ message: 'fix: a', tags: ['v1.2.3-rc.1'] }, 'feat: b'], [], '1.3.0-rc.1'],
    ['the end of prereleases', [{ message: 'feat: a', tags: ['v1.3.0-rc.1'] }], ['--stable'], '1.3.0'],
    ['versions of two numbers', [{ message: 'feat: a', tags: ['v1.0', 'v1.1', 'v2.4'] }, 'fix: b'], [], '2.5'],
    [
      'a version of two numbers among others',
      [{ message: 'feat: a', tags: ['v1.0.1', 'v1.1', 'v2.4'] }, 'fix: b'],
      [],
      '2.4.1',
    ],
    ['what a commit says', [v1, 'chore: release\n\nRelease-As: 3.0.0'], [], '3.0.0'],
    ['what a commit says, in whatever case', [v1, 'chore: release\n\nrelease-as: 3.0.0'], [], '3.0.0'],
    [
      'no version that was taken back',
      [v1, 'fix: b', 'chore: release 3.0.0\n\nRelease-As: 3.0.0', 'Revert "chore: release 3.0.0"'],
      [],
      '1.2.4',
    ],
  ])('prints the version after %s', async (_, commits, flags, expected) => {
    const { code, stdout, stderr } = await changelogGen(await repository(commits), ['next', ...flags])
    expect([code, stdout]).toEqual([0, expected === '' ? '' : `${expected}\n`])
    expect(stderr).toContain('because')
  })

  test.each([
    [{ name: 'r-root', version: '2.0.0', private: true }, '1.2.4'],
    [{ name: 'r', version: '2.0.0', private: true }, '2.0.0'],
    [{ version: '2.0.0' }, '2.0.0'],
  ])('is not that of a private root whose package is released: %j', async (manifest, expected) => {
    const commits = [{ message: 'feat: a', tags: ['r@1.2.3'] }, 'fix: b']
    const made = await repository(commits, { 'package.json': JSON.stringify(manifest) })
    expect((await changelogGen(made, ['next'])).stdout).toBe(`${expected}\n`)
  })

  const branch = (tag: string, parent = 1): TestCommit => ({
    message: 'fix: only here',
    parents: [parent],
    tags: [tag],
  })
  const onMain = { message: 'feat: c', parents: [1] }

  test.each<[string, readonly TestCommit[], FileTable, string, string]>([
    [
      'goes on from the highest of them',
      [branch('v1.0.1'), branch('v1.1.0', 2), branch('v2.0.0-rc.1', 3), onMain],
      {},
      '1.2.0',
      'v1.1.0 is on a commit that is no ancestor',
    ],
    [
      'goes on from prereleases where there is nothing else',
      [branch('v1.0.0-rc.1'), onMain],
      {},
      '1.0.0-rc.2',
      'v1.0.0-rc.1 is on',
    ],
    [
      'takes what the manifest says where that is further',
      [branch('v1.0.1'), onMain],
      { 'package.json': { name: 'r', version: '2.0.0' } },
      '2.0.0',
      'the manifest says so',
    ],
  ])('where only other branches have tags, %s', async (_, beside, files, expected, why) => {
    const { stdout, stderr } = await changelogGen(await repository([{ message: 'feat: a' }, ...beside], files), [
      'next',
    ])
    expect([stdout, stderr]).toEqual([`${expected}\n`, expect.stringContaining(why)])
  })

  it('goes on from what was merged into the branch that has the tags', async () => {
    const made = await repository([
      v1,
      { message: 'feat: b', parents: [1] },
      { message: "Merge branch 'develop'", parents: [1, 2], branch: 'stable', tags: ['v1.3.0'] },
      { message: 'fix: c', parents: [2] },
    ])
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect([stdout, stderr]).toEqual(['1.3.1\n', expect.stringMatching(/1\.3\.0 -> 1\.3\.1, because a change: fix: c/)])
    const { stdout: notes } = await changelogGen(made, ['notes', 'v1.3.0'])
    expect(notes).toMatch(/B \(/)
  })

  it('says which release of another branch it would be behind', async () => {
    const next = async (tag: string) => await changelogGen(await repository([v1, branch(tag), onMain]), ['next'])
    expect((await next('v2.0.0')).stderr).toContain('; v2.0.0 is on a commit that is no ancestor')
    expect((await next('v1.2.9')).stderr).not.toContain('v1.2.9')
  })

  test.each<[string, readonly string[], string, string]>([
    ['feat: c', ['v1.3.0'], '1.4.0', 'v1.3.0'],
    ['fix: c', ['v1.2.4', 'v1.2.5'], '1.2.6', 'v1.2.5'],
    ['fix: c', ['v1.2.5'], '1.2.4', 'v1.2.5'],
    ['feat!: c', ['v1.3.0', 'v2.0.0-rc.1'], '2.0.0', ''],
  ])('goes on from what other branches released after %s: %j', async (message, tags, expected, past) => {
    const beside = tags.map((tag, at) => branch(tag, at + 1))
    const made = await repository([v1, ...beside, { message, parents: [1] }])
    const { code, stdout, stderr } = await changelogGen(made, ['next'])
    expect([code, stdout]).toEqual([0, `${expected}\n`])
    expect(/; (v\S+) is on a commit that is no ancestor/.exec(stderr)?.[1] ?? '').toBe(past)
  })

  it('refuses a second version of a day', async () => {
    const first = { message: 'feat: a', tags: ['2025.01.01'] }
    const made = await repository([first, branch('2026.01.02'), onMain], {
      'frontdoor.yml': 'changelog-gen: { versioning: YYYY.0M.0D }',
    })
    const { code, stderr } = await changelogGen(made, ['next'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('but the tag 2026.01.02 is there already; write')])
  })

  it('says why a first changelog has no release', async () => {
    const made = await repository([{ message: 'feat: a' }, branch('v1.10.0'), branch('v1.9.0', 2), onMain])
    expect((await changelogGen(made, [])).stdout).toContain('without a release: v1.10.0 is on a commit')
  })

  it('quotes only the start of a long change', async () => {
    const long = `feat: ${'word '.repeat(19)}🎉🎉🎉 ${'x'.repeat(30)}`
    const { stderr } = await changelogGen(await repository([v1, long]), ['next'])
    expect(stderr).toContain(`word word… (`)
    expect(stderr).not.toContain('xxx')
  })

  it('takes the first version from the manifest, where somebody chose one', async () => {
    const chosen = await repository(['feat: a'], { 'package.json': { name: 'r', version: '3.1.0' } })
    expect((await changelogGen(chosen, ['next'])).stdout).toBe('3.1.0\n')
    const none = await repository(['feat: a'], { 'package.json': { name: 'r', version: '0.0.0' } })
    expect((await changelogGen(none, ['next'])).stdout).toBe('0.1.0\n')
  })

  it('takes the version that a snapshot is of, and knows the tags of a Maven artifact', async () => {
    const pom =
      '<project><groupId>io.larder</groupId><artifactId>larder-parent</artifactId><version>2.1.0-SNAPSHOT</version></project>'
    const untagged = await repository(['feat: a'], { 'pom.xml': pom })
    expect((await changelogGen(untagged, ['next'])).stdout).toBe('2.1.0\n')
    const commits = [{ message: 'feat: a', tags: ['larder-parent-2.0.0', 'larder-1.9.0'] }, 'fix: b']
    const tagged = await repository(commits, { 'pom.xml': pom })
    expect((await changelogGen(tagged, ['next'])).stdout).toBe('2.1.0\n')
  })

  test.each([
    ['1.3.0', 'fix: b', '1.3.0', 'the manifest says 1.3.0, which has no tag yet'],
    ['1.2.4', 'feat: b', '1.3.0', 'because a feature'],
    ['1.2.3', 'fix: b', '1.2.4', 'because a change'],
    // Neither the next version nor one that is worked on: it counts something else.
    ['2.5.7', 'fix: b', '1.2.4', 'because a change'],
    ['1.6.0-dev', 'fix: b', '1.6.0', 'the manifest says 1.6.0, which has no tag yet'],
  ])('takes %j of the manifest for what it was raised to, with %j', async (version, commit, next, why) => {
    const made = await repository([v1, commit], { 'package.json': { name: 'larder', version } })
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect([stdout, stderr]).toEqual([`${next}\n`, expect.stringContaining(why)])
  })

  test.each([
    ['### Added\n\n- Pots', 'fix: b', '1.3.0', 'the changelog has entries under "Added"'],
    ['### Features\n\n- Pots', 'chore: b', '1.3.0', 'the changelog has entries under "Features"'],
    ['### Breaking changes\n\n- Pots', 'feat: b', '2.0.0', 'the changelog has entries under "Breaking changes"'],
    ['### Fixed\n\n- Pots', 'feat: b', '1.3.0', 'because a feature'],
    ['### Added', 'fix: b', '1.2.4', 'because a change'],
  ])('reads %j that people wrote, with %j', async (text, commit, version, why) => {
    const changelog = `# Changelog\n\n## [Unreleased]\n\n${text}\n\n## [1.2.3] - 2025-01-01\n\n- Tea\n`
    const made = await repository([v1, commit], { 'CHANGELOG.md': changelog })
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect([stdout, stderr]).toEqual([`${version}\n`, expect.stringContaining(why)])
    await changelogGen(made, [])
    expect((await changelogGen(made, ['next'])).stdout).toBe(`${version}\n`)
  })

  const tagged = (tags: readonly string[]): TestCommit => ({ message: 'feat: a', tags })

  test.each<[string, readonly string[], readonly string[], string]>([
    ['of which the newest is told of', ['lid/2.1.0', 'kettle/1.4.0', 'kettle/1.3.0'], ['1.4.0', '1.3.0'], '1.4.1'],
    ['and not those that have an older one', ['lid/2.1.0', 'lid/1.3.0', 'kettle/1.2.0'], ['1.3.0', '1.2.0'], '1.3.0'],
    ['beside older ones of another kind', ['v2.4.1', 'lid/8.1.0', 'kettle/4.1.0'], ['4.1.0', '4.0.0'], '4.1.1'],
    ['that follow on others', ['v2.4.1', 'tea-v2.5.0', 'lid-v0.2.0'], ['2.5.0', '2.4.1'], '2.5.1'],
    ['unless those follow the usual form', ['v2.5.0', 'lid/2.5.0'], ['2.5.0'], '2.5.1'],
    ['with underscores', ['R_2_8_0', 'R_2_10_0', 'start'], [], '2.10.1'],
    ['unless packages share them', ['v2.4.1', 'lid/8.1.0', 'cup/8.1.0'], ['8.1.0'], '8.1.0'],
  ])('knows the tags by the changelog, %s', async (_, tags, told, version) => {
    const sections = told.map((one) => `## ${one}\n\n- Pots\n`)
    const made = await repository([tagged(tags), 'fix: b'], { 'CHANGELOG.md': `# Changelog\n\n${sections.join('\n')}` })
    expect((await changelogGen(made, ['next'])).stdout).toBe(`${version}\n`)
  })

  it('knows the tags of a repository by its name, as Apache has them', async () => {
    const commits = [{ message: 'feat: a', tags: ['rel/tea-1.2.0', 'tea-1.2.0-RC1', 'OLD_1_1'] }, 'fix: b']
    const made = await repository(commits)
    expect((await changelogGen(made, ['next'])).stdout).toBe('0.1.0\n')
    await made.git('remote', 'set-url', 'origin', 'https://github.com/apache/tea.git')
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.2.1\n')
  })

  it('knows them beside strays of the usual form, as Jenkins has them', async () => {
    const tags = (length: number) => Array.from({ length }, (_, at) => `tea-1.2.${at}`)
    const next = async (length: number) => {
      const made = await repository([tagged(['1.0.0-rc1', ...tags(length)]), 'fix: b'])
      await made.git('remote', 'set-url', 'origin', 'https://github.com/o/tea.git')
      return (await changelogGen(made, ['next'])).stdout
    }
    expect(await next(11)).toBe('1.2.11\n')
    expect(await next(10)).toMatch(/^1\.0\.0/)
  })

  it('knows them beside older ones of the usual form, where the repository became one of several packages', async () => {
    const seconds = (day: number) => 1_735_700_000 + day * 86_400
    const made = await repository([
      { message: 'feat: a', tags: ['v1.0.0'], seconds: seconds(1) },
      { message: 'feat: b', tags: ['tea/v2.0.0'], seconds: seconds(2) },
      { message: 'fix: c', tags: ['lid/v5.0.0'], seconds: seconds(3) },
    ])
    await made.git('remote', 'set-url', 'origin', 'https://github.com/o/tea.git')
    expect((await changelogGen(made, ['next'])).stdout).toBe('2.0.1\n')
    await made.git('remote', 'set-url', 'origin', 'https://github.com/o/kettle.git')
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.1.0\n')
  })

  it('knows those with two numbers, or a number in their name, by the name of the repository', async () => {
    const made = await repository([tagged(['tea-2.14', 'tea3_3.1.0', 'lid3_3.2.0']), 'fix: b'])
    expect((await changelogGen(made, ['next'])).stdout).toBe('0.1.0\n')
    await made.git('remote', 'set-url', 'origin', 'https://github.com/o/tea.git')
    expect((await changelogGen(made, ['next'])).stdout).toBe('3.1.1\n')
  })

  it('goes on with two numbers where all of the newest releases have them', async () => {
    const tags = Array.from({ length: 20 }, (_, at) => `4.${at}`)
    const next = async (more: string) =>
      (await changelogGen(await repository([tagged(['3.0.1', more, ...tags]), 'fix: b']), ['next'])).stdout
    expect(await next('3.0.2')).toBe('4.20\n')
    expect(await next('4.3.1')).toBe('4.19.1\n')
  })

  it('leaves a series of prereleases that another branch has ended', async () => {
    const made = await repository([
      { message: 'feat: a', tags: ['v0.2.0-rc1'] },
      { message: 'chore: branch', parents: [1], tags: ['v0.2.0-rc2', 'v0.2.0'] },
      { message: 'chore: another', parents: [1], tags: ['v1.4.0'] },
      { message: 'feat: c', parents: [1] },
    ])
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect(stdout).toBe('1.5.0\n')
    expect(stderr).toContain('v1.4.0 is on a commit that is no ancestor')
  })

  it('releases what a tag says that work has begun on', async () => {
    const made = await repository([v1, { message: 'chore: open 1.3', tags: ['1.3.0.dev0'] }, 'fix: b'])
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.3.0\n')
    expect((await changelogGen(made, ['next', '--pre', 'rc'])).stdout).toBe('1.3.0rc1\n')
  })

  test.each([
    ['2.0.0 (2026-01-02)', '2.0.0', 'the changelog tells of 2.0.0, which has no tag yet'],
    ['1.2.3', '1.2.4', 'because a change'],
    ['1.2.4-rc.1', '1.2.4', 'because a change'],
    ['3.0.0 - TBD', '1.2.4', 'because a change'],
    ['1.4.0-dev', '1.4.0', 'the changelog tells of 1.4.0, which has no tag yet'],
  ])('sees %j in the changelog, where that waits for its tag', async (heading, version, why) => {
    const made = await repository([v1, 'fix: b'], { 'CHANGELOG.md': `# Changelog\n\n## ${heading}\n\n- Pots\n` })
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect([stdout, stderr]).toEqual([`${version}\n`, expect.stringContaining(why)])
  })

  it('prints JSON', async () => {
    const { stdout } = await changelogGen(await repository([v1, 'feat: b']), ['next', '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ version: '1.3.0', previous: '1.2.3', bump: 'minor' })
  })

  test.each<[string, readonly (TestCommit | string)[], string]>([
    [
      'a version that another branch has, where a commit asks for it',
      [
        { message: 'feat: 0', tags: ['v1.2.3'] },
        { message: 'feat: x', tags: ['v1.3.0'] },
        { message: 'feat: y\n\nRelease-As: 1.3.0', parents: [1] },
      ],
      'v1.3.0 is there already',
    ],
    ['a lower version', [v1, 'fix: b\n\nRelease-As: 1.0.0'], 'not higher than 1.2.3'],
    ['what is no version', [v1, 'fix: b\n\nRelease-As: soon'], '"Release-As: soon" is no version; write '],
  ])('refuses %s', async (_, commits, message) => {
    const { code, stderr } = await changelogGen(await repository(commits), ['next'])
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  it('goes by the calendar where the tags do, and claims nothing else', async () => {
    const made = await repository([{ message: 'feat: a', tags: ['2025.01.01'] }, 'fix: b'])
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect([stdout, stderr]).toEqual(['2026.01.02\n', expect.stringContaining('its tags are YYYY.0M.0D')])
    await changelogGen(made, [])
    expect(readFileSync(made.join('CHANGELOG.md'), 'utf8')).not.toContain('Semantic Versioning')
    expect((await changelogGen(made, ['next', '--pre', 'rc'])).stdout).toBe('2025.1.2-rc.1\n')
  })

  it.each([
    [
      ['2026.1.0', '2026.2.0', '2026.3.0', '2026.4.0', '2026.5.0'],
      '2026.6.0',
      'its tags are YYYY.MINOR.MICRO, with 0 for MICRO',
    ],
    [['2026.1.0', '2026.2.0', '2026.3.0', '2026.3.1', '2026.4.0'], '2026.4.1', 'its tags are YYYY.MINOR.MICRO'],
    [['2026.4.0', '2026.5.0'], '2026.5.1', 'its tags are YYYY.MINOR.MICRO'],
  ])('raises what the tags %j raise', async (tags, version, rule) => {
    const made = await repository([...tags.map((tag) => ({ message: `fix: ${tag} of it`, tags: [tag] })), 'fix: b'])
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect([stdout, stderr.trim().split('; ').at(-1)]).toEqual([`${version}\n`, rule])
  })

  it('says what else is tagged where nothing of the whole is', async () => {
    const made = await repository([{ message: 'feat: a', tags: ['pot-0.1.4', 'cup-0.1.3'] }, 'fix: b'])
    const { stdout, stderr } = await changelogGen(made, ['next'])
    expect([stdout, stderr]).toEqual([
      '0.1.0\n',
      expect.stringMatching(/(?:pot-0\.1\.4|cup-0\.1\.3) is one of a package/),
    ])
    expect((await changelogGen(made, [])).stdout).toMatch(/without a release: \w+-0\.1\.\d is that of a package/)
  })

  it.each([
    [400, {}, ['', expect.stringMatching(/no release, because v1\.0\.0 is old, and pot-0\.1\.4 is one of a package/)]],
    [400, { 'frontdoor.yml': 'changelog-gen: { tags: "v{version}" }' }, ['1.0.1\n', expect.any(String)]],
    [300, {}, ['1.0.1\n', expect.stringMatching(/^(?!.*package)/)]],
    [400, { 'package.json': { name: 'tea', version: '1.1.0' } }, ['1.1.1\n', expect.any(String)]],
  ])(
    'says nothing of the whole where only packages were tagged for %d days, with %j',
    async (days, files, expected) => {
      const commits = [
        { message: 'feat: a', tags: Object.hasOwn(files, 'package.json') ? ['tea-1.1.0'] : ['v1.0.0'] },
        { message: 'fix: b', tags: ['pot-0.1.4'], seconds: firstSecond + days * 86_400 },
      ]
      const { stdout, stderr } = await changelogGen(await repository(commits, files), ['next'])
      expect([stdout, stderr]).toEqual(expected)
    },
  )

  it('goes by the calendar where the config says so', async () => {
    const made = await repository([{ message: 'feat: a', tags: ['2025.12.3'] }, 'fix: b'], {
      'frontdoor.yml': 'changelog-gen: { versioning: YYYY.MM.MICRO }',
    })
    expect((await changelogGen(made, ['next'])).stdout).toBe('2026.1.0\n')
  })

  test.each([
    ['tags: "v{versio}"', 'tags is "v{versio}"; use a string such as "v{version}" or "{name}@{version}"'],
    ['tags: ["{version}", v]', 'tags[1] is "v"; use a string such as "v{version}" or "{name}@{version}"'],
    ['initialVersion: v1', 'initialVersion is "v1"; use a string such as "1.0.0"'],
    ['versioning: calver', 'versioning is "calver"; use a string such as "semver" or "YYYY.MM.MICRO"'],
    ['sources: []', 'sources is an empty list; use a list of "git", "pull-requests" or "fragments" that is not empty'],
    ['labels: bug', 'labels is "bug"; use a list of objects'],
    [
      'draft: { replace: [{ search: "/(/", by: x }] }',
      'frontdoor.yml:1:47: changelog-gen.draft.replace[0].search is "/(/"; use a string such as "words" or "/^wip/i"',
    ],
    [
      'labels: [{ label: bug, title: ["/(/"] }]',
      'frontdoor.yml:1:49: changelog-gen.labels[0].title[0] is "/(/"; use a string such as "words" or "/^wip/i"',
    ],
  ])('refuses %s, for any version would be a wrong one', async (setting, message) => {
    const made = await repository([v1, 'fix: b'], { 'frontdoor.yml': `changelog-gen: { ${setting} }` })
    const { code, stdout, stderr } = await changelogGen(made, ['next'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })

  // A rejection that nobody waits for fails a test, too.
  it('says once that git is not there', async () => {
    const made = await repository([v1])
    expect(await changelogGen(made, ['next'], { env: { PATH: '/nonexistent' } })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'changelog-gen: git is not there: install git 2.30 or later, or put it on the PATH\n',
    })
  })

  it.each([
    ['1.0.0', ', though it is lower than 1.2.3'],
    ['1.2.4', ''],
  ])('as %s that a person has chosen is released, and told where it goes back', async (version, told) => {
    const { code, stdout } = await changelogGen(await repository([v1, 'fix: b']), ['release', version])
    expect([code, stdout]).toEqual([0, `CHANGELOG.md: ${version} released on 2026-01-02${told}\n`])
  })

  it('goes on from tags that have the name of the package behind the version', async () => {
    const files = { 'package.json': { name: 'larder', version: '1.0.0' }, 'CHANGELOG.md': '# Changelog\n' }
    const made = await repository([{ message: 'feat: a', tags: ['v1.0.0-larder', 'v2.0.0-@tea/pot'] }, 'fix: b'], files)
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.0.1\n')
    await changelogGen(made, ['release', 'auto'])
    expect(readFileSync(made.join('CHANGELOG.md'), 'utf8')).toContain('v1.0.0-larder...v1.0.1-larder')
  })

  it.each([
    ['v1.2.3', 'major', '2.0.0'],
    ['v1.2.3', 'minor', '1.3.0'],
    ['v0.4.3', 'major', '1.0.0'],
    ['v1.3.0-rc.1', 'minor', '1.3.0'],
    ['25.2', 'minor', '25.3'],
  ])('after %s, %s is %s', async (tag, level, version) => {
    const made = await repository([{ message: 'feat: a', tags: [tag] }, 'fix: b'])
    const { code, stdout } = await changelogGen(made, ['release', level])
    expect([code, stdout]).toEqual([0, `CHANGELOG.md: ${version} released on 2026-01-02\n`])
  })

  it('of a level is refused where there is none before', async () => {
    expect(await changelogGen(await repository(['fix: b']), ['release', 'minor'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no release that a minor version could follow'),
    })
  })

  it.each([
    ['1700000000', [0, 'CHANGELOG.md: 1.2.4 released on 2023-11-14\n', '']],
    ['soon', [2, '', 'changelog-gen: SOURCE_DATE_EPOCH soon is no time: give seconds since 1970\n']],
    ['99999999999999', [2, '', expect.stringContaining('is no time')]],
  ])('is released at the time that SOURCE_DATE_EPOCH says: %s', async (epoch, expected) => {
    const env = { ...testEnv, SOURCE_DATE_EPOCH: epoch }
    const { code, stdout, stderr } = await changelogGen(await repository([v1, 'fix: b']), ['release', 'auto'], { env })
    expect([code, stdout, stderr]).toEqual(expected)
  })

  it('counts one commit as one', async () => {
    const { stderr } = await changelogGen(await repository([v1, 'docs: b']), ['next'])
    expect(stderr).toContain('nothing since v1.2.3 changes anything for users (1 commit)')
  })
})

describe('packages', () => {
  const files = {
    'package.json': { private: true, workspaces: ['packages/*'] },
    'packages/core/package.json': { name: '@s/core', version: '1.0.0' },
    'packages/ui/package.json': { name: '@s/ui', version: '1.0.0', dependencies: { '@s/core': '^1.0.0' } },
    'packages/docs/package.json': { name: '@s/docs', version: '1.0.0' },
  }
  const commits: TestCommit[] = [
    {
      message: 'feat: start',
      paths: ['packages/core/a', 'packages/ui/a'],
      tags: ['@s/core@1.0.0', 'ui/v2.0.0', '@s/docs@0.1.0'],
    },
    { message: 'feat: b', paths: ['packages/core/b'] },
    { message: 'fix: root', paths: ['c'] },
  ]

  it('have their own versions, and follow what they depend on', async () => {
    const { stdout, stderr } = await changelogGen(await repository(commits, files), ['next', '--package', 'all'])
    expect(stdout).toBe('@s/core 1.1.0\n@s/ui 2.0.1\n')
    expect(stderr).toContain('@s/ui: 2.0.0 -> 2.0.1, because it depends on @s/core 1.1.0')
  })

  it('move as far as a changeset says of each, and nothing else does', async () => {
    const made = await repository(commits.slice(0, 1), files)
    const levels = ['"@s/core": minor', '"@s/ui": patch', '"@s/docs": major']
    await made.write({ '.changeset/cups.md': `---\n${levels.join('\n')}\n---\n\nHold cups\n` })
    expect((await changelogGen(made, ['next', '--package', 'all'])).stdout).toBe(
      '@s/core 1.1.0\n@s/docs 1.0.0\n@s/ui 2.0.1\n',
    )
    await changelogGen(made, ['--package', '@s/ui'])
    expect(readFileSync(made.join('packages/ui/CHANGELOG.md'), 'utf8')).toContain('### Fixed\n\n- Hold cups')
  })

  it('are verified together, each against its own manifest', async () => {
    const made = await repository(commits, files)
    expect((await changelogGen(made, ['verify', '--package', 'all'])).stderr).toContain(
      'there is no packages/core/CHANGELOG.md to verify',
    )
    for (const name of ['@s/core', '@s/docs']) await changelogGen(made, ['--package', name])
    expect(await changelogGen(made, ['verify', '--package', 'all'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        'packages/docs/CHANGELOG.md:10:1  warning  packages/docs/package.json says 1.0.0, and the newest version here is 0.1.0',
      ),
    })
    await made.write({ 'packages/docs/package.json': { name: '@s/docs', version: '0.1.0' } })
    expect(await changelogGen(made, ['verify', '--package', 'all'])).toMatchObject({
      code: 0,
      stdout: 'No problems in 2 files\n',
    })
  })

  it('leave out what touches nothing of them', async () => {
    const made = await repository(commits, files)
    const { stdout } = await changelogGen(made, ['explain', '--all', '--package', '@s/core', '--format', 'json'])
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ release, section, reason }) => [release, section ?? reason])).toEqual([
      [null, 'path'],
      [null, 'Added'],
      ['@s/core@1.0.0', 'Added'],
    ])
  })

  it('say which there are', async () => {
    const { code, stderr } = await changelogGen(await repository(commits, files), ['next', '--package', 'cor'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('the workspace has @s/core')])
  })

  it('are released together, and tell of the packages that they now need', async () => {
    const made = await repository(commits, { ...files, 'packages/docs/CHANGELOG.md': '# Changelog\n' })
    const argv = ['release', 'auto', '--package', 'all', '--date', '2026-02-03']
    const ran = await changelogGen(made, argv)
    expect(ran).toMatchObject({
      code: 0,
      stdout:
        'packages/core/CHANGELOG.md: 1.1.0 released on 2026-02-03\npackages/ui/CHANGELOG.md: 2.0.1 released on 2026-02-03\n',
    })
    const ui = readFileSync(made.join('packages/ui/CHANGELOG.md'), 'utf8')
    expect(ui).toContain('## [2.0.1] - 2026-02-03\n\n### Changed\n\n- Bump `@s/core` from 1.0.0 to 1.1.0\n\n## [2.0.0]')
    expect(readFileSync(made.join('packages/docs/CHANGELOG.md'), 'utf8')).toBe('# Changelog\n')
    const both = ['--package', '@s/core', '--package', '@s/ui']
    expect(await changelogGen(made, [...both, '--check'])).toMatchObject({ code: 0 })
    expect(await changelogGen(made, both)).toMatchObject({ code: 0, stdout: '2 changelogs: up to date\n' })
    expect(await changelogGen(made, ['release', '1.2.3', '--package', 'all'])).toMatchObject({ code: 2 })
    for (const [format, nothing] of [
      ['markdown', ''],
      ['github', ''],
      ['plain', ''],
      ['json', '[]\n'],
    ] as const) {
      const notes = ['notes', '--package', 'all', '--unreleased', '--format', format]
      expect(await changelogGen(made, notes)).toMatchObject({ code: 0, stdout: nothing })
    }
  })

  it('have notes of their own, and all together', async () => {
    const made = await repository(commits, files)
    const notes = async (...argv: string[]) => (await changelogGen(made, ['notes', ...argv])).stdout
    expect(await notes('--package', 'all', '--unreleased')).toMatch(/^## `@s\/core`\n\n### Added\n\n- B \(.*\)\n$/)
    const byHand = '# Changelog\n\n## [Unreleased]\n\n- By hand\n\n## [0.1.0] - 2026-01-02\n\n- A\n'
    await made.write({ 'packages/docs/CHANGELOG.md': byHand })
    expect(await notes('--package', 'all', '--unreleased')).toContain('## `@s/docs`\n\n- By hand\n')
    expect((await notes('--package', 'all')).match(/^## .*$/gm)).toEqual([
      '## `@s/core` 1.0.0',
      '## `@s/docs` 0.1.0',
      '## `@s/ui` 2.0.0',
    ])
    expect(await notes('ui/v2.0.0', '--package', 'all')).toMatch(/^### Added\n\n- Start \(/)
    expect(JSON.parse(await notes('--package', 'all', '--format', 'json'))).toHaveLength(3)
    expect(await changelogGen(made, ['notes', 'v9', '--package', 'all'])).toMatchObject({ code: 2, stdout: '' })
  })
})

test.each([
  [['relase', 'auto'], 'there is no command "relase"; did you mean the command release?'],
  [['--format', 'json', 'tea'], 'there is no command "tea"; see changelog-gen --help'],
])('a word that is no command is told as such: %j', async (argv, message) => {
  const { code, stderr } = await changelogGen(await project({}), argv)
  expect([code, stderr]).toEqual([2, `changelog-gen: ${message}\n`])
})
