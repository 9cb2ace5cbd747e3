import { type FileTable, project, type TestProject } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, it, test } from 'vitest'
import { changelogGen, testEnv } from './run.ts'

/** A release, `main` with a fix and a feature since, and `topic`, which left after the fix and is checked out. */
async function tea(files: FileTable = {}): Promise<TestProject> {
  const made = await repository(
    [
      { message: 'feat: boil water', files: { ...files, water: '' }, tags: ['v1.0.0'] },
      { message: 'fix: burn less (#1)', paths: ['fire'] },
      { message: 'wip', paths: ['a'], branch: 'topic' },
      { message: 'feat!: hold a cup', paths: ['cup'], branch: 'topic' },
      { message: 'fix: a lid (#2)', paths: ['lid-of-main'], parents: [2] },
    ],
    {},
    'https://github.com/o/tea.git',
  )
  await made.git('checkout', '--quiet', 'topic')
  return made
}

async function commit(
  made: TestProject,
  message: string,
  files: FileTable = { [message.replaceAll(/\W+/g, '-')]: '' },
) {
  await made.write(files)
  await made.git('add', '.')
  await made.git('commit', '--quiet', '--message', message)
}

/** The environment of a pipeline that runs for a merge request. */
const pipeline = {
  ...testEnv,
  GITLAB_CI: 'true',
  CI_MERGE_REQUEST_IID: '7',
  CI_MERGE_REQUEST_TITLE: 'Draft: fix: hold a cup',
  CI_MERGE_REQUEST_DESCRIPTION: 'BREAKING CHANGE: no mugs',
  CI_MERGE_REQUEST_LABELS: 'tea,cups',
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  CI_MERGE_REQUEST_SQUASH_ON_MERGE: 'true',
}

async function event(made: TestProject, pull: object) {
  await made.write({ '.git/event.json': { pull_request: pull } })
  return { ...testEnv, GITHUB_EVENT_PATH: made.join('.git/event.json'), GITHUB_BASE_REF: 'main' }
}

const preview = (made: Pick<TestProject, 'path'>, argv: readonly string[] = [], env = testEnv) =>
  changelogGen(made, ['preview', ...argv], { env })

