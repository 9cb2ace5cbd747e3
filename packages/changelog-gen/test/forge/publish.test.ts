import { project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, test } from 'vitest'
import { changelogGen, type Ran, testEnv } from '../run.ts'
import { type FakeGithub, fakeGithub, merged, pullsIn, released } from './server.ts'

const config = `name-template: 'Tea $RESOLVED_VERSION'
tag-template: v$RESOLVED_VERSION
template: |
  ## What is new

  $CHANGES

  Thanks to $CONTRIBUTORS
categories:
  - title: Features
    label: feature
version-resolver:
  minor: { labels: [feature] }
exclude-labels: [skip]
`

async function tea(yml = config): Promise<TestProject> {
  const made = await project(
    { '.github/release-drafter.yml': yml },
    { git: { remote: 'https://github.com/o/tea.git' } },
  )
  const ran = await changelogGen(made, ['init', '--from', '.github/release-drafter.yml'])
  expect(ran).toMatchObject({ code: 0 })
  return made
}

function run(made: TestProject, github: FakeGithub, ...argv: string[]): Promise<Ran> {
  const env = {
    ...testEnv,
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: 'ghp_secret',
    FRONTDOOR_CACHE: made.join('.cache'),
  }
  return changelogGen(made, ['publish', ...argv], { env })
}

const bodyOf = ({ releases }: FakeGithub) =>
  String(releases[0]?.body).replace(/\n*<!-- changelog-gen draft: .* -->\n$/, '\n')

