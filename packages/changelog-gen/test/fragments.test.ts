import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { type FileTable, project } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, it, test } from 'vitest'
import { readFragments } from '../src/sources/fragments.ts'
import { markdownOf } from '../src/sources/rst.ts'
import { changelogGen, outcomes, verdicts } from './run.ts'

const folders = [
  '.changeset',
  'changelog.d',
  'newsfragments',
  '.changes',
  '.changes/unreleased',
  'changelogs/fragments',
  '.changelog/*.txt',
  '.chloggen',
  'change/*.json',
  'common/changes/**/*.json',
  '.changelog/unreleased/**/*.md',
  'changelog/unreleased',
  'changelogs/unreleased',
  'releasenotes/notes',
]

async function read(files: FileTable) {
  return (await readFragments((await project(files)).path, folders)).changes
}

const notes = (...blocks: readonly (readonly [type: string, text: string])[]) =>
  blocks.map(([type, text]) => `\`\`\`release-note:${type}\n${text}\n\`\`\`\n`).join('\n')

describe('fragments of go-changelog', () => {
  test('tell what they are by their blocks, and their pull request by their name', async () => {
    const files = {
      '.changelog/12.txt': notes(['bug', 'kettle: Stop\nwhistling'], ['breaking-change', 'cup: Remove `handle`']),
      '.changelog/13.txt': notes(
        ['new-resource', 'tea_pot'],
        ['new-datasource', '`tea_pots`'],
        ['new-guide', 'How to brew'],
      ),
      '.changelog/14.txt': notes(['none', '']),
      '.changelog/words.txt': notes(['note', 'Tea is hot']).replaceAll('\n', '\r\n'),
      '.changelog/overrides.yml': '"#1": { skip: true }',
      '.changelog/README.md': 'How to',
      '.changelog/.txt': '',
      '.changelog/9.txt': 'Nobody reads this',
      '.changelog/15.txt': '```release-note: new_resource\ntea-cup```',
    }
    expect((await read(files)).map(({ id, type, subject, breaking, pr }) => [id, type, subject, breaking, pr])).toEqual(
      [
        ['.changelog/12.txt/1', 'fix', 'kettle: Stop whistling', false, 12],
        ['.changelog/12.txt/2', 'change', 'cup: Remove `handle`', true, 12],
        ['.changelog/13.txt/1', 'feat', '**New Resource:** `tea_pot`', false, 13],
        ['.changelog/13.txt/2', 'feat', '**New Data Source:** `tea_pots`', false, 13],
        ['.changelog/13.txt/3', 'feat', 'How to brew', false, 13],
        ['.changelog/14.txt', 'chore', '14.txt', false, 14],
        ['.changelog/15.txt', 'feat', '**New Resource:** `tea-cup`', false, 15],
        ['.changelog/words.txt', 'note', 'Tea is hot', false, undefined],
      ],
    )
  })

  test('stay, and are told once', async () => {
    const commits = [
      { message: 'Whistle', files: { '.changelog/1.txt': notes(['enhancement', 'Whistle']) }, tags: ['v1.0.0'] },
      { message: 'Stop whistling (#2)', files: { '.changelog/2.txt': notes(['bug', 'Stop whistling']) } },
      { message: 'Tidy up (#3)', files: { '.changelog/3.txt': notes(['none', '']) } },
    ]
    const made = await repository(commits)
    await made.git('checkout', '-q', '-f', 'main')
    expect(outcomes(await verdicts(made, ['v1.0.0..']))).toEqual(['fragment', 'fragment', 'category', 'Bug Fixes'])
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.0.1\n')
    await changelogGen(made, [])
    expect((await changelogGen(made, ['release', 'auto', '--date', '2025-02-01'])).stdout).not.toContain('removed')
    const text = readFileSync(made.join('CHANGELOG.md'), 'utf8')
    expect(text).toContain('## [1.0.1] - 2025-02-01\n\n### Fixed\n\n- Stop whistling ([#2]')
    expect(text.match(/whistl/gi)).toHaveLength(2)
  })
})

