/** A commit as git tells it. */
export interface Commit {
  /** Place in the history: newest first, a parent behind its children but where clocks were wrong. */
  readonly index: number
  /** Full hash. */
  readonly sha: string
  /** Full hashes. */
  readonly parents: readonly string[]
  /** When it was committed, as Unix time; 0 where git cannot read the date. */
  readonly seconds: number
  /** When it was written, as git has it: a cherry-pick and a rebase keep it. */
  readonly authored: string
  /** Author, as the repository's `.mailmap` has it. */
  readonly name: string
  readonly email: string
  /** Subject and body; what is longer than 64 KiB is cut. */
  readonly message: string
  /** Sorted; empty where they were not asked for, and for merges. */
  readonly paths: readonly string[]
}
