import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { TestProject } from '@frontdoor/kit/testing'
import { hashes, repository, type TestCommit } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { changelogGen, type Ran, testEnv, verdicts } from '../run.ts'
import { type FakeGithub, fakeGithub, merged } from './server.ts'

/** Pull requests by the place of their commits, oldest first. */
type Pulls = readonly (readonly [number, unknown])[]

async function served(commits: readonly (TestCommit | string)[], pulls: Pulls, files = {}) {
  const made = await repository(commits, files)
  const shas = await hashes(made)
  const nodes = pulls.map(([at, commit]) => ({ ...(commit as object), oid: shas[at] }))
  return { made, github: await fakeGithub(nodes) }
}

const environment = (github: FakeGithub) => ({
  ...testEnv,
  GITHUB_API_URL: github.url,
  GITHUB_TOKEN: 'ghp_secret',
  GITHUB_REPOSITORY: 'o/tea',
  FRONTDOOR_CACHE: `/nowhere/${github.url.length}`,
})

function run(made: TestProject, github: FakeGithub, argv: readonly string[]): Promise<Ran> {
  const env = { ...environment(github), FRONTDOOR_CACHE: made.join('.cache') }
  return changelogGen(made, argv, { env })
}

async function changelog(made: TestProject, github: FakeGithub, ...argv: string[]): Promise<string> {
  expect(await run(made, github, ['--pull-requests', ...argv])).toMatchObject({ code: 0, stderr: '' })
  return readFileSync(made.join('CHANGELOG.md'), 'utf8')
}

