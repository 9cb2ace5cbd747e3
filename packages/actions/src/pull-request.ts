import { type Io, UserError } from '@frontdoor/kit/io'
import { get, text } from '@frontdoor/kit/manifests/values'
import { at, readEvent } from './event.ts'

/** The pull request that a workflow runs for. */
export interface PullRequest {
  readonly number: number
  readonly title: string
  /** Its page. */
  readonly url: string | undefined
  readonly body: string
  readonly author: { readonly login: string; readonly id: string }
  /** Hash of its last commit, and of what it would be merged into. */
  readonly head: string
  readonly base: string
  /** The change that it is, as changelog-gen takes it. */
  readonly change: object
}

/** More than anybody reads of a description, and less than a command line may hold. */
const longestBody = 20_000

/**
 * Reads the pull request from the event.
 *
 * @throws {UserError} where the workflow runs for something else
 */
export function readPull(env: Io['env']): PullRequest {
  const pull = at(readEvent(env), 'pull_request')
  const number = get(pull, 'number')
  const head = text(at(pull, 'head', 'sha'))
  const base = text(at(pull, 'base', 'sha'))
  if (typeof number !== 'number' || !head || !base)
    throw new UserError('this command is about a pull request: run it in a workflow on pull_request')
  const title = clean(text(get(pull, 'title')) ?? `Pull request ${number}`).replaceAll(/\s+/g, ' ')
  const body = clean(text(get(pull, 'body')) ?? '').slice(0, longestBody)
  const labels = get(pull, 'labels')
  const login = text(at(pull, 'user', 'login')) ?? 'ghost'
  return {
    ...{ number, title, body, head, base, url: text(get(pull, 'html_url')) },
    author: { login, id: String(at(pull, 'user', 'id') ?? 0) },
    change: {
      ...{ pr: number, title, body },
      labels: Array.isArray(labels) ? labels.flatMap((label) => text(get(label, 'name')) ?? []) : [],
      authors: [login],
    },
  }
}

/** No argument of a program can hold a NUL. */
function clean(value: string): string {
  return value.replaceAll('\0', '').replaceAll('\r\n', '\n')
}
