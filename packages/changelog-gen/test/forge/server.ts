import type { IncomingMessage } from 'node:http'
import { serve } from '@frontdoor/kit/testing-server'
import { wholeComment, wholeFile, wholeLabel, wholePull, wholeRelease } from './whole.ts'

/** GitHub on loopback, as far as a release, labels and a comment need it. It answers in GitHub's own form. */
export interface FakeGithub {
  readonly url: string
  readonly asked: readonly string[]
  readonly headers: readonly IncomingMessage['headers'][]
  readonly releases: Record<string, unknown>[]
  readonly comments: Record<string, unknown>[]
  /** The bodies of requests that change something. */
  readonly sent: unknown[]
  commits: unknown[]
  /** The pull requests that were merged last. */
  pulls: unknown[]
  /** The open pull request that is asked for, whatever its number, and the paths that it changes. */
  open: { readonly pull: Record<string, unknown>; readonly files: readonly string[] }
  stop(): Promise<void>
}

export async function fakeGithub(commits: unknown[], releases: Record<string, unknown>[] = []): Promise<FakeGithub> {
  const memory: Memory = { commits, releases, pulls: [], sent: [], comments: [], open: { pull: {}, files: [] } }
  const server = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    const { method = 'GET', url = '' } = request
    const [path = ''] = url.split('?')
    response.setHeader('content-type', 'application/json')
    if (method === 'POST' && /\/(?:releases|comments)$/.test(path)) response.statusCode = 201
    response.end(JSON.stringify(answer({ method, path, body: text === '' ? {} : JSON.parse(text) }, memory)))
  })
  const { url, asked, headers, stop } = server
  return Object.assign(memory, { url, asked, headers, stop })
}

type Memory = Pick<FakeGithub, 'commits' | 'releases' | 'pulls' | 'sent' | 'comments' | 'open'>

interface Asked {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown>
}

function answer({ method, path, body }: Asked, memory: Memory): unknown {
  if (path === '/graphql') return answerQuery(String(body.query), memory)
  const { releases, sent, comments, open } = memory
  const number = Number(/\/(\d+)(?:\/|$)/.exec(path)?.[1] ?? 0)
  if (method === 'GET') {
    if (path.endsWith('/releases')) return releases
    if (path.endsWith('/comments')) return comments
    if (path.endsWith('/files')) return open.files.map(wholeFile)
    return wholePull(number, open.pull)
  }
  sent.push(body)
  if (path.endsWith('/labels')) return (body.labels as string[]).map(wholeLabel)
  if (path.includes('/comments'))
    return keep(comments, wholeComment, { number: path.includes('/issues/comments/') ? number : 0, body })
  return keep(releases, wholeRelease, { number, body })
}

interface Change {
  /** Of what is changed; 0 for what is new. */
  readonly number: number
  readonly body: Record<string, unknown>
}

/** Makes one of a list, or changes it, and puts it first. */
function keep(list: Record<string, unknown>[], whole: typeof wholeRelease, { number, body }: Change): object {
  const id = number || list.length + 1
  const made = whole(id, { ...list.find((one) => one.id === id), ...body })
  list.splice(0, list.length, made, ...list.filter((one) => one.id !== id))
  return made
}

function answerQuery(query: string, { commits, pulls }: Memory): unknown {
  const nodes = { nodes: commits, pageInfo: { hasNextPage: false } }
  if (query.includes('compare(')) return { data: { repository: { ref: { compare: { commits: nodes } } } } }
  const known = [...commits.flatMap(pullsIn), ...pulls] as { number: number }[]
  const byNumber = [...query.matchAll(/p(\d+): pullRequest/g)].map(([, number]) => [
    `p${number}`,
    known.find((pull) => pull.number === Number(number)) ?? null,
  ])
  const bySha = [...query.matchAll(/c(\w+): object\(oid/g)].map(([, sha]) => [
    `c${sha}`,
    commits.find((commit) => (commit as { oid: string }).oid === sha) ?? null,
  ])
  if (byNumber.length + bySha.length > 0) return { data: { repository: Object.fromEntries([...byNumber, ...bySha]) } }
  if (query.includes('history(')) return { data: { repository: { object: { __typename: 'Commit', history: nodes } } } }
  // Nobody had a pull request merged before.
  const counts = [...query.matchAll(/\b(a\d+): search\(/g)].map(([, name]) => [name, { issueCount: 0 }])
  if (counts.length > 0) return { data: Object.fromEntries(counts) }
  return { data: { repository: { pullRequests: { nodes: pulls } } } }
}

export function pullsIn(commit: unknown): object[] {
  return (commit as { associatedPullRequests: { nodes: object[] } }).associatedPullRequests.nodes
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
  const times = { created_at: '2025-01-01T00:00:00Z', published_at: '2025-01-01T00:00:00Z' }
  return wholeRelease(1, { tag_name: tag, name: tag, body: '', ...times })
}
