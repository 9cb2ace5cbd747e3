import { lazily } from '@frontdoor/kit/cache/lazily'
import { groupBy } from '@frontdoor/kit/group-by'
import type { Bump, Change } from '../change.ts'
import type { Commit } from '../history/commit.ts'
import { commonTypes } from '../message/common-types.ts'
import type { DependencyChange } from '../message/dependency.ts'
import { bareTitle } from '../message/header.ts'
import type { Revert } from '../message/revert.ts'
import type { Entry, Omission, OmissionReason, Section } from '../release.ts'
import type { Settings } from '../settings.ts'
import type { Category, Classifier } from './category.ts'
import { changesOf } from './changes.ts'
import { authorsOf, type Thanks } from './contributors.ts'
import { foldDependency } from './fold.ts'
import type { Item } from './item.ts'
import { categoryNamed, type Override, overridden } from './override.ts'

/** How changes become entries. */
export interface Assembly {
  readonly settings: Pick<Settings, 'squash' | 'categories'>
  /** Types that some category names. */
  readonly types: ReadonlySet<string>
  readonly categoryOf: Classifier
  readonly override: (item: Item) => Override | undefined
  /** What another source knows about a commit's pull request or hash. */
  readonly enrich: (change: Change) => Change
  readonly thanks: Thanks
}

/** What became of one commit or fragment. */
export interface Verdict {
  /** Full hash, or path of a fragment. */
  readonly id: string
  readonly commit: Commit | undefined
  readonly subject: string
  readonly type: string | undefined
  readonly scope: string | undefined
  readonly breaking: boolean
  readonly pr: number | undefined
  /** What it says that it takes back. */
  readonly revert?: Revert | undefined
  /** The categories whose sections list it; empty where it is left out. */
  readonly listed: readonly Category[]
  readonly reason: OmissionReason | undefined
  readonly partner: string | undefined
  /** The category that took it, if one did, and where that is declared. */
  readonly category: Category | undefined
  /** Its share in the next version. */
  readonly bump: Bump
  /** True where a fragment asks for that share by itself; else it follows from what was done. */
  readonly declared: boolean
}

/** The sections of a release and the verdict about each of its commits, which only some commands want. */
export interface Assembled {
  readonly sections: readonly Section[]
  readonly verdicts: () => readonly Verdict[]
}

interface Placed {
  readonly change: Change
  readonly category: Category | undefined
  readonly item?: Item
}

/** Sorts what is left of the commits, and the changes of other sources, into the sections of a release. */
export function assemble(items: readonly Item[], others: readonly Change[], assembly: Assembly): Assembled {
  const placed = new Map(items.map((item) => [item, item.reason === undefined ? place(item, assembly) : []]))
  const extra = others.map((change) => ({ change, category: assembly.categoryOf(change) }))
  const all = [...extra, ...[...placed.values()].flat()]
  const sections = assembly.settings.categories.filter(({ hidden }, at, list) => !hidden && lastOf(list, at))
  const folds = new Map<string, readonly string[]>()
  const taken = new Set<string>()
  const byId = groupBy(all, ({ category }) => (category?.hidden ? undefined : category?.id))
  const filled = sections.map(({ id, title }) => {
    const entries = uniqueIds(
      taken,
      (byId.get(id) ?? []).map((one) => entryOf(one, assembly)),
    )
    return { id, title, entries: fold(entries, folds) }
  })
  const verdicts = lazily(() => [
    ...extra.map(({ change, category }) => verdictOfChange(change, category)),
    ...items.map((item) => verdictOf(item, placed.get(item) ?? [], folds)),
  ])
  return { sections: filled.filter(({ entries }) => entries.length > 0), verdicts }
}

/** Those that no section lists. */
export function omissionsOf(verdicts: readonly Verdict[]): Omission[] {
  return verdicts.flatMap(({ id, subject, reason, partner }) =>
    reason === undefined ? [] : [{ id, subject, reason, ...(partner !== undefined && { partner }) }],
  )
}

/** A section stands where the last of its categories does: the first ones only take what others would. */
function lastOf(list: readonly Category[], at: number): boolean {
  return list.findLastIndex(({ id, hidden }) => id === list[at]?.id && !hidden) === at
}

function place(item: Item, assembly: Assembly): Placed[] {
  const override = assembly.override(item)
  return changesOf(item, assembly.settings.squash).map((change) => {
    const known = assembly.enrich(override ? overridden(change, override) : change)
    const named = override && categoryNamed(override, assembly.settings.categories)
    return { change: known, category: named ?? assembly.categoryOf(known), item }
  })
}

