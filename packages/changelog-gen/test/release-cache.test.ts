import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { project, type TestProject } from '@frontdoor/kit/testing'
import { repository, type TestCommit } from '@frontdoor/kit/testing-history'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changelogGen, testEnv } from './run.ts'

const pad = 'with a saucer, a spoon and a biscuit beside it'

/** Releases enough that they are kept, and what came after the newest of them. */
function history(newer: readonly TestCommit[]): TestCommit[] {
  const old = Array.from({ length: 300 }, (_, at): TestCommit => {
    const place = at + 1
    return { message: `feat: cup number ${place} ${pad}`, tags: place % 20 === 0 ? [`v1.${place / 20}.0`] : [] }
  })
  return [...old, ...newer]
}

/** The changelog that a run writes anew, with a folder for caches or without. */
async function written(made: TestProject, cache?: string, argv: readonly string[] = []): Promise<string> {
  const env = { ...testEnv, FRONTDOOR_CACHE: cache }
  const { code, stderr } = await changelogGen(made, ['--changelog', 'NEW.md', ...argv], { env })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const text = readFileSync(made.join('NEW.md'), 'utf8')
  writeFileSync(made.join('NEW.md'), '')
  return text
}

/** Runs once, so that the releases are kept, and then goes on with a later state of the history. */
async function goingOn(newer: readonly TestCommit[], changes: (made: TestProject) => unknown = () => {}) {
  const cache = (await project({})).path
  const made = await repository(history([]))
  await written(made, cache)
  const later = await repository(history(newer))
  // As a fetch leaves it.
  for (const folder of ['objects', 'refs']) {
    cpSync(later.join(`.git/${folder}`), made.join(`.git/${folder}`), { recursive: true })
  }
  await changes(made)
  // A word that only what is kept has.
  const [name = ''] = readdirSync(join(cache, 'changelogs'))
  const path = join(cache, 'changelogs', name)
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('Cup number 7 ', 'Kept number 7 '))
  const text = await written(made, cache)
  return {
    isKept: text.includes('Kept number 7 '),
    text: text.replace('Kept number 7 ', 'Cup number 7 '),
    fresh: await written(made),
    made,
  }
}

test.each<[string, readonly TestCommit[]]>([
  ['nothing new', []],
  ['commits', [{ message: 'fix: a crack' }]],
  ['a release', [{ message: 'fix: a crack', tags: ['v1.16.0'] }, { message: 'feat: a lid' }]],
  ['a release with a lower version', [{ message: 'fix: a crack', tags: ['v1.9.1'] }, { message: 'feat: a lid' }]],
  [
    'a branch that left after the release',
    [
      { message: 'fix: a crack' },
      { message: 'feat: a lid', parents: [300] },
      { message: 'merge', parents: [301, 302] },
    ],
  ],
  ['another tag of a new commit', [{ message: 'fix: a crack', tags: ['latest'] }]],
])('what was written of older releases is taken again: %s', async (_, newer) => {
  const { isKept, text, fresh } = await goingOn(newer)
  expect(isKept).toBe(true)
  expect(text).toBe(fresh)
})

test.each<[string, readonly TestCommit[], ((made: TestProject) => unknown)?]>([
  [
    'a branch that left before the release',
    [
      { message: 'feat: a lid', parents: [290] },
      { message: 'merge', parents: [300, 301] },
    ],
  ],
  [
    'a beginning of its own',
    [
      { message: 'feat: a lid', parents: [], tags: ['v0.1.0'] },
      { message: 'merge', parents: [300, 301] },
    ],
  ],
  ['a new tag of an old commit', [], (made) => made.git('tag', 'v1.14.5', 'main~5')],
  ['a tag that is gone', [], (made) => made.git('tag', '--delete', 'v1.3.0')],
  ['a tag that was moved', [], (made) => made.git('tag', '--force', 'v1.3.0', 'v1.3.0~1')],
  [
    'a tag that was made anew',
    [],
    (made) => made.git('-c', 'user.name=A', '-c', 'user.email=a@b.c', 'tag', '--force', '-m', 'x', 'v1.3.0', 'v1.3.0'),
  ],
  [
    'other settings',
    [],
    (made) => writeFileSync(made.join('frontdoor.yml'), 'changelog-gen:\n  style: conventional-changelog\n'),
  ],
  ['a name in .mailmap', [], (made) => writeFileSync(made.join('.mailmap'), 'Grace <ada@example.com>\n')],
  [
    'an override',
    [],
    async (made) => {
      const sha = (await made.git('rev-parse', 'main~3')).trim()
      await made.write({ '.changelog/overrides.yml': `"${sha}": { text: Another cup }\n` })
    },
  ],
])('and it is not where something may be otherwise: %s', async (_, newer, changes) => {
  const { isKept, text, fresh } = await goingOn(newer, changes)
  expect(isKept).toBe(false)
  expect(text).toBe(fresh)
})

// A commit goes on from one that is so many places before it, and perhaps joins another.
const newer = fc.array(
  fc.record({
    behind: fc.integer({ min: 1, max: 4 }),
    joins: fc.option(fc.integer({ min: 2, max: 12 })),
    tagged: fc.boolean(),
  }),
  { maxLength: 8 },
)

test('whatever came after, the changelog is that of the whole history', async () => {
  await fc.assert(
    fc.asyncProperty(newer, async (drawn) => {
      const commits = drawn.map(({ behind, joins, tagged }, at): TestCommit => {
        const place = 301 + at
        const parents = [...new Set([place - Math.min(behind, at + 1), ...(joins === null ? [] : [place - joins])])]
        return { message: `fix: crack ${at}`, parents, tags: tagged ? [`v1.${16 + at}.0`] : [] }
      })
      const { text, fresh } = await goingOn(commits)
      expect(text).toBe(fresh)
    }),
    { numRuns: 20 },
  )
})
