import { readFileSync } from 'node:fs'
import { hashes, repository, type TestCommit } from '@frontdoor/kit/testing-history'
import { describe, expect, it, test } from 'vitest'
import { changelogGen, outcomes, verdicts } from './run.ts'

/** A message of Dependabot, which brings each dependency to a version. */
function bumps(title: string, versions: Readonly<Record<string, string>>): string {
  const items = Object.entries(versions).map(
    ([name, version]) =>
      `- dependency-name: ${name}\n  dependency-version: ${version}\n  dependency-type: direct:production\n`,
  )
  return `${title}\n\n---\nupdated-dependencies:\n${items.join('')}...`
}

describe('explain --all', () => {
  test.each<[string, readonly (TestCommit | string)[], readonly string[]]>([
    [
      'types',
      ['feat: a', 'fix: b', 'docs: c', 'perf: d', 'free text', 'core: e'],
      ['Features', 'Bug Fixes', 'category', 'Performance Improvements', 'Other Changes', 'Other Changes'],
    ],
    ['a type in upper case', ['Fix: a', 'BUG: b', 'ENH: c'], ['Bug Fixes', 'Bug Fixes', 'Features']],
    ['a hidden type that breaks', ['chore!: drop Node 18'], ['Changes']],
    [
      'commits of a release and left-overs',
      ['chore(release): 1.2.3', 'v1.2.3', 'fixup! feat: a', 'Version Packages'],
      ['release', 'release', 'fixup', 'release'],
    ],
    [
      'what somebody wants left out',
      ['feat: a [skip changelog]', 'feat: b\n\nChangelog: skip', 'c\n\nChangelog: [General][Internal]'],
      ['skipped', 'skipped', 'skipped'],
    ],
    [
      'bumps of one dependency',
      ['fix(deps): bump a from 1 to 2', 'fix(deps): bump a from 2 to 3'],
      ['folded', 'Dependencies'],
    ],
    [
      'bumps of a group',
      [
        bumps('build(deps): bump the tools group with 2 updates', { a: '1.1', b: '2' }),
        'build(deps): bump a from 1.1 to 1.2',
        bumps('build(deps): bump the tools group with 2 updates', { a: '1.3', b: '3' }),
        bumps('Bump the tools group with 2 updates', { 'tea/setup-cup': '2', 'tea/kettle': '3' }),
      ],
      ['folded', 'folded', 'Dependencies', 'category'],
    ],
    [
      'bumps of a group, of which one stays',
      [
        bumps('build(deps): bump the tools group with 2 updates', { a: '1.1', b: '2' }),
        'build(deps): bump a from 1.1 to 1.2',
      ],
      ['Dependencies', 'Dependencies'],
    ],
    [
      'what only who works on the project gets',
      [
        'build(deps-dev): bump a from 1 to 2',
        'chore(dev-deps): replace a with b',
        'Bump some `devDependencies`',
        'Bump actions/checkout from 3 to 4',
        'chore(deps): update tea/setup-action action to v2',
        'build(deps): bump the github-actions group with 2 updates',
        'Bump a in the dev-dependencies group',
        'Bump github actions (#12)',
        'Update dev dependencies',
        'Bump the npm-dev group across 1 directory with 2 updates',
        'Bump tea/setup-cup from 1 to 2',
        'chore(deps): lock file maintenance',
      ],
      Array.from({ length: 12 }, () => 'category'),
    ],
    [
      'what came from the private fork of an advisory',
      [
        'Merge commit from fork',
        'Merge commit from fork\n\nWash\nit.',
        'Merge pull request from GHSA-1a2b-3c4d-5e6f',
        'Merge commit from fork\n\n* fix: a\n\n* feat: b',
      ],
      ['Security', 'Security', 'Security', 'Bug Fixes, Features'],
    ],
    [
      'what users get, too',
      [
        'build(deps): bump a from 1 to 2',
        'Bump the production group with 2 updates',
        'chore(deps): update @actions/core to v2',
        'build(deps-dev)!: drop b',
        'Bump the actions that a cup has',
        'Bump dev deps, mend the lid',
        'Update scroll action to close the lid',
      ],
      ['Dependencies', 'Dependencies', 'Dependencies', 'Changes', 'Other Changes', 'Dependencies', 'Other Changes'],
    ],
    ['a squashed branch with a free title', ['Many things (#3)\n\n* feat: a\n\n* fix: b\n'], ['Features, Bug Fixes']],
    [
      'a squashed branch that took something back',
      ['Many things (#3)\n\n* feat: a\n\n* Revert "feat: a"\n\nThis reverts commit 0123456.\n\n* fix: b'],
      ['Bug Fixes'],
    ],
    [
      'a squashed branch that took something back and again',
      ['Many things (#3)\n\n* feat: a\n\n* Revert "feat: a"\n\n* Reapply "feat: a"\n\n* fix: b\n\n* revert: fix: b'],
      ['Features'],
    ],
    ['one of which only tests follow the convention', ['Add pots (#3)\n\n* pots\n\n* test: pots\n'], ['Other Changes']],
    [
      'what a bot quotes of the notes of a dependency',
      [
        'chore(deps): update a to v2\n\n<details>\n\n- feat!: their own\n\n</details>',
        'fix: b\n\n<details>\n\nfeat: their own\n\n</details>\n\nfeat: c',
      ],
      ['Dependencies', 'Bug Fixes, Features'],
    ],
    ['a nested block', ['feat: a\n\nBEGIN_NESTED_COMMIT\nfix: b\nEND_NESTED_COMMIT'], ['Features, Bug Fixes']],
    [
      'a squashed log',
      [
        'Squashed commit of the following:\n\ncommit 0123456789abcdef0123456789abcdef01234567\nAuthor: A <a@example.com>\nDate:   now\n\n    feat: a\n',
      ],
      ['Features'],
    ],
  ])('sorts %s', async (_, commits, expected) => {
    expect(outcomes(await verdicts(await repository(commits)))).toEqual(expected)
  })

  test.each<[string, readonly (TestCommit | string)[], readonly string[]]>([
    ['by title', ['feat: a', 'Revert "feat: a"'], ['reverted', 'revert']],
    ['by title and number', ['feat: a (#1)', 'Revert "feat: a" (#2)\n\nReverts o/r#1'], ['reverted', 'revert']],
    [
      'by a title that was cut',
      ['feat: a very long title (#1)', 'Revert "feat: a very long…" (#2)'],
      ['reverted', 'revert'],
    ],
    [
      'and taken back again',
      ['feat: a', 'Revert "feat: a"', 'Revert "Revert "feat: a""'],
      ['Features', 'reverted', 'revert'],
    ],
    ['and applied again', ['feat: a', 'Revert "feat: a"', 'Reapply "feat: a"'], ['Features', 'reverted', 'revert']],
    [
      'and landed again by number',
      ['feat: a (#1)', 'Revert #1 (#2)', 'feat: b', 'Reland #1: a (#3)'],
      ['reverted', 'revert', 'Features', 'Other Changes'],
    ],
    [
      'by revision',
      [
        'Wash\n\nDifferential Revision: https://phabricator.example.com/D105720159',
        'Dry\n\nDifferential Revision: D105720160',
        'Revert D105720159: blamed for a broken build\n\nDifferential Revision: D105720161',
        'Back out "Dry the cups"\n\nOriginal Phabricator Diff: D105720160',
      ],
      ['reverted', 'reverted', 'revert', 'revert'],
    ],
    ['twice', ['feat: a', 'Revert "feat: a"', 'Revert "feat: a" (#2)'], ['reverted', 'revert', 'revert']],
    [
      'but a part of it',
      ['feat: a', 'Partially revert "feat: a"\n\nThis partially reverts commit 0123456.'],
      ['Features', 'Reverts'],
    ],
    ['by the number in a title with a type', ['feat: a (#1)', 'revert: a (#1) (#2)'], ['reverted', 'revert']],
    ['by its title without the type', ['feat(x): a', 'revert(x): a'], ['reverted', 'revert']],
    [
      'by its merge',
      [
        'Begin',
        { message: 'feat: a', parents: [1] },
        { message: "Merge branch 'x'", parents: [1, 2] },
        'Revert "Merge branch \'x\'"',
      ],
      ['Other Changes', 'reverted', 'merge', 'revert'],
    ],
    [
      'by the merge of its pull request',
      [
        'Begin',
        { message: 'feat: a', parents: [1] },
        { message: 'Merge pull request #7 from o/x\n\nAll of x', parents: [1, 2] },
        'Revert "All of x" (#8)\n\nReverts o/r#7',
      ],
      ['Other Changes', 'reverted', 'merge', 'revert'],
    ],
    [
      'by the merge of its pull request, and not what later has that number, as after a move',
      [
        'Begin',
        { message: 'feat: a', parents: [1] },
        { message: 'Merge pull request #7 from o/x\n\nAll of x', parents: [1, 2] },
        'Revert "All of x" (#8)\n\nReverts o/r#7',
        'feat: b (#7)',
      ],
      ['Other Changes', 'reverted', 'merge', 'revert', 'Features'],
    ],
    ['in words', ['feat: the new cache', 'fix: revert the new cache'], ['reverted', 'revert']],
    ['in words about a thing', ['feat: a', 'fix: revert to a'], ['Features', 'Bug Fixes']],
    [
      'after its release',
      [
        { message: 'feat: a', tags: ['v1.0.0'] },
        { message: 'Revert "feat: a"', tags: ['v1.0.1'] },
        'Reapply "feat: a"',
      ],
      ['Features', 'Reverts', 'Features'],
    ],
  ])('pairs what is taken back %s', async (_, commits, expected) => {
    expect(outcomes(await verdicts(await repository(commits)))).toEqual(expected)
  })

  it('pairs by a short hash', async () => {
    const made = await repository(['feat: a', 'feat: b'])
    const [sha = ''] = await hashes(made)
    const more = await repository([
      'feat: a',
      'feat: b',
      `back to the start\n\nThis reverts commit ${sha.slice(0, 8)}.`,
    ])
    expect(outcomes(await verdicts(more))).toEqual(['reverted', 'Features', 'revert'])
  })

  it('loses no breaking change in the body of a squashed commit', async () => {
    const [line] = await verdicts(await repository(['feat: a (#1)\n\n* feat: a\n\n* feat!: drop node 16\n']))
    expect(line).toMatchObject({ type: 'feat', breaking: true, section: 'Added' })
  })

  it('takes commits from a range, and each release from its tag', async () => {
    const made = await repository([
      { message: 'feat: a', tags: ['v1.0.0'] },
      { message: 'fix: b', tags: ['v1.0.1', 'nightly'] },
      'fix: c',
    ])
    expect((await verdicts(made)).map(({ release }) => release)).toEqual(['v1.0.0', 'v1.0.1', null])
    expect((await verdicts(made, ['v1.0.0..'])).map(({ release }) => release)).toEqual(['v1.0.1', null])
    expect((await verdicts(made, ['v1.0.0..v1.0.1'])).map(({ release }) => release)).toEqual(['v1.0.1'])
  })

  test.each<[string, readonly TestCommit[], readonly (string | null)[]]>([
    ['its version', [{ message: 'feat: a' }, { message: 'chore(release): 1.0.0', tags: ['v1.0.0'] }], ['v1.0.0', null]],
    [
      'that of several packages',
      [{ message: 'feat: a' }, { message: 'chore(release): publish packages', tags: ['v1.0.0'] }],
      ['v1.0.0', null],
    ],
    ['a change', [{ message: 'feat: a' }, { message: 'fix: 1.0.0 is odd', tags: ['v1.0.0'] }], [null, null]],
    ['another version', [{ message: 'feat: a' }, { message: '2.0.0', tags: ['v1.0.0'] }], [null, null]],
    [
      'the next version, behind a release',
      [
        { message: 'feat: a', tags: ['v1.0.0'] },
        { message: '1.0.1', tags: ['v1.0.1'] },
      ],
      ['v1.0.0', null],
    ],
  ])(
    'takes a tag beside the branch for that of its parent where its commit is only %s',
    async (_, commits, expected) => {
      const made = await repository([...commits, { message: 'fix: b', parents: [1] }])
      expect((await verdicts(made)).map(({ release }) => release)).toEqual(expected)
    },
  )

  it('has nothing to say of a repository without commits', async () => {
    expect(await verdicts(await repository([]))).toEqual([])
  })
})

