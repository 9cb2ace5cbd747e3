import { fix } from '@frontdoor/kit/cli/fix'
import { repository as history } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import type { Release } from '../src/release.ts'
import { type Expected, verify } from '../src/verify/verify.ts'
import { release, repository, requestOf } from './model.ts'
import { changelogGen } from './run.ts'

const sha = (letter: string): string => letter.repeat(40)

function tagged(version: string, lines: readonly string[], more: Partial<Release> = {}): Release {
  return release(lines, { version, tag: `v${version}`, date: '2026-01-02', ...more })
}

const releases = [
  tagged('1.2.0', ['3 fix: leave no ring'], { date: '2026-03-04', range: rangeFrom('1.1.0') }),
  tagged('1.1.0', ['2 fix: do not burn'], { date: '2026-02-03', range: rangeFrom('1.0.0') }),
  tagged('1.0.0', ['1 feat: brew']),
]

function rangeFrom(version: string): Release['range'] {
  return { from: { sha: sha('b'), tag: `v${version}`, version }, to: { sha: sha('c') }, commits: 1 }
}

function expected(source: string, more: Partial<Expected> = {}, beside: readonly string[] = []): Expected {
  const { format, pages, read, history } = requestOf(source, { unreleased: ['4 feat: hold a cup'], releases, beside })
  return { format, pages, read, history, repository, manifests: [], ...more }
}

const sound = `# Changelog

The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).

## [Unreleased]

### Added

- Hold a cup ([#4](https://github.com/o/tea/pull/4))

## [1.2.0] - 2026-03-04

### Fixed

- Leave no ring ([#3](https://github.com/o/tea/pull/3))

## [1.1.0] - 2026-02-03

- Do not burn ([#2](https://github.com/o/tea/pull/2))

## [1.0.0] - 2026-01-02

- Brew ([#1](https://github.com/o/tea/pull/1))

[unreleased]: https://github.com/o/tea/compare/v1.2.0...HEAD
[1.2.0]: https://github.com/o/tea/compare/v1.1.0...v1.2.0
[1.1.0]: https://github.com/o/tea/compare/v1.0.0...v1.1.0
[1.0.0]: https://github.com/o/tea/releases/tag/v1.0.0
`

type Case = readonly [what: string, edit: (text: string) => string, findings: readonly (readonly [string, RegExp])[]]

