import { readFileSync } from 'node:fs'
import type { Io } from '@frontdoor/kit/io'
import { get, text } from '@frontdoor/kit/manifests/values'

/** What started the run, as GitHub wrote it to a file; an empty object where there is none. */
export function readEvent({ GITHUB_EVENT_PATH: path }: Io['env']): unknown {
  if (!path) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}

/** What stands at the end of a path of keys; undefined where the path ends early. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(get, value)
}

/** Where a line of a file is shown, in the commit that people pushed: that of the merge is gone with the pull request. */
export function lineAddress(env: Io['env'], path: string, line: number): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env
  const commit = text(at(readEvent(env), 'pull_request', 'head', 'sha')) ?? sha
  if (!server || !repository || !commit) return undefined
  const file = path.split('/').map(encodeURIComponent).join('/')
  // Without `plain=1` GitHub shows the rendered page, which has no lines.
  return `${server}/${repository}/blob/${commit}/${file}?plain=1#L${line}`
}