describe('merges', () => {
  const branch = (...messages: string[]): TestCommit[] => [
    { message: 'feat: start', tags: ['v1.0.0'] },
    ...messages.map((message, at) => ({ message, parents: [at + 1] })),
  ]

  it('are told by their commits where those follow a convention, with the number of the pull request', async () => {
    const made = await repository([
      ...branch('feat: a', 'fix: b'),
      { message: 'Merge pull request #7 from o/x\n\nfeat: a', parents: [1, 3] },
    ])
    expect(outcomes(await verdicts(made, ['v1.0.0..']))).toEqual(['Features', 'Bug Fixes', 'merge'])
    const { stdout } = await changelogGen(made, ['explain', '#7'])
    expect(stdout).toContain('feat: a')
  })

  it('are told once where two of their commits say the same', async () => {
    const made = await repository([
      ...branch('feat: a', 'feat: A.', 'fix: b'),
      { message: 'Merge pull request #7 from o/x\n\nfeat: a', parents: [1, 4] },
    ])
    expect(outcomes(await verdicts(made, ['v1.0.0..']))).toEqual(['Features', 'duplicate', 'Bug Fixes', 'merge'])
  })

  it('are told by their title where the commits do not', async () => {
    const made = await repository([
      ...branch('wip', 'more'),
      { message: 'Merge pull request #7 from o/x\n\nA fine thing', parents: [1, 3] },
    ])
    const lines = await verdicts(made, ['v1.0.0..'])
    expect(lines.map(({ category, reason, partner }) => category ?? `${reason} of ${partner}`)).toEqual([
      'duplicate of #7',
      'duplicate of #7',
      'Other Changes',
    ])
  })

  test.each([
    ['A fine thing (#7)', 'Other Changes', ['wip', 'more']],
    ['A fine thing\n\nSee merge request o/r!7', 'Other Changes', ['wip', 'more']],
    ['feat: a fine thing (#7)', 'merge', ['feat: a', 'fix: b']],
  ])('that are called like their pull request are known by its number: %j', async (message, expected, commits) => {
    const made = await repository([...branch(...commits), { message, parents: [1, 3] }])
    const lines = await verdicts(made, ['v1.0.0..'])
    const told = expected === 'merge' ? ['Features', 'Bug Fixes'] : ['duplicate', 'duplicate']
    expect(outcomes(lines)).toEqual([...told, expected])
  })

  it('are told, too, where their title has a type that no commit has', async () => {
    const made = await repository([
      ...branch('feat: pour', 'Fill'),
      { message: 'Merge pull request #7 from o/x\n\nfix: a fine thing', parents: [1, 3] },
    ])
    expect(outcomes(await verdicts(made, ['v1.0.0..']))).toEqual(['Features', 'Other Changes', 'Bug Fixes'])
  })

  test.each([
    ['Hold two cups', ['ci: pin the kettle', 'Hold a cup', 'Hold one more'], 'Other Changes'],
    ['Hold two cups', ['Hold a cup', '🧪 Hold one more'], 'Other Changes'],
    ['feat: hold two cups', ['feat: hold two cups', 'tidy up', 'as was said in the review'], 'Features'],
    ['feat: hold two cups', ['chore: tidy', 'wip'], 'Features'],
  ])('are told by their title where the types of commits say no more: %s, of %j', async (title, commits, section) => {
    const made = await repository([
      ...branch(...commits),
      { message: `Merge pull request #7 from o/x\n\n${title}`, parents: [1, commits.length + 1] },
    ])
    const told = commits.map(() => 'duplicate')
    expect(outcomes(await verdicts(made, ['v1.0.0..']))).toEqual([...told, section])
  })

  test.each([
    ['Hold two cups', ['feat: hold a cup', 'wip'], ['Features', 'Other Changes', 'merge']],
    ['fix: hold two cups', ['fix!: hold a cup', 'wip'], ['Bug Fixes', 'Other Changes', 'merge']],
    ['docs: the cups', ['docs: a cup', 'docs: one more'], ['category', 'category', 'merge']],
  ])('are told by their commits where the types say more: %s, of %j', async (title, commits, expected) => {
    const made = await repository([
      ...branch(...commits),
      { message: `Merge pull request #7 from o/x\n\n${title}`, parents: [1, 3] },
    ])
    expect(outcomes(await verdicts(made, ['v1.0.0..']))).toEqual(expected)
  })

  test.each([
    [
      'of a commit',
      ['Pour\n\nChangelog: added', 'Fill\n\nChangelog: other', 'feat: a\n\nChangelog: fixed'],
      ['Features', 'Other Changes', 'Features'],
    ],
    [
      'of React Native',
      [
        'Pour\n\nChangelog: [iOS] [Added] - Pour it',
        'Fill\n\nChangelog:\n[General][Fixed] - Fill it',
        'a\n\nChangelog: [b]',
      ],
      ['Features', 'Bug Fixes', 'Other Changes'],
    ],
    [
      'of a commit that is merged',
      [
        ...branch('Pour', 'Pour it\n\nChangelog: removed').slice(1),
        {
          message:
            "Merge branch 'x' into 'main'\n\nPour slowly\n\nSee merge request https://gitlab.com/o/r/-/merge_requests/7",
          parents: [1, 3],
        },
      ],
      ['duplicate', 'duplicate', 'Removals'],
    ],
  ])('have the kind that the trailer %s says', async (_, commits, wanted) => {
    const made = await repository([...branch(), ...commits])
    expect(outcomes(await verdicts(made, ['v1.0.0..']))).toEqual(wanted)
    expect((await changelogGen(made, ['notes', '--unreleased'])).stdout.includes('#7')).toBe(
      wanted.includes('Removals'),
    )
  })

  // As Gerrit and the robot of Kitware call them, read off their histories on 2026-11-26, and as people do.
  test.each([
    'Merge "Wash the cup"',
    'Merge "Wash the cup" into stable-1.0',
    'Merge changes I0a1b2c3d,I4e5f6071\n\n* changes:\n  Wash the cup',
    'Merge changes from topic "cups"\n\n* changes:\n  Wash the cup',
    "Merge branch '6.4' into 7.0\n\n* 6.4: (47 commits)\n  Wash the cup\n  ...",
    "Merge topic 'cups'\n\n0a1b2c3d4e Wash the cup\n\nAcked-by: A Robot <a@example.com>",
    'Merge hotfix',
    'Merged v1.2-fixes',
    "Merge remote branch 'upstream/cups'",
    'Merged from default',
    'Merge with the cups branch.',
    'Merge change I0a1b2c into donut',
    'Merge cups7 ➡️ main',
    'Merge of #12',
    "Merge branch 'cups' of bo/tea into develop\n\nPull request #12\n\n  Wash the cup",
    'Merge pull request #12 from o/cups\n\nPiperOrigin-RevId: 684544612',
    "Merge branch 'cups'\n\nChange-Id: I0a1b2c3d4e5f60718293",
    "Merge branch 'cups' of host:bo/tea\n\n* 'cups' of host:bo/tea:\n  Wash the cup",
    "Merge commit '0a1b2c3'\n\n* commit '0a1b2c3': (2 commits)\n  Wash the cup\n  Dry it",
    "Merge branch 'origin/stable-2.1' into 'main'\n\n* stable-2.1\n  Wash the cup",
    "Merge branch 'cups' into 'main'\n\nCloses #12, references #14.",
    "Merge branch 'cups' into 'main'\n\n(Closes PR #12)",
    "Merge branch 'cups' into 'main'\n\nSource: https://example.com/cups",
    "Merge tag 'v1.2.3' into next\n\n1.2.3",
    "Merge branch 'cups'\n\nThis brings all that was missing to wash a\ncup.",
    "Merge branch 'cups' into main\n\nNo conflicts, really trivial.",
    'Merge #12 #13\n\n12: Wash the cup r=ada a=bo\n\nIt was time.\n\n13: Dry it r=ada a=cy',
  ])('called %j tell nothing of their own', async (message) => {
    const made = await repository(['Begin', { message: 'Wash the cup', parents: [1] }, { message, parents: [1, 2] }])
    expect(outcomes(await verdicts(made))).toEqual(['Other Changes', 'Other Changes', 'merge'])
  })

  test.each(["Merge branch 'cups' into 'main'", "Merge branch 'cups' of bo/tea into main"])(
    'called %j tell of the branch with the title that a forge puts below',
    async (line) => {
      const message = `${line}\n\nClean cups\n\nAll of them.`
      const made = await repository(['Begin', { message: 'Wash the cup', parents: [1] }, { message, parents: [1, 2] }])
      expect(outcomes(await verdicts(made))).toEqual(['Other Changes', 'duplicate', 'Other Changes'])
    },
  )

  test.each([
    ['bug #12 [Cup] Wash it (ada)', 'Bug Fixes'],
    ['feature #12 [Cup] Hold it (ada, bo)', 'Features'],
    ['minor #12 [Cup] Wipe it', 'Other Changes'],
  ])('of a pull request that is called %j tell of it', async (title, section) => {
    const message = `${title}\n\nThis PR was merged into the 1.0 branch.\n\nDiscussion\n----------\n\n[Cup] Wash it`
    const made = await repository(['Begin', { message: 'Wash the cup', parents: [1] }, { message, parents: [1, 2] }])
    const all = await verdicts(made)
    expect(outcomes(all)).toEqual(['Other Changes', 'duplicate', section])
    expect(all.find(({ reason }) => reason === 'duplicate')?.partner).toBe('#12')
  })

  // As these forges and robots wrote them in histories of 2026-11.
  test.each([
    ['homu', 'Auto merge of #12 - bo:cups, r=ada', 'Hold it'],
    ['homu in a rollup', 'Rollup merge of #12 - bo:cups, r=ada', 'Hold it'],
    ['bors', 'Merge #12', '12: Hold it r=ada a=dependabot[bot]\n\nText.'],
    [
      'Gitea',
      "Merge pull request 'Hold it' (#12) from bo/cups into main",
      'Reviewed-on: https://codeberg.org/o/r/pulls/12',
    ],
    ['Bitbucket Server', 'Pull request #12: Hold it', "Merge in TEA/pot from cups to main\n\n* commit '0a1b2c3d4e':"],
    ['Azure DevOps', 'Merged PR 12: Hold it', 'Related work items: #3'],
    ['Gitee', '!12 Hold it', 'Merge pull request !12 from bo/cups'],
  ])('of %s tell the title of their pull request', async (forge, line, body) => {
    const made = await repository([
      'Begin',
      { message: 'Wash the cup', parents: [1] },
      { message: `${line}\n\n${body}`, parents: [1, 2] },
    ])
    expect(outcomes(await verdicts(made))).toEqual(['Other Changes', 'duplicate', 'Other Changes'])
    const { stdout } = await changelogGen(made, ['notes', '--unreleased'])
    expect(stdout).toMatch(/^- Hold it \(.*\)$/m)
    // The numbers of these two are no pull requests of the repository that it is pushed to, too.
    expect(stdout.includes('#12')).toBe(!/Azure|Gitee/.test(forge))
  })

  it('within a rollup tell of it', async () => {
    const made = await repository([
      'Begin',
      { message: 'Wash the cup', parents: [1] },
      { message: 'Rollup merge of #12 - bo:cups, r=ada\n\nClean cups', parents: [1, 2] },
      { message: 'Auto merge of #13 - ada:rollup-1, r=ada\n\nRollup of 2 pull requests', parents: [1, 3] },
    ])
    expect(outcomes(await verdicts(made))).toEqual(['Other Changes', 'duplicate', 'Other Changes', 'merge'])
  })

  const wash = [
    'Begin',
    { message: 'Wash the cup', parents: [1], seconds: 1_735_700_000 },
    { message: 'Merge pull request #7 from o/wash\n\nClean cups', parents: [1, 2] },
  ]

  test.each<[string, string, readonly string[]]>([
    ['of branches', "Merge branch 'develop'", ['Other Changes', 'duplicate', 'Other Changes', 'merge']],
    [
      'of a release',
      'Merge pull request #9 from o/develop\n\n1.1.0 Release',
      ['Other Changes', 'duplicate', 'Other Changes', 'release'],
    ],
    [
      'of something bigger',
      'Merge pull request #9 from o/kitchen\n\nA new kitchen',
      ['Other Changes', 'duplicate', 'merge', 'Other Changes'],
    ],
  ])('of a pull request into a branch tell of it, where that comes with a merge %s', async (_, message, expected) => {
    const made = await repository([...wash, { message, parents: [1, 3] }])
    const all = await verdicts(made)
    expect(outcomes(all)).toEqual(expected)
    const partners = all.flatMap(({ reason, partner }) => (reason === 'duplicate' ? partner : []))
    expect(partners).toEqual([expected[2] === 'merge' ? '#9' : '#7'])
  })

  it('of a release into the main line leave it to the pull requests that it has', async () => {
    const [begin, wipe, merge] = wash
    const released = { ...(merge as TestCommit), tags: ['v1.1.0'] }
    const back = { message: 'Merge pull request #9 from o/release\n\nBring it back', parents: [1, 3] }
    const all = await verdicts(await repository([begin, wipe, released, back].filter((one) => one !== undefined)))
    expect(outcomes(all)).toEqual(['Other Changes', 'duplicate', 'Other Changes', 'merge'])
    expect(all.find(({ reason }) => reason === 'duplicate')?.partner).toBe('#7')
  })

  it('that only make a release do not tell of what it is made of', async () => {
    const release = { message: 'Merge pull request #9 from o/develop\n\nRelease 1.1.0', parents: [1, 2] }
    const made = await repository(['Begin', { message: 'Wash the cup', parents: [1] }, release])
    expect(outcomes(await verdicts(made))).toEqual(['Other Changes', 'Other Changes', 'release'])
    expect((await changelogGen(made, ['notes', '--unreleased'])).stdout).not.toContain('#9')
  })

  it('tell of what was picked from their branch, too', async () => {
    const picked = { message: 'Wash the cup', seconds: 1_735_700_000 }
    const all = await verdicts(await repository([...wash, picked]))
    expect(all.slice(-1)).toEqual([expect.objectContaining({ reason: 'duplicate', partner: '#7' })])
  })

  it('of several branches at once are counted once', async () => {
    const made = await repository([
      { message: 'feat: start' },
      { message: 'feat: a', parents: [1] },
      { message: 'feat: b', parents: [1] },
      { message: 'feat: c', parents: [1] },
      { message: "Merge branches 'b' and 'c'", parents: [2, 3, 4] },
    ])
    expect(outcomes(await verdicts(made)).sort()).toEqual(['Features', 'Features', 'Features', 'Features', 'merge'])
  })

  it('and cherry-picks list a change once', async () => {
    const picked = { message: 'fix: b', author: 'Bo <bo@example.com>', seconds: 1_735_700_000 }
    const made = await repository([
      { message: 'feat: a' },
      { ...picked, parents: [1], paths: ['x'] },
      { ...picked, parents: [1], paths: ['y'] },
      { message: "Merge branch 'x'", parents: [2, 3] },
    ])
    expect(outcomes(await verdicts(made)).filter((one) => one === 'Bug Fixes')).toHaveLength(1)
  })
})

