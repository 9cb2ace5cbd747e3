import { at, listAt, textAt } from '../json.ts'
import type { Gitlab } from './gitlab.ts'
import type { PullHost } from './pull-host.ts'
import type { PullRequest } from './pull-request.ts'

/** How many merge requests one question asks for: GitLab gives no more on a page. */
const batch = 100
/** How many commits are asked about at a time. */
const atOnce = 8

/** Merge requests of a project on GitLab (docs.gitlab.com, "Merge requests API" and "Commits API", read 2026-11). */
export function gitlabPulls(gitlab: Gitlab): PullHost {
  const list = async (path: string): Promise<readonly PullRequest[]> => {
    const answer = await gitlab.ask('GET', gitlab.root + path)
    // A commit that was not pushed has none.
    if (answer.status === 404 && path.startsWith('/repository/')) return []
    if (answer.status !== 200) gitlab.refuse(answer)
    return listAt(answer.value).flatMap((one) => readMergeRequest(one, gitlab.project) ?? [])
  }
  return {
    async byNumber(numbers) {
      const found = new Map<number, PullRequest>()
      for (let start = 0; start < numbers.length; start += batch) {
        const wanted = numbers.slice(start, start + batch).map((number) => `iids%5B%5D=${number}`)
        for (const pull of await list(`/merge_requests?scope=all&per_page=${batch}&${wanted.join('&')}`))
          found.set(pull.number, pull)
      }
      return found
    },
    async ofCommits(shas) {
      const found = new Map<string, readonly PullRequest[]>()
      for (let start = 0; start < shas.length; start += atOnce)
        await Promise.all(
          shas.slice(start, start + atOnce).map(async (sha) => {
            const pulls = await list(`/repository/commits/${sha}/merge_requests`)
            const here = ({ merged, repository }: PullRequest) =>
              merged && repository.toLowerCase() === gitlab.project.toLowerCase()
            found.set(sha, pulls.filter(here))
          }),
        )
      return found
    },
    close: () => gitlab.close(),
  }
}

/** Reads a merge request from an answer; undefined for what is none. */
function readMergeRequest(value: unknown, project: string): PullRequest | undefined {
  const number = at(value, 'iid')
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined
  const login = textAt(value, 'author', 'username')
  return {
    number,
    title: textAt(value, 'title'),
    body: textAt(value, 'description'),
    url: textAt(value, 'web_url'),
    ...(login !== '' && { author: { login, url: textAt(value, 'author', 'web_url'), bot: false } }),
    mergedAt: textAt(value, 'merged_at'),
    merged: textAt(value, 'state') === 'merged',
    labels: listAt(value, 'labels').filter((label) => typeof label === 'string'),
    base: textAt(value, 'target_branch'),
    head: textAt(value, 'source_branch'),
    // `group/name!7`, where the server is new enough to say it.
    repository: textAt(value, 'references', 'full').split('!')[0] || project,
    mergeCommit: textAt(value, 'squash_commit_sha') || textAt(value, 'merge_commit_sha'),
  }
}
