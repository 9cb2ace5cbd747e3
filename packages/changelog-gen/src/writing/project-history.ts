import type { Tag } from '../history/tags.ts'
import type { Release } from '../release.ts'
import type { Released } from './released.ts'

/** What the commands know of a project's history. */
export interface ProjectHistory {
  /** Full hash of the commit that it was read up to; empty where there is none yet. */
  readonly head: string
  readonly unreleased: Release
  /** Newest first; none where the history was read no further than to the newest. */
  readonly releases: readonly Release[]
  /** The releases behind those, as an earlier run wrote them; absent where the history was read instead. */
  readonly older?: Released
  /** True where some entry may be Markdown that a maintainer wrote. */
  readonly mayHoldMarkdown: boolean
  /** All tags that lead to a commit, in this history or beside it. */
  readonly tags: readonly Tag[]
  /** The versions that have a tag, on other branches, too. */
  readonly tagged: () => readonly string[]
  /** The tags by which a release and all older ones are made, by the hash of its commit; undefined where newer commits follow on others, too. */
  readonly settled: (sha: string) => readonly Tag[] | undefined
}

/** The newest release, be its content read or not. */
export function newestOf({ unreleased }: Pick<ProjectHistory, 'unreleased'>): Release['range']['from'] {
  return unreleased.range.from
}
