import { join, resolve } from 'node:path'
import { cacheFolder } from '@frontdoor/kit/cache/folder'
import { agentOf } from '@frontdoor/kit/cli/version'
import { type Http, openHttp } from '@frontdoor/kit/http/client'
import { HttpFailure } from '@frontdoor/kit/http/failure'
import { type Io, UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { Octokit } from '@octokit/core'
import { at } from '../json.ts'
import type { Place } from '../place.ts'
import { refuseOpenWire } from './open-wire.ts'

/** A repository on GitHub, as its API is asked about it. */
export interface Github {
  readonly owner: string
  readonly name: string
  /** Address of the server's pages: `https://github.com`. */
  readonly server: string
  /** The `data` of a GraphQL query; what the server does not find in it is null. */
  query(text: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>
  /** All that a list holds, below `/repos/OWNER/NAME`, at most so many. */
  list(path: string, most: number): Promise<readonly unknown[]>
  /** What stands below `/repos/OWNER/NAME`. */
  get(path: string): Promise<unknown>
  /** Changes something below `/repos/OWNER/NAME`. */
  send(method: 'POST' | 'PATCH', path: string, body: object): Promise<unknown>
  /** Must be called at the end. */
  close(): Promise<void>
}

interface GithubSettings {
  readonly place: Pick<Place, 'repository'>
  readonly offline: boolean
  /** The folder in which answers are kept, from the working directory; that of the user where absent. Nothing in it is secret. */
  readonly cache: string | undefined
}

/** A hundred releases with their notes are some megabytes; a long history takes many questions. */
const limits = { bytes: 32 * 2 ** 20, run: 600_000 }

/**
 * Opens the API at `GITHUB_API_URL`, else that of github.com, with the token in `GITHUB_TOKEN` or `GH_TOKEN`. The address is never
 * taken from the project, since the token goes there. All methods throw `UserError` where there is no answer, and never show the token.
 *
 * @throws {UserError} where the project is not on GitHub, and where the token would be sent in the clear
 */
export function openGithub(io: Io, { place: project, offline, cache }: GithubSettings): Github {
  const { owner, name } = githubRepository(io, project)
  const base = (io.env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
  const token = io.env.GITHUB_TOKEN || io.env.GH_TOKEN || undefined
  refuseOpenWire(base, { name: 'GITHUB_API_URL', secret: token && 'GITHUB_TOKEN' })
  const folder = cacheFolder(io)
  const http = openHttp(io, {
    agent: agentOf('changelog-gen'),
    mode: offline ? 'offline' : 'online',
    cache: cache === undefined ? folder && join(folder, 'github') : resolve(io.cwd, cache),
    allowPrivate: Boolean(io.env.GITHUB_API_URL),
    limits,
  })
  const octokit = new Octokit({
    baseUrl: base,
    ...(token && { auth: token }),
    request: { fetch: transport(http, offline) },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const ask = async <Answer>(work: Promise<Answer>): Promise<Answer> =>
    work.catch((error) => tell(error, { token, base }))
  const place = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`
  return {
    owner,
    name,
    server: (io.env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, ''),
    query: (text, variables) => ask(octokit.graphql(text, { ...variables }).catch(withoutMissing)),
    get: async (path) => (await ask(octokit.request(`GET ${place}${path}`))).data,
    async list(path, most) {
      const found: unknown[] = []
      for (let page = 1; found.length < most; page++) {
        const { data } = await ask(octokit.request(`GET ${place}${path}`, { per_page: 100, page }))
        const some = Array.isArray(data) ? data : []
        found.push(...some)
        if (some.length < 100) break
      }
      return found.slice(0, most)
    },
    send: async (method, path, body) => (await ask(octokit.request(`${method} ${place}${path}`, { ...body }))).data,
    close: () => http.close(),
  }
}

/**
 * The repository that `GITHUB_REPOSITORY` names, else that of the remote.
 *
 * @throws {UserError} where it is not on GitHub
 */
export function githubRepository(
  { env }: Io,
  { repository }: Pick<Place, 'repository'>,
): { owner: string; name: string } {
  const [owner = '', name = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  if (owner && name) return { owner, name }
  if (repository?.forge === 'github') return { owner: repository.owner, name: repository.name }
  throw new UserError('no repository on GitHub: set the remote "origin", or GITHUB_REPOSITORY to owner/name')
}

/** Octokit's transport: our own, which is patient with the server, keeps answers, and stays off the network when it should. */
function transport(http: Http, offline: boolean): typeof fetch {
  return async (input, init = {}) => {
    const { authorization, 'user-agent': _, ...headers } = Object.fromEntries(new Headers(init.headers))
    const method = (init.method ?? 'GET') as 'GET' | 'POST' | 'PATCH'
    const url = String(input)
    const answer = await http.ask({
      url,
      method,
      headers,
      shared: true,
      ttl: 0,
      once: method !== 'GET' && !url.endsWith('/graphql'),
      ...(authorization !== undefined && { authorization }),
      ...(typeof init.body === 'string' && { body: init.body }),
    })
    // A release must not be made of what was true some time ago, unless that was asked for.
    if (answer.stale && !offline)
      throw new HttpFailure('connection', 'there is no new answer, and the old one may be wrong')
    const { status } = answer
    return new Response(status === 204 || status === 304 ? null : answer.body, { status, headers: answer.headers })
  }
}

/** A query that asks for many things still says what it found if one of them is not there. */
function withoutMissing(error: unknown): unknown {
  const errors = at(error, 'errors')
  const data = at(error, 'data')
  const isMissing = Array.isArray(errors) && errors.every((one) => at(one, 'type') === 'NOT_FOUND')
  if (isMissing && data && typeof data === 'object') return data
  throw error
}

interface Asked {
  readonly token: string | undefined
  readonly base: string
}

function tell(error: unknown, { token, base }: Asked): never {
  const { host } = new URL(base)
  const failure = [error, at(error, 'cause')].find((one) => one instanceof HttpFailure)
  if (failure?.kind === 'offline')
    throw new UserError(
      `--offline, and nothing is kept of what ${host} would have to be asked; run once without it, with the same --cache`,
    )
  if (failure) throw new UserError(`no answer from GitHub: ${failure.message}`)
  const status = at(error, 'status')
  const said = error instanceof Error ? error.message.replace(/ - https:\S+$/, '') : 'no reason'
  const hidden = printable(token ? said.replaceAll(token, '***') : said)
  if (status === 401) throw new UserError(`${host} does not accept the token in GITHUB_TOKEN: ${hidden}`)
  if (status === 403 || status === 404) {
    const advice = token ? 'the token may lack the right to do so' : 'set GITHUB_TOKEN to a token that may do so'
    throw new UserError(`${host} refuses: ${hidden}; ${advice}`)
  }
  throw new UserError(`${host} refuses${typeof status === 'number' ? ` with ${status}` : ''}: ${hidden}`)
}
