import { writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import type { TestProject } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { serve, type TestServer } from '@frontdoor/kit/testing-server'
import { describe, expect, test } from 'vitest'
import { changelogGen, type Ran, testEnv } from '../run.ts'
import { type FakeGithub, fakeGithub } from './server.ts'

async function tea(remote: string): Promise<TestProject> {
  return repository(
    [
      { message: 'feat: brew (#1)', tags: ['v1.0.0'] },
      { message: 'fix: do not burn, @everyone (#2)', tags: ['v1.1.0'] },
    ],
    {},
    remote,
  )
}

interface FakeGitlab extends TestServer {
  readonly releases: Map<string, Record<string, unknown>>
  readonly sent: unknown[]
  /** What it answers instead, where that is set. */
  refusal?: { readonly status: number; readonly body: string }
}

/** GitLab on loopback, as far as releases go: docs.gitlab.com, "Releases API". */
async function fakeGitlab(): Promise<FakeGitlab> {
  const state: Pick<FakeGitlab, 'releases' | 'sent' | 'refusal'> = { releases: new Map(), sent: [] }
  const server = await serve(async (request, response) => {
    const body = await bodyOf(request)
    const [, project, tag = ''] = /^\/projects\/([^/]+)\/releases(?:\/([^?]+))?(?:\?|$)/.exec(request.url ?? '') ?? []
    const answer = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    if (state.refusal) response.writeHead(state.refusal.status).end(state.refusal.body)
    else if (project !== 'group%2Ftea') answer(404, { message: '404 Project Not Found' })
    else if (request.method === 'GET' && tag === '') answer(200, [...state.releases.values()])
    else if (request.method === 'GET') {
      const found = state.releases.get(decodeURIComponent(tag))
      answer(found ? 200 : 404, found ?? { message: '404 Not Found' })
    } else {
      state.sent.push(body)
      const name = decodeURIComponent(tag) || String(body?.tag_name)
      const made = {
        ...state.releases.get(name),
        ...body,
        _links: { self: `https://gitlab.com/group/tea/-/releases/${name}` },
      }
      state.releases.set(name, made)
      answer(request.method === 'POST' ? 201 : 200, made)
    }
  })
  return Object.assign(state, server) as FakeGitlab
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : undefined
}

function run(made: TestProject, gitlab: TestServer, argv: readonly string[], env: object = {}): Promise<Ran> {
  const own = { ...testEnv, CI_API_V4_URL: gitlab.url, GITLAB_TOKEN: 'glpat-secret' }
  return changelogGen(made, ['publish', ...argv], { env: { ...own, ...env } })
}

const gitlabRemote = 'https://gitlab.com/group/tea.git'

describe('publish on GitLab', () => {
  test('makes the release of the newest tag from its notes, and changes nothing when it is called again', async () => {
    const [made, gitlab] = [await tea(gitlabRemote), await fakeGitlab()]
    const ran = await run(made, gitlab, [])
    expect(ran).toEqual({ code: 0, stderr: '', stdout: 'https://gitlab.com/group/tea/-/releases/v1.1.0\n' })
    const { name, description, ref } = gitlab.releases.get('v1.1.0') ?? {}
    expect([name, String(ref)]).toEqual(['v1.1.0', expect.stringMatching(/^[0-9a-f]{40}$/)])
    expect(String(description).replace(/<!-- .* -->/, 'STAMP')).toBe(
      '### Fixed\n\n- Do not burn, `@everyone` ([!2](https://gitlab.com/group/tea/-/merge_requests/2))\n\n**Full Changelog**: <https://gitlab.com/group/tea/-/compare/v1.0.0...v1.1.0>\n\nSTAMP\n',
    )
    expect(gitlab.headers.every((headers) => headers['private-token'] === 'glpat-secret')).toBe(true)
    expect((await run(made, gitlab, [])).stderr).toContain('the release is up to date: https://gitlab.com/')
    expect(gitlab.sent).toHaveLength(1)
  })

  test('brings a release up to date that is as it was written, and leaves one alone that people edited', async () => {
    const [made, gitlab] = [await tea(gitlabRemote), await fakeGitlab()]
    await run(made, gitlab, ['--tag', 'v1.0.0'])
    expect(await run(made, gitlab, ['--tag', 'v1.0.0', '--name', 'First'])).toMatchObject({ code: 0 })
    expect(gitlab.releases.get('v1.0.0')).toMatchObject({ name: 'First' })
    const release = gitlab.releases.get('v1.0.0') as { description: string }
    release.description = release.description.replace('Brew', 'Brew, **at last**')
    const ran = await run(made, gitlab, ['--tag', 'v1.0.0'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain('is not what was written there, so it stays')
    expect(release.description).toContain('**at last**')
    expect(gitlab.sent).toHaveLength(2)
  })

  test('takes tag, project and token of the running pipeline', async () => {
    const [made, gitlab] = [await tea('https://git.example.com/x/y.git'), await fakeGitlab()]
    const env = {
      GITLAB_CI: 'true',
      CI_PROJECT_PATH: 'group/tea',
      CI_COMMIT_TAG: 'v1.0.0',
      CI_JOB_TOKEN: 'job',
      GITLAB_TOKEN: '',
    }
    expect(await run(made, gitlab, [], env)).toMatchObject({ code: 0 })
    expect([...gitlab.releases.keys()]).toEqual(['v1.0.0'])
    expect(gitlab.headers.at(-1)).toMatchObject({ 'job-token': 'job' })
  })

  test('with --dry-run prints the request and sends none', async () => {
    const [made, gitlab] = [await tea(gitlabRemote), await fakeGitlab()]
    const { stdout } = await run(made, gitlab, ['--dry-run'])
    expect(stdout).toMatch(/^POST \/projects\/group%2Ftea\/releases\n\{\n {2}"tag_name": "v1\.1\.0"/)
    expect(gitlab.sent).toEqual([])
  })

  test.each<[string, readonly string[], object, string]>([
    ['a token', [], { GITLAB_TOKEN: '' }, 'publish needs a token in GITLAB_TOKEN, or CI_JOB_TOKEN in a pipeline'],
    [
      'HTTPS',
      [],
      { CI_API_V4_URL: 'http://example.com/api/v4' },
      'the token in GITLAB_TOKEN would be sent in the clear',
    ],
    ['no --draft', ['--draft'], {}, 'GitLab has no drafts of releases'],
    ['a tag', ['--tag', 'v9'], {}, 'No release v9 in the history of this branch'],
  ])('needs %s', async (_, argv, env, message) => {
    const ran = await run(await tea(gitlabRemote), await fakeGitlab(), argv, env)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(message)
  })

  test('sends the token to no server that only the remote names', async () => {
    const made = await tea('https://gitlab.example.com/group/tea.git')
    const ran = await changelogGen(made, ['publish'], { env: { ...testEnv, GITLAB_TOKEN: 'glpat-secret' } })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('set CI_API_V4_URL, such as https://gitlab.example.com/api/v4')
  })

  test('says why the server refuses, without the token', async () => {
    const [made, gitlab] = [await tea(gitlabRemote), await fakeGitlab()]
    gitlab.refusal = { status: 403, body: '{"message":"403 Forbidden for glpat-secret"}' }
    const ran = await run(made, gitlab, [])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(
      'refuses with 403: 403 Forbidden for ***; the token in GITLAB_TOKEN may lack the right',
    )
  })
})

describe('publish on GitHub without drafts in the config', () => {
  const publish = (made: TestProject, github: FakeGithub, ...argv: string[]) =>
    changelogGen(made, ['publish', ...argv], {
      env: { ...testEnv, GITHUB_API_URL: github.url, GITHUB_TOKEN: 'ghp_secret', FRONTDOOR_CACHE: made.join('.cache') },
    })

  test('makes the release of the tag that the workflow runs for', async () => {
    const [made, github] = [await tea('https://github.com/o/tea.git'), await fakeGithub([])]
    const env = { ...testEnv, GITHUB_API_URL: github.url, GITHUB_TOKEN: 'x', GITHUB_REF: 'refs/tags/v1.0.0' }
    const ran = await changelogGen(made, ['publish'], { env })
    expect(ran).toMatchObject({ code: 0, stdout: 'https://github.com/o/tea/releases/1\n' })
    expect(github.releases[0]).toMatchObject({ tag_name: 'v1.0.0', name: 'v1.0.0', draft: false, prerelease: false })
    expect(github.releases[0]?.body).toContain('### Added\n\n- Brew ([#1](https://github.com/o/tea/pull/1))\n')
  })

  test('leaves a text alone that somebody wrote', async () => {
    const github = await fakeGithub(
      [],
      [{ id: 7, tag_name: 'v1.1.0', name: 'v1.1.0', body: 'Mine.', html_url: 'https://x' }],
    )
    const made = await tea('https://github.com/o/tea.git')
    expect(await publish(made, github)).toMatchObject({ code: 1, stdout: '' })
    expect(github.sent).toEqual([])
  })

  test('fills a draft that is empty', async () => {
    const github = await fakeGithub([], [{ id: 7, tag_name: 'v1.1.0', name: '', body: '', draft: true }])
    const made = await tea('https://github.com/o/tea.git')
    expect(await publish(made, github, '--draft')).toMatchObject({ code: 0 })
    expect(github.releases).toHaveLength(1)
    expect(github.releases[0]).toMatchObject({ id: 7, draft: true, name: 'v1.1.0' })
  })
})

describe('verify --forge', () => {
  const changelog = '# Changelog\n\n## 1.1.0\n\n- a\n\n## 1.0.0\n\n- b\n'
  const rules = (stdout: string) =>
    JSON.parse(stdout).files[0].findings.flatMap((one: { rule: string; message: string }) =>
      one.rule === 'changelog/unpublished' ? [one.message] : [],
    )

  async function verified(made: TestProject, env: object, ...argv: string[]): Promise<readonly string[]> {
    writeFileSync(made.join('CHANGELOG.md'), changelog)
    const ran = await changelogGen(made, ['verify', '--format', 'json', ...argv], { env: { ...testEnv, ...env } })
    return rules(ran.stdout)
  }

  test('finds tags that have no release on GitLab, or a draft on GitHub', async () => {
    const gitlab = await fakeGitlab()
    gitlab.releases.set('v1.0.0', { tag_name: 'v1.0.0' })
    expect(await verified(await tea(gitlabRemote), { CI_API_V4_URL: gitlab.url }, '--forge')).toEqual([
      '1.1.0 has no release on the forge; "changelog-gen publish --tag v1.1.0" makes it',
    ])
    const listed = (tag: string, draft: boolean) => ({ id: 1, tag_name: tag, draft })
    const github = await fakeGithub([], [listed('v1.1.0', true), listed('v1.0.0', false)])
    const env = { GITHUB_API_URL: github.url }
    expect(await verified(await tea('https://github.com/o/tea.git'), env, '--forge')).toEqual([
      '1.1.0 is only a draft on the forge; "changelog-gen publish --tag v1.1.0" makes it',
    ])
  })

  test('says nothing of a project that makes none there, and asks nobody without the flag', async () => {
    const gitlab = await fakeGitlab()
    const made = await tea(gitlabRemote)
    expect(await verified(made, { CI_API_V4_URL: gitlab.url }, '--forge')).toEqual([])
    expect(gitlab.asked).toHaveLength(1)
    expect(await verified(made, { CI_API_V4_URL: gitlab.url })).toEqual([])
    expect(gitlab.asked).toHaveLength(1)
  })
})
