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
  const first = new Map<string, Item>()
  for (const item of items.toReversed()) {
    if (item.reason !== undefined || item.isMerge) continue
    const copies = copiesOf(item.commit)
    const keys = copies ? [...keysOf(item), copies.key] : keysOf(item)
    const known = keys.map((key) => first.get(key)).find((one) => one !== undefined)
    if (known) omitCopy(item, known)
    else if (copies?.released && tellsAll(copies.released, item)) omit(item, 'duplicate', copies.released.sha)
    const names = item.pr === undefined || known ? keys : [...keys, `#${item.pr}`]
    for (const key of names) if (!first.has(key)) first.set(key, known ?? item)
  }
}

function omitCopy(item: Item, known: Item): void {
  omitFor(item, 'duplicate', [known])
  // Both may be parts of one pull request.
  if (nameOf(known) === nameOf(item)) item.partner = known.commit.sha
}

function keysOf({ commit, message }: Item): readonly string[] {
  const own = `${commit.email}\0${commit.authored}\0${bareTitle(message.line)}`
  const origins = pickedFrom(message.body).map((sha) => sha.slice(0, 12))
  const earlier = message.earlierPrs.map((pr) => `#${pr}`)
  return [own, commit.sha.slice(0, 12), ...origins, ...earlier]
}

/** True where an older release has told what breaks, too. */
function tellsAll({ message }: Commit, item: Item): boolean {
  return !item.message.breaking || readMessage(message).breaking
}
