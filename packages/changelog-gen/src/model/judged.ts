import type { Change } from '../change.ts'
import { compareUrl } from '../compare-url.ts'
import type { MergeFinder } from '../history/branches.ts'
import type { Commit } from '../history/commit.ts'
import type { History } from '../history/history.ts'
import type { Range } from '../history/range.ts'
import type { Release } from '../release.ts'
import { fragmentFor } from '../sources/changesets.ts'
import { fragmentFile } from '../sources/fragments.ts'
import { isPrerelease } from '../version.ts'
import { type Assembled, assemble, omissionsOf } from './assemble.ts'
import type { Classifier } from './category.ts'
import { contributorsOf, type Thanks } from './contributors.ts'
import type { Copies } from './copies.ts'
import type { CopyFinder } from './duplicates.ts'
import type { Enrichment } from './enrich.ts'
import { type Item, omit } from './item.ts'
import { judge } from './judge.ts'
import { type Override, overrideFinder } from './override.ts'
import { owns, type Package } from './package.ts'
import type { ModelRequest } from './request.ts'

/**
 * What the commits of a release come to. What not all commands want are functions: with getters, V8 would keep each of them, and all that
 * it can reach, until it collects its whole heap.
 */
export interface Judged extends Assembled {
  readonly head: ReleaseHead
  readonly items: readonly Item[]
  readonly contributors: () => Release['contributors']
  readonly omitted: () => Release['omitted']
}

/** What is known of a release before its commits are read. */
export type ReleaseHead = Omit<Release, 'sections' | 'contributors' | 'omitted'>

/** Everything beside the history that a release is made with. */
export interface Sources {
  readonly fragments: readonly Change[]
  readonly endsPrereleases: boolean
  /** Paths of fragments that a release has told of, by its hash. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>
  /** Hash of a commit to a fragment that it brought. */
  readonly fragmentOf: ReadonlyMap<string, string>
  /** Path of a fragment to the hash of the newest commit that brought it. */
  readonly bringerOf: ReadonlyMap<string, string>
  readonly overrides: readonly Override[]
  readonly others: Enrichment
  readonly categoryOf: Classifier
  readonly types: ReadonlySet<string>
  readonly copies: Copies
}

/** What the commits of a range are judged by. */
export interface RangeContext {
  readonly history: History
  /** Reads a commit, by its index, for one range to judge. */
  readonly itemAt: (index: number) => Item
  readonly request: ModelRequest
  readonly sources: Sources
  readonly own: Package | undefined
  readonly copiesOf: CopyFinder
  readonly mergeOf: MergeFinder
  /** What the project and its packages are called. */
  readonly names: readonly string[]
  readonly thanks: Thanks
  /** True for the release, by its tag, that has the commit which brought a fragment; none for what is not released. */
  readonly tellsOf: (tag: Range['tag'], bringer: string | undefined) => boolean
}

/** Who mends what a changelog says changes nothing of the package. */
function isChangelog(path: string): boolean {
  return /(?:^|\/)change[-_]?log(?:\.[a-z]+)?$/i.test(path)
}

/** Makes a release of a range. */
export function judgeRange(range: Range, context: RangeContext): Judged {
  const { itemAt, request, sources, own, copiesOf, mergeOf, names, thanks } = context
  const { packages = [], settings } = request
  const override = overrideFinder(sources.overrides)
  const fragments = fragmentsOf(range, context)
  const items = range.commits.map(itemAt)
  const bringers = bringersOf(fragments, items, sources)
  judge(items, {
    settings,
    mergeOf,
    names,
    override,
    pullOf: sources.others.pullOf,
    copiesOf,
    fragmentOf(sha) {
      const file = sources.fragmentOf.get(sha)
      return file !== undefined && bringers.has(file) ? file : undefined
    },
    ...(own && {
      touches: (commit: Commit) => commit.paths.some((path) => !isChangelog(path) && owns(own, packages, path)),
    }),
  })
  if (!settings.sources.includes('git')) {
    const untold = items.filter(({ pr, commit }) => !sources.others.knows(pr, commit.sha))
    // Who releases with fragments takes them away with that: then the commits are all that is left of a release.
    if (!range.tag || fragments.length > 0 || untold.length < items.length)
      for (const item of untold) omit(item, 'source')
  }
  const others = [...changesOf(fragments, bringers, context), ...(range.tag ? [] : restOf(items, context))]
  const assembly = {
    settings,
    override,
    thanks,
    categoryOf: own ? (change: Change) => sources.categoryOf(within(own, packages, change)) : sources.categoryOf,
    types: sources.types,
    enrich: sources.others.enrich,
  }
  const { sections, verdicts } = assemble(items, others, assembly)
  return {
    head: headOf(range, context),
    items,
    sections,
    verdicts,
    contributors() {
      const people = items.filter(({ reason }) => reason !== 'path').flatMap(({ authors }) => authors)
      return contributorsOf(people, thanks)
    },
    omitted: () => omissionsOf(verdicts()),
  }
}

