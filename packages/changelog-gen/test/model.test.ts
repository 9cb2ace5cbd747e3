import { describe, expect, it, test } from 'vitest'
import { readDependencies } from '../src/message/dependency.ts'
import { personOf } from '../src/message/people.ts'
import { isReleaseCommit } from '../src/message/release-commit.ts'
import { contributorsOf } from '../src/model/contributors.ts'

/** What Dependabot writes at the end of a message, with the version of each dependency. */
function trailer(versions: Readonly<Record<string, string | undefined>>): string {
  const items = Object.entries(versions).map(([name, to]) => {
    const version = to === undefined ? '' : `  dependency-version: ${to}\n`
    return `- dependency-name: ${name}\n${version}  dependency-type: direct:production\n`
  })
  return `---\nupdated-dependencies:\n${items.join('')}...\n\nSigned-off-by: bot <bot@example.com>`
}

describe('readDependencies', () => {
  test.each([
    ['bump a from 1.0.0 to 2.0.0', { name: 'a', from: '1.0.0', to: '2.0.0' }],
    ['Bump @s/a from 1 to 2 in /docs', { name: '@s/a', from: '1', to: '2' }],
    ['bump a from 1 to 2 in the tools group', { name: 'a', from: '1', to: '2' }],
    ['Bump a from 1 to 2 in /docs in the tools group across 1 directory', { name: 'a', from: '1', to: '2' }],
    ['Bump the tools group with 2 updates'],
    ['update dependency a to v2', { name: 'a', to: 'v2' }],
    ['update dependency org.tea:cups to v2.1.0', { name: 'org.tea:cups', to: 'v2.1.0' }],
    ['update tea/kettle action to v5', { name: 'tea/kettle', to: 'v5', isDevelopment: true }],
    ['update actions/checkout digest to 3d3c42e', { name: 'actions/checkout', to: '3d3c42e', isDevelopment: true }],
    ['upgrade `a` to ^2.1.0', { name: 'a', to: '^2.1.0' }],
    ['update rust crate a to v2 [security]', { name: 'a', to: 'v2' }],
    ['Update Helm release a to v2', { name: 'a', to: 'v2' }],
    ['update terraform to v2', { name: 'terraform', to: 'v2' }],
    ['update devDependency a to v2', { name: 'a', to: 'v2', isDevelopment: true }],
    ['update pre-commit hook tea/kettle to v2', { name: 'tea/kettle', to: 'v2', isDevelopment: true }],
    ['update all non-major dependencies'],
    ['update the docs to say more'],
    ['bump version to 1.2.3'],
    ['Bump up to 1.2.3'],
  ])('of %j', (subject, ...expected) => {
    expect(readDependencies(subject)).toEqual(expected)
  })

  const told = '---\nupdated-dependencies:\n- dependency-name: a\n...'
  test.each([
    [
      'Bumps the tools group with 1 update: [a](https://example.com/a).\n\n\nUpdates `a` from v1.2 to 2.0.1\n',
      'v1.2',
      '2.0.1',
    ],
    ['Bumps [a](https://example.com/a) from `1a2b3c4` to `5d6e7f8`.\n', '1a2b3c4', '5d6e7f8'],
    ['Bumps [a](https://example.com/a) from 1.2 to 2.0.1.\n- [Release notes](https://example.com/a)', '1.2', '2.0.1'],
  ])('of what Dependabot says below the title: %j', (body, from, to) => {
    for (const title of [
      'Bump a',
      'bump a in /docs',
      'Bump a in the tools group',
      'Bump the tools group with 1 update',
    ])
      expect(readDependencies(title, `${body}\n${told}`)).toEqual([{ name: 'a', from, to }])
  })

  test.each([
    ['Updates `a` from 1 to 2', 'Bump a'],
    [`Updates \`a\` from 1 to 2\nUpdates \`b\` from 1 to 2\n${told}`, 'Bump the tools group with 2 updates'],
    [trailer({ a: '2', b: undefined }), 'Bump the tools group with 2 updates'],
    [trailer({ a: '2', b: '3' }), 'Bump the tools'],
    [`Updates \`a\` from 1 to 2\nRemoves \`b\`\n${told}`, 'Bump b and a in /docs'],
    [`Updates \`a\` from 1 to 2\n${told}`, 'Mend the tools'],
  ])('of %j below the title is none of %j', (body, subject) => {
    expect(readDependencies(subject, body)).toEqual([])
  })

  test.each([
    'Bump the tools group with 2 updates',
    'bump the tools group in /docs with 2 updates',
    'Bump the tools group across 1 directory with 2 updates',
    'Bump a and @s/b',
    'Bump a and @s/b in /docs',
  ])('of each that a group brings: %j', (title) => {
    const body = `Updates \`a\` from 1 to 2\n- [Commits](https://example.com)\n\n${trailer({ a: '2', '"@s/b"': '3.1' })}`
    expect(readDependencies(title, body)).toEqual([
      { name: 'a', from: '1', to: '2' },
      { name: '@s/b', to: '3.1' },
    ])
  })

  test('names each dependency of several folders once, and the short hash of a submodule', () => {
    const body = `Updates \`a\` from \`1a2b3c4\` to \`5d6e7f8\`\n\nBumps b from 1 to 2\n\n${trailer({ a: '5d6e7f8'.repeat(5), b: '2' })}`
    const twice = body.replace('\n...', '\n- dependency-name: b\n  dependency-version: "2"\n...')
    expect(readDependencies('Bump the tools group across 2 directories with 3 updates', twice)).toEqual([
      { name: 'a', from: '1a2b3c4', to: '5d6e7f8' },
      { name: 'b', from: '1', to: '2' },
    ])
  })

  describe('in a table of Renovate', () => {
    const table = [
      '| Package | Type | Update | Change |',
      '|---|---|---|---|',
      '| [a](https://example.com/a) ([source](https://example.com)) | dependencies | minor | `^1.0.0` → `^1.1.0` |',
      '| [@s/b](https://example.com/b) | devDependencies | major | [`1` -> `2`](https://example.com/diff) |',
      '| tea/kettle | action | pinDigest |  → `1a2b3c4` |',
      '| a | dev | minor | `^1.0.0 \\|\\| ^2` → `^1.1.0` |',
    ]
    const renovate = (lines: readonly string[]) =>
      `This PR contains the following updates:\n\n${lines.join('\n')}\n\n---\n\n### Release Notes\n\n| Package |`
    const all = [
      { name: 'a', from: '^1.0.0', to: '^1.1.0' },
      { name: '@s/b', from: '1', to: '2', isDevelopment: true },
      { name: 'tea/kettle', to: '1a2b3c4', isDevelopment: true },
    ]

    test.each(['update all non-major dependencies', 'update a to v2', 'Pin dependencies', 'update tea monorepo'])(
      'whatever the title is: %j',
      (title) => expect(readDependencies(title, renovate(table))).toEqual(all),
    )

    test('whose lines are broken, as GitHub does', () => {
      const lines = table.map((line) => line.replaceAll(/ (?=\[|major|`)/g, '\n'))
      expect(readDependencies('update tea', renovate(lines))).toEqual(all)
    })

    test.each([
      ['update dependency a to v1.1.0', [{ name: 'a', from: '1.0.0', to: '1.1.0' }]],
      ['mend dependency a', []],
    ])('that has one: %j', (title, expected) => {
      const lines = [
        '| Package | Change | [Age](https://example.com) |',
        '|---|---|:-:|',
        '| a | `1.0.0` → `1.1.0` | x |',
      ]
      expect(readDependencies(title, renovate(lines))).toEqual(expected)
    })

    test.each([
      ['dev-dependencies', true],
      ['require-dev', true],
      ['tool.poetry.group.dev.dependencies', true],
      ['development', true],
      ['dependency-groups', true],
      ['build-dependencies', undefined],
      ['devices', undefined],
      [`${'a-'.repeat(5_000)}!`, undefined],
    ])('of a type such as %.40s', (type, isDevelopment) => {
      const lines = [...table.slice(0, 2), `| a | ${type} | minor | \`1\` → \`2\` |`]
      expect(readDependencies('update a', renovate(lines))[0]?.isDevelopment).toBe(isDevelopment)
    })

    test('of a package manager, whose digest nobody reads', () => {
      const digest = `+sha512.${'0a'.repeat(64)}`
      const lines = [...table.slice(0, 2), `| pot | engines | minor | \`1.0.0${digest}\` → \`1.0.1${digest}\` |`]
      expect(readDependencies('update pot', renovate(lines))).toEqual([{ name: 'pot', from: '1.0.0', to: '1.0.1' }])
    })

    test('of what is for development in one place only', () => {
      const lines = [...table.slice(0, 2), table.at(-1) as string, table[2] as string]
      expect(readDependencies('update a', renovate(lines))).toEqual([all[0]])
    })

    test.each([
      ['without its second line', ['| Package | Change |', '| a | `1` → `2` |']],
      ['without versions', ['| Package | Change |', '|---|---|', '| a | lock file |']],
      ['with words for a name', ['| Package | Change |', '|---|---|', '| all of them | `1` → `2` |']],
      ['without a table', []],
    ])('%s, the title counts', (_, lines) => {
      expect(readDependencies('update all dependencies', renovate(lines))).toEqual([])
      expect(readDependencies('update dependency c to v2', renovate(lines))).toEqual([{ name: 'c', to: 'v2' }])
    })
  })

  test('reads the table of Dependabot where its trailer is gone', () => {
    const body =
      'Bumps the tools group with 2 updates:\n\n| Package | From | To |\n| --- | --- | --- |\n| [a](https://example.com) | `1` | `2` |\n| b | `2` | `3` |\n\n'
    expect(readDependencies('Bump the tools group with 2 updates', body)).toEqual([
      { name: 'a', from: '1', to: '2' },
      { name: 'b', from: '2', to: '3' },
    ])
    expect(readDependencies('Bump the tools', body)).toEqual([])
  })

  test('knows what only who works on the project gets', () => {
    const body = trailer({ a: '2', b: '3' }).replace('production', 'development')
    expect(readDependencies('Bump a and b', body)).toMatchObject([{ name: 'a', isDevelopment: true }, { name: 'b' }])
    expect(readDependencies('Bump a and b', body)[1]).not.toHaveProperty('isDevelopment')
    expect(readDependencies('Bump a from 1 to 2', body)).toMatchObject([{ name: 'a', isDevelopment: true }])
    for (const [title, others] of [
      ['Bump the ci group with 2 updates', { 'tea/setup-cup': '2', 'tea/kettle': '3' }],
      ['Bump the dev group with 2 updates', { a: '2', b: '3' }],
    ] as const)
      expect(readDependencies(title, trailer(others)).map(({ isDevelopment }) => isDevelopment)).toEqual([true, true])
    const mixed = readDependencies('Bump tea/setup-cup and a', trailer({ 'tea/setup-cup': '2', a: '3' }))
    expect(mixed.map(({ isDevelopment }) => isDevelopment)).toEqual([true, undefined])
  })
})

describe('isReleaseCommit', () => {
  test.each([
    [{ subject: 'Bump version to 26~devel' }, true],
    [{ subject: 'v1.2.3' }, true],
    [{ subject: '1.2.3-rc.1' }, true],
    [{ type: 'chore', scope: 'release', subject: '1.2.3' }, true],
    [{ type: 'release', subject: 'create-vite@9.1.2' }, true],
    [{ subject: 'Prepare for release 1.2.3' }, true],
    [{ subject: 'Version Packages' }, true],
    [{ subject: 'Prepared release 51.beta' }, true],
    [{ subject: 'Prepared 51.better' }, false],
    [{ type: 'fix', subject: '1.2.3' }, false],
    [{ subject: 'Support Node 1.2.3 and later' }, false],
    [{ type: 'chore', subject: 'release the lock' }, false],
    [{ type: 'bump', subject: 'version 4.16.5 → 4.17.0' }, true],
    [{ subject: 'Bump version: 0.9.10 → 0.9.11' }, true],
    [{ type: 'bump', subject: 'go 1.10.3' }, false],
    [{ subject: 'Bump left-pad from 1.0.0 to 1.3.0' }, false],
    [{ type: 'chore', scope: 'release', subject: '1.2.3 [skip ci]' }, true],
    [{ subject: '[maven-release-plugin] prepare release larder-parent-2.14.0' }, true],
    [{ subject: '[maven-release-plugin] prepare for next development iteration' }, true],
    [{ subject: 'Release 1.2.3 version' }, true],
    [{ subject: 'Prepare for `1.2.3` release' }, true],
    [{ subject: '🔖 发布 4.7.0 正式版本' }, true],
    [{ type: 'axum', subject: 'Version 0.5.10' }, true],
    [{ type: 'fix', subject: 'release 0.5.10' }, false],
    [{ subject: '[dist] 1.2.3' }, true],
    [{ subject: '11-rc.0' }, true],
    [{ subject: 'Prerelease v1.2.3-rc.2' }, true],
    [{ subject: 'Next release' }, true],
    [{ subject: 'Version release' }, true],
    [{ subject: 'Next release of cups' }, false],
    [{ subject: '[dist] Keep 1.2.3' }, false],
    [{ subject: 'Bump version' }, true],
    [{ subject: 'Update version of the schema' }, false],
    [{ subject: 'Update CHANGELOG.md [ci skip]' }, true],
    [{ subject: 'Add a missing changelog entry for #12' }, true],
    [{ subject: 'Add a changelog template' }, false],
    [{ type: 'fix', subject: 'changelog' }, false],
    [{ subject: 'Update the changelog and bump version' }, true],
    [{ subject: 'Bump version, and add changelog notes' }, true],
    [{ subject: 'Prep for 1.2.0 release, update CHANGELOG' }, true],
    [{ subject: 'Version bump. Updated changelog.' }, true],
    [{ subject: 'Update the changelog and the README' }, false],
    [{ subject: 'Release 1.2.3, mend the lid' }, false],
    [{ subject: 'Update changelog and release' }, true],
    [{ subject: 'Update history to reflect merge of #12 [ci skip]' }, true],
    [{ subject: 'Update HISTORY.markdown' }, true],
    [{ subject: 'Update history' }, false],
    [{ subject: 'Update NEWS.md' }, true],
    [{ subject: 'Update changelog: keep jam' }, true],
    [{ subject: 'Release notes: keep jam' }, false],
    [{ subject: 'Bump' }, true],
    [{ subject: 'bump jq' }, false],
    [{ subject: 'Update news feed' }, false],
    [{ subject: 'Add a changelog entry for cups and lids' }, true],
    [{ subject: 'Back to development' }, true],
    [{ subject: 'Preparing for next development iteration, 4.0.0.' }, true],
    [{ subject: 'Preparing for next development tools' }, false],
    [{ subject: 'Fixed typo in history.md' }, true],
    [{ subject: 'Fix typo in history of cups' }, false],
    [{ subject: 'Synchronize changelog.' }, true],
    [{ subject: 'Start new development cycle' }, true],
    [{ subject: 'Actually start new development cycle' }, true],
    [{ subject: 'Start new cycle' }, true],
    [{ subject: 'Start the next cycle of the washing' }, false],
    [{ subject: 'Start a cycle' }, false],
    [{ subject: 'Update CHANGELOG post-release' }, true],
    [{ subject: 'Add new changelog' }, true],
    [{ subject: 'Start at v0.0.1' }, true],
    [{ subject: 'skipped v6.11.4' }, true],
    [{ subject: 'Bump version post-0.1' }, true],
    [{ subject: 'update version to 1.2.3' }, true],
    [{ type: 'build', subject: 'update to cups 5.2' }, false],
    [{ type: 'ci', subject: 'update to node 14.20' }, false],
    [{ type: 'chore', subject: 'update to 5.2' }, false],
    [{ subject: 'update to cups 5.5.1' }, false],
    [{ subject: 'Prepare next development version.' }, true],
    [{ subject: 'prepare next release' }, true],
    [{ subject: 'Prepare the next version iteration' }, true],
    [{ subject: 'Start new release cycle' }, true],
    [{ subject: 'Prepare the next kettle' }, false],
    [{ subject: 'Bumps gem version to v1.2.3' }, true],
    [{ subject: 'Bump minor version.' }, true],
    [{ subject: 'Dev version bump [Skip CI]' }, true],
    [{ subject: 'up version' }, true],
    [{ subject: 'Change log for missing keys' }, false],
    [{ subject: 'Change log for 1.2.3' }, true],
    [{ subject: 'Update change log for missing keys' }, true],
    [{ subject: 'Published kettle/1.2.3' }, true],
    [{ subject: '[kettle] bump to 0.86.0' }, false],
    [{ subject: 'Regenerate gemspec for version 1.2.3' }, true],
    [{ subject: 'Preps v1.2.3' }, true],
    [{ subject: 'Bumping up version from 1.2.3 to 1.2.4' }, true],
    [{ subject: 'Increment version number to 1.2.3.9000' }, true],
    [{ subject: 'Bump kettle version from 1.2.3 to 1.2.4' }, false],
    [{ subject: 'Prepare new release v1.2.3 🚀' }, true],
    [{ subject: 'Prepare next release (v1.2.3) 🚀' }, true],
    [{ subject: '- 2.1.0b3' }, true],
    [{ subject: 'Release Error Prone 2.50.0' }, true],
    [{ subject: 'Release the lock on Node 20.1' }, false],
    [{ subject: '- lids for 2.1 and later' }, false],
    [{ subject: 'cherry-pick changelog from 2.0.52' }, true],
    [{ subject: 'Cherry-pick a change to the changelog' }, false],
    [{ subject: 'changelog updates' }, true],
  ])('of %j is %s', (message, expected) => {
    expect(isReleaseCommit(message)).toBe(expected)
  })
})

describe('isReleaseCommit, where the names of packages are known', () => {
  test.each([
    ['kettle 1.2.3', true],
    ['kettle-lid-1.2.3', true],
    ['lid 1.2.3', true],
    ['@tea/cups@1.2.3', true],
    ['Cups 1.2.3', true],
    ['Release Samovar 1.2.3', true],
    ['samovar-1.2.3', true],
    ['Tea pots v1.2', true],
    ['Fine pots v1.2', false],
    ['v1.2.3', true],
    ['Support 3.14', false],
    ['Drop 3.9', false],
    ['Okra 1.11.0', false],
    ['bump to Go 1.22', false],
    ['Bump kettle 1.2.3', true],
    ['Bump @tea/cups@1.2.3', true],
    ['Bump kettle-lid v1.2.3', false],
    ['Update to okra-1.9.', false],
  ])('of %j is %s', (subject, expected) => {
    expect(isReleaseCommit({ subject }, ['kettle', '@tea/cups', 'plugins/lid', 'tea-pots'])).toBe(expected)
  })

  test.each([
    ['cups', '1.2.3', true],
    ['@tea/cups', 'v1.2.3', true],
    ['cups', 'Support Node 3.14', false],
    ['okra', '1.2.3', false],
  ])('of %j: %j is %s', (type, subject, expected) => {
    expect(isReleaseCommit({ type, subject }, ['kettle', '@tea/cups'])).toBe(expected)
  })
})

describe('contributorsOf', () => {
  const thanks = { bots: new Set(['ci account']), isNew: (email: string) => email.startsWith('new') }

  it('thanks people once, most changes first, and no bots', () => {
    const people = [
      personOf('Bo', 'bo@example.com'),
      personOf('Ada', 'ada@example.com'),
      personOf('Bo', '7+bo@users.noreply.github.com'),
      personOf('Cy', 'new@example.com'),
      personOf('renovate[bot]', '29139614+renovate[bot]@users.noreply.github.com'),
      personOf('dependabot', 'support@github.com'),
      personOf('CI account', 'ci@example.com'),
    ]
    expect(contributorsOf(people, thanks)).toEqual([
      { name: 'Bo', login: 'bo' },
      { name: 'Ada' },
      { name: 'Cy', isNew: true },
    ])
  })
})
