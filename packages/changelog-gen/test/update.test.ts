import { applyEdits } from '@frontdoor/markdown/edit'
import { describe, expect, test } from 'vitest'
import { readChangelog } from '../src/changelog/changelog.ts'
import { forgePages } from '../src/forge-pages.ts'
import { foundFormat } from '../src/formats/found.ts'
import type { Release, Section } from '../src/release.ts'
import { promote } from '../src/writing/promote.ts'
import { updateChangelog } from '../src/writing/update.ts'
import { entry, release, repository, requestOf, updated } from './model.ts'

const changes = ['12 feat(tea): steep longer', '13 fix: do not burn', 'fix: leave no ring on the table']
const before = { unreleased: changes, before: changes }
const shipped = [
  release(['1 feat: brew'], {
    version: '1.0.0',
    tag: 'v1.0.0',
    date: '2026-01-02',
    range: { to: { sha: 'b'.repeat(40) }, commits: 1 },
  }),
]
const given = { ...before, releases: shipped }
/** As the tool writes it. */
const written = (await updated('', given)).text
const more = { ...given, unreleased: ['20 feat: pour slowly', ...changes, '21 fix: late one'] }

function sectionOf(text: string): string {
  const { unreleased } = readChangelog(text)
  return text.slice(unreleased?.start, unreleased?.end)
}

describe('a changelog that is new', () => {
  test('has all releases and what is unreleased', () => {
    expect(written).toMatchInlineSnapshot(`
      "# Changelog

      All notable changes to this project will be documented in this file.

      The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/),
      and this project adheres to [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

      ## [Unreleased]

      ### Added

      - **tea:** Steep longer ([#12](https://github.com/o/tea/pull/12))

      ### Fixed

      - Do not burn ([#13](https://github.com/o/tea/pull/13))
      - Leave no ring on the table ([a372d1a](https://github.com/o/tea/commit/a372d1a020000000000000000000000000000000))

      <!-- changelog-gen: c0ffee000000 7127908e -->

      ## [1.0.0] - 2026-01-02

      ### Added

      - Brew ([#1](https://github.com/o/tea/pull/1))

      [unreleased]: https://github.com/o/tea/compare/v1.0.0...HEAD
      [1.0.0]: https://github.com/o/tea/releases/tag/v1.0.0
      "
    `)
  })

  test('is not changed by a second run', async () => {
    expect(await updated(written, given)).toEqual({ text: written, conflicts: [] })
  })
})

