import { fullName } from '@frontdoor/kit/forge'
import { at, listAt, textAt } from '../json.ts'

/** A pull request as its forge knows it. All text in it is by whoever opened it. */
export interface PullRequest {
  readonly number: number
  readonly title: string
  readonly body: string
  /** Its page. */
  readonly url: string
  /** Absent where the account is gone. */
  readonly author?: Account
  /** ISO 8601; empty where it is not known. */
  readonly mergedAt: string
  readonly merged: boolean
  readonly labels: readonly string[]
  /** Branch that it was merged into. */
  readonly base: string
  readonly head: string
  /** `owner/name` of the repository that it was meant for. */
  readonly repository: string
  /** Full hash of the commit that brought it; empty where it is not known. */
  readonly mergeCommit: string
}

/** Somebody on the forge. */
interface Account {
  /** As the forge writes it; of an app without `[bot]`. */
  readonly login: string
  readonly url: string
  readonly bot: boolean
}

/** What to ask for of a pull request, as a GraphQL fragment `pull`. */
export const pullRequestFields = `fragment pull on PullRequest {
  number title body url mergedAt merged baseRefName headRefName
  author { __typename login url }
  baseRepository { nameWithOwner }
  labels(first: 100) { nodes { name } }
  mergeCommit { oid }
}`

/** True for what was written as one. */
export function isPullRequest(value: unknown): value is PullRequest {
  const texts = ['title', 'body', 'url', 'mergedAt', 'base', 'head', 'repository', 'mergeCommit']
  return (
    typeof at(value, 'number') === 'number' &&
    texts.every((key) => typeof at(value, key) === 'string') &&
    Array.isArray(at(value, 'labels')) &&
    listAt(value, 'labels').every((label) => typeof label === 'string')
  )
}

/** Those of some pull requests in an answer that are of this repository: a fork's, which brought the same commit there, have numbers of their own. */
export function readOwnPullRequests(nodes: readonly unknown[], own: { owner: string; name: string }): PullRequest[] {
  const here = fullName(own)
  return nodes
    .flatMap((node) => readPullRequest(node) ?? [])
    .filter(({ repository }) => repository.toLowerCase() === here)
}

/** Reads a pull request from an answer; undefined for what is none. */
export function readPullRequest(node: unknown): PullRequest | undefined {
  const number = at(node, 'number')
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined
  const login = textAt(node, 'author', 'login')
  return {
    number,
    title: textAt(node, 'title'),
    body: textAt(node, 'body'),
    url: textAt(node, 'url'),
    ...(login !== '' && {
      author: { login, url: textAt(node, 'author', 'url'), bot: textAt(node, 'author', '__typename') === 'Bot' },
    }),
    mergedAt: textAt(node, 'mergedAt'),
    merged: at(node, 'merged') === true,
    labels: listAt(node, 'labels', 'nodes')
      .map((label) => textAt(label, 'name'))
      .filter(Boolean),
    base: textAt(node, 'baseRefName'),
    head: textAt(node, 'headRefName'),
    repository: textAt(node, 'baseRepository', 'nameWithOwner'),
    mergeCommit: textAt(node, 'mergeCommit', 'oid'),
  }
}
