import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cacheFolder } from '@frontdoor/kit/cache/folder'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { AskedCommit, Change, ChangeSource } from '../change.ts'
import { type KeptPlace, type KeptPulls, openKeptPulls } from '../forge/kept-pulls.ts'
import { openPullHost, pullHostPath } from '../forge/open-pull-host.ts'
import type { PullRequest } from '../forge/pull-request.ts'
import { readMessage } from '../message/message.ts'
import type { Place } from '../place.ts'

/** Where pull requests are asked for, and where they are kept. */
export interface PullRequestSettings {
  readonly place: Place
  /** Only what is kept counts, and what is not kept is an error. */
  readonly offline: boolean
  /** The folder to keep them in, from the working directory; the project's own or that of the user where absent. */
  readonly cache: string | undefined
}

/**
 * The pull requests that commits came in with. What is kept of a released commit is not asked again; titles and labels of what is not
 * released yet may still be changed.
 */
export function pullRequestSource(io: Io, settings: PullRequestSettings): ChangeSource {
  const asked = new Set<string>()
  return async function* ({ commits }) {
    const kept = await openKeptPulls(placeOf(io, settings))
    const missing = commits.filter(
      ({ sha, released }) => !asked.has(sha) && !(released && kept.numbersOf(sha) !== undefined),
    )
    if (settings.offline) requireKept(commits, kept)
    else if (missing.length > 0) {
      await ask(io, settings, { commits: missing, kept })
      for (const { sha } of missing) asked.add(sha)
    }
    yield* changesOf(commits, kept)
  }
}

/** A project that has such a file in `.changelog` keeps it there, to be committed. */
function placeOf(io: Io, { place, cache }: PullRequestSettings): KeptPlace | undefined {
  const name = 'pull-requests.jsonl'
  if (cache !== undefined) return { path: resolve(io.cwd, cache, name), root: resolve(io.cwd, cache) }
  const own = join(place.root, '.changelog', name)
  if (existsSync(own)) return { path: own, root: place.root }
  const folder = cacheFolder(io)
  const path = pullHostPath(io, place)
  return folder === undefined ? undefined : { path: join(folder, 'pulls', ...path, name), root: folder }
}

function requireKept(commits: readonly AskedCommit[], kept: KeptPulls): void {
  const missing = commits.filter(({ sha }) => kept.numbersOf(sha) === undefined)
  const [first] = missing
  if (!first) return
  const more = missing.length > 1 ? ` and ${missing.length - 1} more` : ''
  throw new UserError(
    `--offline, and nothing is kept of the pull requests of ${first.sha.slice(0, 10)}${more}; run once without it, with the same --cache`,
  )
}

interface Asking {
  readonly commits: readonly AskedCommit[]
  readonly kept: KeptPulls
}

/** A commit that names its pull request needs no search for it. */
async function ask(io: Io, settings: PullRequestSettings, { commits, kept }: Asking): Promise<void> {
  const host = openPullHost(io, settings.place)
  try {
    const named = await host.byNumber([...new Set(commits.flatMap(({ pr }) => pr ?? []))])
    const numberOf = ({ pr }: AskedCommit) => (pr === undefined ? undefined : named.get(pr))
    const others = commits.filter((commit) => !numberOf(commit)?.merged)
    const found = await host.ofCommits(others.map(({ sha }) => sha))
    for (const commit of commits) {
      const own = numberOf(commit)
      kept.keep(commit.sha, own?.merged ? [own] : (found.get(commit.sha) ?? []))
    }
  } finally {
    await host.close()
  }
  await kept.save()
}

function changesOf(commits: readonly AskedCommit[], kept: KeptPulls): Change[] {
  const shas = new Map<number, string[]>()
  for (const { sha } of commits) {
    // Of several, the first is the one that brought it.
    const [number] = kept.numbersOf(sha) ?? []
    if (number !== undefined) shas.set(number, [...(shas.get(number) ?? []), sha])
  }
  return [...shas].flatMap(([number, own]) => {
    const pull = kept.pull(number)
    return pull ? [changeOf(pull, own)] : []
  })
}

function changeOf({ number, title, body, labels }: PullRequest, shas: readonly string[]): Change {
  const message = readMessage(rewritten(body) ?? `${title}\n\n${body.replaceAll(/<!--[\s\S]*?-->/g, '')}`)
  const note = message.notes.join('\n\n')
  return {
    id: `#${number}`,
    kind: 'pull-request',
    subject: message.subject,
    title: message.line,
    body: message.body,
    ...(message.type && { type: message.type }),
    ...(message.scope && { scope: message.scope }),
    breaking: message.breaking,
    ...(note && { breakingNote: note }),
    references: message.references,
    authors: [],
    shas,
    pr: number,
    labels,
    origins: {},
  }
}

/** What somebody wrote into a merged pull request to be taken instead of its commit (release-please, read 2026-11). */
function rewritten(body: string): string | undefined {
  return /BEGIN_COMMIT_OVERRIDE\s*\n([\s\S]*?)\n\s*END_COMMIT_OVERRIDE/.exec(body.replaceAll('\r\n', '\n'))?.[1]?.trim()
}
