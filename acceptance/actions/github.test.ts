import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction, type Step } from '../../packages/actions/test/run.ts'
import { type FakeGithub, fakeGithub, merged, released } from '../../packages/changelog-gen/test/forge/server.ts'
import { project, type TestProject } from '../../packages/kit/src/testing.ts'
import { type CheckedGithub, checkedGithub } from './checked.ts'

let github: CheckedGithub
beforeAll(async () => {
  github = await checkedGithub()
})
afterAll(() => github.stop())

/** Starts a server that plays GitHub, behind GitHub's description of itself. */
async function play(commits: unknown[], releases: Record<string, unknown>[] = []): Promise<FakeGithub> {
  const fake = await fakeGithub(commits, releases)
  github.play(fake.url)
  return fake
}

const config = `changelog-gen:
  draft:
    tag: v$RESOLVED_VERSION
    name: Tea $RESOLVED_VERSION
    body: |
      $CHANGES

      $NEW_CONTRIBUTORS
    sections:
      - { title: Features, when: [{ label: [feature] }], bump: minor }
  labels:
    - { label: docs, files: ['**/*.md'] }
    - { label: bug, title: ['/fix/i'] }
`

function tea(): Promise<TestProject> {
  return project({ 'frontdoor.yml': config }, { git: { remote: 'https://github.com/o/tea.git' } })
}

function run(made: TestProject, inputs: Record<string, string>, event: object = {}): Promise<Step> {
  const env = { GITHUB_API_URL: github.url, GITHUB_REF: 'refs/heads/main' }
  return runAction('changelog-gen', made, { with: { token: 'ghs_secret', ...inputs }, env, event })
}

describe('what changelog-gen asks of GitHub, and what it is answered in tests, is as GitHub describes it', () => {
  test('where it makes a draft, renews it, and publishes it', async () => {
    const fake = await play([merged(2, 'Hold a cup', ['feature']), merged(1, 'Burn less')], [released('v1.0.0')])
    const made = await tea()
    const first = await run(made, { command: 'publish' })
    expect({ ...first, faults: github.faults }).toMatchObject({ code: 0, faults: [] })
    expect(first.outputs.url).toBe('https://github.com/o/tea/releases/2')
    expect(fake.releases[0]).toMatchObject({ tag_name: 'v1.1.0', draft: true })

    fake.commits = [merged(3, 'Boil faster'), ...fake.commits]
    await run(made, { command: 'publish' })
    const again = await run(made, { command: 'publish' })
    expect(again.outputs.url).toBe(first.outputs.url)
    expect(fake.sent).toHaveLength(2)

    const last = await run(made, { command: 'publish', draft: 'false', tag: 'v1.1.0' })
    expect({ ...last, faults: github.faults }).toMatchObject({ code: 0, faults: [] })
    expect(fake.releases[0]).toMatchObject({ tag_name: 'v1.1.0', draft: false })
    expect(String(fake.releases[0]?.body)).toContain('Boil faster')
  })

  test('where there is no release yet, and where a merge is known by its words only', async () => {
    const commit = { ...(merged(6, 'Merge pull request #6 from ada/cup\n\nHold a cup') as object) }
    const fake = await play([Object.assign(commit, { associatedPullRequests: { nodes: [] } })])
    const { code } = await run(await tea(), { command: 'publish' })
    expect({ code, faults: github.faults }).toEqual({ code: 0, faults: [] })
    expect(String(fake.releases[0]?.body)).toContain('Hold a cup (#6)')
    expect(fake.asked.filter((one) => one === 'POST /graphql').length).toBeGreaterThan(1)
  })

  test('where it gives labels', async () => {
    const fake = await play([])
    fake.open = { pull: { title: 'Fix the lid', labels: [{ name: 'bug' }] }, files: ['docs/a.md'] }
    const { code, outputs } = await run(await tea(), { command: 'label' }, { pull_request: { number: 7 } })
    expect({ code, labels: outputs.labels, faults: github.faults }).toEqual({ code: 0, labels: 'docs', faults: [] })
    expect(fake.sent).toEqual([{ labels: ['docs'] }])
  })
})

describe('what is not as GitHub describes it', () => {
  test.each([
    ['a release without a field', () => play([], [{ ...released('v1.0.0'), node_id: undefined }]), 'node_id'],
    [
      'a commit without a hash',
      () => play([{ ...(merged(1, 'a') as object), oid: null }], [released('v1.0.0')]),
      'oid',
    ],
  ])('is told of: %s', async (_, start, field) => {
    await start()
    const { code, log } = await run(await tea(), { command: 'publish' })
    expect(code).toBe(1)
    expect(log).toMatch(/^::error title=changelog-gen::/m)
    expect(github.faults.join('\n')).toContain(field)
  })

  test.each([
    ['POST', '/repos/o/tea/releases', '{"tag_name":"v1.0.0","name":3}', 'name'],
    ['GET', '/repos/o/tea/releases?per_page=many', undefined, 'per_page'],
    ['POST', '/graphql', '{"query":"{ repository(owner: \\"o\\", name: \\"tea\\") { nmae } }"}', 'nmae'],
  ])('is told of: %s %s with %s', async (method, path, body, field) => {
    await play([])
    const headers = { 'content-type': 'application/json' }
    await fetch(`${github.url}${path}`, { method, headers, ...(body && { body }) })
    expect(github.faults.join('\n')).toContain(field)
  })
})
