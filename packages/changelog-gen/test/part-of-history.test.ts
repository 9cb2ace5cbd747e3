import { readFileSync } from 'node:fs'
import { repository, type TestCommit } from '@frontdoor/kit/testing-history'
import { expect, test } from 'vitest'
import { changelogGen } from './run.ts'

// More commits behind a release than are read to be sure about clocks.
const tags: Readonly<Record<number, readonly string[]>> = { 100: ['v1.0.0'], 900: ['v1.1.0'], 1300: ['v1.2.0'] }
const commits = Array.from(
  { length: 1310 },
  (_, at): TestCommit => ({ message: `feat: number ${at + 1}`, tags: tags[at + 1] ?? [] }),
)

test.each([
  ['the newest', '1.2.0', [10]],
  ['the one before', '1.1.0', [10, 400]],
  ['the first', '1.0.0', [10, 400, 800]],
  ['none', '0.9.0', []],
])('a changelog that knows %s gets all of the others', async (_, version, counts) => {
  const made = await repository(commits, { 'CHANGELOG.md': `# Changelog\n\n## ${version}\n\n### Added\n\n- mine\n` })
  expect(await changelogGen(made, [])).toMatchObject({ code: 0 })
  const sections = readFileSync(made.join('CHANGELOG.md'), 'utf8').split(/^## /m).slice(1, -1)
  // Without a version that both know, nothing but what is unreleased can be placed.
  expect(sections.map((section) => section.match(/^- Number/gm)?.length)).toEqual(counts.length > 0 ? counts : [10])
  expect(await changelogGen(made, ['--check'])).toMatchObject({ code: 0 })
  const { stdout } = await changelogGen(made, ['notes', '--unreleased'])
  expect(stdout.match(/^- Number/gm)).toHaveLength(10)
})

test('notes of what is not released need no changelog, and no older release', async () => {
  const made = await repository(commits)
  const { stdout } = await changelogGen(made, ['notes', '--unreleased'])
  expect(stdout.match(/^- Number/gm)).toHaveLength(10)
})
