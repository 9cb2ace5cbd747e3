import { groupBy } from '@frontdoor/kit/group-by'
import type { MergeFinder } from '../history/branches.ts'
import { quietTypes } from '../message/common-types.ts'
import type { Settings } from '../settings.ts'
import { type Item, omit, omitFor } from './item.ts'

/** The commits of a release and the merges that brought them. */
export interface MergedItems {
  readonly items: readonly Item[]
  readonly mergeOf: MergeFinder
}

/**
 * Tells a merged pull request once: by its commits where they follow a convention, else by its title. `auto` so answers the wish of both
 * kinds of project, those that write their commits for readers and those that write their pull requests so.
 */
export function settleMerges({ items, mergeOf }: MergedItems, policy: Settings['merges']): void {
  if (!items.some(({ isMerge }) => isMerge)) return
  const branches = branchesOf(items, mergeOf)
  for (const item of items) {
    if (!item.isMerge) continue
    const branch = (branches.get(item.commit.index) ?? []).filter((one) => !one.isMerge)
    // What a release was made of did not come in with its pull request.
    if (item.reason !== 'release') for (const one of branch) one.pr ??= item.pr
    const tells =
      item.hasTitle &&
      item.reason !== 'release' &&
      (branch.length > 0 || item.commit.parents.length < 2) &&
      tellsByTitle(branch, policy, item.message.type)
    if (!tells) {
      if (!saysMore(item, branch)) omitFor(item, 'merge', branch)
    } else tellBranch(item, branch)
  }
}

function tellBranch(item: Item, branch: readonly Item[]): void {
  // A fragment that came in with a pull request describes it better than its title.
  const described = branch.find(({ reason }) => reason === 'fragment')
  if (described) omit(item, 'fragment', described.partner)
  const kind = item.kind ?? branch.find((one) => one.kind !== undefined)?.kind
  if (kind !== undefined) item.kind = kind
  for (const one of branch) omitFor(one, 'duplicate', [item])
}

/** True for a title with a type that no commit has, though some have none: a feature of a chore and much that is called nothing. */
function saysMore({ hasTitle, message: { type } }: Item, branch: readonly Item[]): boolean {
  const types = new Set(branch.map(({ message }) => message.type))
  return hasTitle && type !== undefined && types.has(undefined) && !types.has(type)
}

/**
 * The same for pull requests that were rebased onto the main line: nothing in their commits says so.
 *
 * @param pullOf what another source knows of a commit
 */
export function settleRebased(
  items: readonly Item[],
  pullOf: (sha: string) => number | undefined,
  policy: Settings['merges'],
): void {
  const alone = items.filter(({ pr, isMerge, reason }) => pr === undefined && !isMerge && reason === undefined)
  for (const [pr, branch] of groupBy(alone, ({ commit }) => pullOf(commit.sha))) {
    if (pr === undefined) continue
    for (const one of branch) one.pr = pr
    const [newest, ...others] = branch
    if (!newest || others.length === 0 || !tellsByTitle(branch, policy)) continue
    newest.tellsPull = true
    for (const one of others) omitFor(one, 'duplicate', [newest])
  }
}

function tellsByTitle(branch: readonly Item[], policy: Settings['merges'], titleType?: string): boolean {
  if (policy !== 'auto' || branch.length === 0) return policy !== 'commits' || branch.length === 0
  const typed = branch.filter(({ message }) => message.type !== undefined)
  if (typed.length === 0) return true
  // One `ci: …` among many that follow no convention is none, and neither is the commit that the title repeats.
  const saysNoMore = ({ message: { type = '', breaking } }: Item) =>
    !breaking && (type === titleType || quietTypes.has(type))
  return typed.length < branch.length && typed.every(saysNoMore)
}

/** The commits of each merged branch. */
function branchesOf(items: readonly Item[], mergeOf: MergeFinder): Map<number, Item[]> {
  return groupBy(items, ({ commit }) => mergeOf(commit.index))
}
