import { describe, expect, test } from 'vitest'
import { checkMessage, faultsIn, type MessageSetting, readingIn } from './run.ts'

const ownCategories = {
  'frontdoor.json': {
    'changelog-gen': {
      categories: [
        { title: 'Neu', when: { type: ['feat', 'neu'] }, bump: 'minor' },
        { title: 'Tea', when: { path: 'tea/**' } },
      ],
    },
  },
}

describe('a message that is fine', () => {
  test.each<[message: string, reading: string, setting?: MessageSetting]>([
    ['feat(cup): hold tea', 'feat, scope cup; listed in "Added"; at least the next minor version'],
    ['Fix: leave no ring (#3)', 'fix; listed in "Fixed"; at least the next patch version'],
    ['✨ hold tea', 'feat; listed in "Added"; at least the next minor version'],
    ['🐛 fix: leave no ring', 'fix; listed in "Fixed"; at least the next patch version'],
    ['docs: tell of cups', 'docs; left out: its category is hidden: Internal; moves no version'],
    ['chore!: drop mugs', 'chore, breaking; listed in "Changed"; at least the next major version'],
    [
      'chore!: drop mugs',
      'chore, breaking; listed in "Changed"; at least the next minor version',
      { tags: ['v0.3.0'] },
    ],
    ['fix: hold\n\nBREAKING CHANGE: no more mugs', 'fix, breaking; listed in "Fixed"; at least the next major version'],
    ['Hold a cup', 'free text; listed in "Changed"; at least the next patch version'],
    ['cli: hold a cup', 'free text, as "cli" is no type here; listed in "Changed"; at least the next patch version'],
    [
      'net/http: hold a cup',
      'free text, as "net/http" is no type here; listed in "Changed"; at least the next patch version',
    ],
    ['feat: a [skip changelog]', 'feat; left out: somebody asked to leave it out'],
    ['chore(release): 1.2.3', 'chore, scope release; left out: makes a release and changes nothing'],
    ['fixup! faet : a', 'fixup!; left out: was meant to be folded into another commit'],
    ['squash! a\nb', 'squash!; left out: was meant to be folded into another commit'],
    ['amend! a', 'amend!; left out: was meant to be folded into another commit'],
    ["Merge branch 'faet : x'", 'a merge; left out: a merge, whose commits speak for themselves'],
    ["Merge branch 'x' into y\n# Conflicts:\n#\ta", 'a merge; left out: a merge, whose commits speak for themselves'],
    [
      'Revert "feat : a"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.',
      'free text; listed in "Removed"; at least the next patch version; what it takes back is left out with it if no release has that yet',
    ],
    ['neu: a cup', 'neu; listed in "Neu"; at least the next minor version', { files: ownCategories }],
    [
      'Hold a cup',
      'free text; listed in "Tea"; at least the next patch version',
      { files: { ...ownCategories, 'tea/cup.txt': '' } },
    ],
    ['fix: a cup', 'fix; left out: no category takes it; moves no version', { files: ownCategories }],
  ])('%s', async (message, reading, setting) => {
    const checked = await checkMessage(message, setting)
    expect(readingIn(checked)).toBe(reading)
    expect(faultsIn(checked)).toEqual([])
    expect(checked.code).toBe(0)
  })

  test('is none where there is no message', async () => {
    for (const message of ['', '\n\n# only a comment\n']) {
      expect(await checkMessage(message)).toMatchObject({ code: 0, findings: [] })
    }
  })
})

describe('what git removes', () => {
  const edited = 'feat: hold\n\n# faet\n# BREAKING CHANGES: none\n'
  test.each<[what: string, message: string, faults: number, setting?: MessageSetting]>([
    ['a comment', edited, 0],
    ['a comment between the title and a text that then has no blank line', 'feat: hold\n# x\ntea', 1],
    ['a comment with a sign of its own', edited.replaceAll('#', ';'), 0, { git: ['core.commentChar ;'] }],
    ['a comment with a sign that git chose', edited.replaceAll('#', '%'), 0, { git: ['core.commentChar auto'] }],
    ['a comment in front', '# x\nfeat: hold', 0],
    [
      'what was changed, behind the scissors',
      'feat: hold\n\n# ------------------------ >8 ------------------------\nBREAKING CHANGES: x',
      0,
    ],
    [
      'what is behind the scissors, of a longer sign',
      'feat: hold\n\n// ------------------------ >8 ------------------------\nBREAKING CHANGES: x',
      0,
      { git: ['core.commentString //'] },
    ],
    ['nothing where no editor was opened', '# faet : x\nfeat: hold', 1, { env: { GIT_EDITOR: ':' } }],
    ['nothing where comments are to stay', '# x\nhold', 1, { git: ['commit.cleanup whitespace'] }],
    ['nothing of the message where only scissors cut', '# x\nhold', 1, { git: ['commit.cleanup scissors'] }],
    ['comments where they are always to go', edited, 0, { git: ['commit.cleanup strip'], env: { GIT_EDITOR: ':' } }],
  ])('is %s', async (_, message, faults, setting) => {
    expect(faultsIn(await checkMessage(message, setting))).toHaveLength(faults)
  })
})
