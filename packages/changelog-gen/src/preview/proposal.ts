import type { Io } from '@frontdoor/kit/io'
import { eventPull } from '../forge/event.ts'
import { at, listAt, textAt } from '../json.ts'

/** What a branch is proposed with: a pull request, a merge request, or nothing yet. */
export interface Proposal {
  /** One line; empty where nobody has said it. */
  readonly title: string
  readonly body: string
  readonly number?: number | undefined
  /** What the forge writes before a number: `!` on GitLab, else `#`. */
  readonly sign?: '!'
  readonly labels: readonly string[]
  /** Name and address that a squash is written by; those of the newest commit where absent. */
  readonly author?: { readonly name: string; readonly email: string } | undefined
  /** Hash of its newest commit, where that is known. */
  readonly head?: string | undefined
  /** Name of the branch that it is to be merged into, and a hash of that branch. */
  readonly into?: string | undefined
  readonly base?: string | undefined
  /** How it will be merged, where the forge has been told. */
  readonly method?: MergeMethod | undefined
}

/** `squash` makes one commit with the title; `merge` takes the commits as they are, and so does a rebase. */
export type MergeMethod = 'squash' | 'merge'

/**
 * What the running workflow or pipeline says of it; empty at home.
 *
 * @throws {UserError} where the file of the event cannot be read
 */
export function readProposal(env: Io['env']): Proposal {
  const pull = eventPull(env)
  if (pull) return fromGitHub(pull, env.GITHUB_BASE_REF)
  if (env.CI_MERGE_REQUEST_IID) return fromGitLab(env)
  return { title: '', body: '', labels: [], into: env.GITHUB_BASE_REF || env.BITBUCKET_PR_DESTINATION_BRANCH }
}

function fromGitHub(pull: unknown, into: string | undefined): Proposal {
  const login = textAt(pull, 'user', 'login') || 'ghost'
  return {
    title: lineOf(textAt(pull, 'title')),
    body: bodyOf(textAt(pull, 'body')),
    number: numberOf(at(pull, 'number')),
    labels: listAt(pull, 'labels').flatMap((label) => textAt(label, 'name') || []),
    author: { name: login, email: `${Number(at(pull, 'user', 'id')) || 0}+${login}@users.noreply.github.com` },
    head: textAt(pull, 'head', 'sha') || undefined,
    into: into || textAt(pull, 'base', 'ref') || undefined,
    base: textAt(pull, 'base', 'sha') || undefined,
  }
}

/** The variables of a pipeline for a merge request (docs.gitlab.com, predefined variables, read 2026-11). */
function fromGitLab(env: Io['env']): Proposal {
  const squashes = env.CI_MERGE_REQUEST_SQUASH_ON_MERGE
  return {
    title: lineOf(env.CI_MERGE_REQUEST_TITLE ?? '').replace(/^(?:draft|wip):\s+/i, ''),
    body: bodyOf(env.CI_MERGE_REQUEST_DESCRIPTION ?? ''),
    number: numberOf(env.CI_MERGE_REQUEST_IID),
    sign: '!',
    labels: (env.CI_MERGE_REQUEST_LABELS ?? '').split(',').filter(Boolean),
    into: env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME,
    base: env.CI_MERGE_REQUEST_DIFF_BASE_SHA,
    method: squashes === 'true' ? 'squash' : squashes === 'false' ? 'merge' : undefined,
  }
}

function numberOf(value: unknown): number | undefined {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}

/** A title from anywhere, as the first line of a message: no argument of a program can hold a NUL. */
export function lineOf(text: string): string {
  return text.replaceAll(/[\s\0]+/g, ' ').trim()
}

/** More than anybody reads of a description, and less than a command line may hold. */
const longestBody = 20_000

function bodyOf(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n').slice(0, longestBody)
}