const mended: readonly Case[] = [
  [
    'a version without a section',
    (text) => text.replace(/## \[1\.1\.0\][\s\S]*?(?=## \[1\.0)/, ''),
    [['changelog/missing-release', /No section for 1\.1\.0, which was released as v1\.1\.0 on 2026-02-03/]],
  ],
  [
    'a date that is not that of the tag',
    (text) => text.replace('2026-02-03', '2026-02-30'),
    [['changelog/date', /1\.1\.0 is dated 2026-02-30, and its tag v1\.1\.0 2026-02-03/]],
  ],
  [
    'a link that stayed behind',
    (text) => text.replace('v1.2.0...HEAD', 'v1.1.0...HEAD').replace('v1.1.0...v1.2.0', 'v1.0.0...v1.2.0'),
    [
      ['changelog/compare-link', /what is unreleased with v1\.2\.0/],
      ['changelog/compare-link', /compare 1\.2\.0 with v1\.1\.0/],
    ],
  ],
  [
    'a version without its link',
    (text) => text.replace(/\[1\.1\.0\]: .*\n/, ''),
    [['changelog/compare-link', /\[1\.1\.0\] has no link/]],
  ],
  [
    'an entry that stands twice',
    (text) => text.replace(/(- Leave.*\n)/, '$1$1'),
    [['changelog/duplicate', /already, in line 15/]],
  ],
  [
    'a type in small letters',
    (text) => text.replace('### Fixed', '### fixed'),
    [['changelog/format', /"fixed" is none of/]],
  ],
  [
    'a type at the depth of its version',
    (text) => text.replace('### Fixed', '## Fixed'),
    [['changelog/format', /"Fixed" is a heading of the same depth/]],
  ],
]

const moved = 'For newer releases, see [their pages](https://github.com/o/tea/releases).\n\n'

const told: readonly Case[] = [
  [
    'a version that is missing in a changelog that has moved since',
    (text) =>
      text
        .replace(/## \[Unreleased\][\s\S]*?(?=## \[1\.1)/, moved)
        .replace(/## \[1\.1\.0\][\s\S]*?(?=## \[1\.0)/, '')
        .replace(/\[(?:unreleased|1\.2\.0)\]: .*\n/g, ''),
    [],
  ],
  [
    'an entry that is not in its version',
    (text) => text.replace(/(- Leave.*\n)/, '$1- Hold a cup, too (#4)\n'),
    [['changelog/shipped-entry', /#4 is not in 1\.2\.0/]],
  ],
  [
    'a version with two sections',
    (text) => text.replace('## [1.0.0]', '## [1.1.0] - 2026-02-03\n\n- Again\n\n## [1.0.0]'),
    [['changelog/duplicate', /1\.1\.0 has a section already, in line 17/]],
  ],
  [
    'what is unreleased with two sections',
    (text) => text.replace('## [Unreleased]', '## [Unreleased]\n\n- Again\n\n## [Unreleased]'),
    [['changelog/duplicate', /What is unreleased has a section already, in line 5/]],
  ],
  [
    'an old version on top',
    (text) => text.replace(/(## \[1\.1\.0\][\s\S]*?)(## \[1\.0\.0\][\s\S]*?)(?=\[unreleased\])/, '$2$1'),
    [['changelog/order', /1\.1\.0 is newer than 1\.0\.0, which stands above it/]],
  ],
  [
    'a version that was never tagged',
    (text) =>
      text.replace('## [1.1.0]', '## [1.1.5] - 2026-02-20\n\n- Nothing\n\n## [1.1.0]') +
      '\n## 1.1.x - 2026-01-01\n\nSee [there](there.md).\n',
    [['changelog/untagged', /1\.1\.5 has no tag/]],
  ],
  [
    'dates that are all written in words',
    (text) => text.replaceAll(/\d{4}-(\d\d)-(\d\d)/g, '$2.$1.2026'),
    [['changelog/format', /^"04\.03\.2026" is not a date as YYYY-MM-DD, and 2 more are none$/]],
  ],
  [
    'dates that are nowhere',
    (text) => text.replaceAll(/ - \d{4}-\d\d-\d\d/g, ''),
    [['changelog/format', /^1\.2\.0 has no date, and 2 more have none; write "- YYYY-MM-DD" behind them$/]],
  ],
  [
    'a type that is none',
    (text) => text.replace('### Fixed', '### Chores'),
    [['changelog/format', /"Chores" is none of Added/]],
  ],
  [
    'words of its own, once',
    (text) =>
      text.replace('### Fixed', '### 🐛 Bug Fixes\n\n- A\n\n### 🚜 Refactor\n\n- B\n\n### Fixed\n\n- C\n\n### Testing'),
    [['changelog/format', /^"🐛 Bug Fixes", "🚜 Refactor" and 1 more are not the types of Keep a Changelog/]],
  ],
  [
    'a date in words',
    (text) => text.replace('2026-02-03', 'February 3, 2026'),
    [['changelog/format', /"February 3, 2026" is not a date/]],
  ],
]

describe('verify', () => {
  test('says nothing of a changelog that is sound', async () => {
    expect(await verify(sound, expected(sound))).toEqual([])
  })

  test.each(mended)('mends %s', async (_, edit, findings) => {
    const source = edit(sound)
    const wanted = expected(source)
    expect(shown(await verify(source, wanted))).toEqual(
      findings.map(([rule, message]) => [rule, expect.stringMatching(message)]),
    )
    const fixed = await fix(source, (text) => verify(text, wanted), false)
    expect(fixed.findings).toEqual([])
    expect(await verify(fixed.source, wanted)).toEqual([])
  })

  test.each(told)('tells of %s, and leaves it to people', async (_, edit, findings) => {
    const source = edit(sound)
    const wanted = expected(source)
    expect(shown(await verify(source, wanted))).toEqual(
      findings.map(([rule, message]) => [rule, expect.stringMatching(message)]),
    )
    expect((await fix(source, (text) => verify(text, wanted), false)).source).toBe(source)
  })

  test('tells of a version in a manifest that the changelog lacks', async () => {
    const manifests = [{ path: 'package.json', version: '1.3.0' }]
    const findings = await verify(sound, expected(sound, { manifests }))
    expect(shown(findings)).toEqual([
      ['changelog/manifest', 'package.json says 1.3.0, and the newest version here is 1.2.0'],
    ])
    // It may be raised ahead of its release.
    expect(findings.map(({ severity }) => severity)).toEqual(['warning'])
  })

  test.each(['1.2.0', '1.2.0+100200000', '1.3.0-dev', '1.3.0-SNAPSHOT', '1.2.0.9000', '0.0.0', '1.1.0'])(
    'says nothing of a manifest at %s',
    async (version) => {
      expect(await verify(sound, expected(sound, { manifests: [{ path: 'package.json', version }] }))).toEqual([])
    },
  )

  test.each<[string, (text: string) => string]>([
    ['a day more', (text) => text.replace('2026-02-03', '2026-02-04')],
    ['a slash behind a comparison', (text) => text.replace('v1.0.0...v1.1.0', 'v1.0.0...v1.1.0/')],
    ['two dots', (text) => text.replace('v1.0.0...v1.1.0', 'v1.0.0..v1.1.0')],
    [
      'a first version that is compared with a commit',
      (text) => text.replace('releases/tag/v1.0.0', `compare/${'a'.repeat(40)}...v1.0.0`),
    ],
    ['another branch than HEAD', (text) => text.replace('...HEAD', '...main')],
    ['a link to another page', (text) => text.replace('compare/v1.0.0...v1.1.0', 'releases/tag/v1.1.0')],
    [
      'the newest version, which may be about to be tagged',
      (text) => text.replace('## [1.2.0]', '## [1.3.0] - 2026-04-05\n\n- Hold a cup (#4)\n\n## [1.2.0]'),
    ],
    [
      'a version that is older than all tags',
      (text) => text.replace('\n[unreleased]', '\n## 0.9.0 - 2025-01-01\n\n- Old\n\n[unreleased]'),
    ],
    ['a version without its last zeros', (text) => text.replace('## [1.1.0]', '## 1.1')],
    ['a version beside those of other modules', (text) => text.replaceAll('[1.1.0]', '[1.1.0/0.4.0/0.0.2]')],
    [
      'steps that two ways to migrate share',
      (text) => text.replace(/(- Leave.*\n)/, '$1\n1. Boil\n2. Pour\n\nWith milk:\n\n1. Boil\n2. Stir\n'),
    ],
    ['branches that are compared', (text) => text.replace('v1.2.0...HEAD', 'main...develop')],
    [
      'a number of another project',
      (text) =>
        text.replace(/(- Leave.*\n)/, '$1- Mends what [cup-server#4](https://x.y/o/cup-server/issues/4) is about\n'),
    ],
  ])('says nothing of %s', async (_, edit) => {
    expect(await verify(edit(sound), expected(edit(sound)))).toEqual([])
  })

  test('compares with the section below where a prerelease has a tag and no section', async () => {
    const wanted = expected(sound)
    const rc = tagged('1.2.0-rc.1', [], { prerelease: true, range: rangeFrom('1.1.0') })
    const [newest, ...older] = wanted.history.releases as Release[]
    const history = {
      ...wanted.history,
      releases: [{ ...(newest as Release), range: rangeFrom('1.2.0-rc.1') }, rc, ...older],
    }
    expect(await verify(sound, { ...wanted, history })).toEqual([])
    const wrong = sound.replace('v1.1.0...v1.2.0', 'v1.0.0...v1.2.0')
    expect(shown(await verify(wrong, { ...wanted, history }))).toEqual([
      ['changelog/compare-link', expect.stringMatching(/^This link should compare 1\.2\.0 with v1\.2\.0-rc\.1/)],
    ])
  })

  test('takes a comparison with the version before the prereleases, also where these have sections', async () => {
    const source = sound.replace('## [1.1.0]', '## [1.2.0-rc.1] - 2026-01-02\n\n- Pour\n\n## [1.1.0]')
    const wanted = expected(source)
    const rc = tagged('1.2.0-rc.1', [], { prerelease: true, range: rangeFrom('1.1.0') })
    const alpha = tagged('1.1.0-alpha.1', [], { prerelease: true, range: rangeFrom('1.0.0') })
    const [newest, ...older] = wanted.history.releases as Release[]
    const releases = [{ ...(newest as Release), range: rangeFrom('1.2.0-rc.1') }, rc, ...older.slice(0, 1), alpha]
    const history = { ...wanted.history, releases: [...releases, ...older.slice(1)] }
    expect(shown(await verify(source, { ...wanted, history }))).toEqual([
      ['changelog/compare-link', expect.stringMatching(/\[1\.2\.0-rc\.1\] has no link/)],
    ])
  })

  test('takes lists below other sentences for other lists', async () => {
    const source = sound.replace(
      /(- Leave.*\n)/,
      '$1\nThanks to:\n\n- Ada\n- Bo\n\nand for reviews to:\n\n- Ada\n- Ada\n',
    )
    expect(shown(await verify(source, expected(source)))).toEqual([
      ['changelog/duplicate', 'This entry stands here already, in line 24'],
    ])
  })

  const among = async (versions: readonly string[], sections: readonly (readonly [string, string])[]) => {
    const source = `# Changelog\n\n${sections.map(([title, text]) => `## ${title}\n\n${text}\n`).join('\n')}`
    const wanted = expected(source)
    const releases = versions.map((version) => tagged(version, [], { prerelease: /[a-z]/.test(version) }))
    const findings = shown(await verify(source, { ...wanted, history: { ...wanted.history, releases } }))
    return findings.map(([rule, message]) => `${rule} ${/\d[\w.-]*/.exec(message)?.[0]}`)
  }

  test.each<[string, readonly string[], readonly (readonly [string, string])[], readonly string[]]>([
    [
      'a prerelease that is spelt otherwise',
      ['1.1.0', '1.1.0-rc.1', '1.0.0'],
      [
        ['1.1.0', '- B'],
        ['1.1.0-rc1', '- A'],
        ['1.0', '- C'],
      ],
      [],
    ],
    [
      'a series that is told of elsewhere',
      ['1.9.0', '1.8.1', '1.8.0', '1.7.0'],
      [
        ['1.9.0', '- A'],
        ['1.8', 'See [its branch](https://x.y).'],
        ['1.7.0', '- B'],
      ],
      [],
    ],
    [
      'no series that lists something',
      ['1.9.0', '1.8.1', '1.8.0', '1.7.0'],
      [
        ['1.9.0', '- A'],
        ['1.8', '- C, see [its branch](https://x.y).'],
        ['1.7.0', '- B'],
      ],
      ['changelog/missing-release 1.8.1'],
    ],
    [
      'a development version of R',
      ['1.9.0', '1.8.0.9001', '1.8.0'],
      [
        ['1.9.0', '- A'],
        ['1.8.0', '- B'],
      ],
      [],
    ],
    [
      'prereleases that never led to theirs',
      ['1.3.0', '1.3.0-rc.1', '1.2.1-alpha.1', '1.2.0'],
      [
        ['1.3.0', '- A'],
        ['1.3.0-rc.1', '- B'],
        ['1.2.0', '- C'],
      ],
      [],
    ],
    [
      'no prerelease of a series that is listed',
      ['1.3.0', '1.3.0-rc.2', '1.3.0-rc.1', '1.2.0'],
      [
        ['1.3.0', '- A'],
        ['1.3.0-rc.1', '- B'],
        ['1.2.0', '- C'],
      ],
      ['changelog/missing-release 1.3.0-rc.2'],
    ],
    [
      'a major version whose section is that of all that begins with it',
      ['3.1.0', '3.0.0', '2.2.0', '2.1.0', '2.0.0', '1.0.0'],
      [
        ['v3', '- A'],
        ['v2.1.0', '- B'],
        ['v2', '- C'],
        ['v1', '- D'],
      ],
      ['changelog/missing-release 2.2.0'],
    ],
    [
      'builds on the way to prereleases that are listed',
      ['2.0.0-rc.2', '2.0.0-rc.1-dev.2', '2.0.0-rc.1-dev.1', '2.0.0-rc.1', '1.2.0'],
      [
        ['2.0.0-rc.2', '- A'],
        ['1.2.0', '- C'],
      ],
      ['changelog/missing-release 2.0.0-rc.1'],
    ],
    [
      'no prerelease that is the newest',
      ['1.4.0-rc.1', '1.3.0', '1.3.0-rc.1', '1.2.0'],
      [
        ['1.3.0', '- A'],
        ['1.3.0-rc.1', '- B'],
        ['1.2.0', '- C'],
      ],
      ['changelog/missing-release 1.4.0-rc.1'],
    ],
    [
      'a date that was released again',
      ['2021.01.07-1', '2021.01.07'],
      [
        ['2021.01.07-1', '- A'],
        ['2021.01.07', '- B'],
      ],
      [],
    ],
  ])('passes over %s', async (_, versions, sections, findings) => {
    expect(await among(versions, sections)).toEqual(findings)
  })

  test('compares no patch of an older line with a newer version', async () => {
    const wanted = expected(sound)
    const [newest, patch, ...older] = wanted.history.releases as Release[]
    const releases = [newest as Release, { ...(patch as Release), range: rangeFrom('1.2.0') }, ...older]
    const wrong = sound.replace('v1.0.0...v1.1.0', 'v0.9.0...v1.1.0')
    expect(await verify(wrong, { ...wanted, history: { ...wanted.history, releases } })).toEqual([])
  })

  test('knows tags of other branches', async () => {
    const source = sound.replace('## [1.1.0]', '## [1.1.5] - 2026-02-20\n\n- Backport\n\n## [1.1.0]')
    expect(await verify(source, expected(source, {}, ['1.1.5', '1.1.0']))).toEqual([])
  })

  test('takes the tag of a build for the version that is listed', async () => {
    const wanted = expected(sound)
    const [newest, built, ...older] = wanted.history.releases as Release[]
    const releases = [newest as Release, { ...(built as Release), version: '1.1.0+12' }, ...older]
    const history = { ...wanted.history, releases }
    expect(await verify(sound, { ...wanted, history })).toEqual([])
    // A build beside its version is one of its own, as those of Dart are.
    const beside = { ...history, releases: [newest as Release, tagged('1.1.0+12', []), built as Release, ...older] }
    expect(shown(await verify(sound, { ...wanted, history: beside }))).toEqual([
      ['changelog/missing-release', expect.stringMatching(/No section for 1\.1\.0\+12/)],
    ])
  })

  test('takes the date of either, where a version has two tags', async () => {
    const wanted = expected(sound)
    const other = tagged('1.0.0', [], { tag: '1.0.0', date: '2019-01-01' })
    const releases = [...wanted.history.releases, other]
    expect(await verify(sound, { ...wanted, history: { ...wanted.history, releases } })).toEqual([])
  })

  test('compares a version with the section below, also where history led from another one', async () => {
    const wanted = expected(sound)
    const [newest, ...older] = wanted.history.releases as Release[]
    const releases = [{ ...(newest as Release), range: rangeFrom('1.0.0') }, ...older]
    expect(await verify(sound, { ...wanted, history: { ...wanted.history, releases } })).toEqual([])
  })

  test('does not ask a changelog of another style for the six types', async () => {
    const other = sound.replace(/The format.*\n/, '').replace('### Fixed', '### Repairs')
    expect(await verify(other, expected(other))).toEqual([])
  })

  test('compares with the section below where that was tagged on another branch', async () => {
    const source = sound
      .replace('## [1.1.0]', '## [1.1.5] - 2026-02-20\n\n- Backport\n\n## [1.1.0]')
      .replace('v1.1.0...v1.2.0', 'v1.1.5...v1.2.0')
    const wanted = expected(source, {}, ['1.1.5'])
    const at = (name: string) => ({
      ...wanted,
      history: { ...wanted.history, tags: [{ name, sha: sha('e'), subject: '', parents: [] }] },
    })
    const linked = async (name: string) =>
      (await verify(source, at(name))).filter(({ message }) => message.startsWith('This link'))
    expect(await linked('v1.1.5')).toEqual([])
    expect(await linked('v1.1.6')).toHaveLength(1)
  })

  test('compares with another tag of the same commit', async () => {
    const source = sound.replace('v1.0.0...v1.1.0', '1.0.0...v1.1.0')
    const wanted = expected(source)
    const at = (own: string) => {
      const tags = ['v1.0.0', '1.0.0'].map((name) => ({
        name,
        sha: name === '1.0.0' ? own : sha('b'),
        subject: '',
        parents: [],
      }))
      return { ...wanted, history: { ...wanted.history, tags } }
    }
    expect(await verify(source, at(sha('b')))).toEqual([])
    expect(await verify(source, at(sha('e')))).toHaveLength(1)
  })

  test('takes patches inside the section of their series in any order', async () => {
    const source = '# Changelog\n\n## 1.1\n\n- A\n\n### 1.1.1\n\n- B\n\n### 1.1.2\n\n- C\n\n## 1.0\n\n- D\n'
    const ordered = async (text: string) =>
      (await verify(text, expected(text))).filter(({ rule }) => rule === 'changelog/order')
    expect(await ordered(source)).toEqual([])
    expect(await ordered(source.replaceAll('###', '##'))).toHaveLength(2)
  })

  test('asks for no patches where all sections are of series', async () => {
    const patches = Array.from({ length: 12 }, (_, at) => `1.1.${12 - at}`)
    const versions = [...patches, '1.1.0', '1.0.1', '1.0.0', '0.9.1', '0.9.0', '0.8.0']
    const sections = (...titles: string[]) => titles.map((title) => [title, '- A'] as const)
    expect(await among(versions, sections('1.1', '1.0.0', '0.8'))).toEqual(['changelog/missing-release 0.9.0'])
    // Where some patches have sections, the others lack theirs.
    expect(await among(versions, sections('1.1.2', '1.1.1', '1.0.0'))).toHaveLength(12)
    expect(await among(['1.1.1', '1.1.0', '1.0.0'], sections('1.1', '1.0'))).toEqual([
      'changelog/missing-release 1.1.1',
    ])
  })

  test('has nothing to say before the first release', async () => {
    const source = '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Tea\n'
    expect(
      await verify(source, { ...expected(source), history: { ...expected(source).history, releases: [] } }),
    ).toEqual([])
  })

  test('tells where there is no release at all', async () => {
    expect(shown(await verify('# Words\n', expected('# Words\n')))).toEqual([
      ['changelog/empty', expect.stringMatching(/No heading of a release/)],
    ])
    // Where it only leads to another changelog, it has no release to tell of.
    const pointer = '# Changelog\n\nSee https://github.com/o/tea/blob/main/tea/CHANGELOG.md\n'
    expect(await verify(pointer, expected(pointer))).toEqual([])
  })
})

function shown(findings: Awaited<ReturnType<typeof verify>>): [string, string][] {
  return findings.map(({ rule, message }) => [rule, message])
}

test('a changelog that was written of merged maintenance releases is as it should be', async () => {
  const made = await history([
    { message: 'feat: brew', tags: ['v2.5.0'] },
    { message: 'feat!: steep', tags: ['v3.0.0'] },
    { message: 'fix: do not burn', parents: [1], branch: 'two', tags: ['v2.5.1'] },
    { message: 'feat: hold a cup', parents: [2] },
    { message: "Merge branch 'two'", parents: [4, 3] },
  ])
  await changelogGen(made, [])
  expect(await made.read('CHANGELOG.md')).toMatch(
    /## \[2\.5\.1\][\s\S]*## \[3\.0\.0\][\s\S]*\/compare\/v3\.0\.0\.\.\.HEAD$/m,
  )
  expect(await changelogGen(made, ['verify'])).toMatchObject({ code: 0 })
})
