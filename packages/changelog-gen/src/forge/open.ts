import { resolve } from 'node:path'
import type { Program } from '@frontdoor/kit/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { Place } from '../place.ts'
import { type Github, openGithub } from './github.ts'

interface ProjectSettings {
  readonly place: Place
  readonly offline: boolean
  readonly cache: string | undefined
}

/**
 * Opens the repository of a project: the one that `GITHUB_REPOSITORY` names, else that of the remote.
 *
 * @throws {UserError} where it is not on GitHub
 */
export function openProject(program: Program, io: Io, { place, offline, cache }: ProjectSettings): Github {
  const agent = `${program.name}/${program.version} (+https://github.com/frontdoor-tools/frontdoor)`
  const folder = cache === undefined ? undefined : resolve(io.cwd, cache)
  return openGithub(io, { ...repositoryOf(io, place), offline, cache: folder, agent })
}

function repositoryOf({ env }: Io, { repository }: Place): { owner: string; name: string } {
  const [owner = '', name = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  if (owner && name) return { owner, name }
  if (repository?.forge === 'github') return { owner: repository.owner, name: repository.name }
  throw new UserError('no repository on GitHub: set the remote "origin", or GITHUB_REPOSITORY to owner/name')
}
