import { type Io, UserError } from '@frontdoor/kit/io'
import { get, text } from '@frontdoor/kit/manifests/values'
import { at, readEvent } from './event.ts'

/** The pull request that a workflow runs for. */
export interface PullRequest {
  readonly title: string
  /** Its page. */
  readonly url: string | undefined
}

/**
 * Reads the pull request from the event.
 *
 * @throws {UserError} where the workflow runs for something else
 */
export function readPull(env: Io['env']): PullRequest {
  const pull = at(readEvent(env), 'pull_request')
  const number = get(pull, 'number')
  if (typeof number !== 'number')
    throw new UserError('this command is about a pull request: run it in a workflow on pull_request')
  const title = (text(get(pull, 'title')) ?? `Pull request ${number}`).replaceAll(/[\s\0]+/g, ' ')
  return { title, url: text(get(pull, 'html_url')) }
}
