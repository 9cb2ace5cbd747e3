import type { FileTable } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { changelogGen } from './run.ts'

async function told(files: FileTable, argv: readonly string[] = ['next']): Promise<string[]> {
  const made = await repository([{ message: 'feat: brew', tags: ['v1.0.0'] }, 'fix: drip'], files)
  const { stderr } = await changelogGen(made, argv)
  return /not read, though it looks like fragments: (.*?);/.exec(stderr)?.[1]?.split(', ') ?? []
}

describe('a folder of fragments that nobody has named is told', () => {
  test.each<[string, FileTable]>([
    ['changes', { 'changes/12.bugfix.rst': 'a', 'changes/13.misc.1.rst': 'b', 'changes/README.rst': 'c' }],
    ['news/unreleased', { 'news/unreleased/12-a.yml': 'title: a', 'news/0.1.0/1-a.yml': 'title: b' }],
    ['changelog_unreleased', { 'changelog_unreleased/css/12.md': '#### a', 'changelog_unreleased/template.md': 'b' }],
    ['docs/releasenotes/notes', { 'docs/releasenotes/notes/a-0123456789abcdef.yaml': 'fixes: [a]' }],
    ['ChangeLog.d', { 'ChangeLog.d/a.txt': 'Bugfix\n   * a' }],
    [
      'changelog/unreleased/kong',
      { 'changelog/unreleased/kong/a.yml': 'message: a', 'changelog/0.1.0/kong/b.yml': '' },
    ],
    ['changelog', { 'changelog/fix_a_drip_20260102030405.md': '* Stop it.', 'changelog/new_lid.md': '* A lid.' }],
    ['docs/changelog', { 'docs/changelog/12.feature.md': 'a' }],
  ])('%s', async (folder, files) => {
    expect(await told(files)).toEqual([folder])
  })

  test('in one line, however many there are', async () => {
    const files = ['a', 'b', 'c', 'd', 'e'].map((name) => [`docs/changes/${name}/1.bugfix.md`, name] as const)
    expect(await told(Object.fromEntries(files))).toEqual([
      'docs/changes/a',
      'docs/changes/b',
      'docs/changes/c and 2 more',
    ])
  })

  test('by all commands that tell of what is not released', async () => {
    const files = { 'changes/12.bugfix.md': 'a' }
    expect(await told(files, [])).toEqual(['changes'])
    expect(await told(files, ['release', 'auto'])).toEqual(['changes'])
  })

  test.each<[string, FileTable]>([
    ['that is read', { 'changelog.d/12.bugfix.md': 'a', '.changes/unreleased/a.yaml': 'body: a' }],
    ['of another one', { 'frontdoor.yml': 'changelog-gen: { fragments: [news] }', 'changes/12.bugfix.md': 'a' }],
    ['of commits', { 'frontdoor.yml': 'changelog-gen: { sources: [git] }', 'changes/12.bugfix.md': 'a' }],
    ['of changelogs', { 'changelog/1.0.0.md': 'a', 'changelog/v1.1.md': 'b', 'news/2026.md': 'c' }],
    ['of other files', { 'changes/index.js': 'a', 'release/notes.md': 'b', 'docs/changes/12.bugfix.md/a': 'c' }],
    ['that is empty', { 'changelog/unreleased/.gitkeep': '', 'changes/README.md': 'How to' }],
  ])('unless it is one %s', async (_, files) => {
    expect(await told(files)).toEqual([])
  })
})
