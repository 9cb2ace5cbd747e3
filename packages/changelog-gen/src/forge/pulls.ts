import { at, listAt, textAt } from '../json.ts'
import { readMessage } from '../message/message.ts'
import type { ForgeCommit } from './commits.ts'
import type { Github } from './github.ts'
import { type PullRequest, pullRequestFields, readPullRequest } from './pull-request.ts'

/** How many pull requests one query asks for. */
const batch = 50

/**
 * The merged pull requests of some commits, in the order of the commits. Forges connect a commit with its pull request some time
 * after the merge: until then, the commit's own words say which one it is, or the newest pull requests which commit is theirs.
 */
export async function pullsOf(github: Github, commits: readonly ForgeCommit[]): Promise<PullRequest[]> {
  const known = new Map<number, PullRequest>()
  for (const pull of commits.flatMap(({ pulls }) => pulls)) if (pull.merged) known.set(pull.number, pull)
  const single = commits.filter(({ pulls }) => pulls.length === 0)
  const named = single.flatMap((commit) => (commit.isForeign ? [] : (namedIn(commit) ?? [])))
  if (named.length < single.length) {
    const shas = new Set(single.map(({ sha }) => sha).filter(Boolean))
    const recent = shas.size > 0 ? await recentPulls(github) : []
    for (const pull of recent) if (shas.has(pull.mergeCommit) && !known.has(pull.number)) known.set(pull.number, pull)
  }
  const missing = named.filter(({ number }) => !known.has(number))
  const asked = await pullsByNumber(
    github,
    missing.map(({ number }) => number),
  )
  for (const { number, commit } of missing) {
    const pull = asked.get(number) ?? pullFrom(github, number, commit)
    if (pull?.merged && !known.has(number)) known.set(number, pull)
  }
  return [...known.values()]
}

/** The pull requests that were merged last. */
async function recentPulls(github: Github): Promise<PullRequest[]> {
  const query = `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {
    pullRequests(states: MERGED, first: 10, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ...pull } }
  } }\n${pullRequestFields}`
  const data = await github.query(query, { owner: github.owner, name: github.name })
  return listAt(data, 'repository', 'pullRequests', 'nodes').flatMap((node) => readPullRequest(node) ?? [])
}

/** Pull requests by their numbers; those that are not there are left out. */
export async function pullsByNumber(github: Github, numbers: readonly number[]): Promise<Map<number, PullRequest>> {
  const found = new Map<number, PullRequest>()
  const wanted = [...new Set(numbers)]
  for (let start = 0; start < wanted.length; start += batch) {
    const fields = wanted
      .slice(start, start + batch)
      .map((number) => `p${number}: pullRequest(number: ${number}) { ...pull }`)
    const query = `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join(' ')} } }\n${pullRequestFields}`
    const data = at(await github.query(query, { owner: github.owner, name: github.name }), 'repository')
    for (const number of wanted.slice(start, start + batch)) {
      const pull = readPullRequest(at(data, `p${number}`))
      if (pull) found.set(number, pull)
    }
  }
  return found
}

interface Named {
  readonly number: number
  readonly commit: ForgeCommit
}

const mergeLine = /^Merge pull request #(\d{1,9}) from \S+/

function namedIn(commit: ForgeCommit): Named | undefined {
  const merged = mergeLine.exec(commit.message)?.[1]
  const number = merged === undefined ? readMessage(commit.message).pr : Number(merged)
  return number === undefined ? undefined : { number, commit }
}

/** What a merge says of its pull request, where the server does not say more. Other commits may name anything in brackets. */
function pullFrom({ owner, name, server }: Github, number: number, commit: ForgeCommit): PullRequest | undefined {
  const [, title] = /^[^\n]*\n\s*\n([^\n]+)/.exec(commit.message.replaceAll('\r\n', '\n')) ?? []
  if (!mergeLine.test(commit.message) || title === undefined) return undefined
  const login = commit.authors.find((author) => author.login !== undefined)?.login
  return {
    number,
    title,
    body: '',
    url: `${server}/${owner}/${name}/pull/${number}`,
    ...(login !== undefined && { author: { login, url: `${server}/${login}`, bot: false } }),
    mergedAt: commit.date,
    merged: true,
    labels: [],
    base: '',
    head: '',
    repository: `${owner}/${name}`,
    mergeCommit: commit.sha,
  }
}

/** Paths that a pull request changes, and those that files had before. GitHub lists at most 3000 (docs.github.com, read 2026-11). */
export async function filesOf(github: Github, number: number): Promise<string[]> {
  const files = await github.list(`/pulls/${number}/files`, 3000)
  return files.flatMap((file) => [textAt(file, 'filename'), textAt(file, 'previous_filename')]).filter(Boolean)
}

/** Who of some people has no pull request merged before the first of these. */
export async function newcomers(github: Github, pulls: readonly PullRequest[]): Promise<ReadonlySet<string>> {
  const first = new Map<string, string>()
  for (const { author, mergedAt } of pulls) {
    if (!author || author.bot || mergedAt === '' || !/^[\w-]+$/.test(author.login)) continue
    const known = first.get(author.login)
    if (known === undefined || mergedAt < known) first.set(author.login, mergedAt)
  }
  const found = new Set<string>()
  const people = [...first]
  for (let start = 0; start < people.length; start += batch) {
    const some = people.slice(start, start + batch)
    const names = some.map((_, index) => `$q${index}: String!`).join(', ')
    const fields = some.map((_, index) => `a${index}: search(query: $q${index}, type: ISSUE, first: 1) { issueCount }`)
    const variables = some.map(([login, before], index) => [
      `q${index}`,
      `repo:${github.owner}/${github.name} is:pr is:merged author:${login} merged:<${before}`,
    ])
    const data = await github.query(`query(${names}) { ${fields.join(' ')} }`, Object.fromEntries(variables))
    for (const [index, [login]] of some.entries()) if (at(data, `a${index}`, 'issueCount') === 0) found.add(login)
  }
  return found
}
