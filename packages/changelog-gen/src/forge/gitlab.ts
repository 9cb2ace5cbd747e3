import { attempt } from '@frontdoor/kit/attempt'
import { agentOf } from '@frontdoor/kit/cli/version'
import { openHttp } from '@frontdoor/kit/http/client'
import { HttpFailure } from '@frontdoor/kit/http/failure'
import { type Io, UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { at, textAt } from '../json.ts'
import type { Place } from '../place.ts'
import { refuseOpenWire } from './open-wire.ts'

/** A project on GitLab, ready to be asked. */
export interface Gitlab {
  /** `group/name`. */
  readonly project: string
  /** The path of all that is the project's: `/projects/group%2Fname`. */
  readonly root: string
  readonly hasToken: boolean
  /** Asks the API; the path starts with a slash. */
  ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer>
  /** Throws what an answer says that is none. */
  refuse(answer: Answer): never
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly value: unknown
}

/** Who asks: the header that GitLab wants, and where its value comes from. */
interface Token {
  readonly header: string
  readonly variable: string
  readonly value: string
}

/** True where a project is on GitLab, or its pipeline is running. */
export function isGitlab({ env }: Pick<Io, 'env'>, { repository }: Pick<Place, 'repository'>): boolean {
  return Boolean(env.GITLAB_CI && env.CI_PROJECT_PATH) || repository?.forge === 'gitlab'
}

/**
 * A project on GitLab (docs.gitlab.com, "REST API", read 2026-11). The address is that of the running pipeline, else that of gitlab.com:
 * it is never taken from the project, since the token goes there.
 */
export function openGitlab(io: Io, place: Place, offline: boolean): Gitlab {
  const base = baseOf(io, place)
  const token = tokenOf(io)
  refuseOpenWire(base, { name: 'CI_API_V4_URL', secret: token?.variable })
  const http = openHttp(io, {
    agent: agentOf('changelog-gen'),
    mode: offline ? 'offline' : 'online',
    allowPrivate: Boolean(io.env.CI_API_V4_URL),
  })
  const project = gitlabProject(io, place)
  return {
    project,
    root: `/projects/${encodeURIComponent(project)}`,
    hasToken: token !== undefined,
    async ask(method, path, body) {
      const headers = {
        ...(token && { [token.header]: token.value }),
        ...(body && { 'content-type': 'application/json' }),
      }
      const once = { once: true, ...(body && { body: JSON.stringify(body) }) }
      const answer = await http.ask({ url: base + path, method, headers, ...once }).catch((error) => noAnswer(error))
      return { status: answer.status, value: attempt(() => JSON.parse(answer.body)) }
    },
    refuse: (answer) => refuse({ ...answer, base, token }),
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

/** `group/name` of a project on GitLab. */
export function gitlabProject({ env }: Pick<Io, 'env'>, { repository }: Pick<Place, 'repository'>): string {
  if (env.CI_PROJECT_PATH) return env.CI_PROJECT_PATH
  if (repository) return `${repository.owner}/${repository.name}`
  throw new UserError('no repository on GitLab: set the remote "origin", or CI_PROJECT_PATH to group/name')
}

function tokenOf({ env }: Io): Token | undefined {
  if (env.GITLAB_TOKEN) return { header: 'private-token', variable: 'GITLAB_TOKEN', value: env.GITLAB_TOKEN }
  return env.CI_JOB_TOKEN ? { header: 'job-token', variable: 'CI_JOB_TOKEN', value: env.CI_JOB_TOKEN } : undefined
}

function noAnswer(error: unknown): never {
  if (error instanceof HttpFailure) throw new UserError(`no answer from GitLab: ${error.message}`)
  throw error
}

interface Refusal extends Answer {
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
