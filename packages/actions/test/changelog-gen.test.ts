import { project, type TestProject } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { runAction } from './run.ts'

/** A repository with a release and a change since, and a merge of a pull request of two commits checked out as actions/checkout does it. */
async function tea(files: Record<string, string | object> = {}): Promise<{ made: TestProject; event: object }> {
  const made = await repository(
    [
      {
        message: 'feat: boil water',
        files: { 'package.json': { name: 'tea', version: '1.0.0' }, ...files },
        paths: ['a'],
        tags: ['v1.0.0'],
      },
      { message: 'fix: burn less (#1)', paths: ['b'] },
      { message: 'wip', paths: ['c'], branch: 'topic' },
      { message: 'fix: a slip', paths: ['d'], branch: 'topic' },
    ],
    {},
    'https://github.com/o/tea.git',
  )
  const [base = '', head = ''] = (await made.git('rev-parse', 'main', 'topic')).split('\n')
  await made.git('checkout', '--quiet', '--detach', 'main')
  await made.git('merge', '--quiet', '--no-ff', '--message', `Merge ${head} into ${base}`, 'topic')
  const pull = { number: 7, title: 'feat: hold a cup', body: null, labels: [], user: { login: 'ada', id: 5 } }
  return { made, event: { pull_request: { ...pull, head: { sha: head }, base: { sha: base } } } }
}

const titled = (event: object, more: object) => {
  const { pull_request } = event as { pull_request: object }
  return { pull_request: { ...pull_request, ...more } }
}

describe('preview', () => {
  const inputs = { command: 'preview' }

  test('says what a squash would list, and the next version', async () => {
    const { made, event } = await tea()
    const { code, outputs, summary, log } = await runAction('changelog-gen', made, { with: inputs, event })
    expect({ code, log }).toEqual({ code: 0, log: '' })
    expect(outputs).toMatchObject({ version: '1.1.0', previous: '1.0.0', bump: 'minor' })
    expect(summary).toMatchInlineSnapshot(`
      "### What merging this does to the changelog

      With it, the next version is **1.1.0**, after 1.0.0 (1.0.1 without it): a feature: feat: hold a cup (<code>&#35;7</code>).

      | Change | In the changelog |
      | --- | --- |
      | feat: hold a cup (<code>&#35;7</code>) | listed in "Added" |

      <details>
      <summary>All that is not released yet</summary>

      ### Added

      - Hold a cup ([#7](https://github.com/o/tea/pull/7))

      ### Fixed

      - Burn less ([#1](https://github.com/o/tea/pull/1))

      **Full Changelog**: <https://github.com/o/tea/compare/v1.0.0...HEAD>

      </details>
      "
    `)
    expect(outputs.comment).toBe(`<!-- frontdoor changelog-gen preview -->\n${summary.trimEnd()}`)
  })

  test('moves no branch, and leaves nothing behind', async () => {
    const { made, event } = await tea()
    const state = async () => [
      await made.git('for-each-ref'),
      await made.git('rev-parse', 'HEAD'),
      await made.git('status', '--porcelain'),
      await made.git('worktree', 'list'),
    ]
    const before = await state()
    await runAction('changelog-gen', made, { with: inputs, event })
    expect(await state()).toEqual(before)
  })

  test('says what a merge would list, commit by commit', async () => {
    const { made, event } = await tea()
    const { outputs, summary } = await runAction('changelog-gen', made, {
      with: { ...inputs, 'merge-method': 'merge' },
      event,
    })
    expect(outputs.version).toBe('1.0.1')
    expect(summary).toMatch(/\| wip \| listed in ".*" \|\n\| fix: a slip \| listed in ".*" \|\n\n/)
  })

  test('says why a change is left out, and that no release is due', async () => {
    const { made, event } = await tea()
    await made.git('tag', 'v1.0.1', 'main')
    const { outputs, summary } = await runAction('changelog-gen', made, {
      with: inputs,
      event: titled(event, { title: 'chore: sweep' }),
    })
    expect(outputs.version).toBe('')
    expect(summary).toContain('No release is due with it.')
    expect(summary).toMatch(/\| chore: sweep .*\| left out: /)
  })

  test('knows the labels of the pull request', async () => {
    const { made, event } = await tea({
      'frontdoor.yml': 'changelog-gen:\n  categories:\n    - { title: Tea things, when: [{ label: [tea] }] }\n',
    })
    const { summary } = await runAction('changelog-gen', made, {
      with: inputs,
      event: titled(event, { title: 'Hold a cup', labels: [{ name: 'tea' }] }),
    })
    expect(summary).toContain('Tea things')
  })

  test('works where the branch itself is checked out, and in a folder of the repository', async () => {
    const { made, event } = await tea({ 'sub/package.json': {} })
    await made.git('checkout', '--quiet', 'topic')
    const step = await runAction('changelog-gen', made, { with: { ...inputs, 'working-directory': 'sub' }, event })
    expect(step).toMatchObject({ code: 0, outputs: { version: '1.1.0' } })
  })

  test('takes a title for words: it runs nothing, mentions nobody, and ends no output', async () => {
    const { made, event } = await tea()
    const title = 'feat: a"; touch pwn # $(touch pwn) `touch pwn` @everyone #1 | <img src=x> </details>'
    const body = 'EOF\ntouch pwn\nfrontdoor_x\nversion=9.9.9\n::error::boo\n##[error]boo\n</details>\n<!-- x'
    const { code, log, outputs, summary } = await runAction('changelog-gen', made, {
      with: inputs,
      event: titled(event, { title, body, user: { login: 'a"b', id: 1 } }),
    })
    expect({ code, log, version: outputs.version }).toEqual({ code: 0, log: '', version: '1.1.0' })
    expect(Object.keys(outputs).sort()).toEqual(['bump', 'comment', 'notes', 'previous', 'version'])
    const [beforeNotes = ''] = summary.split('<details>')
    expect(beforeNotes).not.toMatch(/@everyone|#1\b|<img|<\/details>/)
    // In a code span, as the notes have it, a tag is shown.
    expect(summary.replaceAll(/`[^`\n]*`/g, '').match(/<\/details>/g)).toHaveLength(1)
    await expect(made.read('pwn')).rejects.toThrow()
  })

  test.each([
    [
      'a shallow clone',
      async (made: TestProject) => {
        const shallow = await project()
        await shallow.git('clone', '--quiet', '--depth=1', `file://${made.path}`, 'it')
        return shallow.join('it')
      },
      'fetch-depth: 0',
    ],
  ])('in %s it says what to change', async (_, change, message) => {
    const { made, event } = await tea()
    await made.git('checkout', '--quiet', 'topic')
    const path = await change(made)
    const step = await runAction('changelog-gen', { ...made, path }, { with: inputs, event })
    expect(step.code).toBe(1)
    expect(step.log).toContain(message)
  })

  test('is for pull requests only', async () => {
    const { made } = await tea()
    const { code, log } = await runAction('changelog-gen', made, { with: inputs, event: { ref: 'refs/heads/main' } })
    expect(code).toBe(1)
    expect(log).toBe(
      '::error title=changelog-gen::this command is about a pull request: run it in a workflow on pull_request\n',
    )
  })
})

