import type { Io } from '@frontdoor/kit/io'
import type { Place } from '../place.ts'
import { pullsOfCommits } from './commit-pulls.ts'
import { gitlabProject, isGitlab, openGitlabApi } from './gitlab-api.ts'
import { gitlabPulls } from './gitlab-pulls.ts'
import { openProject, repositoryOf } from './open.ts'
import type { PullRequest } from './pull-request.ts'
import { pullsByNumber } from './pulls.ts'

/** A forge that knows pull requests, or calls them merge requests. */
export interface PullHost {
  /** Those of some numbers; what is not there is left out. */
  byNumber(numbers: readonly number[]): Promise<ReadonlyMap<number, PullRequest>>
  /** The merged ones of the project that each of some commits came in with; none for a commit that the server does not know. */
  ofCommits(shas: readonly string[]): Promise<ReadonlyMap<string, readonly PullRequest[]>>
  close(): Promise<void>
}

/**
 * Opens the forge of a project.
 *
 * @throws {UserError} where the project is on none that is known
 */
export function openPullHost(io: Io, place: Place): PullHost {
  if (isGitlab(io, place)) return gitlabPulls(openGitlabApi(io, place, false))
  const github = openProject(io, { place, cache: undefined, offline: false })
  return {
    byNumber: (numbers) => pullsByNumber(github, numbers),
    ofCommits: (shas) => pullsOfCommits(github, shas),
    close: () => github.close(),
  }
}

/** What tells a project's pull requests from those of others, as parts of a path. */
export function pullHostPath(io: Io, place: Place): readonly string[] {
  if (isGitlab(io, place)) return ['gitlab', ...gitlabProject(io, place).split('/')]
  const { owner, name } = repositoryOf(io, place)
  return [owner, name]
}
