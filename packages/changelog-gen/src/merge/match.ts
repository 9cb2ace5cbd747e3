import { canonical } from '../changelog/group-title.ts'
import type { Item } from '../changelog/items.ts'

/**
 * Pairs the items of two texts that are about the same change, each at most once: by commit, then by words (with the same numbers
 * first, as bots say the same again and again), then by the numbers that they share, those with the most in common first.
 */
export function matchItems(ours: readonly Item[], theirs: readonly Item[]): Map<Item, Item> {
  const pairs = new Map<Item, Item>()
  const taken = new Set<Item>()
  for (const keys of [commitKeys, wordsAndNumbers, wordsAndGroup, words])
    pairByKeys(ours, theirs, { keys, pairs, taken })
  pairByNumbers(ours, theirs, { pairs, taken })
  return pairs
}

interface Pairing {
  readonly pairs: Map<Item, Item>
  readonly taken: Set<Item>
}

type Keys = (item: Item) => readonly string[]

/** Commits are shown with seven digits or more; those that agree in seven are taken for the same. */
const commitKeys: Keys = ({ identity, group }) =>
  identity.shas.map((sha) => `${sha.slice(0, 7)} ${canonical(group?.title ?? '') === 'breaking'}`)
const wordsAndNumbers: Keys = (item) => wordsAndGroup(item).map((key) => `${key}\n${item.identity.numbers.join(' ')}`)
const wordsAndGroup: Keys = ({ identity, group }) =>
  identity.words === '' ? [] : [`${canonical(group?.title ?? '')}\n${identity.words}`]
const words: Keys = ({ identity, group }) =>
  identity.words === '' || canonical(group?.title ?? '') === 'breaking' ? [] : [identity.words]

function pairByKeys(
  ours: readonly Item[],
  theirs: readonly Item[],
  { keys, pairs, taken }: Pairing & { keys: Keys },
): void {
  const byKey = indexBy(theirs, taken, keys)
  for (const item of ours) {
    if (pairs.has(item)) continue
    const other = keys(item)
      .flatMap((key) => byKey.get(key) ?? [])
      .find((candidate) => !taken.has(candidate))
    if (!other) continue
    pairs.set(item, other)
    taken.add(other)
  }
}

function pairByNumbers(ours: readonly Item[], theirs: readonly Item[], { pairs, taken }: Pairing): void {
  const byNumber = indexBy(theirs, taken, ({ identity }) => identity.numbers)
  const candidates = ours.flatMap((item) => {
    if (pairs.has(item)) return []
    const others = new Set(item.identity.numbers.flatMap((number) => byNumber.get(number) ?? []))
    return [...others].map((other) => ({ item, other, shared: shared(item, other) }))
  })
  for (const { item, other } of candidates.toSorted((a, b) => b.shared - a.shared)) {
    if (pairs.has(item) || taken.has(other)) continue
    pairs.set(item, other)
    taken.add(other)
  }
}

function indexBy(items: readonly Item[], taken: ReadonlySet<Item>, keys: Keys): Map<string, Item[]> {
  const index = new Map<string, Item[]>()
  for (const item of items) {
    if (taken.has(item)) continue
    for (const key of keys(item)) {
      const list = index.get(key)
      if (list) list.push(item)
      else index.set(key, [item])
    }
  }
  return index
}

function shared(one: Item, other: Item): number {
  return one.identity.numbers.filter((number) => other.identity.numbers.includes(number)).length
}
