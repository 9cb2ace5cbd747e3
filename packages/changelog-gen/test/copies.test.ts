import { project } from '@frontdoor/kit/testing'
import { repository, type TestCommit } from '@frontdoor/kit/testing-history'
import { describe, expect, it, test } from 'vitest'
import { changelogGen, outcomes, verdicts } from './run.ts'

const bo = 'Bo <bo@example.com>'
const start: TestCommit = { message: 'feat: a kettle', paths: ['kettle'], tags: ['v1.0.0'] }

/** Two lines behind a release, of which each has some commits, and a merge of the second into the first. */
function lines(one: readonly TestCommit[], other: readonly TestCommit[]): TestCommit[] {
  const parent = (at: number, before: number) => [at === 0 ? 1 : before + at]
  return [
    start,
    ...one.map((commit, at) => ({ parents: parent(at, 1), ...commit })),
    ...other.map((commit, at) => ({ parents: parent(at, 1 + one.length), ...commit })),
    { message: "Merge branch 'other'", parents: [1 + one.length, 1 + one.length + other.length] },
  ]
}

/** The same content at the same path, whatever the place in the list: what a cherry-pick leaves of a change. */
const lid = { author: bo, files: { lid: 'a lid' } }

describe('a change that came in twice, with no word of it, is told once', () => {
  test.each<[string, TestCommit, TestCommit]>([
    ['with another date', { message: 'fix: a lid' }, { message: 'fix: a lid (#4)' }],
    [
      'with another title',
      { message: 'fix: a lid', seconds: 1_735_700_000 },
      { message: 'fix: the lid', seconds: 1_735_700_000 },
    ],
  ])('%s', async (_, one, other) => {
    const made = await repository(lines([{ ...lid, ...one }], [{ ...lid, ...other }]))
    const found = await verdicts(made, ['v1.0.0..'])
    expect(outcomes(found).sort()).toEqual(['Bug Fixes', 'duplicate', 'merge'])
    const copy = found.find(({ reason }) => reason === 'duplicate')
    const told = found.find(({ category }) => category === 'Bug Fixes')
    expect([told?.sha, '#4']).toContain(copy?.partner)
  })

  it('also where another release has told it', async () => {
    const made = await repository(
      lines([{ ...lid, message: 'fix: a lid' }], [{ ...lid, message: 'fix: a lid', tags: ['v1.0.1'] }]),
    )
    const found = await verdicts(made)
    const picked = found.find(({ release, verdict }) => release === 'v1.0.1' && verdict === 'listed')
    expect(found.filter(({ release }) => release === null)).toMatchObject([
      { verdict: 'omitted', reason: 'duplicate', partner: picked?.sha },
      { reason: 'merge' },
    ])
    expect((await changelogGen(made, ['next'])).stdout).toBe('')
    const { stdout } = await changelogGen(made, [
      'explain',
      found.find(({ reason }) => reason === 'duplicate')?.sha ?? '',
    ])
    expect(stdout).toContain(`left out: the same change as ${picked?.sha?.slice(0, 10)}`)
  })
})

describe('what only looks like a copy is told, too', () => {
  const other = { ...lid, files: { lid: 'another lid' } }

  test.each<[string, readonly TestCommit[], number]>([
    ['another patch', lines([{ ...lid, message: 'fix: a lid' }], [{ ...other, message: 'fix: a lid' }]), 2],
    [
      'another author',
      lines([{ ...lid, message: 'fix: a lid' }], [{ ...lid, author: 'Cy <cy@example.com>', message: 'fix: a lid' }]),
      2,
    ],
    ['no patch at all', lines([{ author: bo, message: 'fix: a lid' }], [{ author: bo, message: 'fix: a lid' }]), 2],
    [
      'the same again behind one that took it out',
      [
        start,
        { ...lid, message: 'fix: a lid' },
        { ...lid, files: { lid: 'no lid' }, message: 'fix: no lid' },
        { ...lid, message: 'fix: a lid' },
      ],
      3,
    ],
    [
      'a copy that says what breaks',
      lines(
        [{ ...lid, message: 'fix: a lid\n\nBREAKING CHANGE: no mugs' }],
        [{ ...lid, message: 'fix: a lid', tags: ['v1.0.1'] }],
      ),
      2,
    ],
  ])('%s', async (_, commits, count) => {
    const found = await verdicts(await repository(commits), ['v1.0.0..'])
    expect(outcomes(found).filter((one) => one === 'Bug Fixes')).toHaveLength(count)
  })
})

describe('where a clone has no contents of files', () => {
  test.each<[string, Partial<TestCommit>, number]>([
    ['a copy is known by the hashes of its files', {}, 1],
    ['what is no copy without a doubt is told, too', { files: { lid: 'a lid', pot: 'a lid' } }, 2],
    ['what only its patch could tell is told, too', { files: { lid: 'another lid' } }, 2],
  ])('%s', async (_, differs, count) => {
    const made = await repository(
      lines([{ ...lid, message: 'fix: a lid' }], [{ ...lid, ...differs, message: 'fix: a lid (#4)' }]),
    )
    await made.git('config', 'uploadpack.allowFilter', 'true')
    const around = await project()
    await around.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${made.path}`, 'it')
    const found = await verdicts({ path: around.join('it') }, ['v1.0.0..'])
    expect(outcomes(found).filter((one) => one === 'Bug Fixes')).toHaveLength(count)
  })
})