describe('publish', () => {
  test('makes the draft that release-drafter would, from its settings', async () => {
    const github = await fakeGithub(
      [merged(2, 'Hold a cup', ['feature']), merged(1, 'Burn less')],
      [released('v1.0.0')],
    )
    const ran = await run(await tea(), github, '--draft')
    expect(ran).toMatchObject({ code: 0, stdout: 'https://github.com/o/tea/releases/2\n' })
    expect(github.releases[0]).toMatchObject({
      tag_name: 'v1.1.0',
      name: 'Tea 1.1.0',
      draft: true,
      target_commitish: 'main',
    })
    expect(bodyOf(github)).toBe(
      '## What is new\n\n* Burn less (#1) @ada\n\n## Features\n\n* Hold a cup (#2) @ada\n\nThanks to @ada\n',
    )
  })

  test('changes nothing when it is called again', async () => {
    const github = await fakeGithub([merged(1, 'Burn less')], [released('v1.0.0')])
    const made = await tea()
    await run(made, github, '--draft')
    const again = await run(made, github, '--draft')
    expect(again.stderr).toContain('the draft is up to date')
    expect(github.sent).toHaveLength(1)
  })

  test('keeps what people wrote into the draft, moved and took out', async () => {
    const github = await fakeGithub([merged(2, 'Hold a cup'), merged(1, 'Burn less')], [released('v1.0.0')])
    const made = await tea()
    await run(made, github, '--draft')
    const [draft] = github.releases
    Object.assign(draft ?? {}, {
      body: String(draft?.body)
        .replace('* Burn less (#1) @ada\n', '')
        .replace('* Hold a cup', '* Now it holds a **cup**'),
    })
    github.commits = [merged(3, 'Boil faster'), ...github.commits]
    await run(made, github, '--draft')
    expect(bodyOf(github)).toContain('* Boil faster (#3) @ada')
    expect(bodyOf(github)).toContain('* Now it holds a **cup** (#2) @ada')
    expect(bodyOf(github)).not.toContain('Burn less')
    expect(github.releases).toHaveLength(2)
  })

  test('with --dry-run prints the request and sends none', async () => {
    const github = await fakeGithub([merged(1, 'Burn less')], [released('v1.0.0')])
    const { stdout } = await run(await tea(), github, '--draft', '--dry-run')
    expect(stdout).toMatch(/^POST \/repos\/o\/tea\/releases\n\{/)
    expect(JSON.parse(stdout.slice(stdout.indexOf('\n')))).toMatchObject({ tag_name: 'v1.0.1', draft: true })
    expect(github.sent).toEqual([])
  })

  test('takes titles as text: nothing in them is a value, a mention or HTML', async () => {
    const title = 'Set $OWNER and $RESOLVED_VERSION, <img src=x> ![a](b) cc @everyone `@kept`'
    const github = await fakeGithub([merged(1, title)], [released('v1.0.0')])
    await run(await tea(), github, '--draft')
    expect(bodyOf(github)).toContain(
      '* Set $OWNER and $RESOLVED_VERSION, \\<img src=x> \\![a](b) cc @<!---->everyone `@kept` (#1) @ada',
    )
  })

  test('takes the pull request of a fork, which has a number of its own, for none of ours', async () => {
    const [ours, theirs] = [merged(1, 'Burn less'), merged(2, 'Fork it', [], 'bob')]
    Object.assign(pullsIn(theirs)[0] ?? {}, { number: 1, baseRepository: { nameWithOwner: 'bob/tea' } })
    const github = await fakeGithub([theirs, ours], [released('v1.0.0')])
    await run(await tea(), github, '--draft')
    expect(bodyOf(github)).toContain('* Burn less (#1) @ada\n')
    expect(bodyOf(github)).not.toMatch(/bob|ork/)
  })

  test('reads no number of ours in the title of a commit that came from another repository', async () => {
    const [ours, theirs] = [merged(1, 'Burn less'), merged(2, 'Fork it (#1)', [], 'bob')] as Record<string, unknown>[]
    Object.assign(pullsIn(theirs)[0] ?? {}, { baseRepository: { nameWithOwner: 'bob/tea' } })
    const github = await fakeGithub([theirs], [released('v1.0.0')])
    github.pulls = pullsIn(ours)
    await run(await tea(), github, '--draft')
    expect(bodyOf(github)).toContain('* No changes')
  })

  test('works offline from what is kept, and says loudly where nothing is', async () => {
    const github = await fakeGithub([merged(1, 'Burn less')], [released('v1.0.0')])
    const made = await tea()
    const cache = ['--cache', 'kept', '--draft', '--dry-run']
    const online = await run(made, github, ...cache)
    await github.stop()
    expect(await run(made, github, '--offline', ...cache)).toEqual(online)
    const missed = await run(made, github, '--offline', '--cache', 'empty', '--draft', '--dry-run')
    expect(missed).toMatchObject({ code: 2, stdout: '' })
    expect(missed.stderr).toContain('--offline, and nothing is kept')
  })

  test('keeps the token out of messages and of what is kept', async () => {
    const github = await fakeGithub([merged(1, 'Burn less')], [released('v1.0.0')])
    const made = await tea()
    await run(made, github, '--cache', 'kept', '--draft')
    expect(github.headers.every(({ authorization }) => authorization === 'token ghp_secret')).toBe(true)
    const { stdout } = await import('node:child_process').then(({ spawnSync }) =>
      spawnSync('grep', ['-r', '-l', 'ghp_secret', made.path], { encoding: 'utf8' }),
    )
    expect(stdout).toBe('')
  })

  test('sends no token in the clear to another machine', async () => {
    const env = { ...testEnv, GITHUB_API_URL: 'http://example.com', GITHUB_TOKEN: 'ghp_secret' }
    const ran = await changelogGen(await tea(), ['publish', '--draft'], { env })
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.stderr).toContain('would be sent in the clear')
    expect(ran.stderr).not.toContain('ghp_secret')
  })
})

