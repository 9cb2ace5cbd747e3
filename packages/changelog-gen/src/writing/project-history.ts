import type { Tag } from '../history/tags.ts'
import type { Release } from '../release.ts'

/** What the commands know of a project's history. */
export interface ProjectHistory {
  /** Full hash of the commit that it was read up to; empty where there is none yet. */
  readonly head: string
  readonly unreleased: Release
  /** Newest first; none where the history was read no further than to the newest. */
  readonly releases: readonly Release[]
  /** True where some entry may be Markdown that a maintainer wrote. */
  readonly mayHoldMarkdown: boolean
  /** All tags that lead to a commit, in this history or beside it. */
  readonly tags: readonly Tag[]
}

/** The newest release, be its content read or not. */
export function newestOf({ unreleased }: Pick<ProjectHistory, 'unreleased'>): Release['range']['from'] {
  return unreleased.range.from
}
