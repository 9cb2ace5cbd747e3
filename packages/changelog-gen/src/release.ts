import type { Bump, Origin, Reference } from './change.ts'

/** A version with its changes, or what is not released yet. Plain JSON: the same bytes in every clone and time zone. */
export interface Release {
  /** Without the tag's prefix: `1.2.3`; absent for what is not released. */
  readonly version?: string
  /** Name of the tag: `v1.2.3`; absent for what is not released. */
  readonly tag?: string
  /** Name of the package, in a monorepo. */
  readonly package?: string
  /** `YYYY-MM-DD` of the tag, in UTC; absent for what is not released, or where git holds no date. */
  readonly date?: string
  readonly prerelease: boolean
  readonly range: CommitRange
  /** In the order of the categories; none is empty. */
  readonly sections: readonly Section[]
  /** Who wrote it, most changes first; no bots. */
  readonly contributors: readonly Contributor[]
  /** The commits and fragments that are in no section, each with one reason. */
  readonly omitted: readonly Omission[]
  /** Page of the forge that compares with the release before; absent where the forge is not known. */
  readonly compareUrl?: string
}

/** Which commits a release is made of: those that `to` reaches and no earlier release does. */
interface CommitRange {
  /** The release before; absent for the first one. */
  readonly from?: CommitPoint
  readonly to: CommitPoint
  /** How many commits that are, merges included. */
  readonly commits: number
}

interface CommitPoint {
  /** Full hash. */
  readonly sha: string
  readonly tag?: string
  readonly version?: string
}

/** The entries of one category. */
export interface Section {
  /** Key of the category: `features`. */
  readonly id: string
  readonly title: string
  /** Newest first. */
  readonly entries: readonly Entry[]
}

/** One line of the changelog. */
export interface Entry {
  /** Stable in every clone and over hand edits: `#12`, a full hash, `HASH/2` for the second of a commit, a fragment's path. */
  readonly id: string
  /** What it says, without type, scope and number. */
  readonly text: string
  /** `markdown` only for fragments and overrides, which maintainers wrote as such; all else is to be shown as plain text. */
  readonly format: 'text' | 'markdown'
  /** What a fragment says behind its first paragraph, as Markdown. */
  readonly details?: string
  readonly type?: string
  readonly scope?: string
  readonly breaking: boolean
  /** What breaks and what to do instead. */
  readonly breakingNote?: string
  readonly references: readonly Reference[]
  readonly authors: readonly Contributor[]
  /** Full hashes, newest first; several where the change came in more than once, none for a fragment that is not committed. */
  readonly shas: readonly string[]
  readonly pr?: number
  /** A dependency's versions, folded over all bumps of the release. */
  readonly dependency?: DependencyBump
  /** Share of the entry in the next version. */
  readonly bump: Bump
  /** Fields that are not from where the entry itself is from. */
  readonly origins?: Readonly<Record<string, Origin>>
}

interface DependencyBump {
  readonly name: string
  /** Absent where nobody wrote it, as Renovate does. */
  readonly from?: string
  readonly to: string
  /** The pull requests that did it, oldest first. */
  readonly prs: readonly number[]
}

/** Somebody to thank. */
export interface Contributor {
  readonly name: string
  /** Name on the forge, where the commit's address tells it. */
  readonly login?: string
  /** True where nothing by them is in an earlier release. Only set in `Release.contributors`. */
  readonly isNew?: boolean
}

/** A commit or fragment that no section lists. */
export interface Omission {
  /** Full hash, or path of a fragment. */
  readonly id: string
  readonly subject: string
  readonly reason: OmissionReason
  /** What it was left out in favour of, or because of: a hash, `#12`, a category. */
  readonly partner?: string
}

/** Why a change is not listed; the first that holds is the one that is told. */
export type OmissionReason =
  /** A merge that brings nothing but commits that are in the range themselves. */
  | 'merge'
  /** The change is listed by another commit: a cherry-pick, a branch that was merged, a pull request. */
  | 'duplicate'
  /** A later commit of the release took it back. */
  | 'reverted'
  /** It takes back a commit of the same release. */
  | 'revert'
  /** The commit that made the release: `chore(release): 1.2.3`. */
  | 'release'
  /** It is described by a fragment. */
  | 'fragment'
  /** A `fixup!`, `squash!` or `amend!` that was never folded in. */
  | 'fixup'
  /** A category with `hidden: true` took it. */
  | 'category'
  /** `skip` in an override, or a trailer `Changelog: skip`. */
  | 'skipped'
  /** It touches no path of the package. */
  | 'path'
  /** Entries are not made of commits, and nothing else tells of it. */
  | 'source'
  /** Part of a dependency's bump that another entry tells of. */
  | 'folded'
