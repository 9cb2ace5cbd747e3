import { lazily } from '@frontdoor/kit/cache/lazily'
import { groupBy } from '@frontdoor/kit/group-by'
import type { MergeFinder } from '../history/branches.ts'
import { bareTitle } from '../message/header.ts'
import { type Revert, revisionOf } from '../message/revert.ts'
import { type Item, nameOf, omit } from './item.ts'

/**
 * Takes out what was taken back within the release, and what took it back. Newest first: a revert that was itself reverted takes
 * nothing back, and so on.
 */
export function settleReverts(items: readonly Item[], mergeOf: MergeFinder): void {
  if (!items.some(({ revert }) => revert)) return
  const find = finder(items, mergeOf)
  for (const [position, item] of items.entries()) {
    if (!item.revert || item.revert.isPartial || item.reason === 'reverted' || item.reason === 'merge') continue
    const targets = find(item, position)
    if (targets.length === 0) continue
    // What a newer revert has taken back was taken back twice: on two branches, or again behind a merge.
    for (const target of targets) if (target.reason !== 'reverted') replace(target, 'reverted', nameOf(item))
    // What does more than to take back, and breaks something, is a change of its own.
    if (item.revert.isAll || !item.message.breaking) replace(item, 'revert', nameOf(targets[0] as Item))
  }
}

// To be reverted says more than to be a copy of what was reverted, or to make a release.
function replace(item: Item, reason: 'reverted' | 'revert', partner: string): void {
  if (item.reason === 'duplicate' || item.reason === 'release') delete item.reason
  omit(item, reason, partner)
}

/** Finds what a revert takes back among the older items: with a merge, all that it brought. */
function finder(items: readonly Item[], mergeOf: MergeFinder): (item: Item, position: number) => Item[] {
  const positions = new Map(items.map((item, position) => [item, position]))
  const bySha = groupBy(items, ({ commit }) => commit.sha.slice(0, 7))
  const byPr = groupBy(items, ({ pr }) => pr)
  const byRevision = lazily(() => groupBy(items, ({ message }) => revisionOf(message.body)))
  const byMerge = lazily(() => groupBy(items, ({ commit }) => mergeOf(commit.index)))
  const broughtBy = ({ isMerge, pr, commit }: Item) =>
    isMerge ? [...(byMerge().get(commit.index) ?? []), ...(pr === undefined ? [] : (byPr.get(pr) ?? []))] : []
  const byTitle = groupBy(items, ({ message }) => titleKey(message.line))
  const bySubject = groupBy(items, ({ message }) => titleKey(message.subject))
  const olderThan = (position: number) => (one: Item) => (positions.get(one) ?? 0) > position
  const named = (item: Item, position: number): readonly Item[] => {
    const { shas, prs, revisions, header, isSure, reapplies } = item.revert as Revert
    const isOlder = olderThan(position)
    const hashed = shas.flatMap((sha) =>
      (bySha.get(sha.slice(0, 7)) ?? []).filter(({ commit }) => commit.sha.startsWith(sha)),
    )
    const revised = revisions.flatMap((revision) => byRevision().get(revision) ?? [])
    const found = [...hashed, ...prs.flatMap((pr) => byPr.get(pr) ?? []), ...revised].filter(isOlder)
    // A hash that is not here is that of an older release, whatever else has the same title.
    if (found.length > 0 || header === undefined || shas.length > 0) return found
    const title = titleKey(reapplies ? `Revert "${header}"` : header)
    if (header.endsWith('…')) return cutTitles(items, title).filter(isOlder).slice(0, 1)
    const titled = isSure ? (byTitle.get(title) ?? []).filter(isOlder) : []
    return (titled.length > 0 ? titled : (bySubject.get(title) ?? []).filter(isOlder)).slice(0, 1)
  }
  return (item, position) => {
    const found = named(item, position).flatMap((one) => [one, ...broughtBy(one)])
    // The number of a merge may be that of another repository, whose history came along.
    return [...new Set(found)].filter(olderThan(position))
  }
}

/** GitHub cuts a title that is too long for its form. */
function cutTitles(items: readonly Item[], title: string): Item[] {
  const start = title.slice(0, title.indexOf('…'))
  return start.length < 10 ? [] : items.filter(({ message }) => titleKey(message.line).startsWith(start))
}

function titleKey(line: string): string {
  return bareTitle(line).trim().toLowerCase()
}
