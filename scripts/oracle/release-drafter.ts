import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'yaml'
import { findFacts } from '../../packages/changelog-gen/src/draft/facts.ts'
import { planDraft } from '../../packages/changelog-gen/src/draft/plan.ts'
import { openGithub } from '../../packages/changelog-gen/src/forge/github.ts'
import { releaseRequest } from '../../packages/changelog-gen/src/forge/releases.ts'
import { importReleaseDrafter } from '../../packages/changelog-gen/src/import/release-drafter.ts'
import { processIo } from '../../packages/kit/src/io.ts'

/** What release-drafter was given, and the release that it made. */
export interface OracleCase {
  readonly name: string
  readonly event: { readonly ref?: string; readonly repository?: { readonly full_name?: string } }
  readonly config: string
  readonly graphql: readonly unknown[]
  readonly releases: readonly unknown[]
  readonly inputs: Readonly<Record<string, string>>
  readonly expected: readonly Expected[]
}

interface Expected {
  readonly body: string
  readonly tag_name: string
  readonly name: string
}

const world = processIo()

/** Names of what is not equal: of body, tag and name. */
export async function differing(one: OracleCase): Promise<string[]> {
  const [expected] = one.expected
  const made = await releaseOf(one)
  return (['body', 'tag_name', 'name'] as const).filter((field) => made[field] !== (expected?.[field] ?? ''))
}

/** The release that a server with the answers of a case is asked to make. */
async function releaseOf({ event, config, graphql, releases, inputs }: OracleCase): Promise<Expected> {
  const posted: unknown[] = []
  const server = createServer(async (request, response) => {
    const body = await textOf(request)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer(request, body)))
  })
  const answer = (request: IncomingMessage, body: string): unknown => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/graphql') return answerQuery(graphql, JSON.parse(body))
    if (request.method === 'GET')
      return pathname.endsWith('/releases') && searchParams.get('page') === '1' ? releases : []
    posted.push(JSON.parse(body))
    return { ...JSON.parse(body), id: 1 }
  }
  const url = await listen(server)
  const io = { ...world, env: { GITHUB_API_URL: url, GITHUB_REPOSITORY: event.repository?.full_name } }
  const github = openGithub(io, { place: { repository: undefined }, offline: false, cache: undefined })
  try {
    const given = (parse(config) ?? {}) as object
    const asked = trimmed(inputs)
    const { settings } = importReleaseDrafter({ ...given, ...asked })
    const { facts, draft } = await findFacts(github, settings.draft, event.ref ?? 'HEAD')
    const wish = { version: asked.version, tag: asked.tag, name: asked.name, publish: asked.publish === 'true' }
    const plan = planDraft(facts, settings.draft, wish)
    // A draft that is there keeps what is not given anew.
    const text = { ...plan, tag: plan.tag || draft?.tag || '', name: plan.name || draft?.name || '' }
    const { method, path, body } = releaseRequest(text, draft?.id)
    await github.send(method, path, body)
    return posted[0] as Expected
  } finally {
    await github.close()
    server.closeAllConnections()
    server.close()
  }
}

/** Inputs as an action gets them: without blanks around, and empty ones not at all. */
function trimmed(inputs: OracleCase['inputs']): Readonly<Record<string, string>> {
  const given = Object.entries(inputs).map(([name, value]) => [name, value.trim()] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

/** A page of the commits for each question about them, by its cursor; none where the case has no answer. */
function answerQuery(
  pages: readonly unknown[],
  { query, variables }: { query: string; variables: { after?: string | null } },
): unknown {
  const commitsOf = (page: unknown) => (page as Page).data?.repository?.ref?.compare?.commits
  const all = pages.filter(commitsOf)
  if (query.includes('compare(')) {
    const before = all.findIndex((page) => variables.after && commitsOf(page)?.pageInfo?.endCursor === variables.after)
    return all[before + 1] ?? { data: { repository: { ref: { compare: { commits: { nodes: [], pageInfo: {} } } } } } }
  }
  if (query.includes('history(')) return { data: { repository: { object: { history: { nodes: [], pageInfo: {} } } } } }
  if (query.includes('search(')) return { data: {} }
  const pulls = pages.flatMap((page) => (page as Page).data?.repository?.pullRequests?.nodes ?? [])
  const byNumber = Object.fromEntries(pulls.map((pull) => [`p${pull.number}`, pull]))
  return { data: { repository: { ...byNumber, pullRequests: { nodes: pulls } } } }
}

interface Page {
  readonly data?: {
    readonly repository?: {
      readonly ref?: {
        readonly compare?: { readonly commits?: { readonly pageInfo?: { readonly endCursor?: string } } }
      }
      readonly pullRequests?: { readonly nodes?: readonly { readonly number: number }[] }
    }
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
}
