import { describe, expect, test } from 'vitest'
import { readRevert } from '../src/message/revert.ts'

const sha = '0123456789abcdef0123456789abcdef01234567'

describe('readRevert', () => {
  test.each([
    ['Revert "feat: a"', `This reverts commit ${sha}.`, { shas: [sha], header: 'feat: a' }],
    ['Revert "feat: a" (#22)', 'Reverts o/r#21', { prs: [21], header: 'feat: a' }],
    ['Revert "feat: a"', 'This reverts commit 0123456.', { shas: ['0123456'], header: 'feat: a' }],
    [
      'Revert "Merge x"',
      `This reverts commit ${sha}, reversing\nchanges made to fedcba9876543210fedcba9876543210fedcba98.`,
      { shas: [sha], header: 'Merge x' },
    ],
    ['Reapply "feat: a"', `This reverts commit ${sha}.`, { shas: [sha], header: 'feat: a', reapplies: true }],
    ['Revert "Revert "feat: a""', '', { header: 'Revert "feat: a"' }],
    ['revert: feat: a', `Refs: ${sha}, 89abcde`, { shas: [sha, '89abcde'], header: 'feat: a' }],
    ['revert(core)!: a', `This reverts commit ${sha}`, { shas: [sha], header: 'a' }],
    ['fix: Revert "fix: b"', '', { header: 'fix: b' }],
    ['⏪ Revert "a"', '', { header: 'a' }],
    ['[2.x] Revert "a" (#3)', '', { header: 'a' }],
    ['Revert #12', '', { prs: [12], header: '#12' }],
    ['Revert PR #12', '', { prs: [12], header: 'PR #12' }],
    ['revert 0123456a', '', { shas: ['0123456a'], header: '0123456a' }],
    ['fix: revert new cache (#12) (#13)', '', { prs: [12], header: 'new cache (#12) (#13)' }],
    ['fix: go back to the old parser', `This reverts commit ${sha}.`, { shas: [sha] }],
    ['Merge pull request #9 from o/revert-7-cache', '', { prs: [7] }],
    ['fix: Revert: feat: a (#3)', '', { header: 'feat: a (#3)' }],
    ['[REVERT] a', '', { header: 'a' }],
    ['Reverted a', '', { header: 'a' }],
    ['Revert pull #12 as it breaks b', '', { prs: [12], header: 'pull #12 as it breaks b' }],
    ['Revert changes introduced in 0123456a', '', { shas: ['0123456a'], header: 'changes introduced in 0123456a' }],
    ['Revert D105720159: a', '', { revisions: ['D105720159'], header: 'D105720159: a' }],
    ['Reverted commit D10572015', '', { revisions: ['D10572015'], header: 'commit D10572015' }],
    ['Back out "a"', 'Original Phabricator Diff: D10572015', { revisions: ['D10572015'], header: 'a' }],
    ['Reland #12: a (#14)', '', undefined],
    ['feat: ignore what says revert commits (#12)', '', undefined],
    ['docs: how to revert things', '', undefined],
    ['feat: a', 'b\n\n* Revert "c"\n\nThis reverts commit 0123456.', undefined],
    ['feat: undo stack', '', undefined],
  ])('reads %j with %j', (line, body, expected) => {
    const { isSure: _, isAll: __, isPartial, ...revert } = readRevert(line, body) ?? { isSure: false, isAll: false }
    expect(revert).toEqual(
      expected === undefined ? {} : { shas: [], prs: [], revisions: [], reapplies: false, ...expected },
    )
    expect(isPartial ?? false).toBe(false)
  })

  test.each([
    'Revert last commit',
    'revert the previous commit.',
    '⏪ Revert last commit',
    'fix: undo my last commit, which burns',
    'Undo last commit as it burns',
  ])('takes %j for one of the commit before', (line) => {
    expect(readRevert(line, '', sha)).toMatchObject({ shas: [sha], isSure: true })
  })

  test.each(['Revert last commit message', 'revert the last two commits', 'fix: show the last commit'])(
    'takes %j for none of the commit before',
    (line) => {
      expect(readRevert(line, '', sha)?.shas ?? []).toEqual([])
    },
  )

  test.each([
    ['Partially revert "feat: a"', ''],
    ['Partial revert of #12', ''],
    ['Reverting a part of #12', ''],
    ['Partial undo of #12', ''],
    ['fix: partly revert the new cache', `This reverts commit ${sha}.`],
    ['fix: keep the cache', `This partially reverts commit ${sha}.`],
    ['Revert parts of "feat: a"', `Refs: ${sha}`],
  ])('knows that %j with %j takes back a part', (line, body) => {
    expect(readRevert(line, body)?.isPartial).toBe(true)
  })

  test.each([
    'revert',
    'this reverts ',
    'revert "',
    '[a] ',
    'a: ',
    'reverts #1 ',
    'revert commit ',
    '\n',
    'revert 0123456 ',
  ])(
    // Quadratic would be minutes, and end the test.
    'reads a message of many %j',
    (part) => {
      expect(readRevert(`revert #1 ${part.repeat(20_000)}`, `This reverts ${part.repeat(20_000)}`)?.prs).toContain(1)
    },
  )
})
