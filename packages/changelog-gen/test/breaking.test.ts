import { readFileSync } from 'node:fs'
import { repository, type TestCommit } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { breakingNotes } from '../src/message/notes.ts'
import { changelogGen } from './run.ts'

const fence = '```'
const footer = 'BREAKING CHANGE: the kettle is gone'
/** A branch with these commits, and the commit that merges it. */
function merged(branch: readonly string[], merge: string): TestCommit[] {
  const main = branch.length + 2
  return [
    ...branch.map((message, at) => ({ message, parents: [at + 1] })),
    { message: 'docs: on the main line', parents: [1] },
    { message: merge, parents: [main + 0, main - 1] },
  ]
}

const released: TestCommit = { message: 'feat: a kettle', tags: ['v1.0.0'] }

const told: readonly [string, readonly (string | TestCommit)[]][] = [
  ['a feature', [`feat: pots\n\n${footer}`]],
  ['a chore', [`chore: pots\n\n${footer}`]],
  ['free text', [`Pots only\n\n${footer}`]],
  ['a revert of what is released', [`revert: feat: a kettle\n\n${footer}`]],
  [
    'a revert of what is released, by hash',
    [`revert: feat: a kettle\n\nThis reverts commit 0123456789abcdef.\n\n${footer}`],
  ],
  ['a revert with exclamation mark', [`revert!: feat: a kettle\n\n${footer}`]],
  ['the button of GitHub', [`Revert "feat: a kettle" (#2)\n\nReverts o/r#1\n\n${footer}`]],
  ['an applied revert', [`Reapply "feat: a kettle"\n\n${footer}`]],
  [
    'a change that takes back another one and does more',
    ['feat: a lid', `feat!: pots\n\nThis reverts commit of "feat: a lid"\nReverts #1\n\n${footer}`],
  ],
  ['a fix that takes back', ['fix: the lid (#4)', `fix: pots (#5)\n\nReverts #4\n\n${footer}`]],
  ['a commit of a release', [`chore(release): 2.0.0\n\n${footer}`]],
  ['a fixup', [`fixup! feat: pots\n\n${footer}`]],
  [
    'a branch with a merge of free text',
    merged([`pots\n\n${footer}`], 'Merge pull request #3 from o/pots\n\nOnly pots'),
  ],
  [
    'a merge, whose commits are told',
    merged(['feat: pots'], `Merge pull request #3 from o/pots\n\nfeat: only pots\n\n${footer}`),
  ],
  [
    'a merge request',
    merged(
      ['feat: pots'],
      `Merge branch 'pots' into 'main'\n\nfeat: only pots\n\n${footer}\n\nSee merge request o/r!7`,
    ),
  ],
  [
    'a cherry-pick that says more',
    ['feat: pots', `feat: pots\n\n${footer}\n\n(cherry picked from commit 0123456789012345678901234567890123456789)`],
  ],
  ['a squash with a title', [`feat: pots (#3)\n\n* feat: cups\n\n${footer}\n\n* fix: lids`]],
  ['a squash with free text', [`Pots (#3)\n\n* feat: cups\n\n${footer}\n\n* fix: lids`]],
  ['the description of a squash with free text', [`Pots (#3)\n\n${footer}\n\n* feat: cups\n* fix: lids`]],
  ['a free bullet of a squash', [`Pots (#3)\n\n* feat: cups\n\n* only pots\n\n${footer}\n\n* fix: lids`]],
  ['the lines behind the bullets of a squash', [`Pots (#3)\n\n* feat: cups\n\n---------\n\n${footer}`]],
  [
    'a squashed log',
    [
      `Pots\n\nSquashed commit of the following:\n\ncommit 0123456789abcdef\nAuthor: A <a@example.com>\n\n    feat: pots\n\n    ${footer}`,
    ],
  ],
  [
    'the text before a squashed log',
    [`Pots\n\n${footer}\n\nSquashed commit of the following:\n\ncommit 0123456789abcdef\n\n    feat: pots`],
  ],
  ['an indented footer', [`feat: pots\n\n  ${footer}`]],
  ['a list', ['feat: pots\n\nBREAKING CHANGE:\n\n* the kettle is gone\n* so is its lid']],
  ['text behind details', [`feat: pots\n\n<details>\n\ntext\n\n</details>\n\n${footer}`]],
  ['text behind details in details', [`feat: pots\n\n<details>\n<details>\n</details>\n</details>\n${footer}`]],
  ['text behind a fence that nothing ends', [`feat: pots\n\n${fence}\ntext\n\n${footer}`]],
  ['text behind a fence within a fence', [`feat: pots\n\n${fence}\n${fence}js\n${fence}\n\n${footer}`]],
  ['Windows line ends', [`feat: pots\r\n\r\n${footer}\r\n`]],
  ['line ends of old Macs', [`feat: pots\r\r${footer}`]],
  ['a hyphen', ['feat: pots\n\nBREAKING-CHANGE: the kettle is gone']],
  ['a blank before the colon', ['feat: pots\n\nBREAKING CHANGE : the kettle is gone']],
  ['no blank behind the colon', ['feat: pots\n\nBREAKING CHANGE:the kettle is gone']],
  ['a full-width colon', ['feat: pots\n\nBREAKING CHANGE：the kettle is gone']],
  ['the sign of an issue', ['feat: pots\n\nBREAKING CHANGE #: the kettle is gone']],
  ['the line below the title', [`feat: pots\n${footer}`]],
  ['Latin-1', [{ message: Buffer.from(`feat: th\u00e9\n\n${footer}, dit th\u00e9`, 'latin1') }]],
  [
    'Latin-1 that says so',
    [{ message: Buffer.from(`feat: th\u00e9\n\n${footer}, dit th\u00e9`, 'latin1'), encoding: 'ISO-8859-1' }],
  ],
  ['two dependencies', [`fix(deps): bump a from 1 to 2\n\n${footer}`, 'fix(deps): bump a from 2 to 3']],
]