test('fragments of calens link the pages that they name, be they of another repository', async () => {
  const text = 'Enhancement: Hold cups\n\nhttps://github.com/o/tea/pull/12\nhttps://github.com/o/pot/pull/3\n'
  const made = await repository(['feat: a', { message: 'b', files: { 'changelog/unreleased/pull-12': text } }])
  await made.git('checkout', '-q', '-f', 'main')
  await made.git('remote', 'set-url', 'origin', 'https://github.com/o/tea.git')
  expect((await changelogGen(made, ['notes', '--unreleased'])).stdout).toContain(
    '- Hold cups ([#12](https://github.com/o/tea/pull/12), [o/pot#3](https://github.com/o/pot/pull/3))\n',
  )
})

test('fragments of RuboCop say their kind in their name, and are told as they are', async () => {
  const made = await repository([{ message: 'feat: a', tags: ['v1.0.0'] }], {
    'frontdoor.yml': 'changelog-gen: { fragments: [changelog] }',
    'changelog/fix_a_drip_20260102030405.md':
      '* [#12](https://github.com/o/tea/issues/12): Stop the drip. ([@ada][])\n',
    'changelog/new_lid.md': '* [#13](https://github.com/o/tea/pull/13): Add a lid. ([@ben][])\n',
    'CHANGELOG.md':
      '# Changelog\n\n## 1.0.0\n\n- A\n\n[@ada]: https://github.com/ada\n[@Ben]: https://github.com/ben\n',
    'changelog/change_code.md': '* See:\n\n  ```\n  [@ada][]\n',
    'changelog/change_pots.md': '* Two pots. ([@ben][])\n* Three cups. ([@ada][])\n',
  })
  expect((await changelogGen(made, ['next'])).stdout).toBe('1.1.0\n')
  expect((await changelogGen(made, ['notes', '--unreleased'])).stdout.replaceAll(/\n\n/g, '\n')).toBe(
    [
      '### Added\n- [#13](https://github.com/o/tea/pull/13): Add a lid. ([@ben][])',
      '### Changed\n- See:\n  ```\n  [@ada][]\n  ```\n- Two pots. ([@ben][])\n- Three cups. ([@ada][])',
      '### Fixed\n- [#12](https://github.com/o/tea/issues/12): Stop the drip. ([@ada][])\n',
    ].join('\n'),
  )
})

