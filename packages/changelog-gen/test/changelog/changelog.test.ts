import { describe, expect, test } from 'vitest'
import { readChangelog } from '../../src/changelog/changelog.ts'
import { readSection } from '../../src/changelog/items.ts'

const source = `# Changelog

Words.

## [Unreleased]

### Added

- One
  on two lines ([#12](https://example.com/pull/12))
- Two
  - inner

## [1.1.0] - 2026-01-02

\`\`\`md
## [9.9.9] - 2020-01-01
\`\`\`

### Fixed

* Three (abc1234)

1.0.0
-----

Prose.

## Older versions

Elsewhere.

[unreleased]: https://example.com/compare/v1.1.0...HEAD
[1.1.0]: <https://example.com/compare/v1.0.0...v1.1.0>
`

describe('a changelog', () => {
  const changelog = readChangelog(source)

  test('is a list of releases', () => {
    expect(changelog.title?.text).toBe('Changelog')
    expect(source.slice(changelog.preamble.start, changelog.preamble.end)).toBe('# Changelog\n\nWords.\n\n')
    expect(changelog.unreleased?.heading.text).toBe('[Unreleased]')
    expect(changelog.releases.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0'])
  })

  test('has sections that end where the next one starts, or another heading of their depth', () => {
    const [newest, oldest] = changelog.releases
    expect(source.slice(newest?.start, newest?.end)).toMatch(/^## \[1\.1\.0\][\s\S]*abc1234\)\n\n$/)
    expect(source.slice(oldest?.body.start, oldest?.body.end)).toBe('\nProse.\n\n')
  })

  test('has definitions at its foot', () => {
    expect(changelog.definitions.map(({ label, url }) => [label, url])).toEqual([
      ['unreleased', 'https://example.com/compare/v1.1.0...HEAD'],
      ['1.1.0', 'https://example.com/compare/v1.0.0...v1.1.0'],
    ])
    expect(source.slice(changelog.foot.start)).toMatch(/^\[unreleased\]/)
  })

  test('has groups and items in a section', () => {
    if (!changelog.unreleased) throw new Error('no section')
    const { groups, items } = readSection(changelog, changelog.unreleased)
    expect(groups.map(({ title }) => title)).toEqual(['Added'])
    expect(items.map(({ text, depth }) => [text, depth])).toEqual([
      ['One\non two lines ([#12](https://example.com/pull/12))', 1],
      ['Two', 1],
      ['inner', 2],
    ])
    expect(items[0]?.identity).toEqual({ numbers: ['12'], shas: [], words: 'one on two lines' })
  })

  test.each(['\r\n', '\r'])('has the same sections with %j between its lines, and a byte order mark', (eol) => {
    const other = readChangelog(`\uFEFF${source.replaceAll('\n', eol)}`)
    expect(other.eol).toBe(eol)
    expect(other.title?.text).toBe('Changelog')
    expect(other.releases.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0'])
  })

  test('may start with front matter', () => {
    const { title, releases } = readChangelog('---\ntitle: 1.0.0\n---\n\n# Log\n\n## 1.0.0\n')
    expect([title?.text, releases.length]).toEqual(['Log', 1])
  })

  test('has sections that start with the anchor above their heading', () => {
    const text = '# Log\n\n<a name="1.1.0"></a>\n## 1.1.0\n\n- a\n\n<a id="1.0.0"></a>\n\n## 1.0.0\n'
    const { preamble, releases } = readChangelog(text)
    expect(text.slice(0, preamble.end)).toBe('# Log\n\n')
    expect(releases.map(({ start, body }) => [text.slice(start, start + 2), text.slice(body.start, body.end)])).toEqual(
      [
        ['<a', '\n- a\n\n'],
        ['<a', ''],
      ],
    )
  })

  test('has its unreleased section below a version that is only planned', () => {
    expect(readChangelog('## 5.0.0 - TBD\n\n## Unreleased\n\n## 4.0.0\n').unreleased?.version).toBeUndefined()
    for (const coming of [
      '4.1.0 - TBD',
      '4.1.0 (Next)',
      '4.1.0 (20XX-XX-XX)',
      '[4.1.0] - 2026-xx-xx',
      '4.1.0 (YYYY-MM-DD)',
    ])
      expect(readChangelog(`## ${coming}\n\n## 4.0.0\n`).unreleased?.version).toBe('4.1.0')
    for (const released of ['4.1.0 - The next generation', '4.1.0 (2026-01-02)', '4.1.0 – XX'])
      expect(readChangelog(`## ${released}\n\n## 4.0.0\n`).unreleased).toBeUndefined()
  })

  test('has groups as deep as its patches', () => {
    const source = '### [1.0.1](https://x.y) (2026-01-02)\n\n### Changes\n\n- a\n\n### Whatever\n\n- b\n\n## 1.0.0\n'
    expect(readChangelog(source).releases.map(({ start, end }) => source.slice(start, end).length)).toEqual([
      source.indexOf('## 1.0.0'),
      9,
    ])
  })

  test('may have the versions of its releases below their dates, as release-plan has them', () => {
    const source =
      '## Release (2026-02-03)\n\n* @tea/cup 1.2.0 (minor)\n* tea-pot 3.0.0 (major)\n\n#### :boom:\n* a\n\n## Release (2026-01-02)\n\nSoon.\n\n## v1.1.0\n'
    const { releases } = readChangelog(source)
    expect(releases.map(({ version, date }) => [version, date])).toEqual([
      ['1.2.0', '2026-02-03'],
      ['1.1.0', undefined],
    ])
  })

  test('has no unreleased section below a release: that is a leftover', () => {
    expect(readChangelog('## 1.0.0\n\n## Unreleased\n').unreleased).toBeUndefined()
  })
})

describe('a changelog of which only the newest releases are read', () => {
  const long = Array.from({ length: 20 }, (_, index) => `## 1.${20 - index}.0\n\n- a\n\n`).join('')
  const foot = '[1.20.0]: https://example.com/20\n[1.19.0]: https://example.com/19'

  test.each(['', `${foot}\n`, foot, `${foot}\r\n\r\n`])('has those, and the definitions %j at its end', (end) => {
    const [part, whole] = [readChangelog(long + end, { most: 3 }), readChangelog(long + end)]
    expect([part.isWhole, whole.isWhole]).toEqual([false, true])
    expect(part.releases).toEqual(whole.releases.slice(0, 3))
    expect([part.definitions, part.foot]).toEqual([whole.definitions, whole.foot])
  })

  test('is whole where there are no more', () => {
    expect(readChangelog(long, { most: 20 })).toEqual(readChangelog(long))
  })
})

describe('a changelog whose headings name the package', () => {
  test.each([
    [
      '# larder (development version)\n\n* Pots\n\n# larder 1.1.0\n\n## Python 3.9\n\n* Cups\n\n# larder 1.0.0\n\n* Tea\n',
      true,
      ['1.1.0', '1.0.0'],
      'larder ',
    ],
    [
      '# Release larder 1.1.0 / larder-lid 0.3.0 (2026-02-03)\n\n- Cups\n\n# Release larder-lid 0.2.0 (2026-01-03)\n\n- A lid\n\n# Release larder 1.0.0 (2026-01-02)\n\n# Release 0.9\n',
      false,
      ['1.1.0', '1.0.0', '0.9'],
      'Release larder ',
    ],
    [
      '# Tea.jl v1.1.0 Release Notes\n\n* Cups\n\n# Tea.jl v1.0.0 Release Notes\n',
      false,
      ['1.1.0', '1.0.0'],
      'Tea.jl v',
    ],
    [
      '# larder 1.1.0\n\n* Cups\n\n# larder 1.0.2\n\n* Pots\n\n# 1.0.1\n',
      false,
      ['1.1.0', '1.0.2', '1.0.1'],
      'larder ',
    ],
    ['# Larder 2.0\n\n## 2.0.1\n\n* Cups\n\n## 2.0.0\n', false, ['2.0.1', '2.0.0'], ''],
    ['# Tea ChangeLog\n\n## Unreleased\n\n* Pots\n\n## Tea v1.1.0\n\n* Cups\n', true, ['1.1.0'], 'Tea v'],
    ['# Changelog\n\n## Unreleased\n\n### Python 3.9\n\n* Tea\n', true, [], undefined],
    ['# Changelog\n\n## Python 3.9\n\n## 1.0.0\n\n* Tea\n', false, ['1.0.0'], ''],
  ])('%j is read all the same', (text, hasUnreleased, versions, prefix) => {
    const { unreleased, releases } = readChangelog(text)
    expect(unreleased !== undefined).toBe(hasUnreleased)
    expect(releases.map(({ version }) => version)).toEqual(versions)
    expect(releases[0]?.form.prefix).toBe(prefix)
  })
})
