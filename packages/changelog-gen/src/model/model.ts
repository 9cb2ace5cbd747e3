import type { Io } from '@frontdoor/kit/io'
import { once } from '@frontdoor/kit/once'
import type { Repository } from '@frontdoor/kit/project'
import type { Change, ChangeSource } from '../change.ts'
import { compareUrl } from '../compare-url.ts'
import type { Commit } from '../history/commit.ts'
import { cut, type History, readHistory, requireWhole, type Versioning } from '../history/history.ts'
import type { Range } from '../history/range.ts'
import { coAuthors, personOf } from '../message/people.ts'
import type { Release } from '../release.ts'
import type { Settings } from '../settings.ts'
import { fragmentCommits } from '../sources/fragment-commits.ts'
import { fragmentFile, readFragments } from '../sources/fragments.ts'
import { readOverrides } from '../sources/overrides.ts'
import { tagPattern, usualPatterns } from '../tag-pattern.ts'
import { isPrerelease } from '../version.ts'
import { assemble, omissionsOf, type Verdict } from './assemble.ts'
import { type Classifier, classifier, namedTypes } from './category.ts'
import { contributorsOf, type Thanks } from './contributors.ts'
import { type Copies, copyFinder, findCopies } from './copies.ts'
import type { CopyFinder } from './duplicates.ts'
import { type Enrichment, enrichment } from './enrich.ts'
import { type Item, itemOf, omit } from './item.ts'
import { judge } from './judge.ts'
import { type Override, overrideFinder } from './override.ts'
import { owns, type Package } from './package.ts'
import { pathTest } from './path-test.ts'

/** What to make releases of. */
export interface ModelRequest {
  /** Absolute path of the repository's root. */
  readonly root: string
  readonly settings: Settings
  readonly repository?: Repository | undefined
  /** Names of the root's own package, for its tags. */
  readonly names: readonly string[]
  /** Name or hash of the newest commit; `HEAD` where absent. */
  readonly head?: string | undefined
  /** True to read no further than to the newest release; nobody is then known to be new. */
  readonly unreleasedOnly?: boolean | undefined
  /** Versions of which nothing is wanted but that they are there: the history is read no further than to the newest of them. */
  readonly known?: ReadonlySet<string | undefined> | undefined
  /** Where else changes come from: a forge, JSON. */
  readonly sources?: readonly ChangeSource[] | undefined
  /** The ranges that other sources are asked about; all where absent. */
  readonly about?: ((range: Range) => boolean) | undefined
  /** The packages that have versions of their own. */
  readonly packages?: readonly Package[] | undefined
}

/** A history and all that decides about it; every package's releases come from one reading. */
export interface Model {
  readonly history: History
  /** The ranges of the whole repository, or of one package; newest first, what is not released before them. */
  ranges(own?: Package): readonly Range[]
  /** True where some entry may be Markdown that a maintainer wrote: of a fragment, an override, another source. */
  readonly mayHoldMarkdown: boolean
  /** What is known of a release before its commits are read. */
  head(range: Range, own?: Package): Omit<Release, 'sections' | 'contributors' | 'omitted'>
  /** A range as a release, and what became of each of its commits. */
  release(range: Range, own?: Package): Judged
}

/** A release with the verdicts that it is made of. */
export interface Judged {
  readonly release: Release
  readonly verdicts: readonly Verdict[]
  readonly items: readonly Item[]
}

/** Everything beside the history that a release is made with. */
interface Sources {
  readonly fragments: readonly Change[]
  readonly fragmentOf: ReadonlyMap<string, string>
  readonly overrides: readonly Override[]
  readonly others: Enrichment
  readonly categoryOf: Classifier
  readonly types: ReadonlySet<string>
  readonly copies: Copies
}

/**
 * Reads everything that releases are made of.
 *
 * @throws {UserError} where git, a fragment or an override cannot be read
 */
