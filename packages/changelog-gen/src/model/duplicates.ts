import type { Commit } from '../history/commit.ts'
import { bareTitle } from '../message/header.ts'
import { pickedFrom, readMessage } from '../message/message.ts'
import { type Item, nameOf, omit, omitFor } from './item.ts'

/** Other commits that make the same change. */
export type CopyFinder = (commit: Commit) =>
  | {
      /** What all of them are known by within a release. */
      readonly key: string
      /** The one that an older release has. */
      readonly released?: Commit | undefined
    }
  | undefined

/**
 * Tells a change once that came in more than once: picked from another branch, brought by a rebase and again by a merge. The oldest
 * stays. A cherry-pick and a rebase keep the author, the date of writing and the title, which is as good as comparing the patches; what
 * does not keep them is known by its patch.
 */
export function settleDuplicates(items: readonly Item[], copiesOf: CopyFinder): void {
  const shared = sharedBy(items)
  const first = new Map<string, Item>()
  for (const item of items.toReversed()) {
    // What a pull request tells of is told by it, wherever else it was brought.
    const [teller] = item.reason === 'duplicate' ? (item.tellers ?? []) : []
    if ((item.reason !== undefined && !teller) || item.isMerge) continue
    const copies = copiesOf(item.commit)
    const keys = keysOf(item, shared, copies?.key)
    const known = teller ?? keys.map((one) => first.get(one)).find(Boolean)
    if (!teller) omitKnown(item, known, copies?.released)
    if (item.pr !== undefined && !known && shared.earlierPrs.has(item.pr)) keys.push(`#${item.pr}`)
    for (const one of keys) if (!first.has(one)) first.set(one, known ?? item)
  }
}

function omitKnown(item: Item, known: Item | undefined, released: Commit | undefined): void {
  if (known) omitCopy(item, known)
  else if (released && tellsAll(released, item)) omit(item, 'duplicate', released.sha)
}

/** What more than one commit of a release has or names. No other key can be found again, and to make them all took an eighth of the time of a long history. */
interface Shared {
  /** Times of writing. */
  readonly authored: ReadonlySet<string>
  /** Pull requests. */
  readonly prs: ReadonlySet<number | undefined>
  /** Pull requests that others bring over. */
  readonly earlierPrs: ReadonlySet<number>
  /** Beginnings of hashes from which others were picked. */
  readonly picked: ReadonlySet<string>
}

function sharedBy(items: readonly Item[]): Shared {
  return {
    authored: repeated(items.map(({ commit }) => commit.authored)),
    prs: repeated(items.map(({ pr }) => pr)),
    earlierPrs: new Set(items.flatMap(({ message }) => message.earlierPrs)),
    picked: new Set(items.flatMap(({ message }) => pickedFrom(message.body).map(shortened))),
  }
}

function repeated<Value>(values: readonly Value[]): Set<Value> {
  const seen = new Set<Value>()
  return new Set(values.filter((value) => seen.size === seen.add(value).size))
}

function omitCopy(item: Item, known: Item): void {
  omitFor(item, 'duplicate', [known])
  // Both may be parts of one pull request.
  if (nameOf(known) === nameOf(item)) item.partner = known.commit.sha
}

function keysOf({ commit, message, pr: own }: Item, shared: Shared, patch: string | undefined): string[] {
  const keys: string[] = []
  const sha = shortened(commit.sha)
  if (shared.authored.has(commit.authored)) keys.push(`${commit.email}\0${commit.authored}\0${bareTitle(message.line)}`)
  if (shared.picked.has(sha)) keys.push(sha)
  keys.push(...pickedFrom(message.body).map(shortened))
  for (const pr of message.earlierPrs) keys.push(`#${pr}`)
  if (patch !== undefined) keys.push(patch)
  // Two commits of one pull request that say the same would be two equal lines.
  if (own !== undefined && shared.prs.has(own)) keys.push(`#${own} ${plain(bareTitle(message.line))}`)
  return keys
}

/** `Fix a.` of who merges says the same as `fix a` of who wrote it. */
function plain(title: string): string {
  return title.toLowerCase().replace(/\.$/, '')
}

function shortened(sha: string): string {
  return sha.slice(0, 12)
}

/** True where an older release has told what breaks, too. */
function tellsAll({ message }: Commit, item: Item): boolean {
  return !item.message.breaking || readMessage(message).breaking
}