describe('explain', () => {
  it('says what decided about a change', async () => {
    const made = await repository([{ message: 'feat: a', tags: ['v1.0.0'] }, 'feat(cli)!: b (#12)'])
    const { code, stdout } = await changelogGen(made, ['explain', '#12'])
    expect(code).toBe(0)
    expect(stdout.replace(/^[0-9a-f]{10}/, 'HASH')).toMatchInlineSnapshot(`
      "HASH feat(cli)!: b (#12)
        release  not yet (1 commit since v1.0.0)
        read as  type feat, scope cli, breaking, pull request #12
        verdict  listed in "Added"
        decided  by category "Features" (the default categories)
        version  at least the next major version
      "
    `)
  })

  it('says which line of the config decided', async () => {
    const files = { 'frontdoor.yml': 'changelog-gen:\n  categories:\n    - title: New\n      when: { type: feat }\n' }
    const { stdout } = await changelogGen(await repository(['feat: a'], files), ['explain', 'HEAD'])
    expect(stdout).toContain('\n  decided  by category "New" (frontdoor.yml:3:7)\n')
  })

  test.each([
    ['Revert "feat: a" (#3)\n\nThis reverts commit 0123456789abcdef.', 'pull request #3, a revert of 0123456789'],
    ['Revert "feat: a"', 'a revert of "feat: a"'],
    ['Partially revert #12', 'a revert of a part of #12'],
    ['fix: revert to the old cup', 'type fix'],
  ])('says what %j takes back', async (message, read) => {
    const { stdout } = await changelogGen(await repository([message]), ['explain', 'HEAD'])
    expect(stdout).toContain(`\n  read as  ${read}\n`)
  })

  test.each([
    ['HEAD', 'fix: the head'],
    ['HEAD~1', 'feat: heading'],
    ['head', 'fix: the head'],
  ])('takes %s for a commit only where git does', async (what, subject) => {
    const made = await repository(['feat: heading', 'fix: the head'])
    const { code, stdout } = await changelogGen(made, ['explain', what])
    expect([code, stdout.split('\n')[0]]).toEqual([0, expect.stringContaining(subject)])
    expect(stdout.match(/^ {2}verdict/gm)).toHaveLength(what === 'head' ? 2 : 1)
  })

  test.each([
    ['an unknown change', ['explain', 'zzz'], 'no change "zzz" in this history'],
    ['nothing', ['explain'], 'explain what?'],
    ['an option for a commit', ['explain', '--all', '--', '--output=pwn'], 'could be an option'],
    ['an unknown commit', ['explain', '--all', 'v9..'], 'there is no commit "v9"'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, stderr } = await changelogGen(await repository(['feat: a']), argv)
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})

describe('the config', () => {
  it('sorts by type, scope and path, with any, all and only', async () => {
    const made = await repository(
      [
        { message: 'feat: a', paths: ['docs/a.md'] },
        { message: 'feat: b', paths: ['docs/b.md', 'src/b.ts'] },
        { message: 'fix(api): c', paths: ['src/c.ts'] },
        'chore: d',
      ],
      {
        'frontdoor.yml':
          'changelog-gen:\n  categories:\n    - { title: Docs, when: { path: "docs/**", mode: only } }\n    - { title: API, when: { type: fix, scope: api } }\n    - { title: Rest, when: [{ type: feat }] }\n',
      },
    )
    expect(outcomes(await verdicts(made))).toEqual(['Docs', 'Rest', 'API', 'category'])
  })

  it('says what is wrong with it, and where', async () => {
    const made = await repository(['feat: a'], { 'frontdoor.yml': 'changelog-gen:\n  squash: titel\n' })
    const { code, stderr } = await changelogGen(made, ['next'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('frontdoor.yml:2:11')])
  })
})

describe('the heading that explain names', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['of a new changelog', {}, 'Fixed'],
    ['of the changelog that is there', { 'CHANGELOG.md': '# C\n\n## 1.0.0\n\n### Bug fixes\n\n- a\n' }, 'Bug fixes'],
    [
      'of the style in the config',
      { 'frontdoor.yml': 'changelog-gen: { style: conventional-changelog }' },
      'Bug Fixes',
    ],
    [
      'that the config has for the category',
      { 'frontdoor.yml': 'changelog-gen: { categories: [{ id: fixes, title: Mended, when: { type: fix } }] }' },
      'Mended',
    ],
    ['of a level', { 'frontdoor.yml': 'changelog-gen: { style: changesets }' }, 'Patch Changes'],
  ])('is the one %s, as update writes it', async (_, files, heading) => {
    const made = await repository(['fix: a'], files)
    expect((await verdicts(made))[0]).toMatchObject({ section: heading })
    expect((await changelogGen(made, ['explain', 'HEAD'])).stdout).toContain(`listed in "${heading}"`)
    await changelogGen(made, [])
    expect(readFileSync(made.join('CHANGELOG.md'), 'utf8')).toContain(`### ${heading}\n`)
  })
})