/** The changelog of a repository with these commits behind a release, and the next version. */
async function made(commits: readonly (string | TestCommit)[], style: string) {
  const project = await repository([released, ...commits])
  const { code, stderr } = await changelogGen(project, ['--style', style, '--changelog', 'C.md'])
  if (code !== 0) throw new Error(stderr)
  const ask = async (...argv: string[]) => (await changelogGen(project, argv)).stdout
  return { file: readFileSync(`${project.path}/C.md`, 'utf8'), next: await ask('next'), ask }
}

describe.each(['keep-a-changelog@1.1.0', 'conventional-changelog'])('in the style %s', (style) => {
  test.each(told)('what breaks is told by %s', async (_, commits) => {
    const { file, next, ask } = await made(commits, style)
    expect(file.split('the kettle is gone')).toHaveLength(2)
    expect(await ask('notes', '--unreleased', '--format', 'plain', '--changelog', 'C.md')).toContain(
      'the kettle is gone',
    )
    expect(next).toBe('2.0.0\n')
  })
})

test.each<[string, readonly (string | TestCommit)[]]>([
  [
    'that the commits do not know',
    merged(['feat: pots'], 'Merge pull request #3 from o/pots\n\nfeat!: the kettle is gone'),
  ],
  ['that is the keyword', merged(['feat: pots'], `Merge pull request #3 from o/pots\n\n${footer}`)],
  ['of a branch', merged(['feat: pots'], `Merge branch 'pots'\n\n${footer}`)],
  ['that a commit has, too', merged([footer], `Merge pull request #3 from o/pots\n\n${footer}`)],
  ['of a commit', [footer, 'fix: lids']],
])('what breaks is told by a title %s, as an entry', async (_, commits) => {
  const { file, next } = await made(commits, 'keep-a-changelog@1.1.0')
  expect(file.match(/^- \*\*Breaking:\*\* The kettle is gone/gm)).toHaveLength(1)
  expect(next).toBe('2.0.0\n')
})

test.each<[string, readonly string[]]>([
  ['a change that is taken back', [`feat: pots\n\n${footer}`, 'Revert "feat: pots"']],
  ['the commit that takes it back', ['feat: pots', `revert: feat: pots\n\n${footer}`]],
  [
    'a change with an exclamation mark that is taken back',
    ['feat!: the kettle is gone', 'revert: feat!: the kettle is gone'],
  ],
  [
    'a reverted branch',
    ['feat: pots (#3)', `feat: pots (#3)\n\n${footer}`, 'Revert "feat: pots" (#4)\n\nReverts o/r#3'],
  ],
])('what does not break any more is not told: %s', async (_, commits) => {
  const { file, next } = await made(commits, 'conventional-changelog')
  expect(file).not.toContain('kettle is gone')
  expect(next).toBe('')
})

test.each<[string, string, string]>([
  ['its own list', 'feat: pots\n\nBREAKING CHANGE:\n\n* no kettle\n* no lid', '* no kettle\n* no lid'],
  ['no next commit of a list', 'Pots (#3)\n\n* feat: cups\n\nBREAKING CHANGE: no kettle\n\n* more', 'no kettle'],
  ['no next conventional commit', 'feat: cups\n\nBREAKING CHANGE: no kettle\n\n* fix: more', 'no kettle'],
])('a note has %s', (_, message, note) => {
  expect(breakingNotes(message)).toEqual([note])
})