describe('fragments of reno', () => {
  const note = (text: string) => `---\n${text}`
  const path = (name: string) => `releasenotes/notes/${name}-0123456789abcdef.yaml`

  test('tell what they are by their sections', async () => {
    const files = {
      [path('a')]: note(
        'prelude: >\n    Hot\n    tea\nfixes:\n  - |\n    Stop the drip.\n\n    It dripped.\nupgrade:\n  - No lid\n',
      ),
      [path('b')]: note('enhancements: [Hold cups]\nfeatures_core: [Brew]\nissues: [It leaks]\ncritical: [Mend]\n'),
      [path('c')]: '',
      'releasenotes/notes/1.0/old-0123456789abcdef.yaml': 'fixes: [old]',
    }
    expect((await read(files)).map(({ id, type, subject, body, stays }) => [id, type, subject, body, stays])).toEqual([
      [`${path('a')}/1`, undefined, 'Hot tea', '', true],
      [`${path('a')}/2`, 'fix', 'Stop the drip.', 'It dripped.', true],
      [`${path('a')}/3`, 'change', 'No lid', '', true],
      [`${path('b')}/1`, 'feat', 'Hold cups', '', true],
      [`${path('b')}/2`, 'features core', 'Brew', '', true],
      [`${path('b')}/3`, undefined, 'It leaks', '', true],
      [`${path('b')}/4`, 'fix', 'Mend', '', true],
    ])
  })

  test('stay, and belong to the release that has them first, however they are mended later', async () => {
    const files = (name: string, text: string) => ({ [path(name)]: text })
    const made = await repository([
      { message: 'Whistle', files: files('a', note('features: [Whistle]\n')), tags: ['v1.0.0'] },
      { message: 'Stop', files: files('b', note('fixes: [Stop `whistling <https://tea.example/a>`_]\n')) },
      // Nobody reads a note that is told: no mistake in it stands in the way.
      { message: 'docs: mend a note', files: files('a', 'features: [Whistle') },
    ])
    await made.git('checkout', '-q', '-f', 'main')
    const { stdout } = await changelogGen(made, ['notes', '--unreleased'])
    expect(stdout).toMatch(/^### Fixed\n\n- Stop \[whistling\]\(https:\/\/tea\.example\/a\) \(.*\)\n$/)
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.0.1\n')
    const released = await changelogGen(made, ['release', 'auto'])
    expect([released.stdout, released.stderr]).toEqual([expect.not.stringContaining('removed'), ''])
    expect(existsSync(made.join(path('b')))).toBe(true)
  })
})

test.each([
  ['`a b <https://a.example/b>`__ and `c`', '[a b](https://a.example/b) and `c`'],
  ['``a <https://b.example>`` :class:`~x.Y` :py:func:`z <x.z>`', '``a <https://b.example>`` `x.Y` `z`'],
  [
    'a\n\n  .. code-block:: python\n     :caption: b\n\n     if a:\n         b\n\n  c\n',
    'a\n\n  ```python\n  if a:\n      b\n  ```\n\n  c\n',
  ],
  ['.. code::\n\n   a', '```\na\n```\n\n'],
])('the reStructuredText %j is %j', (rst, markdown) => {
  expect(markdownOf(rst)).toBe(markdown)
})

// Quadratic would be minutes, and end the test.
test.each(['`', ':a', '` ', ':a:`', '.. code::\n\n   a\n', ' ', '\n'])('reads reStructuredText of many %j', (part) => {
  expect(markdownOf(`\`a${part.repeat(50_000)}`)).toBeDefined()
})

describe('readFragments', () => {
  test.each<[string, FileTable, readonly object[]]>([
    [
      'a changeset',
      { '.changeset/a.md': '---\n"@s/a": minor\n\'b\': patch\n---\n\nA **fine** thing\n\nwith more\n' },
      [
        {
          id: '.changeset/a.md',
          subject: 'A **fine** thing',
          body: 'with more',
          type: 'feat',
          bump: 'minor',
          packages: [
            { name: '@s/a', bump: 'minor' },
            { name: 'b', bump: 'patch' },
          ],
        },
      ],
    ],
    [
      'one whose first paragraph is wrapped',
      { '.changeset/a.md': '---\na: patch\n---\n\nA fine\nthing\n- with a list\n\nand more\n' },
      [{ subject: 'A fine thing', body: '- with a list\n\nand more' }],
    ],
    [
      'one that breaks',
      { '.changeset/a.md': '---\na: major\n---\nb' },
      [{ breaking: true, bump: 'major', subject: 'b' }],
    ],
    [
      'one with Windows line ends',
      { '.changeset/a.md': '---\r\n"a": patch\r\n---\r\n\r\nb\r\n' },
      [{ type: 'fix', subject: 'b' }],
    ],
    [
      'one that names its origin',
      { '.changeset/a.md': '---\n"a": patch\n---\n\npr: #12\ncommit: 0123456\nauthor: @bo\n\nb' },
      [{ subject: 'b', pr: 12, shas: ['0123456'], authors: [expect.objectContaining({ login: 'bo' })] }],
    ],
    [
      'one that is a list',
      { '.changeset/a.md': '---\n"a": minor\n---\n\n- Hold cups\n  - and lids\n- Boil water\n' },
      [
        { id: '.changeset/a.md/1', subject: 'Hold cups', body: '- and lids', bump: 'minor' },
        { id: '.changeset/a.md/2', subject: 'Boil water', bump: 'minor' },
      ],
    ],
    [
      'one of covector, with a type, beside a release of changie',
      {
        '.changes/a.md': '---\n"a": "patch:enhance"\nb: minor:bug\n---\n\nHold cups\n',
        '.changes/b.md': '---\n"a": housekeeping\n---\n\nWipe\n',
        '.changes/v1.0.0.md': '## v1.0.0\n\n### Added\n- Old\n',
      },
      [
        {
          ...{ subject: 'Hold cups', type: 'fix', bump: 'minor' },
          packages: [
            { name: 'a', bump: 'patch', type: 'feat' },
            { name: 'b', bump: 'minor', type: 'fix' },
          ],
        },
        { subject: 'Wipe', bump: 'none' },
      ],
    ],
    [
      'one of covector that no prerelease has told of',
      {
        '.changes/pre.json': { tag: 'beta', changes: ['.changes/a.md'] },
        '.changes/a.md': '---\na: patch\n---\n\nHold cups\n',
        '.changes/b.md': '---\na: patch\n---\n\nBoil water\n',
      },
      [{ subject: 'Boil water' }],
    ],
    [
      'one that starts with a list',
      { '.changeset/a.md': '---\n"a": minor\n---\n\n- Hold cups\n\nand more\n' },
      [{ id: '.changeset/a.md', body: 'and more' }],
    ],
    [
      'one of scriv in reStructuredText, with its comments',
      {
        'changelog.d/1.rst':
          '.. A new fragment.\n..\n.. Removed\n.. .......\n..\nAdded\n.....\n\n- Hold\n  cups\n\n..\n.. Fixed\n.. .....\n..\n',
      },
      [{ id: 'changelog.d/1.rst/1', subject: 'Hold cups', type: 'feat' }],
    ],
    [
      'one that only names a package',
      { '.changeset/calm-cups-sit.md': '---\n"tea": minor\n---' },
      [{ subject: 'calm-cups-sit.md', type: 'feat', bump: 'minor', packages: [{ name: 'tea', bump: 'minor' }] }],
    ],
    [
      'one of unclog, in the folder of its section and of a component',
      {
        '.changelog/unreleased/bug-fixes/12-drip.md':
          '- Stop the\n  drip ([\\#12](https://github.com/o/tea/issues/12))\n',
        '.changelog/unreleased/breaking-changes/kettle/13-lid.md': '- No lid',
        '.changelog/v1.0.0/features/1-tea.md': '- Tea',
        '.changelog/unreleased/.gitkeep': '',
      },
      [
        {
          id: '.changelog/unreleased/breaking-changes/kettle/13-lid.md',
          subject: 'No lid',
          type: 'change',
          scope: 'kettle',
          breaking: true,
          labels: ['breaking-changes'],
        },
        {
          id: '.changelog/unreleased/bug-fixes/12-drip.md',
          subject: 'Stop the drip ([\\#12](https://github.com/o/tea/issues/12))',
          type: 'fix',
          references: [],
        },
      ],
    ],
    [
      'one of calens, with and without an ending',
      {
        'changelog/unreleased/issue-12':
          'Bugfix: Stop the drip\n\nIt dripped.\n\nhttps://github.com/o/tea/issues/12\nhttps://github.com/o/pot/pull/3\n',
        'changelog/unreleased/lid.md': 'Change: No lid\n',
        'changelog/unreleased/pot.md': 'Change: No pot\nand no lid',
        'changelog/TEMPLATE': 'Bugfix: …',
        'changelog/1.0.0_2026-01-02/issue-1': 'Bugfix: Tea',
      },
      [
        {
          id: 'changelog/unreleased/issue-12',
          subject: 'Stop the drip',
          body: 'It dripped.',
          type: 'fix',
          breaking: false,
          references: [
            expect.objectContaining({ id: '12', kind: 'issue', repository: 'o/tea' }),
            expect.objectContaining({ id: '3', kind: 'pull-request', repository: 'o/pot' }),
          ],
        },
        { id: 'changelog/unreleased/lid.md', subject: 'No lid', type: 'change', breaking: true },
        { id: 'changelog/unreleased/pot.md', subject: 'Change: No pot and no lid' },
      ],
    ],
    [
      'one of beachball, and several in a file',
      {
        'change/@s-tea-1.json': JSON.stringify({
          type: 'minor',
          comment: 'A handle',
          packageName: '@s/tea',
          email: 'a@b.c',
        }),
        'change/change-2.json': JSON.stringify({
          changes: [
            { type: 'patch', comment: 'No drips', packageName: 'cup' },
            { type: 'none', comment: 'Tidy', packageName: 'lid' },
          ],
        }),
        'change/settings.json': '{}',
        'change/README.md': 'How to',
      },
      [
        {
          id: 'change/@s-tea-1.json',
          subject: 'A handle',
          type: 'feat',
          bump: 'minor',
          packages: [{ name: '@s/tea', bump: 'minor' }],
        },
        { id: 'change/change-2.json/1', subject: 'No drips', type: 'fix', packages: [{ name: 'cup', bump: 'patch' }] },
        { id: 'change/change-2.json/2', subject: 'Tidy', type: 'chore', packages: [{ name: 'lid', bump: 'none' }] },
      ],
    ],
    [
      'one of Rush, in the folder of its package',
      {
        'common/changes/@s/tea/hot_2026.json': JSON.stringify({
          changes: [{ packageName: '@s/tea', comment: 'Stay hot', type: 'hotfix' }],
          packageName: '@s/tea',
        }),
        'common/changes/cup/none_2026.json': JSON.stringify({
          changes: [{ packageName: 'cup', comment: '', type: 'none' }],
        }),
      },
      [{ id: 'common/changes/@s/tea/hot_2026.json', subject: 'Stay hot', bump: 'patch' }],
    ],
    [
      'one of chloggen',
      {
        '.chloggen/lids.yaml':
          'change_type: bug_fix\ncomponent: lid\nnote: Close it\nissues: [12, 14]\nsubtext: |\n  For good.\n',
        '.chloggen/handle.yaml': 'change_type: breaking\ncomponent:\nnote: No handle\nissues: []\nsubtext:\n',
        '.chloggen/TEMPLATE.yaml': 'change_type:\nnote:\n',
        '.chloggen/config.yaml': 'components: [lid]\n',
      },
      [
        { subject: 'No handle', body: '', type: 'change', breaking: true, references: [] },
        {
          subject: 'Close it',
          body: 'For good.',
          type: 'fix',
          scope: 'lid',
          references: [
            { raw: '#12', id: '12', kind: 'issue' },
            { raw: '#14', id: '14', kind: 'issue' },
          ],
        },
      ],
    ],
    [
      'one of Kong',
      {
        'changelog/unreleased/lids.yml':
          'message: |\n  **Lid**: Close it.\n  For good.\ntype: bugfix\nscope: Pot\nprs: [12, "13"]\nissues:\n- "#14"\n- KAG-15\n',
        'changelog/unreleased/cup.yml': 'message: No cup\ntype: breaking_change\n',
        'changelog/unreleased/tea.yml': 'message: Bumped tea\ntype: dependency\n',
        'changelog/unreleased/old.yml': 'message: No pot soon\ntype: deprecation\n',
        'changelog/unreleased/none.yml': 'message:\ntype: feature\n',
      },
      [
        { subject: 'No cup', type: 'change', breaking: true, references: [] },
        {
          subject: '**Lid**: Close it. For good.',
          type: 'fix',
          scope: 'Pot',
          pr: 12,
          references: [
            { raw: '#13', id: '13', kind: 'pull-request' },
            { raw: '#14', id: '14', kind: 'issue' },
          ],
        },
        { subject: 'No pot soon', type: 'deprecate' },
        { subject: 'Bumped tea', type: 'deps' },
      ],
    ],
    [
      'one as GitLab had them',
      {
        'changelogs/unreleased/12-lid.yml': '---\ntitle: Close the lid\nmerge_request: 12\nauthor: Bo\ntype: fixed\n',
        'changelogs/unreleased/handle.yml': '---\ntitle: A handle\nmerge_request:\nauthor:\ntype: added\n',
        'changelogs/unreleased/spout.yml': 'title: A spout\n',
        '.changes/unreleased/pot.yml': 'component: pot\n',
        'changelogs/fragments/title.yml': 'title: Nothing\n',
      },
      [
        { subject: 'Close the lid', type: 'fix', pr: 12, references: [] },
        { subject: 'A handle', type: 'feat' },
        { subject: 'A spout', labels: [] },
      ],
    ],
    [
      'one with a heading, as knope has them',
      { '.changeset/a.md': '---\na: minor\n---\n\n#### Hold `cups` ####\nAnd lids.\n\nLong.\n' },
      [{ subject: 'Hold `cups`', body: 'And lids.\n\nLong.' }],
    ],
    ['an empty one', { '.changeset/a.md': '---\n---\n' }, []],
    [
      'one of changie',
      {
        '.changes/unreleased/BUG FIXES-20260102-030405.yaml':
          'kind: BUG FIXES\ncomponent: lid\nbody: \'lid: it fits\'\ntime: 2026-01-02T03:04:05.6+01:00\ncustom:\n    Issue: "12"\n    PR: "13"\n',
        '.changes/unreleased/b.yaml': 'kind: Breaking Changes\nbody: No can\ntime: 2026-01-02T03:04:05Z\n',
        '.changes/unreleased/c.yaml': 'kind: NOTES\nbody: Told\ntime: 2026-01-02T03:04:05Z\n',
      },
      [
        {
          id: '.changes/unreleased/BUG FIXES-20260102-030405.yaml',
          subject: 'lid: it fits',
          type: 'fix',
          scope: 'lid',
          pr: 13,
          breaking: false,
          references: [expect.objectContaining({ id: '12' })],
        },
        { subject: 'No can', type: 'change', breaking: true },
        { subject: 'Told', type: 'notes', labels: ['notes'] },
      ],
    ],
    [
      'one of antsibull-changelog',
      {
        'changelogs/fragments/.keep': '',
        'changelogs/fragments/5.yml':
          'bugfixes:\n  - "lid - it ``fits`` (#5)."\nbreaking_changes:\n  - cup - no can.\n',
        'changelogs/fragments/5.yml.license': 'x',
        'changelogs/fragments/6.yaml': 'release_summary: Fine.\n',
        'changelogs/fragments/7.yml': 'tea: 1\n',
      },
      [
        { id: 'changelogs/fragments/5.yml/1', subject: 'cup - no can.', breaking: true },
        { id: 'changelogs/fragments/5.yml/2', subject: 'lid - it ``fits`` (#5).', type: 'fix', labels: ['bugfixes'] },
        { id: 'changelogs/fragments/6.yaml', subject: 'Fine.' },
      ],
    ],
    [
      'news of an issue',
      { 'newsfragments/12.feature.rst': 'A thing.\n' },
      [{ type: 'feat', subject: 'A thing.', references: [{ raw: '#12', id: '12', kind: 'issue' }] }],
    ],
    ['news without an issue', { 'changelog.d/+words.bugfix.md': 'b' }, [{ type: 'fix', references: [] }]],
    ['news of a kind of its own', { 'changelog.d/7.security': 'b' }, [{ type: 'security' }]],
    [
      'those of issues by their numbers, then the others',
      { 'changelog.d/+z.misc.md': 'c', 'changelog.d/10.misc.md': 'b', 'changelog.d/9.breaking.md': 'a' },
      [{ subject: 'a', labels: ['breaking'] }, { subject: 'b' }, { subject: 'c' }],
    ],
    ['a dot in the name', { 'changelog.d/+bump-1.2.bugfix.3.md': 'b' }, [{ type: 'fix', references: [] }]],
    ['another ending', { 'changelog.d/7.feature.adoc': 'b' }, [{ type: 'feat', references: [{ id: '7' }] }]],
    ['zeros in front of a number', { 'changelog.d/007.doc': 'b' }, [{ type: 'docs', references: [{ id: '7' }] }]],
    ['a second one', { 'changelog.d/7.doc.1.md': 'b' }, [{ type: 'docs' }]],
    [
      'headings and lists',
      { 'changelog.d/20260101_bo.md': '<!-- help -->\n\n### Added\n\n- a\n  more of a\n- b\n\n### Fixed\n\n- c\n' },
      [
        { type: 'feat', subject: 'a more of a', body: '', id: 'changelog.d/20260101_bo.md/1' },
        { type: 'feat', subject: 'b' },
        { type: 'fix', subject: 'c' },
      ],
    ],
    ['one paragraph', { 'changelog.d/a.md': 'Just text.' }, [{ subject: 'Just text.' }]],
    [
      'nothing of what stands beside',
      {
        '.changeset/config.json': '{}',
        '.changeset/README.md': 'x',
        'newsfragments/check.py': 'x',
        'newsfragments/.gitignore': 'x',
        'changelog.d/template.md.j2': 'x',
        'changelog.d/sub/a.md': 'x',
      },
      [],
    ],
  ])('reads %s', async (_, files, expected) => {
    expect(await read(files)).toMatchObject(expected)
    expect(await read(files)).toHaveLength(expected.length)
  })

  it('takes a fragment that is called after a README or a config for one', async () => {
    const made = await read({
      '.changeset/readme-of-tea.md': 'a',
      '.changeset/config-of-tea.md': 'b',
      '.changeset/README.md': 'x',
      'changelog.d/template.md.j2': 'x',
    })
    expect(made.map(({ subject }) => subject)).toEqual(['b', 'a'])
  })

  it('leaves out what a prerelease has told of, until the series ends', async () => {
    const files = (mode: string) => ({
      '.changeset/a.md': '---\n"a": patch\n---\na',
      '.changeset/b.md': '---\n"a": patch\n---\nb',
      '.changeset/pre.json': { mode, tag: 'next', changesets: ['a'] },
    })
    expect((await read(files('pre'))).map(({ subject }) => subject)).toEqual(['b'])
    expect((await read(files('exit'))).map(({ subject }) => subject)).toEqual(['a', 'b'])
    expect(await read({ ...files('pre'), '.changeset/pre.json': '{' })).toHaveLength(2)
  })

  it.each([
    ['---\n"a": huge\n---\nb', '.changeset/a.md: cannot read "\\"a\\": huge"'],
    ['---\n"a": minor\n\nHold a cup\n', '.changeset/a.md: the packages below the first --- have no end'],
  ])('says what a changeset should say: %j', async (text, message) => {
    await expect(read({ '.changeset/a.md': text })).rejects.toThrow(message)
  })

  test.each([
    ['{', 'change/a.json: this is no JSON'],
    ['{"type":"huge","comment":"b","packageName":"a"}', 'change/a.json: "huge" is no type of a change'],
  ])('refuses %j in a change file', async (text, message) => {
    await expect(read({ 'change/a.json': text })).rejects.toThrow(message)
  })

  it('follows no link out of the repository', async () => {
    const made = await project({})
    await mkdir(made.join('changelog.d'))
    await symlink('/etc/hostname', made.join('changelog.d/a.md'))
    await expect(readFragments(made.path, folders)).rejects.toThrow('outside')
  })

  test.each(['__proto__', 'constructor', 'toString'])('takes the kind %s for a word', async (kind) => {
    expect(await read({ [`changelog.d/1.${kind}.md`]: 'b' })).toMatchObject([{ subject: 'b' }])
  })
})

test.each<[string, FileTable, string]>([
  ['says nothing of it', { 'newsfragments/1.feature.md': 'Hold a cup\n' }, '2.0.0'],
  ['asks for another version', { '.changeset/a.md': '---\nlarder: minor\n---\n\nHold a cup\n' }, '1.1.0'],
])('a commit that breaks something does so where its fragment %s: %s', async (_, fragment, version) => {
  const made = await repository([{ message: 'feat: brew', tags: ['v1.0.0'] }], { 'package.json': { name: 'larder' } })
  await made.write(fragment)
  await made.git('add', '--all')
  await made.git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-m', 'feat!: hold a cup')
  expect((await changelogGen(made, ['next'])).stdout).toBe(`${version}\n`)
})

describe('the fragments that a release tells of', () => {
  const fragments = { 'newsfragments/1.feature.md': 'Hold a cup\n', 'newsfragments/2.misc.md': 'Wipe\n' }

  it('are named', async () => {
    const made = await repository(['feat: brew'], fragments)
    const { stdout } = await changelogGen(made, ['release', '1.0.0'])
    expect(stdout).toMatch(
      /^To be removed, by you or with --remove-fragments: newsfragments\/1\.feature\.md, newsfragments\/2\.misc\.md$/m,
    )
    expect(existsSync(made.join('newsfragments/1.feature.md'))).toBe(true)
  })

  it('are removed where that is asked for, and the diff says so', async () => {
    const made = await repository(['feat: brew'], fragments)
    const argv = ['release', '1.0.0', '--remove-fragments']
    const { stdout: diff } = await changelogGen(made, [...argv, '--diff'])
    await made.write({ 'change.diff': diff })
    const { code, stdout } = await changelogGen(made, argv)
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('Removed newsfragments/1.feature.md, newsfragments/2.misc.md'),
    ])
    expect(readdirSync(made.join('newsfragments'))).toEqual([])
    expect(diff).toContain('deleted file mode 100644\n--- a/newsfragments/1.feature.md\n+++ /dev/null\n')
    expect((await changelogGen(made, ['--check'])).code).toBe(0)
  })

  const brewed = (tag: string) => [
    { message: 'feat: pour', tags: ['v1.0.0'] },
    { message: 'brew (#2)', files: { 'newsfragments/1.feature.md': 'Brew tea\n' }, tags: [tag] },
    'fix: stop the drip',
  ]

  it('belong to it where nobody removes them', async () => {
    const made = await repository(brewed('v1.1.0'))
    await made.git('checkout', '-q', '-f', 'main')
    expect((await changelogGen(made, ['next'])).stdout).toBe('1.1.1\n')
    expect((await changelogGen(made, ['notes', 'v1.1.0'])).stdout).toContain('- Brew tea')
    expect(outcomes(await verdicts(made, ['v1.0.0..v1.1.0']))).toEqual(['fragment', 'Features'])
    await changelogGen(made, [])
    const text = readFileSync(made.join('CHANGELOG.md'), 'utf8')
    expect(text.match(/Brew tea/g)).toHaveLength(1)
    expect(text.indexOf('Brew tea')).toBeGreaterThan(text.indexOf('## [1.1.0]'))
  })

  it('describe nothing of an older one that had a fragment of that name, too', async () => {
    const file = 'newsfragments/1.feature.md'
    const made = await repository([{ message: 'feat: brew', files: { [file]: 'Brew tea\n' }, tags: ['v1.0.0'] }])
    await made.git('checkout', '-q', '-f', 'main')
    const commit = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-a', '-m']
    await made.git('rm', '-q', file)
    await made.git(...commit, 'docs: tidy up')
    await made.write({ [file]: 'Brew coffee\n' })
    await made.git('add', file)
    await made.git(...commit, 'feat: brew more')
    expect(outcomes(await verdicts(made))).toEqual(['Features', 'category', 'fragment', 'Features'])
    expect((await changelogGen(made, ['explain', '--all'])).stdout).toMatch(
      /^newsfragments\/1\.feature\.md {2}unreleased/m,
    )
  })

  it('wait for the release that a prerelease leads to', async () => {
    const made = await repository(brewed('v1.1.0-rc.1'))
    await made.git('checkout', '-q', '-f', 'main')
    for (const files of [{}, { 'frontdoor.yml': 'changelog-gen: { prereleases: fold }\n' }]) {
      await made.write(files)
      expect((await changelogGen(made, ['notes', '--unreleased'])).stdout).toContain('- Brew tea')
    }
  })

  const changeset = (...names: readonly string[]) =>
    `---\n${names.map((name) => `"${name}": minor\n`).join('')}---\n\nHold a cup\n`

  it.each<[string, FileTable, readonly string[]]>([
    ['its other package has yet to tell', { '.changeset/a.md': changeset('cup', 'pot') }, ['--package', 'cup']],
    ['any package may yet tell', fragments, ['--package', 'cup']],
    [
      'the end of a series of prereleases tells again',
      { '.changeset/a.md': changeset('cup'), '.changeset/pre.json': { mode: 'pre', tag: 'rc', changesets: [] } },
      ['--package', 'all'],
    ],
    ['it is one of go-changelog', { '.changelog/1.txt': '```release-note:bug\nlid\n```\n' }, ['--package', 'all']],
  ])('stay where %s', async (_, files, packages) => {
    const made = await repository(['feat: brew'], {
      'package.json': { private: true, workspaces: ['packages/*'] },
      'packages/cup/package.json': { name: 'cup', version: '0.1.0' },
      'packages/pot/package.json': { name: 'pot', version: '0.1.0' },
      'frontdoor.yml': 'changelog-gen:\n  fragments: [.changeset, newsfragments, .changelog]\n',
      ...files,
    })
    const { stdout, stderr } = await changelogGen(made, ['release', 'auto', '--remove-fragments', ...packages])
    expect(stderr + stdout).toContain('released on')
    expect(stdout).not.toContain('Removed')
    for (const path of Object.keys(files)) expect(existsSync(made.join(path))).toBe(true)
  })
})
