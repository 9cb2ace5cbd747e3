import type { Item } from './item.ts'

/**
 * What breaks is told, whoever says it: the words of a commit that is left out because another one tells of it go to that one. Where
 * none does, as for a merge whose branch is in another release, it is listed after all.
 */
export function inheritBreaks(items: readonly Item[]): void {
  for (const item of items) {
    if (!item.message.breaking || !item.tellers) continue
    const tellers = allTellers(item)
    const teller = tellers.find(({ reason }) => reason === undefined)
    if (teller) teller.inherited = [...(teller.inherited ?? []), ...breaksOf(item)]
    else if (tellers.length === 0) delete item.reason
  }
}

/** What a commit says of what breaks; where it gives no more than a sign, its subject. */
function breaksOf({ message: { notes, subject } }: Item): readonly string[] {
  return notes.length > 0 ? notes : [subject]
}

/** All that may tell of an item, nearest first. */
function allTellers(item: Item): readonly Item[] {
  const found = new Set<Item>(item.tellers)
  for (const one of found) for (const other of one.tellers ?? []) found.add(other)
  return [...found]
}
