import { openHttp } from '@frontdoor/kit/http/client'
import { HttpFailure } from '@frontdoor/kit/http/failure'
import { type Io, UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { agent } from '../agent.ts'
import type { Place } from '../place.ts'
import { at, textAt } from './json.ts'
import { refuseOpenWire } from './open-wire.ts'
import type { ListedRelease, ReleaseHost } from './release-host.ts'

/** Who asks: the header that GitLab wants, and where its value comes from. */
interface Token {
  readonly header: string
  readonly variable: string
  readonly value: string
}

/** A thousand releases, as on GitHub. */
const mostPages = 10

/** True where a project is on GitLab, or its pipeline is running. */
export function isGitlab({ env }: Pick<Io, 'env'>, { repository }: Pick<Place, 'repository'>): boolean {
  return Boolean(env.GITLAB_CI && env.CI_PROJECT_PATH) || repository?.forge === 'gitlab'
}

/**
 * Releases of a project on GitLab (docs.gitlab.com, "Releases API", read 2026-11). The address is that of the running pipeline, else
 * that of gitlab.com: it is never taken from the project, since the token goes there.
 */
export function openGitlab(io: Io, place: Place, offline: boolean): ReleaseHost {
  const base = baseOf(io, place)
  const token = tokenOf(io)
  refuseOpenWire(base, { name: 'CI_API_V4_URL', secret: token?.variable })
  const http = openHttp(io, {
    agent,
    mode: offline ? 'offline' : 'online',
    allowPrivate: Boolean(io.env.CI_API_V4_URL),
  })
  const project = `/projects/${encodeURIComponent(projectOf(io, place))}`
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
    const headers = {
      ...(token && { [token.header]: token.value }),
      ...(body && { 'content-type': 'application/json' }),
    }
    const once = { once: true, ...(body && { body: JSON.stringify(body) }) }
    const answer = await http.ask({ url: base + path, method, headers, ...once }).catch((error) => noAnswer(error))
    return { status: answer.status, value: parsed(answer.body) }
  }
  return {
    format: 'gitlab',
    async list() {
      const found: ListedRelease[] = []
      for (let page = 1; page <= mostPages; page++) {
        const { status, value } = await ask('GET', `${project}/releases?per_page=100&page=${page}`)
        if (status !== 200) refuse({ status, value, base, token })
        const some = Array.isArray(value) ? value : []
        found.push(...some.map((one) => ({ tag: textAt(one, 'tag_name'), draft: false })))
        if (some.length < 100) break
      }
      return found
    },
    async find(tag) {
      const { status, value } = await ask('GET', `${project}/releases/${encodeURIComponent(tag)}`)
      if (status === 404) return undefined
      if (status !== 200) refuse({ status, value, base, token })
      return { name: textAt(value, 'name'), body: textAt(value, 'description'), url: textAt(value, '_links', 'self') }
    },
    request({ tag, name, body, sha }, found) {
      const text = { name, description: body }
      return found
        ? { method: 'PUT', path: `${project}/releases/${encodeURIComponent(tag)}`, body: text }
        : { method: 'POST', path: `${project}/releases`, body: { tag_name: tag, ref: sha, ...text } }
    },
    async send({ method, path, body }) {
      if (!token) throw new UserError('publish needs a token in GITLAB_TOKEN, or CI_JOB_TOKEN in a pipeline')
      const { status, value } = await ask(method as 'POST' | 'PUT', path, body)
      if (status >= 300) refuse({ status, value, base, token })
      return textAt(value, '_links', 'self')
    },
    close: () => http.close(),
  }
}

function baseOf({ env }: Io, { repository }: Place): string {
  const given = env.CI_API_V4_URL?.replace(/\/+$/, '')
  if (given) return given
  const host = repository?.host ?? 'gitlab.com'
  if (host === 'gitlab.com') return 'https://gitlab.com/api/v4'
  throw new UserError(`which server gets the token must be said: set CI_API_V4_URL, such as https://${host}/api/v4`)
}

function projectOf({ env }: Io, { repository }: Place): string {
  if (env.CI_PROJECT_PATH) return env.CI_PROJECT_PATH
  if (repository) return `${repository.owner}/${repository.name}`
  throw new UserError('no repository on GitLab: set the remote "origin", or CI_PROJECT_PATH to group/name')
}

function tokenOf({ env }: Io): Token | undefined {
  if (env.GITLAB_TOKEN) return { header: 'private-token', variable: 'GITLAB_TOKEN', value: env.GITLAB_TOKEN }
  return env.CI_JOB_TOKEN ? { header: 'job-token', variable: 'CI_JOB_TOKEN', value: env.CI_JOB_TOKEN } : undefined
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function noAnswer(error: unknown): never {
  if (error instanceof HttpFailure) throw new UserError(`no answer from GitLab: ${error.message}`)
  throw error
}

interface Refusal {
  readonly status: number
  readonly value: unknown
  readonly base: string
  readonly token: Token | undefined
}

function refuse({ status, value, base, token }: Refusal): never {
  const said = textAt(value, 'message') || textAt(value, 'error') || JSON.stringify(at(value, 'message') ?? 'no reason')
  const hidden = printable(token ? said.replaceAll(token.value, '***') : said)
  const advice = token ? `the token in ${token.variable} may lack the right to do so` : 'set GITLAB_TOKEN'
  throw new UserError(
    `${new URL(base).host} refuses with ${status}: ${hidden}${status === 401 || status === 403 || status === 404 ? `; ${advice}` : ''}`,
  )
}
