import type { Io } from '@frontdoor/kit/io'
import type { Place } from '../place.ts'
import { openGithub } from './github.ts'
import { githubHost } from './github-host.ts'
import { isGitlab, openGitlab } from './gitlab.ts'
import { gitlabHost } from './gitlab-host.ts'
import type { ReleaseHost } from './release-host.ts'

interface HostFlags {
  readonly offline: boolean
  readonly cache: string | undefined
}

/**
 * The forge that holds a project's releases: GitLab where the project or the running pipeline is there, else GitHub.
 *
 * @throws {UserError} where the project is on neither
 */
export function openReleaseHost(io: Io, place: Place, { offline, cache }: HostFlags): ReleaseHost {
  if (isGitlab(io, place)) return gitlabHost(openGitlab(io, place, offline))
  return githubHost(openGithub(io, { place, offline, cache }))
}
