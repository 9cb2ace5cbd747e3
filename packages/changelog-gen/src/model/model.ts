import { once } from '@frontdoor/kit/cache/once'
import type { Io } from '@frontdoor/kit/io'
import type { Change } from '../change.ts'
import { mergeFinder } from '../history/branches.ts'
import { cut, type History, readHistory, requireWhole } from '../history/history.ts'
import type { Range } from '../history/range.ts'
import { type Added, fragmentCommits } from '../sources/fragment-commits.ts'
import { fragmentFile, noFragments, readFragments } from '../sources/fragments.ts'
import { readOverrides } from '../sources/overrides.ts'
import { isPrerelease } from '../version.ts'
import { classifier, namedTypes } from './category.ts'
import { copyFinder, findCopies } from './copies.ts'
import { enrichment } from './enrich.ts'
import { itemOf } from './item.ts'
import { isPlainMerge } from './judge.ts'
import { headOf, type Judged, judgeRange, type RangeContext, type ReleaseHead, type Sources } from './judged.ts'
import type { Package } from './package.ts'
import { pathTest } from './path-test.ts'
import { type ModelRequest, versioningOf } from './request.ts'

/** A history and all that decides about it; every package's releases come from one reading. */
export interface Model {
  readonly history: History
  /** The ranges of the whole repository, or of one package; newest first, what is not released before them. */
  ranges(own?: Package): readonly Range[]
  /** True where fragments that a release takes away tell of what none has, be it of another package. */
  readonly hasFragments: boolean
  /** True where they say that a series of prereleases ends with the next release. */
  readonly endsPrereleases: boolean
  /** True where some entry may be Markdown that a maintainer wrote: of a fragment, an override, another source. */
  readonly mayHoldMarkdown: boolean
  head(range: Range, own?: Package): ReleaseHead
  /** A range as a release, and what became of each of its commits. */
  release(range: Range, own?: Package): Judged
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
  const [{ changes: fragments, endsPrereleases }, overrides, matches] = await Promise.all([
    settings.sources.includes('fragments')
      ? readFragments(root, settings.fragments, async (folder) =>
          toldByAll(io, { history: await reading, request, folder }),
        )
      : noFragments,
    readOverrides(root),
    pathTest(settings.categories),
  ])
  if (fragments.some((one) => one.packages)) {
    const { requirePackages } = await import('../sources/changesets.ts')
    requirePackages(fragments, packages, request.names)
  }
  const history = await reading
  const told = await toldFragments(io, { history, request, fragments })
  const notes = history.hasNotes ? await (await import('../sources/git-notes.ts')).readGitNotes(io, root) : []
  const added =
    history.store.size === 0 ? [] : await bringersOf(io, { root, head: history.store.sha(0), told, fragments })
  const types = namedTypes(settings.categories)
  const wanted = request.unreleasedOnly ? () => unreleasedIn(history, request) : undefined
  const sources = {
    fragments,
    endsPrereleases,
    told,
    fragmentOf: new Map(added),
    bringerOf: new Map(added.map(([sha, path]) => [path, sha] as const).reverse()),
    // What stands in the project counts more than what may not be in every clone.
    overrides: [...overrides, ...notes],
    categoryOf: classifier(settings.categories, matches),
    types,
    others: enrichment(await changesFrom(history, request)),
    copies: await findCopies(io, history, { root, wanted }),
  }
  return modelOf(history, request, sources)
}

interface Bringing extends Pick<Sources, 'told' | 'fragments'> {
  readonly root: string
  readonly head: string
}

/** The commits that brought fragments; those that stay are looked for where no release has told of them, which is never far. */
async function bringersOf(io: Pick<Io, 'env'>, { root, head, told, fragments }: Bringing): Promise<Added[]> {
  const isTold = (file: string) => told.size > 0 && [...told.values()].every((files) => files.has(file))
  const filesOf = (some: readonly Change[]) => [...new Set(some.map(fragmentFile))]
  const staying = filesOf(fragments.filter(({ stays }) => stays)).filter((file) => !isTold(file))
  const others = filesOf(fragments.filter(({ stays }) => !stays))
  const added = await Promise.all([
    fragmentCommits(io, { folder: root, head, paths: others }),
    fragmentCommits(io, { folder: root, head, since: [...told.keys()], paths: staying }),
  ])
  return added.flat()
}

/** Paths of fragments that stay, by the hash of each release before what is not released: of those that it has, it has told. */
async function toldFragments(
  io: Pick<Io, 'env'>,
  { history, request, fragments }: { history: History; request: ModelRequest; fragments: readonly Change[] },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const staying = fragments.filter(({ stays }) => stays)
  if (staying.length === 0) return new Map()
  const { toldAt } = await import('../sources/told-fragments.ts')
  const bases = basesOf(history, request).filter((sha) => sha !== undefined)
  const reads = bases.map(async (sha) => {
    return [sha, await toldAt(io, { folder: request.root, sha, fragments: staying })] as const
  })
  return new Map(await Promise.all(reads))
}