describe('init', () => {
  test('says what it cannot take over', async () => {
    const made = await project(
      { 'release-drafter.yml': 'template: x\nfuture: []\nreplacers:\n  - { search: "/(/", replace: y }\n' },
      { git: {} },
    )
    const ran = await changelogGen(made, ['init', '--from', 'release-drafter.yml', '--dry-run'])
    expect(ran).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "changelog-gen: release-drafter.yml: replacers: /(/ is no expression, so it is left out
      changelog-gen: release-drafter.yml: future: there is no such setting here, so it is left out
      ",
        "stdout": "changelog-gen:
        draft:
          body: x
          first: |
            
            ---
            > [!WARNING]
            > Release Drafter could not find a previous **published release** for \`$OWNER/$REPOSITORY\`. This draft was created **without a comparison baseline**.

            > [!IMPORTANT]
            > Treat this draft as a manual starting point.
            > Review the proposed version, tag, and notes before publishing.

            If you did not expect this to happen, [open an issue](https://github.com/release-drafter/release-drafter/issues/new?template=previous-published-release-not-found.yml).

            ---
      ",
      }
    `)
  })

  test('takes the new schema over', async () => {
    const yml = `template: $CHANGES
prerelease-identifier: rc
categories:
  - title: API
    exclusive: true
    semver-increment: minor
    collapse-after: 3
    when:
      - { conventional: { types: [feat], breaking: false }, paths: ['src/**', docs], paths-mode: only }
  - { type: pre-exclude, when: { labels: [a, b], labels-mode: exactly } }
  - { type: version-resolver, semver-increment: major, when: { conventional: { breaking: true } } }
  - { type: version-resolver, semver-increment: minor }
`
    const made = await project({ 'release-drafter.yml': yml }, { git: {} })
    const { stdout } = await changelogGen(made, ['init', '--from', 'release-drafter.yml', '--dry-run'])
    expect(stdout).toMatchInlineSnapshot(`
      "changelog-gen:
        draft:
          body: $CHANGES
          identifier: rc
          prerelease: true
          sections:
            - title: API
              bump: minor
              when:
                - type:
                    - feat
                  breaking: false
                  path:
                    - src/**
                    - "**/docs{,/**}"
                  mode: only
              collapse: 3
          bumps:
            - bump: major
              also: true
              when:
                - type:
                    - "*"
                  breaking: true
            - bump: minor
          exclude:
            - label:
                - a
                - b
              mode: exactly
          first: |
            
            ---
            > [!WARNING]
            > Release Drafter could not find a previous **published release** for \`$OWNER/$REPOSITORY\`. This draft was created **without a comparison baseline**.

            > [!IMPORTANT]
            > Treat this draft as a manual starting point.
            > Review the proposed version, tag, and notes before publishing.

            If you did not expect this to happen, [open an issue](https://github.com/release-drafter/release-drafter/issues/new?template=previous-published-release-not-found.yml).

            ---
      "
    `)
  })

  test('takes over what GitHub generates notes from', async () => {
    const yml = `changelog:
  exclude: { labels: [skip], authors: [bot] }
  categories:
    - { title: Features, labels: [feature] }
`
    const made = await project({ '.github/release.yml': yml }, { git: { remote: 'https://github.com/o/tea.git' } })
    const { stderr } = await changelogGen(made, ['init', '--from', '.github/release.yml'])
    expect(stderr).not.toContain('exclude')
    const github = await fakeGithub(
      [
        merged(4, 'Bump', [], 'bot'),
        merged(3, 'Hold a cup', ['feature']),
        merged(2, 'No', ['skip']),
        merged(1, 'Burn less'),
      ],
      [released('v1.0.0')],
    )
    await run(made, github, '--draft')
    expect(bodyOf(github)).toBe(`## What's Changed

### Features

* Hold a cup by @ada in https://github.com/o/tea/pull/3

### Other Changes

* Burn less by @ada in https://github.com/o/tea/pull/1

**Full Changelog**: https://github.com/o/tea/compare/v1.0.0...v1.0.1
`)
  })

  test('refuses a file that it does not know', async () => {
    const made = await project({ 'x.yml': '' }, { git: {} })
    expect(await changelogGen(made, ['init', '--from', 'x.yml'])).toMatchObject({ code: 2, stdout: '' })
  })
})

test('a merge that GitHub has not connected yet is known by its own words', async () => {
  const commit = {
    oid: 'a'.repeat(40),
    message: 'Merge pull request #6 from ada/cup\n\nHold a cup',
    committedDate: '2026-01-01T00:00:00Z',
    authors: { nodes: [{ name: 'Ada', user: { login: 'ada' } }] },
    associatedPullRequests: { nodes: [] },
  }
  const github = await fakeGithub([commit], [released('v1.0.0')])
  await run(await tea(), github, '--draft')
  expect(bodyOf(github)).toContain('* Hold a cup (#6) @ada')
})

test('a commit that says nothing belongs to the new pull request that names it', async () => {
  const { associatedPullRequests, ...commit } = merged(7, 'Hold a cup') as Record<string, unknown>
  const github = await fakeGithub([{ ...commit, associatedPullRequests: { nodes: [] } }], [released('v1.0.0')])
  github.pulls = (associatedPullRequests as { nodes: unknown[] }).nodes
  await run(await tea(), github, '--draft')
  expect(bodyOf(github)).toContain('* Hold a cup (#7) @ada')
})