describe('check-title', () => {
  const inputs = { command: 'check-title' }

  test.each([
    ['feat: hold a cup', {}, 0],
    ['Hold a cup', {}, 0],
    ['Hold a cup', { args: '--strict' }, 1],
    ['feat(cup) hold it', {}, 1],
    ['feat: a"; touch pwn # $(touch pwn)\n::error::boo', {}, 0],
  ])('of %j with %j ends with %i', async (title, more, code) => {
    const { made, event } = await tea()
    const html_url = 'https://github.com/o/tea/pull/7'
    const step = await runAction('changelog-gen', made, {
      with: { ...inputs, ...more },
      event: titled(event, { title, html_url }),
    })
    expect(step.code).toBe(code)
    expect(step.summary).toContain('[message:1](<https://github.com/o/tea/pull/7>)')
    expect(step.log).not.toMatch(/^::error::/m)
    await expect(made.read('pwn')).rejects.toThrow()
  })
})

describe('the other commands', () => {
  test('check fails where the changelog is behind; update writes it; then verify has nothing to say', async () => {
    const { made } = await tea()
    const behind = await runAction('changelog-gen', made)
    expect(behind).toMatchObject({ code: 1, outputs: { errors: '1' } })
    expect(behind.log).toMatch(/^::error file=CHANGELOG\.md,line=1/m)
    const updated = await runAction('changelog-gen', made, { with: { command: 'update' } })
    expect(updated).toMatchObject({
      code: 0,
      outputs: { changed: 'true' },
      summary: '### changelog-gen: the changelog was brought up to date\n',
    })
    expect(await runAction('changelog-gen', made)).toMatchObject({ code: 0 })
    expect(await runAction('changelog-gen', made, { with: { command: 'verify' } })).toMatchObject({ code: 0 })
  })

  test('next says the version', async () => {
    const { made } = await tea()
    const step = await runAction('changelog-gen', made, { with: { command: 'next' } })
    expect(step.outputs).toEqual({ version: '1.0.1', previous: '1.0.0', bump: 'patch' })
    expect(step.summary).toBe('### changelog-gen: the next version is 1.0.1, after 1.0.0\n')
  })

  test('release writes the version that is due, else nothing', async () => {
    const { made } = await tea()
    const step = await runAction('changelog-gen', made, { with: { command: 'release' } })
    expect(step.outputs).toMatchObject({ version: '1.0.1', changed: 'true' })
    expect(await made.read('CHANGELOG.md')).toContain('## [1.0.1]')
    await made.git('tag', 'v1.0.1')
    const again = await runAction('changelog-gen', made, { with: { command: 'release' } })
    expect(again).toMatchObject({ code: 0, outputs: { version: '', changed: 'false' } })
  })

  test.each([
    [{}, {}, 'Burn less'],
    [{ tag: 'v1.0.0' }, {}, 'Boil water'],
    [{}, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0' }, 'Boil water'],
    [{}, { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'v1.0.0' }, 'Burn less'],
  ])('notes with %j and %j are those of the release', async (inputs, env, entry) => {
    const { made } = await tea()
    const { outputs, log } = await runAction('changelog-gen', made, { with: { command: 'notes', ...inputs }, env })
    expect(outputs.notes).toContain(entry)
    expect(log).toBe('')
  })

  test.each([
    [{ command: 'bake' }, 'input command: bake is none of check, verify, preview, next,'],
    [{ command: 'notes', tag: '--unreleased' }, 'No release --unreleased'],
    [{ command: 'publish' }, 'input token: this needs the token of the workflow'],
    [{ command: 'next', package: 'cup' }, 'cup'],
  ])('with %j it fails, and says what to change', async (inputs, message) => {
    const { made } = await tea()
    const { code, log } = await runAction('changelog-gen', made, { with: inputs })
    expect(code).toBe(1)
    expect(log).toContain(message)
  })
})
