import type { MergeFinder } from '../history/branches.ts'
import type { Commit } from '../history/commit.ts'
import { changelogWords } from '../message/message.ts'
import { isReleaseCommit } from '../message/release-commit.ts'
import type { Settings } from '../settings.ts'
import { type CopyFinder, settleDuplicates } from './duplicates.ts'
import { inheritBreaks } from './inherit.ts'
import { type Item, itemOf, omit } from './item.ts'
import { settleMerges, settleRebased } from './merges.ts'
import type { Override } from './override.ts'
import { settleReverts } from './reverts.ts'

/** What decides about commits beside their own text. */
export interface Judgement {
  readonly settings: Pick<Settings, 'merges' | 'sources'>
  readonly mergeOf: MergeFinder
  /** What the project and its packages are called. */
  readonly names: readonly string[]
  readonly override: (item: Item) => Override | undefined
  /** The package that the release is of: commits that touch nothing of it are left out. */
  readonly touches?: (commit: Commit) => boolean
  /** The pull request that a commit came in with, where another source knows it. */
  readonly pullOf: (sha: string) => number | undefined
  readonly copiesOf: CopyFinder
  /** Hash of a commit to the fragment that describes it. */
  readonly fragmentOf: (sha: string) => string | undefined
}

/** Gives those commits of a release, newest first, that are not to be listed their reason. */
export function judge(items: readonly Item[], judgement: Judgement): void {
  for (const item of items) judgeAlone(item, judgement)
  // Where commits make no entries, pull requests tell of them.
  const policy = judgement.settings.sources.includes('git') ? judgement.settings.merges : 'pull-requests'
  settleMerges({ items, mergeOf: judgement.mergeOf }, policy)
  settleRebased(items, judgement.pullOf, policy)
  settleReverts(items, judgement.mergeOf)
  settleDuplicates(items, judgement.copiesOf)
  inheritBreaks(items)
}

function judgeAlone(item: Item, { names, override, touches, fragmentOf }: Judgement): void {
  const { commit, message } = item
  const fragment = fragmentOf(commit.sha)
  // A merge touches nothing by itself; it is judged by what it brings.
  if (touches && !item.isMerge && !touches(commit)) omit(item, 'path')
  if (override(item)?.skip === true || asksToSkip(item)) omit(item, 'skipped')
  // Whatever its title says, what breaks is no left-over.
  if (!message.breaking && /^(?:fixup|squash|amend)! /.test(message.line)) omit(item, 'fixup')
  if (!message.breaking && isReleaseCommit(message, names)) omit(item, 'release')
  if (fragment !== undefined) omit(item, 'fragment', fragment)
}

/** True for a merge that has nothing to tell of what it brought: a merge of branches, or of what a release is made of. */
export function isPlainMerge(commit: Commit, names: readonly string[]): boolean {
  const { isMerge, hasTitle, message } = itemOf(commit)
  return !isMerge || !hasTitle || isReleaseCommit(message, names)
}

function asksToSkip({ message: { line, body } }: Item): boolean {
  return (
    /\[(?:skip changelog|changelog skip|no changelog)\]/i.test(line) ||
    changelogWords(body).some((word) => /^(?:skip|ignore|none|internal)$/.test(word))
  )
}
