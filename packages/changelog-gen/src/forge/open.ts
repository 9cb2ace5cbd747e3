import { resolve } from 'node:path'
import { type Io, UserError } from '@frontdoor/kit/io'
import { agent } from '../agent.ts'
import type { Place } from '../place.ts'
import { type Github, openGithub } from './github.ts'

interface ProjectSettings {
  readonly place: Place
  readonly offline: boolean
  readonly cache: string | undefined
}

/** Opens the repository of a project. */
export function openProject(io: Io, { place, offline, cache }: ProjectSettings): Github {
  const folder = cache === undefined ? undefined : resolve(io.cwd, cache)
  return openGithub(io, { ...repositoryOf(io, place), offline, cache: folder, agent })
}

/**
 * The repository that `GITHUB_REPOSITORY` names, else that of the remote.
 *
 * @throws {UserError} where it is not on GitHub
 */
export function repositoryOf({ env }: Io, { repository }: Place): { owner: string; name: string } {
  const [owner = '', name = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  if (owner && name) return { owner, name }
  if (repository?.forge === 'github') return { owner: repository.owner, name: repository.name }
  throw new UserError('no repository on GitHub: set the remote "origin", or GITHUB_REPOSITORY to owner/name')
}
