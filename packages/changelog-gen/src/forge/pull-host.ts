import type { PullRequest } from './pull-request.ts'

/** A forge that knows pull requests, or calls them merge requests. */
export interface PullHost {
  /** Those of some numbers; what is not there is left out. */
  byNumber(numbers: readonly number[]): Promise<ReadonlyMap<number, PullRequest>>
  /** The merged ones of the project that each of some commits came in with; none for a commit that the server does not know. */
  ofCommits(shas: readonly string[]): Promise<ReadonlyMap<string, readonly PullRequest[]>>
  close(): Promise<void>
}
