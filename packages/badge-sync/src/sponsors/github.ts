import { HttpFailure } from '@frontdoor/kit/http/failure'
import type { Io } from '@frontdoor/kit/io'
import { get, text } from '@frontdoor/kit/manifests/values'
import type { Ask } from '../network.ts'
import { parsed } from './answer.ts'
import type { Sponsor } from './sponsor.ts'

// As documented on 2026-11-25; private sponsors are not asked for, and dropped where they come all the same.
const query = `query ($login: String!, $after: String) {
  repositoryOwner(login: $login) {
    ... on Sponsorable {
      sponsorshipsAsMaintainer(first: 100, after: $after, activeOnly: true, includePrivate: false, orderBy: { field: CREATED_AT, direction: ASC }) {
        pageInfo { hasNextPage endCursor }
        nodes {
          privacyLevel
          tier { name isOneTime monthlyPriceInDollars }
          sponsorEntity { ... on User { login name avatarUrl url } ... on Organization { login name avatarUrl url websiteUrl } }
        }
      }
    }
  }
}`

/** The sponsors of an account on GitHub. All pages, or a failure: half of them is not what the block should become. */
export async function sponsorsOfGithub(login: string, ask: Ask, { env }: Pick<Io, 'env'>): Promise<Sponsor[]> {
  const token = env.GITHUB_TOKEN ?? env.GH_TOKEN
  if (!token) throw new HttpFailure('refused', 'GitHub says who sponsors to holders of a token only: set GITHUB_TOKEN')
  const url = env.GITHUB_GRAPHQL_URL ?? 'https://api.github.com/graphql'
  const sponsors: Sponsor[] = []
  for (let after: string | null = null, page = 0; page < 100; page++) {
    const body = JSON.stringify({ query, variables: { login, after } })
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const answer = await ask({ url, method: 'POST', body, headers, authorization: `Bearer ${token}`, digest: whole })
    const found = connectionIn(parsed(answer, 'GitHub'))
    sponsors.push(...list(get(found, 'nodes')).flatMap(sponsorOf))
    after = text(get(get(found, 'pageInfo'), 'endCursor')) ?? null
    if (get(get(found, 'pageInfo'), 'hasNextPage') !== true || after === null) return sponsors
  }
  return sponsors
}

/** An answer that says nothing is none, and must not be kept. */
function whole(body: string): string {
  const read = parsed({ status: 200, body }, 'GitHub')
  if (connectionIn(read) !== undefined) return body
  const [first = read] = list(get(read, 'errors'))
  throw new HttpFailure(
    'server',
    `GitHub does not say who sponsors: ${text(get(first, 'message')) ?? 'no such account'}`,
  )
}

function connectionIn(answer: unknown): unknown {
  const owners = Object.values((get(answer, 'data') ?? {}) as object)
  return owners
    .map((owner) => get(owner, 'sponsorshipsAsMaintainer'))
    .find((found) => typeof found === 'object' && found !== null)
}

function sponsorOf(node: unknown): Sponsor[] {
  const [entity, tier] = [get(node, 'sponsorEntity'), get(node, 'tier')]
  const login = text(get(entity, 'login'))
  if (login === undefined || get(node, 'privacyLevel') === 'PRIVATE') return []
  const price = get(tier, 'monthlyPriceInDollars')
  const url = text(get(entity, 'websiteUrl')) ?? text(get(entity, 'url')) ?? `https://github.com/${login}`
  const [name, image, title] = [
    text(get(entity, 'name')) ?? login,
    text(get(entity, 'avatarUrl')),
    text(get(tier, 'name')),
  ]
  return [{ name, url, image, tier: title, ...(typeof price === 'number' && { monthly: price }) }]
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