export async function loadModel(io: Pick<Io, 'env'>, request: ModelRequest): Promise<Model> {
  const { root, settings, packages = [] } = request
  const byPath = settings.categories.some(({ when }) => when.some(({ path }) => path !== undefined))
  const isCut = request.unreleasedOnly || (request.known?.size ?? 0) > 0
  const versions = request.unreleasedOnly ? undefined : request.known
  const until = isCut && packages.length === 0 ? { ...versioningOf(request), versions } : undefined
  const reading = readHistory(io, { folder: root, head: request.head, paths: byPath || packages.length > 0, until })
  // A failure is told once, by the `await` below.
  reading.catch(() => {})
  const [fragments, overrides, matches] = await Promise.all([
    settings.sources.includes('fragments') ? readFragments(root, settings.fragments) : [],
    readOverrides(root),
    pathTest(settings.categories),
  ])
  const files = [...new Set(fragments.map(fragmentFile))]
  const history = await reading
  const notes = history.hasNotes ? await (await import('../sources/git-notes.ts')).readGitNotes(io, root) : []
  const fragmentOf =
    history.store.size === 0
      ? new Map()
      : await fragmentCommits(io, { folder: root, head: history.store.sha(0), paths: files })
  const types = namedTypes(settings.categories)
  const wanted = request.unreleasedOnly ? () => unreleasedIn(history, request) : undefined
  const sources = {
    fragments,
    fragmentOf,
    // What stands in the project counts more than what may not be in every clone.
    overrides: [...overrides, ...notes],
    categoryOf: classifier(settings.categories, matches),
    types,
    others: enrichment(await changesFrom(history, request)),
    copies: await findCopies(io, history, { root, wanted }),
  }
  return modelOf(history, request, sources)
}

/** Indexes of the commits that no release has. */
function unreleasedIn(history: History, request: ModelRequest): ReadonlySet<number> {
  const owns = [undefined, ...(request.packages ?? [])]
  return new Set(owns.flatMap((own) => cut(history, versioningOf(request, own))[0]?.commits ?? []))
}

/** What other sources know of the commits that are wanted. */
async function changesFrom(history: History, request: ModelRequest): Promise<Change[]> {
  const { sources = [], packages = [], unreleasedOnly, about = () => true } = request
  if (sources.length === 0) return []
  const owns = [undefined, ...packages]
  const ranges = owns.flatMap((own) =>
    cut(history, versioningOf(request, own)).slice(0, unreleasedOnly ? 1 : undefined),
  )
  const unreleased = new Set(ranges.filter(({ tag }) => tag === undefined).flatMap((range) => range.commits))
  const indexes = new Set(ranges.filter(about).flatMap((range) => range.commits))
  const commits = [...indexes].map((index) => {
    const { commit, pr } = itemOf(history.store.commit(index))
    return { sha: commit.sha, ...(pr !== undefined && { pr }), released: !unreleased.has(index) }
  })
  const changes: Change[] = []
  for (const source of sources) for await (const change of source({ commits })) changes.push(change)
  return changes
}

/**
 * Makes sure that a shallow clone hides nothing of some ranges.
 *
 * @throws {UserError} with the lines that mend it
 */
export function requireRanges(io: Pick<Io, 'env'>, { history }: Model, ranges: readonly Range[]): void {
  requireWhole(io, history, ranges)
}

function modelOf(history: History, request: ModelRequest, sources: Sources): Model {
  const ranges = once((own: Package | undefined) => cut(history, versioningOf(request, own)))
  const newcomers = once((own: Package | undefined) => newcomersOf(history, ranges(own)))
  const copies = once((own: Package | undefined) => copyFinder(sources.copies, history, ranges(own)))
  return {
    history,
    ranges: (own) => ranges(own),
    mayHoldMarkdown: sources.fragments.length + sources.overrides.length + (request.sources?.length ?? 0) > 0,
    head: (range, own) => headOf(range, { history, request, own }),
    release(range, own) {
      const bots = new Set(request.settings.bots.map((name) => name.toLowerCase()))
      const thanks = { bots, isNew: (email: string) => newcomers(own).get(range)?.has(email) === true }
      return judgeRange(range, { history, request, sources, own, copiesOf: copies(own)(range), thanks })
    },
  }
}

