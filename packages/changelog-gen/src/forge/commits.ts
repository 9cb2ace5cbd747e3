import { UserError } from '@frontdoor/kit/io'
import { at, listAt, textAt } from '../json.ts'
import type { Github } from './github.ts'
import { type PullRequest, pullRequestFields, readOwnPullRequests } from './pull-request.ts'

/** A commit as its forge knows it. */
export interface ForgeCommit {
  /** Full hash; empty where the forge did not say. */
  readonly sha: string
  readonly message: string
  /** ISO 8601. */
  readonly date: string
  /** Who wrote it, with all of `Co-authored-by`. */
  readonly authors: readonly { readonly name: string; readonly login?: string }[]
  /** Those of this repository. */
  readonly pulls: readonly PullRequest[]
  /** True where the forge knows it from a pull request of another repository only: a number in its title is one of there. */
  readonly isForeign: boolean
}

export interface CommitSpan {
  /** Tag of the release before; absent where there is none, and all commits are asked for. */
  readonly from?: string | undefined
  /** A branch, a full ref or a hash. */
  readonly to: string
}

const commitFields = `pageInfo { hasNextPage endCursor }
nodes {
  oid message committedDate
  author { name user { login } }
  authors(first: 20) { nodes { name user { login } } }
  associatedPullRequests(first: 5) { nodes { ...pull } }
}`

/** GitHub fails with 502 for larger pages where the pull requests are long (seen by several tools, read 2026-11). */
const pageSize = 30
/** Of a first release, which has no other end. */
const mostCommits = 3000

const comparison = `query($owner: String!, $name: String!, $from: String!, $to: String!, $count: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $from) { compare(headRef: $to) { commits(first: $count, after: $after) { ${commitFields} } } }
  }
}
${pullRequestFields}`

const history = `query($owner: String!, $name: String!, $to: String!, $count: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    object(expression: $to) { ... on Commit { history(first: $count, after: $after) { ${commitFields} } } }
  }
}
${pullRequestFields}`

/**
 * The commits that are in one point and not in the other, with the pull requests that they came in with.
 *
 * @throws {UserError} where the server does not know one of the points
 */
export async function commitsBetween(github: Github, { from, to }: CommitSpan): Promise<ForgeCommit[]> {
  const found: ForgeCommit[] = []
  let after: string | null = null
  do {
    const variables: Record<string, unknown> = { owner: github.owner, name: github.name, to, count: pageSize, after }
    const data: unknown =
      from === undefined
        ? at(await github.query(history, variables), 'repository', 'object', 'history')
        : at(
            await github.query(comparison, { ...variables, from: `refs/tags/${from}` }),
            ...['repository', 'ref', 'compare', 'commits'],
          )
    if (typeof data !== 'object' || data === null) throw new UserError(unknownSpan({ from, to }))
    found.push(...listAt(data, 'nodes').map((node) => readCommit(node, github)))
    after = at(data, 'pageInfo', 'hasNextPage') === true ? textAt(data, 'pageInfo', 'endCursor') : null
  } while (after && (from !== undefined || found.length < mostCommits))
  return found
}

function unknownSpan({ from, to }: CommitSpan): string {
  return from === undefined
    ? `GitHub knows no branch or commit ${to}; push it, or name another with --target`
    : `GitHub cannot compare ${from} with ${to}: push the tag and the branch, or name another with --target`
}

function readCommit(node: unknown, github: Github): ForgeCommit {
  const authors = listAt(node, 'authors', 'nodes')
  const single = at(node, 'author')
  const people = authors.length === 0 && single ? [single] : authors
  const nodes = listAt(node, 'associatedPullRequests', 'nodes')
  const pulls = readOwnPullRequests(nodes, github)
  return {
    sha: textAt(node, 'oid'),
    message: textAt(node, 'message'),
    date: textAt(node, 'committedDate'),
    authors: people.map((person) => {
      const login = textAt(person, 'user', 'login')
      return { name: textAt(person, 'name'), ...(login !== '' && { login }) }
    }),
    pulls,
    isForeign: pulls.length === 0 && nodes.length > 0,
  }
}