function entryOf({ change, category, item }: Placed, { types, thanks }: Assembly): Entry {
  const { id, type, scope, breaking, breakingNote, references, shas, pr, dependency, origins } = change
  const isMarkdown = change.kind === 'fragment' || origins.subject === 'override'
  // A word before a colon that nobody knows may be just a word, and then so is what stands in its parentheses.
  const isKnown = type === undefined || types.has(type) || commonTypes.has(type)
  const isSaid = (origins.subject ?? 'merge') !== 'merge' || origins.type !== undefined
  const words = isKnown || isSaid || !item ? undefined : bareTitle(item.message.line)
  return {
    id,
    text: words ?? change.subject,
    format: isMarkdown ? 'markdown' : 'text',
    ...(change.kind === 'fragment' && change.body !== '' && { details: change.body }),
    ...(type && { type }),
    ...(scope && words === undefined && { scope }),
    breaking,
    ...(breakingNote && { breakingNote }),
    references,
    authors: authorsOf(change.authors, thanks),
    shas,
    ...(pr !== undefined && { pr }),
    ...(dependency && { dependency: bumpedBy(dependency, pr) }),
    bump: bumpOf(change, category),
    ...(Object.keys(origins).length > 0 && { origins }),
  }
}

function bumpedBy({ name, from, to }: DependencyChange, pr: number | undefined): NonNullable<Entry['dependency']> {
  return { name, ...(from !== undefined && { from }), to, prs: pr === undefined ? [] : [pr] }
}

function bumpOf({ breaking, bump, type = '' }: Change, category: Category | undefined): Bump {
  if (bump) return bump
  if (breaking) return 'major'
  return category ? (category.bump ?? (/^feat(?:ure)?$/.test(type) ? 'minor' : 'patch')) : 'none'
}

/** Several commits may name one pull request: the first keeps the number as its key, the others have their hash. */
function uniqueIds(taken: Set<string>, entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => {
    const unique = taken.has(entry.id) ? { ...entry, id: entry.shas[0] ?? entry.id } : entry
    taken.add(unique.id)
    return unique
  })
}

/** @param folds gets, for each commit, what its entries that are not listed any more were folded into */
function fold(entries: readonly Entry[], folds: Map<string, readonly string[]>): Entry[] {
  const byName = groupBy(entries, ({ id, dependency }) => (dependency ? `dependency ${dependency.name}` : id))
  return [...byName.values()].flatMap((group) => {
    if (group.length === 1 || !group[0]?.dependency) return group
    const { entry, folded } = foldDependency(group)
    for (const sha of folded.flatMap(({ shas }) => shas)) folds.set(sha, [...(folds.get(sha) ?? []), entry.id])
    return [entry]
  })
}

const order: readonly Bump[] = ['none', 'patch', 'minor', 'major']

/** The highest of some bumps. */
export function highest(bumps: readonly Bump[]): Bump {
  return order[Math.max(0, ...bumps.map((bump) => order.indexOf(bump)))] as Bump
}

function verdictOf(item: Item, placed: readonly Placed[], folds: ReadonlyMap<string, readonly string[]>): Verdict {
  const { commit, message } = item
  const shown = placed.filter(({ category }) => category && !category.hidden)
  const into = folds.get(commit.sha) ?? []
  const folded = into.length < shown.length ? undefined : into[0]
  const [first] = shown.length > 0 ? shown : placed
  const isListed = item.reason === undefined && shown.length > 0 && folded === undefined
  const reason = isListed ? undefined : (item.reason ?? (folded === undefined ? 'category' : 'folded'))
  const partner = item.partner ?? folded ?? (isListed ? undefined : first?.category?.title)
  const { type, scope } = first?.change.origins.type || first?.change.origins.scope ? first.change : message
  return {
    id: commit.sha,
    commit,
    subject: message.line,
    type,
    scope,
    breaking: placed.some(({ change }) => change.breaking) || (placed.length === 0 && message.breaking),
    pr: item.pr,
    revert: item.revert,
    listed: isListed ? [...new Set(shown.flatMap(({ category }) => category ?? []))] : [],
    reason,
    partner: reason && partner,
    category: first?.category,
    bump: highest(placed.map(({ change, category }) => bumpOf(change, category))),
    declared: placed.some(({ change }) => change.bump !== undefined),
  }
}

function verdictOfChange(change: Change, category: Category | undefined): Verdict {
  const isListed = category !== undefined && !category.hidden
  return {
    id: change.id,
    commit: undefined,
    subject: change.subject,
    type: change.type,
    scope: change.scope,
    breaking: change.breaking,
    pr: change.pr,
    listed: isListed ? [category] : [],
    reason: isListed ? undefined : 'category',
    partner: isListed ? undefined : category?.title,
    category,
    bump: bumpOf(change, category),
    declared: change.bump !== undefined,
  }
}
