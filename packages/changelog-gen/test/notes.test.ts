import { readFileSync } from 'node:fs'
import { run } from '@frontdoor/kit/cli'
import { memoryIo, type TestProject } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { program } from '../src/program.ts'
import { cutMarkdown } from '../src/renderers/cut.ts'
import { changelogGen } from './run.ts'

async function tea(changelog?: string): Promise<TestProject> {
  return repository(
    [
      { message: 'feat: brew (#1)', tags: ['v1.0.0'] },
      { message: 'fix: do not burn (#2)', tags: ['v1.1.0'] },
      'feat: hold a cup (#3)',
    ],
    changelog === undefined ? {} : { 'CHANGELOG.md': changelog },
    'https://github.com/o/tea.git',
  )
}

async function notes(folder: TestProject, ...argv: string[]): Promise<string> {
  const io = memoryIo({ cwd: folder.path })
  const code = await run(program, ['notes', ...argv], io)
  return code === 0 ? io.stdout.text : `${code} ${io.stderr.text}`
}

test('a word before a colon is told once where entries say their types', async () => {
  const release = (version: string) => `## ${version}\n\n - **FIX**: brew tea.\n - **FEAT**(pot): steep it.\n\n`
  const made = await repository([{ message: 'fix: a', tags: ['v1.0.0'] }, 'saucer: hold a cup', 'fix(pot): pour'], {
    'CHANGELOG.md': release('1.0.0') + release('0.9.0'),
  })
  const { stdout } = await changelogGen(made, ['notes', '--unreleased'])
  expect(stdout.replaceAll(/ \(\[.*\)/g, '')).toBe('- saucer: hold a cup\n- **FIX**(pot): pour\n')
})

test('a word before a colon is told in the title of a merged pull request, too', async () => {
  const made = await repository([
    { message: 'feat: start', tags: ['v1.0.0'] },
    { message: 'saucer: hold a cup [skip ci]', parents: [1] },
    { message: 'wip', parents: [2] },
    { message: 'Merge pull request #7 from o/x\n\nsaucer: hold a cup', parents: [1, 3] },
  ])
  const { stdout } = await changelogGen(made, ['notes', '--unreleased'])
  expect(stdout).toMatch(/^### Changed\n\n- saucer: hold a cup \(.*\)\n$/)
})

describe('the notes of a release', () => {
  test.each([
    [[], '### Fixed\n\n- Do not burn ([#2](https://github.com/o/tea/pull/2))\n'],
    [['v1.0.0'], '### Added\n\n- Brew ([#1](https://github.com/o/tea/pull/1))\n'],
    [['1.0.0'], '### Added\n\n- Brew ([#1](https://github.com/o/tea/pull/1))\n'],
    [['--unreleased'], '### Added\n\n- Hold a cup ([#3](https://github.com/o/tea/pull/3))\n'],
    [['v1.1.0', '--format', 'plain'], 'Fixed\n\n- Do not burn (#2)\n'],
    [
      ['v1.1.0', '--format', 'github'],
      '### Fixed\n\n- Do not burn ([#2](https://github.com/o/tea/pull/2))\n\n**Full Changelog**: <https://github.com/o/tea/compare/v1.0.0...v1.1.0>\n',
    ],
    [
      ['--from', 'v1.0.0'],
      '### Added\n\n- Hold a cup ([#3](https://github.com/o/tea/pull/3))\n\n### Fixed\n\n- Do not burn ([#2](https://github.com/o/tea/pull/2))\n',
    ],
    [['--to', 'v1.0.0'], '### Added\n\n- Brew ([#1](https://github.com/o/tea/pull/1))\n'],
  ])('%j', async (argv, expected) => {
    expect(await notes(await tea(), ...argv)).toBe(expected)
  })

  test.each([
    ['CHANGELOG.rst', 'Changelog\n=========\n\n1.0.0\n-----\n\n* Brew\n'],
    ['CHANGELOG.md', '# Changelog\n\n#### Build 2410270\n\n- One\n- Two\n- Three\n'],
  ])('are told beside a %s that cannot be written', async (name, text) => {
    const made = await tea()
    await made.write({ [name]: text })
    expect(await notes(made, 'v1.1.0')).toBe('### Fixed\n\n- Do not burn ([#2](https://github.com/o/tea/pull/2))\n')
    expect((await changelogGen(made, [])).code).toBe(2)
  })

  test('of a package need its name', async () => {
    expect(await notes(await tea(), 'pot-v1.1.0')).toContain(
      'for the tag of a package, give --package all, or its name',
    )
  })

  test('as JSON are the release', async () => {
    const release = JSON.parse(await notes(await tea(), 'v1.1.0', '--format', 'json'))
    expect(release).toMatchObject({
      version: '1.1.0',
      tag: 'v1.1.0',
      sections: [{ id: 'fixes', entries: [{ pr: 2 }] }],
    })
  })

  const changelog = `# Changelog

## [Unreleased]

- Ours

## [1.1.0] - 2026-01-02

What people wrote, see [the guide](docs/guide.md#how) and ![a cup](./cup.png), [1.1.0].

## 1.0.0

[1.1.0]: https://github.com/o/tea/compare/v1.0.0...v1.1.0
`

  test('are what people wrote in the changelog, with addresses that lead there from anywhere', async () => {
    expect(await notes(await tea(changelog), 'v1.1.0', '--format', 'pypi')).toBe(
      'What people wrote, see [the guide](https://github.com/o/tea/blob/v1.1.0/docs/guide.md#how) and ![a cup](https://raw.githubusercontent.com/o/tea/v1.1.0/cup.png), [1.1.0].\n\n[1.1.0]: https://github.com/o/tea/compare/v1.0.0...v1.1.0\n',
    )
  })

  test('of what is unreleased have what people wrote and what is new, and no stamp', async () => {
    expect(await notes(await tea(changelog), '--unreleased')).toBe(
      '- Ours\n\n### Added\n\n- Hold a cup ([#3](https://github.com/o/tea/pull/3))\n',
    )
  })

  test.each([
    [['v7.0.0'], /^2 .*No release v7\.0\.0 .* the newest: v1\.1\.0, v1\.0\.0/],
    [['--from', 'v1.1.0', '--to', 'v1.0.0'], /^2 .*v1\.1\.0 is not older than v1\.0\.0/],
    [['--from', '--output=x'], /^2 /],
    [['v1.0.0', '--unreleased'], /^2 .*give one of them/],
  ])('are refused for %j', async (argv, message) => {
    expect(await notes(await tea(), ...argv)).toMatch(message)
  })

  test('of a release say its name where they are asked for by another tag', async () => {
    const made = await repository([{ message: 'feat: brew', tags: ['v1', 'v1.1.0'] }])
    expect(await notes(made, 'v1')).toMatch(/^2 .*v1 marks the commit of v1\.1\.0, .* name v1\.1\.0/)
  })

  test('are written to a file, which the changelog is not', async () => {
    const made = await tea(changelog)
    const read = (path: string) => readFileSync(made.join(path), 'utf8')
    await notes(made, 'v1.1.0', '-o', 'NOTES.md')
    expect(read('NOTES.md')).toBe(await notes(made, 'v1.1.0'))
    await changelogGen(made, ['--changelog', 'other.md'])
    expect(await notes(made, 'v1.1.0', '--changelog', 'other.md')).not.toContain('What people wrote')
    expect(await notes(made, 'v1.1.0', '-o', './CHANGELOG.md')).toMatch(/^2 .*is the changelog itself/)
    expect(await notes(made, 'v1.1.0', '--changelog', 'CHANGLOG.md')).toMatch(/^2 .*there is no file CHANGLOG\.md/)
    expect(read('CHANGELOG.md')).toBe(changelog)
  })

  test('are cut between two entries for GitHub, with a link to the rest', async () => {
    const entries = Array.from(
      { length: 3000 },
      (_, index) => `- Entry ${index} that says in many words what it is about\n`,
    )
    const long = `# Changelog\n\n## [1.1.0] - 2026-01-02\n\n### Fixed\n\n${entries.join('')}\n## 1.0.0\n`
    const text = await notes(await tea(long), 'v1.1.0', '--format', 'github')
    expect(text.length).toBeLessThanOrEqual(125_000)
    const [, last = ''] = /- Entry (\d+) that says in many words what it is about\n\n…/.exec(text) ?? []
    expect(
      text.endsWith(
        `… and ${2999 - Number(last)} more entries in [CHANGELOG.md](https://github.com/o/tea/blob/v1.1.0/CHANGELOG.md)\n`,
      ),
    ).toBe(true)
  })
})

describe('a cut', () => {
  const rest = (entries: number): string => `${entries} more`

  test.each([99, 100, 101])('is none at a limit of %i for 100 characters', (length) => {
    const text = '- 0123456789\n'.repeat(8).slice(0, 100)
    const cut = cutMarkdown(text, { length, rest })
    expect(cut === text).toBe(length >= 100)
    expect(cut.length).toBeLessThanOrEqual(Math.max(length, 10))
  })

  test('leaves no heading without entries and closes what is open', () => {
    const text = `<details>\n\n### A\n\n${'- word word word word\n'.repeat(20)}\n### B\n\n${'- word word word word\n'.repeat(20)}\n</details>\n`
    const at = text.indexOf('### B') + 130
    const cut = cutMarkdown(text, { length: at, rest })
    expect(cut).toMatch(/- word word word word\n\n<\/details>\n\n\d+ more\n$/)
    expect(cut).not.toMatch(/### B\n+(?:<|\d)/)
  })
})

test.each<[string, Record<string, string>]>([
  ['no changelog', {}],
  [
    'a changelog that tells the release before',
    { 'CHANGELOG.md': '# Changelog\n\n## [1.0.0] - 2025-01-01\n\n- A kettle\n' },
  ],
])('what is not released welcomes who is new, with %s', async (_, files) => {
  const bo = 'Bo <1+bo@users.noreply.github.com>'
  const cy = 'Cy <2+cy@users.noreply.github.com>'
  const made = await repository(
    [
      { message: 'feat: a kettle', author: cy, tags: ['v1.0.0'] },
      { message: 'fix: a lid', author: bo },
      { message: 'fix: a spout', author: cy },
    ],
    files,
  )
  const { stdout } = await changelogGen(made, ['notes', '--unreleased', '--format', 'github'])
  expect(stdout).toContain('### New Contributors\n\n- @bo made their first contribution\n')
  expect(stdout).not.toContain('@cy')
})

test.each([
  ['hold a cup', 'Hold a cup'],
  ['hold, and pour', 'Hold, and pour'],
  ['tea: hold a cup', 'tea: hold a cup'],
  ['tea,cup: hold', 'tea,cup: hold'],
  ['npm-run works', 'npm-run works'],
  ['cup, cmd/pot: wash both', 'cup, cmd/pot: wash both'],
  ['iOS works', 'iOS works'],
])('an entry of %j begins as a sentence does, and a name as it is written', async (message, entry) => {
  const { stdout } = await changelogGen(await repository([message]), ['notes', '--unreleased', '--format', 'plain'])
  expect(stdout).toContain(`- ${entry} (`)
})
