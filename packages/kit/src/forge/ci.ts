import { readFileSync } from 'node:fs'
import { fullName } from '../forge.ts'
import type { Io } from '../io.ts'
import type { Repository } from '../project.ts'

/**
 * The default branch as the CI service knows it. A checkout there has one branch, which need not be the default one, and no
 * `origin/HEAD`. Undefined elsewhere, and where the job is for another repository.
 */
export function ciDefaultBranch(env: Io['env'], repository: Repository | undefined): string | undefined {
  if (repository === undefined) return undefined
  const path = fullName(repository)
  if (env.CI_DEFAULT_BRANCH && env.CI_PROJECT_PATH?.toLowerCase() === path) return env.CI_DEFAULT_BRANCH
  return env.GITHUB_REPOSITORY?.toLowerCase() === path ? branchOfEvent(env.GITHUB_EVENT_PATH) : undefined
}

/** All that `ciDefaultBranch` asks the environment, as one word: where it is the same, so is the answer. */
export function ciWord(env: Io['env']): string {
  const { CI_DEFAULT_BRANCH, CI_PROJECT_PATH, GITHUB_REPOSITORY, GITHUB_EVENT_PATH } = env
  return JSON.stringify([CI_DEFAULT_BRANCH, CI_PROJECT_PATH, GITHUB_REPOSITORY, branchOfEvent(GITHUB_EVENT_PATH)])
}

/** GitHub Actions writes the event that started the job to a file; every kind has the repository in it. */
function branchOfEvent(path: string | undefined): string | undefined {
  if (!path) return undefined
  try {
    const branch: unknown = JSON.parse(readFileSync(path, 'utf8'))?.repository?.default_branch
    return typeof branch === 'string' && branch !== '' ? branch : undefined
  } catch {
    // No event, no word about the branch: what git says stands.
    return undefined
  }
}