describe('what people did stays', () => {
  test.each<[string, (text: string) => string, RegExp]>([
    ['a reworded entry', (text) => text.replace('Do not burn', 'Never burn again'), /- Never burn again \(\[#13/],
    ['an entry that was taken out', (text) => text.replace(/- Do not burn.*\n/, ''), /^(?![\s\S]*#13)/],
    ['an entry of their own', (text) => text.replace('### Fixed\n', '### Fixed\n\n- Mine\n'), /- Mine\n/],
    ['a paragraph', (text) => text.replace('### Fixed', 'A word on taste.\n\n### Fixed'), /\n\nA word on taste\.\n\n/],
    [
      'an entry under another heading',
      (text) =>
        text
          .replace(/- Do not burn.*\n/, '')
          .replace(
            '### Added\n\n',
            '### Security\n\n- Do not burn ([#13](https://github.com/o/tea/pull/13))\n\n### Added\n\n',
          ),
      /### Security\n\n- Do not burn/,
    ],
    [
      'an entry of another order',
      (text) => text.replace(/(- Do not.*\n)(- Leave.*\n)/, '$2$1'),
      /- Leave.*\n(?:- .*\n)*- Do not/,
    ],
    ['an entry of several lines', (text) => text.replace('Do not burn', 'Do not\n  burn'), /- Do not\n {2}burn/],
    [
      'an inner list',
      (text) => text.replace(/(- Do not burn.*\n)/, '$1  - not even twice\n'),
      /\n {2}- not even twice\n/,
    ],
    ['another heading', (text) => text.replace('### Fixed', '### Bug Fixes'), /### Bug Fixes\n/],
    [
      'a heading in their own words',
      (text) => text.replace('### Fixed', '### Behoben'),
      /### Behoben\n\n(?:- .*\n)*- Late one.*\n(?![\s\S]*### Fixed)/,
    ],
    [
      'an entry without its reference',
      (text) => text.replace(/Do not burn \(.*\)/, 'Burning was wrong'),
      /- Burning was wrong\n/,
    ],
    [
      'a code block',
      (text) => text.replace('### Fixed', '```\n### Fixed\n- x\n```\n\n### Fixed'),
      /```\n### Fixed\n- x\n```/,
    ],
  ])('%s', async (_, edit, kept) => {
    const edited = edit(written)
    expect(edited).not.toBe(written)
    expect((await updated(edited, given)).text).toBe(edited)
    const { text, conflicts } = await updated(edited, more)
    expect(conflicts).toEqual([])
    expect(sectionOf(text)).toMatch(kept)
    expect(sectionOf(text)).toMatch(/- Pour slowly \(\[#20/)
    expect(sectionOf(text)).toMatch(/- Late one \(\[#21/)
    expect(sectionOf(text).match(/#12\]/g)).toHaveLength(1)
    expect((await updated(text, { ...more, before: more.unreleased })).text).toBe(text)
  })

  test('bytes outside the section, whatever they are', async () => {
    const edited = `\uFEFF${written.replaceAll('\n', '\r\n').trimEnd()}`.replace('Do not burn', 'Never burn')
    const { text } = await updated(edited, more)
    expect(text.startsWith('\uFEFF# Changelog\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('releases/tag/v1.0.0')).toBe(true)
  })

  test('the bullets, indentation and blank lines between entries', async () => {
    const edited = written.replace(/^- (?=Do not|Leave)/gm, ' *   ').replace('\n *   Leave', '\n\n *   Leave')
    const { text } = await updated(edited, more)
    expect(sectionOf(text)).toContain('\n\n * Late one')
  })
})

describe('what the tool wrote itself', () => {
  test('is written anew where nobody touched it', async () => {
    const folded = [...changes.slice(0, 2), '14 fix: another one']
    const { text, conflicts } = await updated(written, { ...given, unreleased: folded })
    expect([text, conflicts]).toEqual([(await updated('', { ...given, unreleased: folded })).text, []])
  })

  test('goes where its change was taken back, although something else was edited', async () => {
    const edited = written.replace('Steep longer', 'Steep for longer')
    const { text, conflicts } = await updated(edited, { ...given, unreleased: changes.slice(0, 1) })
    expect(conflicts).toEqual([])
    expect(sectionOf(text)).not.toMatch(/### Fixed|Do not burn/)
    expect(sectionOf(text)).toContain('Steep for longer')
  })

  test('changes where its change does, although something else was edited', async () => {
    const edited = written.replace('Steep longer', 'Steep for longer')
    const { text } = await updated(edited, {
      ...given,
      unreleased: [changes[0] as string, entry('13 fix: do not scorch'), changes[2] as string],
    })
    expect(sectionOf(text)).toMatch(/- Do not scorch \(\[#13/)
  })

  test('comes again where the commit that it was written for is gone: nothing is lost', async () => {
    const edited = written.replace(/- Do not burn.*\n/, '')
    const { text } = await updated(edited, { unreleased: more.unreleased, releases: shipped })
    expect(sectionOf(text)).toMatch(/#13/)
  })
})

test('an entry that only tells of a number does not stand for its change', async () => {
  const edited = written.replace('### Fixed\n', '### Fixed\n\n- As #21 will say, pots are hot\n')
  const { text } = await updated(edited, more)
  expect(sectionOf(text)).toMatch(/- Late one \(\[#21\]/)
})

test.each([
  ['other', 'Other'],
  ['changes', 'Improvements'],
])('what is of the category %s is listed under the title that the changelog has for it: %s', (id, title) => {
  const source = `# 1.0.0\n\n## Features\n\n- Brew\n\n## ${title}\n\n- Wipe\n`
  expect(foundFormat(readChangelog(source), 'conventional-changelog').titles[id]).toBe(title)
})

test.each([
  [
    'its own words and order, be a section ever so long',
    `### New features\n\n- A\n\n### Bug fixes\n\n${'- Mended\n'.repeat(800)}\n### Changes\n\n- B\n`,
    ['New features', 'Bug fixes', 'Changes'],
    'Changes',
  ],
  [
    'the order of the style, with its own words in between',
    '### Breaking\n\n- A\n\n### Fixed\n\n- B\n\n### Added\n\n- C\n\n### Internals\n\n- D\n',
    ['Breaking', 'Added', 'Internals', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'],
    'Changed',
  ],
])('groups have %s', (_, body, order, changes) => {
  const found = foundFormat(readChangelog(`# Changelog\n\n## 1.0.0\n\n${body}`))
  expect(found.order.filter((title) => body.includes(title) || order.includes(title))).toEqual(order)
  expect(found.titles.changes).toBe(changes)
})

test('an entry that somebody wrote of a pull request stands for all its commits', async () => {
  const edited = '# Changelog\n\n## Unreleased\n\n### Added\n\n- Brew in a pot, see #30 (@somebody)\n\n## 1.0.0\n'
  const unreleased = ['30 feat: brew', '30 fix: heat the pot', '31 fix: pour']
  const { text } = await updated(edited, { unreleased, releases: shipped })
  expect(sectionOf(text)).toMatch(/- Brew in a pot[\s\S]*- Pour/)
  expect(sectionOf(text)).not.toContain('the pot (')
})

describe('a conflict', () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      'an entry that both sides reworded',
      ['13 fix: do not scorch'],
      /edited by hand, and its change now says "Do not scorch/,
    ],
    ['an edited entry whose change was taken back', [], /edited by hand, and its change is no longer to be listed/],
  ])('is %s, and the file keeps its words', async (_, replacement, message) => {
    const edited = written.replace('Do not burn', 'Never burn again')
    const unreleased = [changes[0] as string, ...replacement, changes[2] as string]
    const { text, conflicts } = await updated(edited, { ...given, unreleased })
    expect(conflicts).toEqual([expect.stringMatching(message)])
    expect(text).toContain('Never burn again')
  })
})

test.each(['keep-a-changelog@2.0.0', 'conventional-changelog', 'changesets'] as const)(
  'a changelog without a release, or with an empty one, stays in the style %s that was asked for once',
  async (style) => {
    const { text } = await updated('', { unreleased: changes, style })
    const again = await updated(text, { unreleased: changes })
    expect(again.text).toBe(text)
    const empty = { unreleased: changes, releases: [release([], { version: '1.0.0', tag: 'v1.0.0' })] }
    const { text: beside } = await updated('', { ...empty, style })
    expect((await updated(beside, empty)).text).toBe(beside)
    const { text: released } = await updated(text, { unreleased: [], releases: shipped })
    expect(released).toBe((await updated(text, { unreleased: [], releases: shipped, style })).text)
  },
)

test.each(['keep-a-changelog@1.1.0', 'conventional-changelog', 'changesets'] as const)(
  'a second run writes entries as the first one did, whatever the titles of a release in the style %s look like',
  async (style) => {
    const brewed = release(['1 feat: Brew', '2 fix: Do not burn', 'Wipe it'], { version: '1.0.0', tag: 'v1.0.0' })
    const all = { unreleased: ['3 fix: pour slowly', '4 feat: steep longer'], releases: [brewed] }
    const { text } = await updated('', { ...all, style })
    expect((await updated(text, all)).text).toBe(text)
  },
)

describe('a changelog in another style', () => {
  test.each([
    [
      'conventional-changelog',
      '# [1.0.0](https://github.com/o/tea/compare/v0.1.0...v1.0.0) (2026-01-02)\n\n\n### Features\n\n* brew ([a000001](https://github.com/o/tea/commit/a000001))\n* b ([a000002](https://github.com/o/tea/commit/a000002))\n* c ([a000003](https://github.com/o/tea/commit/a000003))\n',
    ],
    ['changesets', '# tea\n\n## 1.0.0\n\n### Minor Changes\n\n- Brew\n- Steep\n- Pour\n'],
    ['underlined', 'Changes\n=======\n\n1.0.0\n-----\n\n* brew\n* steep\n* pour\n'],
    ['emoji', '# Changelog\n\n## v1.0.0 (2026-01-02)\n\n### 🐛 Bug Fixes\n\n- brew\n\n### 🚀 Features\n\n- steep\n'],
    ['no title', '## 1.0.0 - 2026-01-02\n\n### Added\n\n- Brew\n'],
    [
      'Commitizen',
      '## v1.0.0 (2026-01-02)\n\n### Feat\n\n- **pot**: brew\n- **pot**: steep\n\n### Fix\n\n- **cup**: pour\n',
    ],
    [
      'git-cliff',
      '# Changelog\n\n## [1.0.0] - 2026-01-02\n\n### 🚀 Features\n\n- *(pot)* Brew\n- *(pot)* Steep\n\n### 🐛 Bug Fixes\n\n- *(cup)* Pour\n\n### Other\n\n- Wipe\n',
    ],
    [
      'labels in capitals',
      '## 1.0.0 (January 2, 2026)\n\nNOTES:\n\n* Has a lid\n\nNEW FEATURES:\n\n* Brew ([#1](https://github.com/o/tea/issues/1))\n',
    ],
    [
      'bold labels',
      '# Changelog\n\n## Unreleased\n\n**Fixed bugs:**\n\n- By hand\n\n## 1.0.0 - 2026-01-02\n\n**Implemented enhancements:**\n\n- Brew\n- Steep\n',
    ],
    [
      'names of people',
      '# Changelog\n\n## 1.0.0 (2026-01-02)\n\n### 🚀 Features\n\n- brew\n- steep\n\n### ❤️ Thank You\n\n- Ada\n- Bo @bo\n- Cleo\n- Dan\n',
    ],
    ['one list', '# Changes\n\n## 1.0.0\n\n- Brew\n- Steep\n\n## 0.9.0\n\n- Pour\n'],
    [
      'one list, and headings of prose',
      '# Changes\n\n## 1.0.0\n\n- Brew\n- Steep\n\n### Coming from 0.9\n\nNo lid fits both:\n\n- None of wood\n\n## 0.9.0\n\n- Pour\n',
    ],
    [
      'melos',
      '## 1.0.0\n\n - **FIX**(pot): brew. ([#1](https://github.com/o/tea/issues/1)). ([a000001](https://github.com/o/tea/commit/a000001))\n\n## 0.9.0\n\n - **BREAKING** **FEAT**: steep. ([a000002](https://github.com/o/tea/commit/a000002))\n - **DOCS**: pour. ([a000003](https://github.com/o/tea/commit/a000003))\n',
    ],
    [
      'covector',
      '# Changelog\n\n## \\[1.0.0]\n\n### New Features\n\n- [`a000001`](https://www.github.com/o/tea/commit/a000001) ([#1](https://www.github.com/o/tea/pull/1)) Brew.\n\n### Bug Fixes\n\n- [`a000002`](https://www.github.com/o/tea/commit/a000002) Steep.\n\n## \\[0.9.0]\n\n- Pour\n',
    ],
    ['a list behind words', '## 1.0.0\n\nThis release has\n\nNew pots:\n\n- One\n- Two\n'],
  ])('%s', async (_, source) => {
    const { text } = await updated(source, given)
    expect(text.endsWith(source.slice(source.search(/^(?:# \[|## \\?\[?v?1|1\.0\.0)/m)))).toBe(true)
    await expect(text).toMatchSnapshot()
    expect((await updated(text, given)).text).toBe(text)
  })
})

describe('the groups of a changelog that has none', () => {
  test.each([
    ['# 1.0.0\n\n- Brew\n', '## Added'],
    ['### 1.0.0\n\n- Brew\n', '#### Added'],
  ])('stand below the releases of %j', async (source, group) => {
    expect((await updated(source, given)).text.split('\n')).toContain(group)
  })
})

test('the next release is written as those that were made, not as one that is planned', async () => {
  const source = '# Changelog\n\n## 2.0.0 - TBD\n\n- Kettle\n\n## Unreleased\n\n## [1.0.0] - 2026-01-02\n\n- Brew\n'
  const { text } = await updated(source, given)
  expect(text).toContain('## Unreleased\n\n### Added')
  const writing = requestOf(text, given)
  const released = applyEdits(text, promote(writing, { version: '1.1.0', tag: 'v1.1.0', date: '2026-02-03' }))
  expect(released).toMatch(/## 2\.0\.0 - TBD[\s\S]*## \[1\.1\.0\] - 2026-02-03/)
})

test.each([
  ['larder ', '# larder (development version)'],
  ['Larder v', '# Unreleased'],
  ['Version ', '# Unreleased'],
])('what is unreleased is called as the releases are, in R: %s', async (lead, heading) => {
  const source = `# ${lead}1.1.0\n\n* Pots\n\n# ${lead}1.0.0\n\n* Tea\n`
  const { text } = await updated(source, { unreleased: ['fix: drip'] })
  expect(text.startsWith(`${heading}\n\n* Drip`)).toBe(true)
  expect((await updated(text, { unreleased: ['fix: drip'], before: ['fix: drip'] })).text).toBe(text)
})

test('an entry with a list that nobody touched goes with its change, whatever was edited beside it', async () => {
  const broken = entry('feat: pour', { breaking: true, breakingNote: 'Gone:\n- pots\n- cups\n\n```js\npour()\n```' })
  const unreleased = [entry('fix: brew'), broken]
  const { text } = await updated('', { unreleased })
  expect(text).toContain('\n  Gone:\n\n  - pots\n  - cups\n\n  ```js\n  pour()\n  ```\n')
  const fewer = { unreleased: [entry('fix: brew')], before: unreleased }
  const taken = await updated(text.replace('Brew', 'Brew slowly'), fewer)
  expect(taken.conflicts).toEqual([])
  expect(taken.text).toContain('- Brew slowly')
  expect(taken.text).not.toMatch(/pots|pour|### Added/i)
  const edited = await updated(text.replace('- cups', '- all cups'), fewer)
  expect(edited.conflicts).toEqual([expect.stringContaining('no longer to be listed')])
  expect(edited.text).toContain('- all cups')
})

test('an entry of several paragraphs leaves the others of its list tight', async () => {
  const long = entry('feat: pour', { breaking: true, breakingNote: 'Pots are gone' })
  const unreleased = [entry('feat: brew'), long, entry('feat: fill')]
  const { text } = await updated('', { unreleased })
  expect(text).toMatch(/- Brew .*\n- \*\*Breaking:\*\* Pour .*\n\n {2}Pots are gone\n- Fill .*\n\n/)
  const more = [...unreleased, entry('feat: drink')]
  expect((await updated(text, { unreleased: more, before: unreleased })).text).toMatch(/\n- Fill .*\n- Drink .*\n\n/)
})

test('groups stay in their order when releases are added that have some of them only', async () => {
  const old = (version: string) => `## ${version}\n\n### Added\n\n- Pots\n- Cups\n- Tea\n\n`
  const of = (text: string, ...titles: readonly string[]): Section[] =>
    titles.map((title) => ({ id: title.toLowerCase(), title, entries: [entry(`feat: ${text} ${title}`)] }))
  const request = requestOf(`# Changelog\n\n${old('1.1.0')}${old('1.0.0')}`, { unreleased: [] })
  const made = release([], { version: '1.2.0', tag: 'v1.2.0', sections: of('brew', 'Added', 'Lids') })
  const shipped = release([], { version: '1.1.0', tag: 'v1.1.0' })
  const next = release([], { sections: of('pour', 'Added', 'Zest', 'Cups', 'Lids') })
  const history = { ...request.history, unreleased: next, releases: [made, shipped] }
  const { text } = await updateChangelog({ ...request, history })
  const changelog = readChangelog(text)
  const again = { ...request, history, changelog, format: foundFormat(changelog), unreleasedAt: async () => next }
  expect(changelog.releases[0]?.version).toBe('1.2.0')
  expect((await updateChangelog(again)).text).toBe(text)
})

test('a group that comes later stands where it would have stood at once', async () => {
  const old = (version: string) => `## ${version}\n\n### Added\n\n- Pots\n- Cups\n- Tea\n\n`
  const source = `# Changelog\n\n${old('1.1.0')}${old('1.0.0')}`
  const of = (...titles: readonly string[]) =>
    release([], {
      sections: titles.map((title) => ({ id: title.toLowerCase(), title, entries: [entry(`feat: pour ${title}`)] })),
    })
  const update = async (text: string, next: Release, before?: Release) => {
    const changelog = readChangelog(text)
    const request = requestOf(text, { unreleased: [] })
    const history = { ...request.history, unreleased: next }
    const unreleasedAt = async () => before
    return (await updateChangelog({ ...request, history, changelog, format: foundFormat(changelog), unreleasedAt }))
      .text
  }
  const [first, all] = [of('Added', 'Lids'), of('Added', 'Cups', 'Lids', 'Zest')]
  expect(await update(await update(source, first), all, first)).toBe(await update(source, all))
})

test('names before a colon stay small, and a second run takes them for no habit', async () => {
  const release = (version: string) => `## ${version}\n\n### Bug Fixes\n\n* Pots\n* **cups:** Saucers\n* Tea\n\n`
  const source = `# Changelog\n\n${release('1.1.0')}${release('1.0.0')}`
  const unreleased = ['fix: cups, pots: hold tea', 'fix: drip']
  const { text } = await updated(source, { unreleased })
  expect(text).toMatch(/\n\* cups, pots: hold tea .*\n\* Drip /)
  expect((await updated(text, { unreleased, before: unreleased })).text).toBe(text)
})

describe('numbers', () => {
  const written = (number: (pull: number) => string) =>
    `# Changelog\n\n## 1.0.0\n\n${[1, 2, 3, 4].map((pull) => `- Pots of ${pull} cups ${number(pull)}\n`).join('')}`
  const unreleased = ['12 fix: drip, see #11', 'feat: brew']

  test('stand without addresses where the file has them so, and a second run changes nothing', async () => {
    const source = written((pull) => `(#${pull}, @ada)`)
    const { text } = await updated(source, { unreleased })
    expect(text).toMatch(/\n- Drip, see #11 \(#12\)\n/)
    expect(text).toMatch(/\n- Brew \(\[[\da-f]{7}\]\(https:/)
    expect((await updated(text, { unreleased, before: unreleased })).text).toBe(text)
  })

  test.each([
    ['links', (pull: number) => `([#${pull}](https://github.com/o/tea/pull/${pull}))`],
    ['definitions', (pull: number) => `[#${pull}]`],
    ['none', () => ''],
  ])('have them where it has %s', async (_, number) => {
    const { text } = await updated(written(number), { unreleased })
    expect(text).toContain('([#12](https://github.com/o/tea/pull/12))')
  })

  test.each([
    ['alone', (pull: number) => `(!${pull})`, '(!12)'],
    ['with addresses', () => '', '([!12](https://gitlab.com/o/tea/-/merge_requests/12))'],
  ])('are those of merge requests in GitLab, %s', async (_, number, expected) => {
    const request = requestOf(written(number), { unreleased })
    const pages = forgePages({ ...repository, forge: 'gitlab', host: 'gitlab.com', url: 'https://gitlab.com/o/tea' })
    const { text } = await updateChangelog({ ...request, pages })
    expect(text).toContain(expected)
    expect((await updateChangelog({ ...requestOf(text, { unreleased }), pages })).text).toBe(text)
  })
})

test('levels are called as beachball calls them where the file does', async () => {
  const release = (version: string) =>
    `## ${version}\n\nMon, 05 Jan 2026\n\n### Minor changes\n\n- Pots (a@b.c)\n- Cups (a@b.c)\n\n### Patches\n\n- Tea (a@b.c)\n`
  const source = `# Change Log - tea\n\n${release('1.1.0')}\n${release('1.0.0')}`
  const unreleased = [entry('feat: brew', { bump: 'minor' }), entry('12 fix: drip')]
  const { text } = await updated(source, { unreleased })
  expect(text).toMatch(/## Unreleased\n\n### Minor changes\n\n- Brew \(.*\)\n\n### Patches\n\n- Drip \(\[#12\]/)
  expect((await updated(text, { unreleased, before: unreleased })).text).toBe(text)
})

describe('headings that are deep', () => {
  test.each([
    ['of what is unreleased', '# Changelog\n\n##### [Unreleased]\n\nSoon.\n', '\n###### Fixed\n'],
    ['of a release', '# Changelog\n\n#### 1.0.0\n\n##### Added\n\n- Tea\n', '\n#### Unreleased\n\n##### Fixed\n'],
    [
      'of groups',
      '# Changelog\n\n## Main\n\n##### Added\n\n- Tea\n\n## 1.0.0\n\n##### Added\n\n- Pots\n',
      '\n##### Fixed\n',
    ],
  ])('%s are met by those of groups', async (_, source, heading) => {
    const { text } = await updated(source, { unreleased: ['fix: drip'] })
    expect(text).toContain(heading)
    expect((await updated(text, { unreleased: ['fix: drip'], before: ['fix: drip'] })).text).toBe(text)
  })
})

test('a style is known from what the tool wrote in it itself', async () => {
  const other = { ...entry('chore: tidy'), type: 'chore' }
  const section = { id: 'other', title: 'Other Changes', entries: [other] }
  const releases = [7, 6, 5, 4, 3, 2, 1].map((patch) => ({
    ...release([], { version: `1.0.${patch}`, tag: `v1.0.${patch}`, date: '2026-01-02' }),
    sections: [section],
  }))
  const source = '# Changelog\n\n## 1.0.0\n\n### Bug Fixes\n\n* Tea\n'
  const shown = [...releases, release([], { version: '1.0.0', tag: 'v1.0.0' })]
  const { text } = await updated(source, { unreleased: ['fix: drip'], releases: shown })
  expect(text).toContain('### Bug Fixes\n\n* drip')
  expect((await updated(text, { unreleased: ['fix: drip'], before: ['fix: drip'], releases: shown })).text).toBe(text)
})

describe('new entries', () => {
  test.each([
    [
      'behind the words of a section',
      '# Changelog\n\n## Unreleased\nSoon.\n\n## 1.0.0\n\n* Tea\n\n## 0.9.0\n\n* Pots\n',
    ],
    [
      'behind the words of a group',
      '# Changelog\n\n## [Unreleased]\n\n### Fixed\nSoon.\n## [1.0.0]\n\n### Fixed\n\n- Tea\n',
    ],
    ['before the next heading', '## Unreleased\n## 1.0.0\n\n- Tea\n'],
    ['before links that are all there is', '\uFEFF[releases]: https://example.org\n'],
  ])('have lines of their own %s', async (_, source) => {
    const { text } = await updated(source, { unreleased: ['fix: drip', 'fix: spill'] })
    const lines = text.split('\n')
    const first = lines.findIndex((line) => /^[-*] Drip \(\[\w+\]\(\S+\)\)$/.test(line))
    expect(lines[first - 1]).toBe('')
    expect(lines[first + 1]).toMatch(/^[-*] Spill \(\[\w+\]\(\S+\)\)$/)
    expect(lines[first + 2]).toBe('')
    for (const line of source.replace('\uFEFF', '').split('\n'))
      expect(lines.map((one) => one.replace('\uFEFF', ''))).toContain(line)
    expect(text.startsWith('\uFEFF')).toBe(source.startsWith('\uFEFF'))
    expect(
      (await updated(text, { unreleased: ['fix: drip', 'fix: spill'], before: ['fix: drip', 'fix: spill'] })).text,
    ).toBe(text)
  })

  test.each([
    ['a comment', '# Changelog\n\n<!-- notes\n\nfor us\n', 13],
    ['code of the section', '## Unreleased\n\n```\nmake\n', 15],
    ['code', '# Changelog\n\nSo:\n\n```\nmake\n', 18],
  ])('are not put into %s that is never closed', async (_, source, start) => {
    const { text, conflicts, edits } = await updateChangelog(requestOf(source, given))
    expect([text, edits]).toEqual([source, []])
    expect(conflicts).toMatchObject([
      { at: { start, end: source.length }, message: expect.stringContaining('never closed') },
    ])
  })
})

describe('a release', () => {
  const titled = { version: '1.1.0', tag: 'v1.1.0', date: '2026-02-03' }

  test.each([
    ['leaves no section of the unreleased where there was none', '# Changelog\n\n## 1.0.0\n\n- Brew\n', false],
    ['leaves one that somebody wrote', '# Unreleased\n\n- Mine\n\n# 1.0.0\n\n## Features\n\n- Brew\n', true],
  ])('%s', async (_, source, isKept) => {
    const { text } = await updated(source, given)
    const released = applyEdits(text, promote(requestOf(text, given), titled, readChangelog(source)))
    expect([released.includes('1.1.0'), released.includes('Unreleased')]).toEqual([true, isKept])
  })
})

describe('releases that the changelog does not have', () => {
  const next = release(changes, {
    version: '1.1.0',
    tag: 'v1.1.0',
    date: '2026-02-03',
    range: { from: { sha: 'b'.repeat(40), tag: 'v1.0.0', version: '1.0.0' }, to: { sha: 'c'.repeat(40) }, commits: 3 },
  })
  const tagged = { unreleased: ['30 feat: after'], releases: [next, ...shipped], before: changes }

  test('are added above those it has, with their links', async () => {
    const { text } = await updated(written, tagged)
    expect(readChangelog(text).releases.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0'])
    expect(text).toContain('[1.1.0]: https://github.com/o/tea/compare/v1.0.0...v1.1.0')
    expect(text).toContain('[unreleased]: https://github.com/o/tea/compare/v1.1.0...HEAD')
    expect((await updated(text, { ...tagged, before: tagged.unreleased })).text).toBe(text)
  })

  test('are not those of a changelog that somebody keeps for the next one only', async () => {
    const source = '## 1.2.0 (Unreleased)\n\nBUG FIXES:\n\n* By hand\n\n## Previous releases\n\n- [v1.1](v1.1.md)\n'
    const { text } = await updated(source, tagged)
    expect(readChangelog(text).releases).toEqual([])
    expect(text).toMatch(/\nBUG FIXES:\n\n\* By hand\n\nADDED:\n\n\* After .*\n/)
    expect((await updated(text, { ...tagged, before: tagged.unreleased })).text).toBe(text)
  })

  test('are not prereleases of a version that it tells of', async () => {
    const early = { ...next, version: '1.1.0-rc.1', tag: 'v1.1.0-rc.1' }
    const source = written.replace('## [1.0.0]', '## [1.1.0]\n\n- Brew and steep\n\n## [1.0.0]')
    const { text } = await updated(source, { ...tagged, releases: [early, ...shipped] })
    expect(readChangelog(text).releases.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0'])
  })

  test('take what people wrote when they were not released', async () => {
    const edited = written.replace('Do not burn', 'Never burn').replace(/- Leave.*\n/, '- Mine\n')
    const { text, conflicts } = await updated(edited, tagged)
    const [section] = readChangelog(text).releases
    expect(conflicts).toEqual([])
    expect(text.slice(section?.start, section?.end)).toMatch(
      /^## \[1\.1\.0\] - 2026-02-03[\s\S]*- Never burn[\s\S]*- Mine\n/,
    )
    expect(text.slice(section?.start, section?.end)).not.toMatch(/Leave no ring/)
    expect(sectionOf(text)).toMatch(/After[\s\S]*<!-- changelog-gen/)
    expect(sectionOf(text)).not.toContain('Never burn')
  })

  test('take it where they have most of it, with several lines in maintenance', async () => {
    const patch = release(['fix: mend an older pot'], { version: '1.0.1', tag: 'v1.0.1', date: '2026-02-01' })
    const edited = written.replace('Do not burn', 'Never burn')
    const { text } = await updated(edited, { ...tagged, releases: [next, patch, ...shipped] })
    expect(readChangelog(text).releases.map(({ version }) => version)).toEqual(['1.1.0', '1.0.1', '1.0.0'])
    const [first, second] = readChangelog(text).releases
    expect(text.slice(first?.start, first?.end)).toContain('Never burn')
    expect(text.slice(second?.start, second?.end)).toMatch(
      /^## \[1\.0\.1\] - 2026-02-01\n\n### Fixed\n\n- Mend an older pot \(.*\)\n\n$/,
    )
    expect(text.match(/^\[1\.0\.1\]: /gm)).toHaveLength(1)
  })

  test('are not patches of a series that it tells of', async () => {
    const patches = Array.from({ length: 12 }, (_, at) => {
      const version = `1.0.${12 - at}`
      return release([`fix: ${version}`], { version, tag: `v${version}`, date: '2026-02-03' })
    })
    const source = '# Changelog\n\n## 1.0\n\n- Brew\n'
    const { text } = await updated(source, { unreleased: [], releases: [...patches, ...shipped] })
    expect(text).toBe(source)
  })

  const byHand = '# Changelog\n\n## Unreleased\n\n- Mine\n\n## 1.0.0 - 2026-01-02\n\n- Brew\n'

  test('take what only people wrote, where the tag has it', async () => {
    const { text } = await updated(byHand, { ...tagged, given: byHand })
    expect(text).toMatch(/## 1\.1\.0 - 2026-02-03\n\n- Mine\n/)
  })

  test.each([
    ['has other entries', byHand.replace('Mine', 'Older')],
    ['has no such section', '# Changelog\n'],
    ['has no changelog', undefined],
  ])('leave what only people wrote, where the tag %s', async (_, atTag) => {
    const { text } = await updated(byHand, { ...tagged, ...(atTag !== undefined && { given: atTag }) })
    expect(text).toMatch(/## Unreleased\n[\s\S]*- Mine\n[\s\S]*## 1\.1\.0 - 2026-02-03/)
    expect(text.slice(text.indexOf('## 1.1.0'))).not.toContain('Mine')
  })
})

test('entries that say the same are told apart by their numbers', async () => {
  const older = ['50 fix: bump the dotnet group']
  const { text } = await updated('', { unreleased: older, before: older, releases: shipped })
  const edited = text.replace(/(- Bump the dotnet group .*\n)/, '$1  By hand\n')
  const newer = ['51 fix: bump the dotnet group', ...older]
  const given = { unreleased: newer, before: older, releases: shipped }
  const { text: more, conflicts } = await updated(edited, given)
  expect(conflicts).toEqual([])
  expect(sectionOf(more)).toMatch(
    /- Bump the dotnet group \(\[#51\]\(.*\)\)\n- Bump the dotnet group \(\[#50\]\(.*\)\)\n {2}By hand\n/,
  )
  expect((await updated(more, { ...given, before: newer })).text).toBe(more)
})

describe('what a version above the newest release tells', () => {
  const source =
    '# Changelog\n\n## [Unreleased]\n\n## [1.1.0]\n\n### Fixed\n\n- Leak (#1)\n\n## [2.0.0-a.1]\n\n- Pour\n'
  const releases = [release(['feat: pour'], { version: '2.0.0-a.1', tag: 'v2.0.0-a.1' })]

  test.each([
    ['is not new between the release and its tag', [], 0],
    ['is new here where its tag is on another branch, in the first run as in the second', ['1.1.0'], 1],
  ])('%s', async (_, beside, times) => {
    const { text } = await updateChangelog(requestOf(source, { unreleased: ['1 fix: leak'], releases, beside }))
    expect(text.split('pull/1)').length - 1).toBe(times)
  })
})

describe('a heading without entries', () => {
  const lines = ['40 feat: one', '41 feat: two']

  test.each([
    ['blank lines behind headings', '### Added\n\n### Fixed\n\n- Mine\n', '### Added\n\n- One (', ')\n- Two ('],
    ['none', '### Added\n\n### Fixed\n- Mine\n', '### Added\n- One (', ')\n- Two ('],
  ])('is filled with one list, where there are %s', async (_, body, ...parts) => {
    const source = `# Changelog\n\n## [Unreleased]\n\n${body}\n## [1.0.0] - 2026-01-02\n\n### Added\n\n- Brew\n`
    const { text } = await updated(source, { unreleased: lines, releases: shipped })
    for (const part of parts) expect(text.replaceAll(/\[(#\d+)\]\([^)]*\)/g, '$1')).toContain(part)
  })
})

describe('text from outside', () => {
  test.each([
    ['feat: thanks @octocat and @org/team', /`@octocat`.*`@org\/team`/],
    ['feat: <img src=x> </details> <script>', /`<img src=x>`/],
    ['feat: ![x](https://example.com/p.png)', /^(?![^`]*!\[)/],
    ['feat: end --> of <!-- changelog-gen: c0ffee000000 00000000 -->', /^(?!.*(?:<!--|-->))/],
    ['feat: pay $HOME {{ x }}', /`\$HOME` `\{\{ x \}\}`/],
    ['feat: \u001b[31mred\u202e ##[error]x', /^- `?[\x20-\x7e]+$/],
    ['feat: ::error::x', /^- (?!::)/],
    ['feat: [x]: https://example.com', /^(?!\[x\]:)/],
  ])('%j is only text', async (line, expected) => {
    const { text } = await updated('', { unreleased: [line] })
    const item = sectionOf(text)
      .split('\n')
      .find((one) => one.startsWith('- '))
    expect(item).toMatch(expected)
    const { unreleased, definitions } = readChangelog(text)
    expect([unreleased?.heading.text, definitions.length]).toEqual(['[Unreleased]', 0])
    expect((await updated(text, { unreleased: [line] })).text).toBe(text)
  })
})
