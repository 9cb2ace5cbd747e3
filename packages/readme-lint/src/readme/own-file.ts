import { posix } from 'node:path'
import { readForgeUrl, sameRepository } from '@frontdoor/kit/forge'
import type { Project } from '@frontdoor/kit/project'
import { type RelativeAddress, relativeAddress } from './address.ts'

/**
 * The place in the repository that an address leads to: a relative one, or an absolute one of a file on the default branch.
 * `from` is the README's path, relative to the project's folder.
 */
export function ownAddress(url: string, from: string, project: Project): RelativeAddress | undefined {
  return relativeAddress(url, from, project) ?? absoluteAddress(url, project)
}

function absoluteAddress(url: string, project: Project): RelativeAddress | undefined {
  const { repository, defaultBranch } = project
  // Most addresses lead elsewhere, which is seen sooner than read.
  if (!repository || !url.toLowerCase().includes(`/${repository.name.toLowerCase()}`)) return undefined
  const found = readForgeUrl(url, { forges: { [repository.host]: repository.forge } })
  if (!found?.path || !sameRepository(found.repository, repository)) return undefined
  if (found.ref !== 'HEAD' && (defaultBranch === undefined || found.ref !== defaultBranch)) return undefined
  const inRoot = posix.normalize(found.path).replace(/\/$/, '')
  const path = posix.relative(project.directory, inRoot) || '.'
  return { path, inRoot, suffix: /[?#].*$/s.exec(url)?.[0] ?? '', rooted: true }
}
