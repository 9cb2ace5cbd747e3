import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { applyEdits } from '@frontdoor/markdown/edit'
import { describe, expect, test } from 'vitest'
import { readChangelog } from '../src/changelog/changelog.ts'
import { promote } from '../src/writing/promote.ts'
import { changelogs } from './changelogs.ts'
import { requestOf, updated } from './model.ts'

const unreleased = ['12 feat(tea): steep longer', '13 fix: do not burn', 'fix: leave no ring on the table']
const files = changelogs().filter((file) => readChangelog(readFileSync(file, 'utf8')).releases.length > 0)

test('there are real changelogs to try', () => {
  expect(files.length).toBeGreaterThan(5)
})

describe.each(files.map((file) => [basename(dirname(file)), file]))('the changelog of %s', (_, file) => {
  const source = readFileSync(file, 'utf8')

  test('takes what is unreleased, and nothing else changes', async () => {
    const { text, conflicts } = await updated(source, { unreleased })
    expect(conflicts).toEqual([])
    expect(isInserted(source, text)).toBe(true)
    expect(readChangelog(text).unreleased).toBeDefined()
    expect(readChangelog(text).releases.length).toBe(readChangelog(source).releases.length)
    expect((await updated(text, { unreleased, before: unreleased })).text).toBe(text)
  })

  test('takes a release, and has then one more', async () => {
    const { text } = await updated(source, { unreleased })
    const writing = requestOf(text, { unreleased })
    const released = applyEdits(text, promote(writing, { version: '999.0.0', tag: 'v999.0.0', date: '2026-01-02' }))
    const { releases } = readChangelog(released)
    expect([releases[0]?.version, releases.length]).toEqual(['999.0.0', readChangelog(source).releases.length + 1])
    expect(released).not.toContain('<!-- changelog-gen')
  })
})

/** True where one text is another with something put in at one place. */
function isInserted(before: string, after: string): boolean {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  return after.endsWith(before.slice(start))
}