describe('pull requests as a source', () => {
  test('give their titles and labels, be it by number or by commit, and commits stay where they have none', async () => {
    const { made, github } = await served(
      ['Hold a cup (#2)', 'squashed without a number', 'pushed'],
      [
        [0, merged(2, 'Hold a large cup', ['enhancement'])],
        [1, merged(3, 'fix: Burn less')],
      ],
    )
    expect(await changelog(made, github)).toContain(
      '### Added\n\n- Hold a large cup ([#2](https://github.com/o/r/pull/2))\n',
    )
    const text = readFileSync(made.join('CHANGELOG.md'), 'utf8')
    expect(text).toContain('### Fixed\n\n- Burn less ([#3](')
    expect(text).toContain('- Pushed (')
  })

  test('say where each field comes from', async () => {
    const { made, github } = await served(['feat: a (#2)'], [[0, merged(2, 'fix(ui)!: b', ['x'])]])
    const { stdout } = await run(made, github, ['notes', '--unreleased', '--format', 'json', '--pull-requests'])
    expect(JSON.parse(stdout).sections[0].entries[0]).toMatchObject({
      text: 'b',
      type: 'fix',
      scope: 'ui',
      breaking: true,
      origins: { subject: 'pull-request', type: 'pull-request', breaking: 'pull-request', labels: 'pull-request' },
    })
  })

  test('tell a rebased branch once where its commits follow no convention, else by its commits', async () => {
    const pulls: Pulls = [
      [0, merged(4, 'All of it')],
      [1, merged(4, 'All of it')],
      [2, merged(5, 'Not shown', ['bug'])],
      [3, merged(5, 'Not shown', ['bug'])],
    ]
    const { made, github } = await served(['one', 'two', 'feat: three', 'core: four'], pulls)
    const text = await changelog(made, github)
    expect(text.match(/^- .*(?= \()/gm)).toEqual(['- Three', '- All of it', '- core: four'])
    const env = { ...environment(github), FRONTDOOR_CACHE: made.join('.cache') }
    expect(await verdicts(made, ['--pull-requests'], { env })).toMatchObject([
      { verdict: 'omitted', reason: 'duplicate', partner: '#4' },
      { verdict: 'listed', category: 'Other Changes' },
      { verdict: 'listed', category: 'Features' },
      { verdict: 'listed', category: 'Bug Fixes' },
    ])
  })

  test('without git leave out what no pull request brought', async () => {
    const config = { 'frontdoor.yml': 'changelog-gen: { sources: [pull-requests] }' }
    const { made, github } = await served(['feat: pushed', 'feat: a (#2)'], [[1, merged(2, 'Hold a cup')]], config)
    await run(made, github, [])
    const text = readFileSync(made.join('CHANGELOG.md'), 'utf8')
    expect(text.match(/^- .*$/gm)).toEqual(['- Hold a cup ([#2](https://github.com/o/r/pull/2))'])
    expect((await run(made, github, ['explain', 'pushed'])).stdout).toContain(
      'entries are not made of commits (sources)',
    )
  })

  test('decide the next version by their labels', async () => {
    const { made, github } = await served(
      [{ message: 'start', tags: ['v1.0.0'] }, 'free (#2)'],
      [[1, merged(2, 'free', ['enhancement'])]],
    )
    expect((await run(made, github, ['next', '--pull-requests'])).stdout).toBe('1.1.0\n')
    expect((await run(made, github, ['next'])).stdout).toBe('1.0.1\n')
    // The release is not asked about.
    expect(github.asked).toHaveLength(1)
  })

  test('are asked for one release only where its notes are wanted', async () => {
    const { made, github } = await served(
      [{ message: 'a', tags: ['v1.0.0'] }, { message: 'b (#2)', tags: ['v1.1.0'] }, 'c', 'd'],
      [[1, merged(2, 'Hold a cup')]],
    )
    expect((await run(made, github, ['notes', 'v1.1.0', '--pull-requests'])).stdout).toContain('- Hold a cup (')
    expect(github.asked).toHaveLength(1)
    // A release is settled: it is not asked about again.
    await run(made, github, ['notes', 'v1.1.0', '--pull-requests'])
    expect(github.asked).toHaveLength(1)
  })

  test('may be rewritten after the merge', async () => {
    const pull = merged(2, 'chore: a') as { associatedPullRequests: { nodes: { body: string }[] } }
    const [node] = pull.associatedPullRequests.nodes
    if (node) node.body = 'Words\r\n\r\nBEGIN_COMMIT_OVERRIDE\r\nfeat: said better\r\nEND_COMMIT_OVERRIDE\r\n'
    const { made, github } = await served(['chore: a (#2)'], [[0, pull]])
    expect(await changelog(made, github)).toContain('### Added\n\n- Said better ([#2]')
  })

  test('are kept in a file that can be committed, and are enough without a network', async () => {
    const { made, github } = await served(['a (#2)', 'b'], [[0, merged(2, 'Hold a cup')]])
    mkdirSync(made.join('.changelog'))
    writeFileSync(made.join('.changelog/pull-requests.jsonl'), '')
    const online = await changelog(made, github)
    const kept = readFileSync(made.join('.changelog/pull-requests.jsonl'), 'utf8')
    expect(kept.trim().split('\n')).toHaveLength(3)
    expect(kept).not.toContain('ghp_secret')
    await github.stop()
    expect(await changelog(made, github, '--offline', '--changelog', 'CHANGELOG.md')).toBe(online)
    expect(readFileSync(made.join('.changelog/pull-requests.jsonl'), 'utf8')).toBe(kept)
    expect(existsSync(made.join('.cache/pulls'))).toBe(false)
    const missed = await run(made, github, ['--pull-requests', '--offline', '--cache', 'empty'])
    expect(missed).toMatchObject({ code: 2, stdout: '' })
    expect(missed.stderr).toContain('--offline, and nothing is kept of the pull requests of')
  })

  test('refuse a kept line that is none of theirs', async () => {
    const { made, github } = await served(['a'], [], { '.changelog/pull-requests.jsonl': '{"number":1}\n' })
    const ran = await run(made, github, ['--pull-requests'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('pull-requests.jsonl:1: neither a commit nor a pull request')
  })

  test('write a hostile title as text', async () => {
    const { made, github } = await served(['a (#2)'], [[0, merged(2, '<img src=x> @everyone <!-- x --> [a](b)')]])
    const text = await changelog(made, github)
    expect(text).toContain('- `<img src=x>` `@everyone` &lt;!-- x --&gt; \\[a]\\(b) ([#2](')
  })
})