/** Paths of the files in a folder that each release has which is followed by something that is not released. */
async function toldByAll(
  io: Pick<Io, 'env'>,
  { history, request, folder }: { history: History; request: ModelRequest; folder: string },
): Promise<ReadonlySet<string>> {
  const { filesAt } = await import('../sources/told-fragments.ts')
  const bases = basesOf(history, request)
  const reads = bases.map((sha) =>
    sha === undefined ? new Set<string>() : filesAt(io, { folder: request.root, sha, folders: [folder] }),
  )
  const [first = new Set<string>(), ...others] = await Promise.all(reads)
  return new Set([...first].filter((path) => others.every((files) => files.has(path))))
}

/** Hashes of the releases, of the repository and of each package, from which it goes on; undefined where there is none yet. */
function basesOf(history: History, request: ModelRequest): (string | undefined)[] {
  const owns = [undefined, ...(request.packages ?? [])]
  return [...new Set(owns.map((own) => cut(history, versioningOf(request, own))[0]?.from?.sha))]
}

/** Reads models for one command. */
export type ModelReader = (request: ModelRequest) => Promise<Model>

/** Reads each model once: whatever package of a workspace it is asked for, its history is read to its end. */
export function modelReader(io: Pick<Io, 'env'>): ModelReader {
  const models = new Map<string, Promise<Model>>()
  return (request) => {
    const { packages = [], head = 'HEAD', unreleasedOnly = false } = request
    if (packages.length === 0) return loadModel(io, request)
    const key = `${head} ${unreleasedOnly}`
    const model = models.get(key) ?? loadModel(io, request)
    models.set(key, model)
    return model
  }
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
  const tellers = once((own: Package | undefined) => {
    const all = ranges(own)
    const hasPrereleases = all.some(({ tag }) => tag && isPrerelease(tag.version))
    const releases = hasPrereleases ? cut(history, { ...versioningOf(request, own), folded: true }) : all
    return teller(history, releases, sources.bringerOf)
  })
  const itemAt = itemReader(history, request)
  const names = namesOf(request)
  const mergesOf = mergeFinder(history.merges, (merge) => isPlainMerge(history.store.commit(merge), names))
  return {
    history,
    ranges: (own) => ranges(own),
    hasFragments: sources.fragments.some(({ stays }) => !stays),
    endsPrereleases: sources.endsPrereleases,
    mayHoldMarkdown: sources.fragments.length + sources.overrides.length + (request.sources?.length ?? 0) > 0,
    head: (range, own) => headOf(range, { history, request, own }),
    release(range, own) {
      const bots = new Set(request.settings.bots.map((name) => name.toLowerCase()))
      const thanks = { bots, isNew: (email: string) => newcomers(own).get(range)?.has(email) === true }
      const copiesOf = copies(own)(range)
      const mergeOf = mergesOf(range.commits)
      const tellsOf: RangeContext['tellsOf'] = (...asked) => tellers(own)(...asked)
      return judgeRange(range, { history, itemAt, request, sources, own, copiesOf, mergeOf, names, thanks, tellsOf })
    },
  }
}

/** Packages have most commits in common, and to read one takes longer than to judge it. */
function itemReader({ store }: History, { packages = [] }: ModelRequest): RangeContext['itemAt'] {
  const read = (index: number) => itemOf(store.commit(index))
  if (packages.length < 2) return read
  const kept = once(read)
  return (index) => ({ ...kept(index) })
}

/** Which of some releases, of which none is a prerelease, tells of a fragment: the one that has the commit which brought it. */
function teller(
  { store }: History,
  releases: readonly Range[],
  bringerOf: Sources['bringerOf'],
): RangeContext['tellsOf'] {
  const bringers = new Set([...bringerOf.values()].map(store.find))
  const owner = new Map(
    releases.flatMap(({ tag, commits }) =>
      commits.filter((index) => bringers.has(index)).map((index) => [index, tag?.sha] as const),
    ),
  )
  return (tag, bringer) => {
    const index = bringer === undefined ? -1 : store.find(bringer)
    if (index !== -1) return owner.get(index) === tag?.sha
    // What nobody has committed is new, and what was not read is older than the newest release.
    return tag === undefined && (bringer === undefined || !releases[0]?.from)
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

/** Of the repository, its own package and all others. */
function namesOf({ names, packages = [], repository }: ModelRequest): string[] {
  return [...names, ...packages.flatMap(({ name, folder }) => [name, folder]), repository?.name ?? ''].filter(Boolean)
}
