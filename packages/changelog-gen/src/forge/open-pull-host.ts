import type { Io } from '@frontdoor/kit/io'
import type { Place } from '../place.ts'
import { pullsOfCommits } from './commit-pulls.ts'
import { githubRepository, openGithub } from './github.ts'
import { gitlabProject, isGitlab, openGitlab } from './gitlab.ts'
import { gitlabPulls } from './gitlab-pulls.ts'
import type { PullHost } from './pull-host.ts'
import { pullsByNumber } from './pulls.ts'

/**
 * Opens the forge of a project.
 *
 * @throws {UserError} where the project is on none that is known
 */
export function openPullHost(io: Io, place: Place): PullHost {
  if (isGitlab(io, place)) return gitlabPulls(openGitlab(io, place, false))
  const github = openGithub(io, { place, cache: undefined, offline: false })
  return {
    byNumber: (numbers) => pullsByNumber(github, numbers),
    ofCommits: (shas) => pullsOfCommits(github, shas),
    close: () => github.close(),
  }
}

/** What tells a project's pull requests from those of others, as parts of a path. */
export function pullHostPath(io: Io, place: Place): readonly string[] {
  if (isGitlab(io, place)) return ['gitlab', ...gitlabProject(io, place).split('/')]
  const { owner, name } = githubRepository(io, place)
  return [owner, name]
}
