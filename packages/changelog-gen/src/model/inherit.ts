import { says } from './changes.ts'
import type { Item } from './item.ts'

/**
 * What breaks is told, whoever says it: the words of a commit that is left out because others tell of it go to the first of them. The
 * title of a merged pull request says better what breaks than one of its commits, so it is listed; and so is what nobody tells of, as a
 * merge whose branch is in another release.
 */
export function inheritBreaks(items: readonly Item[]): void {
  for (const item of items) {
    if (!item.message.breaking || !item.tellers) continue
    const tellers = allTellers(item)
    const untold = breaksOf(item, tellers)
    if (untold.length === 0) continue
    const teller = tellers.find(({ reason }) => reason === undefined)
    if (tellers.length === 0 || (teller && item.isMerge && item.hasTitle)) delete item.reason
    else if (teller) teller.inherited = [...(teller.inherited ?? []), ...untold]
  }
}

/** What a commit says of what breaks, and others do not; where it gives no more than a sign, its subject is what it says. */
function breaksOf({ message: { notes, subject } }: Item, tellers: readonly Item[]): readonly string[] {
  const told = tellers.map(({ message }) => message).filter(({ breaking }) => breaking)
  const own = notes.length > 0 ? notes : [subject]
  return own.filter((text) => !told.some((one) => [one.subject, ...one.notes].some((known) => says(known, text))))
}

/** All that may tell of an item, nearest first. */
function allTellers(item: Item): readonly Item[] {
  const found = new Set<Item>(item.tellers)
  for (const one of found) for (const other of one.tellers ?? []) found.add(other)
  return [...found]
}