/** What a run that must succeed says. */
async function said(...call: Parameters<typeof preview>): Promise<string> {
  const { code, stdout, stderr } = await preview(...call)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

const json = async (...[made, argv = [], env]: Parameters<typeof preview>) =>
  JSON.parse(await said(made, ['--format', 'json', ...argv], env))

describe('preview', () => {
  it('says what the commits of a branch become, and the version with and without them', async () => {
    expect((await said(await tea())).replace(/\([0-9a-f]{10}\)/, '(HASH)')).toBe(
      `With it, the next version is 2.0.0, after 1.0.0 (1.0.1 without it): a breaking change: feat!: hold a cup (HASH).
wip: listed in "Changed"
feat!: hold a cup: listed in "Added"
`,
    )
  })

  it('takes a title for that of a squash', async () => {
    expect(await said(await tea(), ['--title', 'feat:  sip\n| @all'])).toBe(
      `With it, the next version is 1.1.0, after 1.0.0 (1.0.1 without it): a feature: feat: sip | @all.
feat: sip | @all: listed in "Added"
`,
    )
  })

  it('shows all that is not released with it, what others have merged since included', async () => {
    expect(await said(await tea(), ['--title', 'feat: sip', '--format', 'markdown'])).toBe(
      `### What merging this does to the changelog

With it, the next version is **1.1.0**, after 1.0.0 (1.0.1 without it): a feature: feat: sip.

| Change | In the changelog |
| --- | --- |
| feat: sip | listed in "Added" |

<details>
<summary>All that is not released yet</summary>

### Added

- Sip

### Fixed

- A lid ([#2](https://github.com/o/tea/pull/2))
- Burn less ([#1](https://github.com/o/tea/pull/1))

**Full Changelog**: <https://github.com/o/tea/compare/v1.0.0...HEAD>

</details>
`,
    )
  })

  it('tells programs the same', async () => {
    const found = await json(await tea(), ['--title', 'docs: sip'])
    expect(found).toMatchObject({
      method: 'squash',
      releases: [{ version: '1.0.1', previous: '1.0.0', bump: 'patch', without: '1.0.1' }],
      changes: [{ subject: 'docs: sip', type: 'docs', verdict: 'omitted', reason: 'category' }],
      markdown: expect.stringContaining('left out: its category is hidden'),
      notes: expect.stringContaining('A lid'),
    })
  })

  it('knows, as next does, the version that a changelog tells of before its tag', async () => {
    const made = await tea()
    await commit(made, 'docs: tell of what is due', { 'CHANGELOG.md': '# Changelog\n\n## 2.1.0\n\n- Cups\n' })
    expect((await json(made)).releases).toMatchObject([{ version: '2.1.0', without: '1.0.1' }])
    await made.git('checkout', '--quiet', '-b', 'other')
    await commit(made, 'fix: a lid')
    expect((await json(made, ['--base', 'topic'])).releases).toMatchObject([{ version: '2.1.0', without: '2.1.0' }])
  })

  it('moves nothing', async () => {
    const made = await tea()
    const state = async () => [
      await made.git('for-each-ref'),
      await made.git('rev-parse', 'HEAD'),
      await made.git('status', '--porcelain'),
    ]
    const before = await state()
    await said(made, ['--title', 'feat: sip'])
    await said(made)
    expect(await state()).toEqual(before)
  })

  it('counts a branch that cannot be merged as it is from where it left', async () => {
    const made = await tea()
    await commit(made, 'fix: mine', { lid: 'mine' })
    await made.git('checkout', '--quiet', 'main')
    await commit(made, 'fix: theirs', { lid: 'theirs' })
    await made.git('checkout', '--quiet', 'topic')
    const { changes, notes } = await json(made)
    expect(changes.map(({ subject }: { subject: string }) => subject)).toEqual([
      'wip',
      'feat!: hold a cup',
      'fix: mine',
    ])
    expect(notes).not.toContain('Theirs')
  })

  it('tells the fragments that the branch brings, and no others', async () => {
    const made = await tea({ 'changelog.d/1.fixed.md': 'An old one.' })
    await commit(made, 'chore: a note', { 'changelog.d/2.added.md': 'A new one.' })
    const { changes } = await json(made, ['--title', 'chore: a note'])
    expect(changes.map(({ fragment }: { fragment?: string }) => fragment ?? '')).toEqual(['', 'changelog.d/2.added.md'])
  })

  it('tells of each package what is its business', async () => {
    const made = await tea({
      'package.json': { private: true, workspaces: ['packages/*'] },
      'packages/pot/package.json': { name: 'pot', version: '1.0.0' },
      'packages/cup/package.json': { name: 'cup', version: '1.0.0' },
    })
    await made.git('tag', 'pot@1.0.0', 'v1.0.0')
    await made.git('tag', 'cup@1.0.0', 'v1.0.0')
    await commit(made, 'feat: a handle', { 'packages/pot/handle': '' })
    expect(await said(made, ['--package', 'all', '--title', 'feat: a handle'])).toBe(
      `No release of cup is due with it.
With it, the next version of pot is 1.1.0, after 1.0.0: a feature: feat: a handle.
feat: a handle: pot: listed in "Added"
`,
    )
  })
})

describe('what a branch is merged into is', () => {
  test.each<[string, readonly string[], (made: TestProject) => Promise<unknown>]>([
    ['main', [], async () => {}],
    ['what is named', ['--base', 'main'], (made) => made.git('branch', '--quiet', 'master')],
    ['what the remote has by default', [], remote],
  ])('%s', async (_, argv, change) => {
    const made = await tea()
    await change(made)
    expect(await json(made, argv)).toMatchObject({ releases: [{ without: '1.0.1' }], changes: [{}, {}] })
  })

  async function remote(made: TestProject) {
    await made.git('update-ref', 'refs/remotes/origin/trunk', 'main')
    await made.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    await made.git('branch', '--quiet', '--delete', '--force', 'main')
  }

  it('the first parent of a merge that GitHub has made', async () => {
    const made = await tea()
    const head = (await made.git('rev-parse', 'topic')).trim()
    await made.git('checkout', '--quiet', '--detach', 'main')
    await made.git('merge', '--quiet', '--no-ff', '--message', `Merge ${head} into main`, 'topic')
    const pull = { number: 7, title: 'fix: hold a cup', body: 'BREAKING CHANGE: no mugs', head: { sha: head } }
    const env = await event(made, { ...pull, user: { login: 'ada', id: 5 }, labels: [{ name: 'tea' }] })
    const { changes, notes } = await json(made, [], env)
    expect(changes).toMatchObject([{ subject: 'fix: hold a cup (#7)', breaking: true }])
    expect(notes).toContain('- **Breaking:** Hold a cup ([#7](https://github.com/o/tea/pull/7))\n\n  no mugs\n')
    const { changes: commits } = await json(made, ['--merge-method', 'merge'], env)
    expect(commits).toHaveLength(2)
  })

  it('the target of a merge request, whose title and labels are known', async () => {
    const category = { title: 'Tea things', when: [{ label: ['tea'] }] }
    const made = await tea({ 'frontdoor.yml': { 'changelog-gen': { categories: [category] } } })
    const { releases, changes } = await json(made, [], pipeline)
    expect(releases).toMatchObject([{ version: '2.0.0' }])
    expect(changes).toMatchObject([{ subject: 'fix: hold a cup (!7)', section: 'Tea things' }])
    const rebased = { ...pipeline, CI_MERGE_REQUEST_SQUASH_ON_MERGE: 'false' }
    expect((await json(made, [], rebased)).changes).toHaveLength(2)
  })
})

describe('preview is refused', () => {
  test.each<[string, readonly string[], (made: TestProject) => Promise<unknown>, string]>([
    [
      'where there is nothing to compare with',
      [],
      (made) => made.git('branch', '--quiet', '--delete', '--force', 'main'),
      'there is no branch to compare with; name one: changelog-gen preview --base main',
    ],
    ['for what is no commit', ['--base', 'nowhere'], async () => {}, 'there is no commit "nowhere" here'],
    ['for an option', ['--base=--output=x'], async () => {}, 'a name that starts with "-" could be an option'],
    [
      'for another history',
      ['--base', 'other'],
      async (made) => {
        const { stdout } = { stdout: await made.git('commit-tree', '-m', 'other', 'HEAD^{tree}') }
        await made.git('branch', '--quiet', 'other', stdout.trim())
      },
      'other and HEAD have no commit in common',
    ],
    ['for a squash without a title', ['--merge-method', 'squash'], async () => {}, 'give its title: --title'],
  ])('%s', async (_, argv, change, message) => {
    const made = await tea()
    await change(made)
    const { code, stdout, stderr } = await preview(made, argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  it('in a shallow clone, with the line that mends it', async () => {
    const made = await tea()
    const around = await project()
    await around.git('clone', '--quiet', '--depth=1', '--no-single-branch', `file://${made.path}`, 'it')
    const { code, stderr } = await preview({ path: around.join('it') }, [], pipeline)
    expect(code).toBe(2)
    expect(stderr).toContain('GIT_DEPTH: "0"')
  })
})
