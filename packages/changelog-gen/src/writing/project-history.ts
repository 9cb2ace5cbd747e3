import type { Release } from '../release.ts'

/** What the commands know of a project's history, newest first. */
export interface ProjectHistory {
  /** Full hash of the commit that it was read up to. */
  readonly head: string
  readonly unreleased: Release
  readonly releases: readonly Release[]
}