/** A change as one package sees it: what it does elsewhere does not say what it is here. */
function within(own: Package, packages: readonly Package[], change: Change): Change {
  return change.paths ? { ...change, paths: change.paths.filter((path) => owns(own, packages, path)) } : change
}

/** The fragments that a range tells of, which is none for a prerelease: nobody has to know of that. */
function fragmentsOf({ from, tag }: Range, { sources, tellsOf }: RangeContext): readonly Change[] {
  const told = sources.told.get(from?.sha ?? '')
  return sources.fragments.filter((one) => {
    const file = fragmentFile(one)
    return one.stays ? !tag && !told?.has(file) : tellsOf(tag, sources.bringerOf.get(file))
  })
}

/**
 * The commits of a range that brought its fragments, by path. One that brought another fragment of that name, which went with an older
 * release, is not among them.
 */
function bringersOf(
  fragments: readonly Change[],
  items: readonly Item[],
  { bringerOf }: Sources,
): ReadonlyMap<string, Item> {
  if (fragments.length === 0) return new Map()
  const bySha = new Map(items.map((item) => [item.commit.sha, item]))
  return new Map(
    fragments.map(fragmentFile).flatMap((file) => {
      const item = bySha.get(bringerOf.get(file) ?? '')
      return item ? [[file, item] as const] : []
    }),
  )
}

/** Fragments as changes of the repository, or of one package. */
function changesOf(
  fragments: readonly Change[],
  bringers: ReadonlyMap<string, Item>,
  { own, request }: RangeContext,
): Change[] {
  const known = own ? fragments.flatMap((one) => fragmentFor(one, own, request.packages ?? []) ?? []) : fragments
  const bringerOf = (one: Change) => bringers.get(fragmentFile(one))
  const explicit = new Set(known.flatMap((one) => (one.breaking ? (bringerOf(one) ?? []) : [])))
  return known.map((one) => {
    const item = bringerOf(one)
    return broughtBy(item && !explicit.has(item) ? breakingWith(one, item) : one, item)
  })
}

/** Changes of other sources that no commit of the range brought, nor one of another release: that is not new. */
function restOf(items: readonly Item[], { sources, history }: RangeContext): Change[] {
  const prs = new Set(items.flatMap(({ pr }) => pr ?? []))
  const bySha = new Map(items.map((item) => [item.commit.sha, item]))
  const rest = sources.others.rest(prs, bySha)
  return rest.filter((change) => change.shas.every((sha) => history.store.find(sha) === -1))
}

/** A fragment that asks for no version breaks something if its commit says so: that would be told nowhere else. */
function breakingWith(change: Change, { message }: Item): Change {
  if (!message.breaking || change.bump !== undefined) return change
  return { ...change, breaking: true, origins: { ...change.origins, breaking: 'commit' } }
}

/** A fragment with what the commit that brought it knows; one that is called after an issue has said where to read on. */
function broughtBy(change: Change, item: Item | undefined): Change {
  if (!item || change.origins.references === 'fragment') return change
  const given = {
    ...(change.shas.length === 0 && { shas: [item.commit.sha] }),
    ...(change.pr === undefined && item.pr !== undefined && { pr: item.pr }),
    ...(change.authors.length === 0 && { authors: item.authors }),
  }
  const origins = {
    ...('pr' in given && { pr: 'commit' as const }),
    ...('authors' in given && { authors: 'commit' as const }),
  }
  return { ...change, ...given, origins: { ...change.origins, ...origins } }
}

/** The head of the release that a range makes. */
export function headOf(
  { tag, from, to, commits }: Range,
  { history, own, request: { repository } }: Pick<RangeContext, 'history' | 'own' | 'request'>,
): ReleaseHead {
  const sha = history.store.size === 0 ? '' : history.store.sha(to)
  const url = repository && from && compareUrl(repository, from.name, tag?.name ?? 'HEAD')
  const date = dateOf(tag?.seconds ?? (tag && history.store.commit(to).seconds))
  return {
    ...(tag && { version: tag.version.text, tag: tag.name }),
    ...(own && { package: own.name }),
    ...(date !== undefined && { date }),
    prerelease: tag !== undefined && isPrerelease(tag.version),
    range: {
      ...(from && { from: { sha: from.sha, tag: from.name, version: from.version.text } }),
      to: { sha, ...(tag && { tag: tag.name, version: tag.version.text }) },
      commits: commits.length,
    },
    ...(url !== undefined && { compareUrl: url }),
  }
}

/** The day in UTC, so that it is the same for everyone; undefined for dates that are no dates. */
function dateOf(seconds: number | undefined): string | undefined {
  // Year 9999: what is later was not meant.
  if (seconds === undefined || seconds <= 0 || seconds > 253_402_300_799) return undefined
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}
