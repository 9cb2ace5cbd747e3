import { at, listAt } from '../json.ts'
import type { Github } from './github.ts'
import { type PullRequest, pullRequestFields, readOwnPullRequests } from './pull-request.ts'

/** GitHub fails with 502 where a query asks for more long pull requests (seen by several tools, read 2026-11). */
const batch = 30

/** The merged pull requests of this repository that each of some commits came in with; commits that the server does not know have none. */
export async function pullsOfCommits(github: Github, shas: readonly string[]): Promise<Map<string, PullRequest[]>> {
  const found = new Map<string, PullRequest[]>()
  for (let start = 0; start < shas.length; start += batch) {
    const some = shas.slice(start, start + batch)
    const fields = some.map(
      (sha) =>
        `c${sha}: object(oid: "${sha}") { ... on Commit { associatedPullRequests(first: 5) { nodes { ...pull } } } }`,
    )
    const query = `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join(' ')} } }\n${pullRequestFields}`
    const data = at(await github.query(query, { owner: github.owner, name: github.name }), 'repository')
    for (const sha of some) {
      const pulls = readOwnPullRequests(listAt(data, `c${sha}`, 'associatedPullRequests', 'nodes'), github)
      found.set(
        sha,
        pulls.filter(({ merged }) => merged),
      )
    }
  }
  return found
}
