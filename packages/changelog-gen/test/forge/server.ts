import type { IncomingMessage } from 'node:http'
import { serve } from '@frontdoor/kit/testing-server'

/** GitHub on loopback, as far as a release needs it: it keeps releases, and knows some commits with their pull requests. */
export interface FakeGithub {
  readonly url: string
  readonly asked: readonly string[]
  readonly headers: readonly IncomingMessage['headers'][]
  readonly releases: Record<string, unknown>[]
  /** The bodies of requests that change something. */
  readonly sent: unknown[]
  commits: unknown[]
  /** The pull requests that were merged last. */
  pulls: unknown[]
  stop(): Promise<void>
}

export async function fakeGithub(commits: unknown[], releases: Record<string, unknown>[] = []): Promise<FakeGithub> {
  const sent: unknown[] = []
  const state = { commits, pulls: [] as unknown[] }
  const server = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer(request.method ?? 'GET', request.url ?? '', body && JSON.parse(body))))
  })
  const answer = (method: string, url: string, body: Record<string, unknown>): unknown => {
    if (url.startsWith('/graphql')) return answerQuery(String(body.query), state)
    if (method === 'GET') return url.includes('/releases') ? releases : []
    sent.push(body)
    const id = Number(/\/releases\/(\d+)$/.exec(url)?.[1] ?? releases.length + 1)
    const made = {
      ...releases.find((one) => one.id === id),
      ...body,
      id,
      html_url: `https://github.com/o/tea/releases/${id}`,
    }
    releases.splice(0, releases.length, made, ...releases.filter((one) => one.id !== id))
    return made
  }
  const { url, asked, headers, stop } = server
  return {
    url,
    asked,
    headers,
    releases,
    sent,
    stop,
    get commits() {
      return state.commits
    },
    set commits(some) {
      state.commits = some
    },
    get pulls() {
      return state.pulls
    },
    set pulls(some) {
      state.pulls = some
    },
  }
}

function answerQuery(query: string, { commits, pulls }: Pick<FakeGithub, 'commits' | 'pulls'>): unknown {
  const nodes = { nodes: commits, pageInfo: { hasNextPage: false } }
  if (query.includes('compare(')) return { data: { repository: { ref: { compare: { commits: nodes } } } } }
  if (query.includes('history(')) return { data: { repository: { object: { history: nodes } } } }
  return { data: { repository: { pullRequests: { nodes: pulls } } } }
}

/** A commit that a pull request brought. */
export function merged(number: number, title: string, labels: readonly string[] = [], login = 'ada'): unknown {
  const sha = number.toString(16).padStart(40, '0')
  const pull = {
    number,
    title,
    body: '',
    url: `https://github.com/o/tea/pull/${number}`,
    author: { __typename: 'User', login, url: `https://github.com/${login}` },
    mergedAt: `2026-01-${String(number).padStart(2, '0')}T00:00:00Z`,
    merged: true,
    labels: { nodes: labels.map((name) => ({ name })) },
    baseRepository: { nameWithOwner: 'o/tea' },
    baseRefName: 'main',
    headRefName: 'topic',
    mergeCommit: { oid: sha },
  }
  const authors = { nodes: [{ name: login, user: { login } }] }
  return { oid: sha, message: title, committedDate: pull.mergedAt, authors, associatedPullRequests: { nodes: [pull] } }
}

/** A release that is there. */
export function released(tag: string): Record<string, unknown> {
  return {
    id: 1,
    tag_name: tag,
    name: tag,
    draft: false,
    prerelease: false,
    target_commitish: 'main',
    created_at: '2025-01-01T00:00:00Z',
  }
}
