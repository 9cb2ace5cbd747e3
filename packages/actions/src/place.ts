import { fullName, parseRepository } from '@frontdoor/kit/forge'
import { runGit } from '@frontdoor/kit/git'
import { gitFacts } from '@frontdoor/kit/git/facts'
import { text } from '@frontdoor/kit/manifests/values'
import { at, readEvent } from './event.ts'
import type { Workplace } from './tool.ts'

/** Gives the address of a line of a file, whose path is from the root of the repository. */
export type LineAddress = (path: string, line: number) => string | undefined

/** Where the lines of the repository that is checked out are shown on GitHub. */
export async function lineAddresses(here: Workplace): Promise<LineAddress> {
  const commit = await commitAddress(here)
  return (path, line) => {
    if (commit === undefined) return undefined
    const file = path.split('/').map(encodeURIComponent).join('/')
    // Without `plain=1` GitHub shows the rendered page, which has no lines.
    return `${commit}/${file}?plain=1#L${line}`
  }
}

/** The address that paths are put behind: in the commit that people pushed, as that of the merge is gone with the pull request. */
async function commitAddress({ io, folder }: Workplace): Promise<string | undefined> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: running = '', GITHUB_SHA: sha } = io.env
  const there = parseRepository((await gitFacts(io, folder).catch(() => undefined))?.remote ?? '')
  // A workflow may check out other repositories than its own.
  if (there && fullName(there) !== running.toLowerCase()) {
    const { code, stdout } = await runGit(io, { folder, command: 'rev-parse', options: ['HEAD'] })
    return there.forge === 'github' && code === 0 ? `${there.url}/blob/${stdout.trim()}` : undefined
  }
  const commit = text(at(readEvent(io.env), 'pull_request', 'head', 'sha')) ?? sha
  return server && running && commit ? `${server}/${running}/blob/${commit}` : undefined
}