/** How the versions of the repository, or of a package of it, are found among the tags. */
export function versioningOf({ settings, names, packages = [] }: ModelRequest, own?: Package): Versioning {
  const called = own ? [own.name] : names
  const isRoot = own === undefined || own.folder === ''
  const patterns =
    settings.tags?.flatMap((form) => called.map((name) => tagPattern(form, name))) ?? usualPatterns(called, isRoot)
  return {
    patterns,
    mayGuess: settings.tags === undefined && packages.length === 0,
    folded: settings.prereleases === 'fold',
  }
}

/** Addresses that no older release knows, by range; none where the history was not read to its end. */
function newcomersOf({ store, isWhole }: History, ranges: readonly Range[]): Map<Range, ReadonlySet<string>> {
  const seen = new Set<string>()
  const newcomers = new Map<Range, ReadonlySet<string>>()
  if (!isWhole) return newcomers
  for (const range of ranges.toReversed()) {
    const emails = new Set(range.commits.map((index) => store.email(index).trim().toLowerCase()))
    newcomers.set(range, range.from ? new Set([...emails].filter((email) => !seen.has(email))) : new Set())
    for (const email of emails) seen.add(email)
  }
  return newcomers
}

interface RangeContext {
  readonly history: History
  readonly request: ModelRequest
  readonly sources: Sources
  readonly own: Package | undefined
  readonly copiesOf: CopyFinder
  readonly thanks: Thanks
}

function judgeRange(range: Range, context: RangeContext): Judged {
  const { history, request, sources, own, copiesOf, thanks } = context
  const { packages = [], settings } = request
  const override = overrideFinder(sources.overrides)
  const commits = range.commits.map((index) => history.store.commit(index))
  const items = judge(commits, {
    settings,
    merges: history.merges,
    override,
    pullOf: sources.others.pullOf,
    copiesOf,
    fragmentOf: range.tag ? new Map() : sources.fragmentOf,
    ...(own && { touches: (commit: Commit) => commit.paths.some((path) => owns(own, packages, path)) }),
  })
  if (!settings.sources.includes('git'))
    for (const item of items) if (!sources.others.knows(item.pr, item.commit.sha)) omit(item, 'source')
  const others = range.tag ? [] : othersOf(items, context)
  const assembly = {
    settings,
    override,
    thanks,
    categoryOf: sources.categoryOf,
    types: sources.types,
    enrich: sources.others.enrich,
  }
  const { sections, verdicts } = assemble(items, others, assembly)
  const people = items
    .filter(({ reason }) => reason !== 'path')
    .flatMap(({ commit }) => [personOf(commit.name, commit.email), ...coAuthors(commit.message)])
  return {
    release: {
      ...headOf(range, context),
      sections,
      contributors: contributorsOf(people, thanks),
      omitted: omissionsOf(verdicts),
    },
    verdicts,
    items,
  }
}

/** Fragments, and changes of other sources that no commit of the range brought. */
function othersOf(items: readonly Item[], { sources, own, history }: RangeContext): Change[] {
  const prs = new Set(items.flatMap(({ pr }) => pr ?? []))
  const shas = new Set(items.map(({ commit }) => commit.sha))
  const fragments = sources.fragments.filter(({ packages }) => !own || !packages || packages.includes(own.name))
  const rest = sources.others.rest(prs, shas)
  // What another release brought is not new.
  return [...fragments, ...rest.filter((change) => change.shas.every((sha) => history.store.find(sha) === -1))]
}

function headOf(
  { tag, from, to, commits }: Range,
  { history, own, request: { repository } }: Pick<RangeContext, 'history' | 'own' | 'request'>,
) {
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
