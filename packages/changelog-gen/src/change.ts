import type { DependencyChange } from './message/dependency.ts'

/** One commit, pull request or fragment, before it is sorted into a release. Plain data, so that a source can be JSON. */
export interface Change {
  /** Stable in every clone: `#12` for a pull request, the full hash for a commit, the path for a fragment. */
  readonly id: string
  readonly kind: 'commit' | 'pull-request' | 'fragment'
  /** What it does, without type, scope and number. One line of a fragment's Markdown, of anybody's plain text else. */
  readonly subject: string
  /** The first line as it was written; absent where that is the subject. */
  readonly title?: string
  /** The rest of what its author wrote. */
  readonly body: string
  /** Lower case: `feat`; absent where the text follows no convention. */
  readonly type?: string
  readonly scope?: string
  readonly breaking: boolean
  /** What breaks, in the author's words; absent where only a `!` says so. */
  readonly breakingNote?: string
  /** The version level that it asks for by itself, whatever its words say; of several packages, the highest. */
  readonly bump?: Bump
  readonly references: readonly Reference[]
  /** Authors, those of `Co-authored-by` after the first. */
  readonly authors: readonly Person[]
  /** Full hashes of the commits that brought it: several where one change came in more than once. */
  readonly shas: readonly string[]
  /** Number of the pull request (or merge request) that it came in with. */
  readonly pr?: number
  readonly labels: readonly string[]
  /** Paths that it touches, relative to the repository's root; absent where they were not asked for. */
  readonly paths?: readonly string[]
  /** Packages that it names by itself, with the level that it asks of each, as a changeset does. */
  readonly packages?: readonly { readonly name: string; readonly bump: Bump; readonly type?: string }[]
  /** True for a fragment whose file stays when a release has told of it. */
  readonly stays?: true
  /** The version of a dependency that it changes. */
  readonly dependency?: DependencyChange
  /** Where fields came from that are not from the kind itself: a subject from the pull request's title, a type from an override. */
  readonly origins: Readonly<Partial<Record<ChangeField, Origin>>>
}

/** The id of a change as people read it: of a commit the first ten digits of its hash. */
export function shortId(id: string): string {
  return id.replace(/^([\da-f]{10})[\da-f]{30,}(?:\/\d+)?$/, '$1')
}

/** How much of a version a change moves. */
export type Bump = 'major' | 'minor' | 'patch' | 'none'

/** The fields of a change that several sources may fill. */
export const changeFields = [
  'subject',
  'body',
  'type',
  'scope',
  'breaking',
  'breakingNote',
  'bump',
  'authors',
  'labels',
  'pr',
  'references',
] as const

type ChangeField = (typeof changeFields)[number]

/** What a field was read from; `squash` is the body of a squashed commit, `merge` the commit that merged a branch. */
export type Origin = 'commit' | 'squash' | 'merge' | 'pull-request' | 'fragment' | 'override' | 'note' | 'context'

/** An issue, pull request or commit that a change names. */
export interface Reference {
  /** As written: `#12`, `owner/name#12`, `GH-12`, `!7`, `JIRA-12`, a hash. */
  readonly raw: string
  /** Number or key without the sign before it: `12`. */
  readonly id: string
  /** `issue` where it may be either, as on GitHub. */
  readonly kind: 'issue' | 'pull-request' | 'commit'
  /** `owner/name`, where it is written. */
  readonly repository?: string
  /** Lower case: `closes`, `fixes`, `refs`; absent where it is only named. */
  readonly action?: string
}

/** Somebody who wrote a change. */
export interface Person {
  readonly name: string
  /** Lower case; never shown. */
  readonly email: string
  /** Name on the forge, where the address tells it. */
  readonly login?: string
  /** True for automata: their changes count, their names are not thanked. */
  readonly bot: boolean
}

/** Reads changes beside those of git: from a forge, from files. Changes that name a commit or number of git's are merged into it. */
export type ChangeSource = (request: ChangeRequest) => AsyncIterable<Change>

/** The part of history that changes are asked for. */
interface ChangeRequest {
  /** Newest first. */
  readonly commits: readonly AskedCommit[]
}

/** A commit that other sources may know something of. */
export interface AskedCommit {
  /** Full hash. */
  readonly sha: string
  /** Number of the pull request that it names. */
  readonly pr?: number
  /** True where it is part of a release, so that what is known of it is settled. */
  readonly released: boolean
}