describe('what is written beside the history', () => {
  it('describes a commit by its fragment', async () => {
    const fragment = '---\n"r": minor\n---\n\nA **fine** thing.\n'
    const made = await repository([{ message: 'free text', paths: ['.changeset/fine.md'] }], {
      '.changeset/fine.md': fragment,
    })
    expect(await verdicts(made)).toMatchObject([
      { verdict: 'omitted', reason: 'fragment', partner: '.changeset/fine.md' },
      { fragment: '.changeset/fine.md', section: 'Added' },
    ])
  })

  it('describes a pull request by the fragment that came in with it', async () => {
    const files = { 'changelog.d/7.added.md': 'A cup to hold.' }
    const commits = [
      'feat: begin',
      { message: 'hold a cup', files, parents: [1] },
      { message: 'wash it', parents: [2] },
      { message: 'Merge pull request #7 from o/cups\n\nHold a cup', files, parents: [1, 3] },
    ]
    const made = await repository(commits, files)
    expect(outcomes(await verdicts(made))).toEqual(['Features', 'fragment', 'duplicate', 'fragment', 'Features'])
    const { stdout } = await changelogGen(made, ['notes', '--unreleased'])
    expect(stdout.match(/cup/gi)).toHaveLength(1)
  })

  it.each([
    ['the pull request that brought it', 'free text (#7)', '', '- A thing ([#7](https://github.com/o/r/pull/7))\n'],
    ['the one that it names', 'free text (#7)', 'pr: #3\n', '- A thing ([#3](https://github.com/o/r/pull/3))\n'],
    [
      'the commit that brought it, else',
      'free text',
      '',
      /- A thing \(\[[0-9a-f]{7}\]\(https:\/\/github\.com\/o\/r\/commit\/[0-9a-f]{40}\)\)\n/,
    ],
  ])('links a fragment to %s', async (_, message, meta, expected) => {
    const made = await repository([{ message, paths: ['.changeset/fine.md'] }], {
      '.changeset/fine.md': `---\n"r": minor\n---\n\n${meta}\nA thing\n`,
    })
    expect((await changelogGen(made, ['notes', '--unreleased'])).stdout).toMatch(expected)
  })

  it('overrides a merged change', async () => {
    const made = await repository(['feat: a (#1)', 'feat: b (#2)'], {
      '.changelog/overrides.yml': '"#1": { type: fix, note: Use c instead }\n"#2": { skip: true }\n',
    })
    expect(await verdicts(made)).toMatchObject([
      { type: 'fix', breaking: true, section: 'Fixed' },
      { reason: 'skipped' },
    ])
  })

  it.each([
    ['Fixed', 'Fixed'],
    ['Bug Fixes', 'Fixed'],
    ['fixes', 'Fixed'],
    ['Changed', 'Changed'],
    ['security', 'Security'],
  ])('puts a merged change into the section %s', async (section, expected) => {
    const made = await repository(['feat: a (#1)'], {
      '.changelog/overrides.yml': `"#1": { section: ${section} }\n`,
    })
    expect(await verdicts(made)).toMatchObject([{ section: expected }])
  })

  it.each([
    ['core(guide): keep it warm', {}, '- core(guide): keep it warm ('],
    ['feat(cli): pour', { '.changelog/overrides.yml': '"#7": { type: brew }\n' }, '- **cli:** Pour ('],
  ])('says once what %j has in brackets, where no category knows its type', async (line, files, expected) => {
    const made = await repository([`${line} (#7)`], files)
    expect((await changelogGen(made, ['notes', '--unreleased'])).stdout).toContain(expected)
  })

  it('refuses a section that there is not', async () => {
    const made = await repository(['feat: a (#1)'], { '.changelog/overrides.yml': '"#1": { section: Jam }\n' })
    expect(await changelogGen(made, ['explain', '--all'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the override of #1 names a section "Jam", which is none of Breaking Changes, '),
    })
  })

  it('takes what is known of pull requests from standard input', async () => {
    const made = await repository(['some text (#1)', 'other text (#2)'])
    const stdin = JSON.stringify([
      { pr: 1, title: 'feat: a' },
      { pr: 2, title: 'x', labels: ['bug'] },
    ])
    expect(outcomes(await verdicts(made, ['--from-context'], { stdin }))).toEqual(['Features', 'Bug Fixes'])
  })

  it('takes changes of which not all is known, and says of others what is wrong', async () => {
    const made = await repository(['some text (#1)'])
    const explain = (stdin: string) => changelogGen(made, ['explain', '--all', '--from-context'], { stdin })
    expect(await explain('{ "changes": [{ "pr": 1, "subject": "fix: a", "body": null, "extra": {} }] }')).toMatchObject(
      {
        code: 0,
        stdout: expect.stringContaining('listed in "Fixed"'),
      },
    )
    const wrong = '[{ "title": "a", "pr": "1",\n  "labels": "b", "breaking": 1 },\n { "title": "" }, 3]'
    expect(await explain(wrong)).toMatchObject({
      code: 2,
      stderr: [
        'changelog-gen: standard input:1:24: changes[0].pr is "1"; use a whole number of 1 or more',
        'changelog-gen: standard input:2:13: changes[0].labels is "b"; use a list of strings',
        'changelog-gen: standard input:2:30: changes[0].breaking is 1; use true or false',
        'changelog-gen: standard input:3:2: changes[1] has neither "title" nor "subject"',
        'changelog-gen: standard input:3:19: changes[2] is 3; use an object\n',
      ].join('\n'),
    })
    expect((await explain('[{ "title": }]')).stderr).toBe(
      'changelog-gen: standard input:1:13: not JSON: value expected\n',
    )
    expect((await explain('{}')).stderr).toContain('must be a list of changes')
  })

  it('overrides a change by a note of git', async () => {
    const made = await repository(['feat: a', 'feat: b', 'feat: c', 'feat: d (#4)'], {
      '.changelog/overrides.yml': '"#4": { text: From the file }',
    })
    const note = (text: string, commit: string) =>
      made.git('-c', 'user.name=A', '-c', 'user.email=a@b', 'notes', '--ref=changelog', 'add', '-f', '-m', text, commit)
    await note('skip', 'main~3')
    await note('type: fix\nnote: Use **c** instead', 'main~2')
    await note('Said **better**,\nin two lines', 'main~1')
    await note('Not this', 'main')
    expect(await verdicts(made)).toMatchObject([
      { reason: 'skipped' },
      { type: 'fix', breaking: true, section: 'Fixed' },
      { section: 'Added' },
      { section: 'Added' },
    ])
    await changelogGen(made, [])
    const text = readFileSync(made.join('CHANGELOG.md'), 'utf8')
    expect(text).toMatch(/- Said \*\*better\*\*, in two lines \(.*\n/)
    expect(text).toContain('- From the file ([#4]')
    await note('type: [x]', 'main~3')
    const ran = await changelogGen(made, [])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toMatch(/the note of [0-9a-f]{10}:1:7: /)
  })
})
