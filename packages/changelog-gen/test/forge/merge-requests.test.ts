import { readFileSync } from 'node:fs'
import type { TestProject } from '@frontdoor/kit/testing'
import { hashes, repository } from '@frontdoor/kit/testing-history'
import { serve, type TestServer } from '@frontdoor/kit/testing-server'
import { describe, expect, test } from 'vitest'
import { changelogGen, type Ran, testEnv } from '../run.ts'

interface Request {
  readonly iid: number
  readonly title: string
  readonly more?: object
}

/** A merge request as GitLab tells of it: docs.gitlab.com, "Merge requests API". */
function merged({ iid, title, more = {} }: Request): object {
  const [author, references] = [{ username: 'ada', web_url: '' }, { full: `group/tea!${iid}` }]
  return { iid, title, description: '', state: 'merged', labels: [], author, references, ...more }
}

interface FakeGitlab extends TestServer {
  readonly asked: string[]
}

/** GitLab on loopback: merge requests by their numbers, and those of commits. */
async function fakeGitlab(requests: readonly Request[], commits: Readonly<Record<string, readonly Request[]>>) {
  const asked: string[] = []
  const server = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    asked.push(decodeURIComponent(request.url ?? ''))
    const answer = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    const [, project, path = ''] = /^\/projects\/([^/]+)\/(.+)$/.exec(pathname) ?? []
    if (project !== 'group%2Ftea') return answer(404, { message: '404 Project Not Found' })
    const iids = new Set(searchParams.getAll('iids[]').map(Number))
    if (path === 'merge_requests') return answer(200, requests.filter(({ iid }) => iids.has(iid)).map(merged))
    const [, sha = ''] = /^repository\/commits\/([0-9a-f]+)\/merge_requests$/.exec(path) ?? []
    const own = commits[sha]
    return own ? answer(200, own.map(merged)) : answer(404, { message: '404 Commit Not Found' })
  })
  return Object.assign({ asked }, server) as FakeGitlab
}

function run(made: TestProject, gitlab: TestServer, argv: readonly string[], more: object = {}): Promise<Ran> {
  const project = {
    GITLAB_CI: 'true',
    CI_PROJECT_PATH: 'group/tea',
    CI_API_V4_URL: gitlab.url,
    GITLAB_TOKEN: 'glpat-secret',
  }
  return changelogGen(made, argv, { env: { ...testEnv, ...project, FRONTDOOR_CACHE: made.join('.cache'), ...more } })
}

describe('merge requests as a source', () => {
  const messages = ['Hold a cup (!2)', 'rebased without a number', 'pushed']

  test('give their titles and labels, be it by number or by commit, and commits stay where they have none', async () => {
    const made = await repository(messages)
    const [, rebased = '', pushed = ''] = await hashes(made)
    const others = { iid: 9, title: 'feat: not ours', more: { references: { full: 'fork/tea!9' } } }
    const open = { iid: 8, title: 'feat: not merged', more: { state: 'opened' } }
    const gitlab = await fakeGitlab([{ iid: 2, title: 'Hold a large cup', more: { labels: ['enhancement'] } }], {
      [rebased]: [others, open, { iid: 3, title: 'fix: Burn less', more: { description: 'BREAKING CHANGE: no mugs' } }],
      [pushed]: [],
    })
    expect(await run(made, gitlab, ['--pull-requests'])).toMatchObject({ code: 0, stderr: '' })
    const text = readFileSync(made.join('CHANGELOG.md'), 'utf8')
    expect(text).toContain('### Added\n\n- Hold a large cup (')
    expect(text).toMatch(/### Fixed\n\n- \*\*Breaking:\*\* Burn less \(\[#3\]\(.*\)\)\n\n {2}no mugs\n/)
    expect(text).toContain('- Pushed (')
    expect(text).not.toContain('not ours')
    expect(gitlab.headers.every((headers) => headers['private-token'] === 'glpat-secret')).toBe(true)
  })

  test('are kept: offline they are the same, and what is released is not asked again', async () => {
    const made = await repository(messages.map((message, at) => ({ message, ...(at === 2 && { tags: ['v1.0.0'] }) })))
    const gitlab = await fakeGitlab([{ iid: 2, title: 'feat: hold a large cup' }], {})
    const notes = ['notes', 'v1.0.0', '--pull-requests', '--cache', 'kept']
    const { stdout } = await run(made, gitlab, notes)
    expect(stdout).toContain('Hold a large cup')
    const { length } = gitlab.asked
    expect(await run(made, gitlab, [...notes, '--offline'])).toMatchObject({ code: 0, stdout })
    expect(await run(made, gitlab, notes)).toMatchObject({ code: 0, stdout })
    expect(gitlab.asked).toHaveLength(length)
  })

  test('that are refused end the run, and tell no token', async () => {
    const made = await repository(['Hold a cup (!2)'])
    const { code, stderr } = await run(made, await fakeGitlab([], {}), ['--pull-requests'], {
      CI_PROJECT_PATH: 'group/pot',
    })
    expect(code).toBe(2)
    expect(stderr).toContain('refuses with 404: 404 Project Not Found; the token in GITLAB_TOKEN may lack the right')
    expect(stderr).not.toContain('glpat-secret')
  })
})
