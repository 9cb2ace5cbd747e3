import { git, gitPiped } from '@frontdoor/kit/git'
import { type Io, UserError } from '@frontdoor/kit/io'
import { parentsOf } from '../history/graph.ts'
import type { History } from '../history/history.ts'
import { besideEachOther, besideOthers } from '../history/parallel.ts'
import type { Range } from '../history/range.ts'
import { bareTitle } from '../message/header.ts'
import { personOf } from '../message/people.ts'
import type { CopyFinder } from './duplicates.ts'

/** By index of a commit: all commits that make the same change, itself among them. */
export type Copies = ReadonlyMap<number, readonly number[]>

/**
 * Finds commits that make the same change on several lines of a history, whatever they say: those whose patches are equal. Only those
 * are compared that somebody wrote at the same time, or called the same, so that mostly there is nothing to do; and patches are made of
 * those only that change the same files, since they take long where what is built is committed, too.
 *
 * @param wanted gives the indexes of the commits that are asked about; all are where it is absent
 */
export async function findCopies(
  io: Pick<Io, 'env'>,
  { store, graph }: Pick<History, 'store' | 'graph'>,
  { root, wanted }: { readonly root: string; readonly wanted?: (() => ReadonlySet<number>) | undefined },
): Promise<Copies> {
  const pairs = alike({ store, graph }, wanted)
  const shasOf = (some: readonly Pair[]) => [...new Set(some.flat())].map((index) => store.sha(index))
  // A clone without folders or without the contents of files cannot tell, and nothing is fetched for this.
  const touched = await touches(io, root, shasOf(pairs)).catch(unlessGitFailed)
  const near = pairs.filter(both((index) => touched.get(store.sha(index))?.paths))
  const haveSameContents = both((index) => touched.get(store.sha(index))?.contents)
  const unsure = near.filter((pair) => !haveSameContents(pair))
  const patches = await patchIds(io, root, shasOf(unsure)).catch(unlessGitFailed)
  const haveSamePatch = both((index) => patches.get(store.sha(index)))
  const copies = new Map<number, number[]>()
  for (const pair of near) {
    if (!haveSameContents(pair) && !haveSamePatch(pair)) continue
    const [one, other] = pair
    const group = [...new Set([...(copies.get(one) ?? [one]), ...(copies.get(other) ?? [other])])]
    for (const index of group) copies.set(index, group)
  }
  return copies
}

/** True for two commits of which the same is known. */
function both(known: (index: number) => string | undefined): (pair: Pair) => boolean {
  return ([one, other]) => known(one) !== undefined && known(one) === known(other)
}

/** Finds the copies of a release's commits, in it and in older releases: ranges come newest first. */
export function copyFinder(
  copies: Copies,
  { store }: Pick<History, 'store'>,
  ranges: readonly Range[],
): (range: Range) => CopyFinder {
  if (copies.size === 0) return () => () => undefined
  const places = new Map<number, number>()
  for (const [place, { commits }] of ranges.entries())
    for (const index of commits) if (copies.has(index)) places.set(index, place)
  return (range) => {
    const own = ranges.indexOf(range)
    return ({ index }) => {
      const group = copies.get(index)
      if (!group) return undefined
      const found = group.find((other) => (places.get(other) ?? -1) > own)
      return { key: `patch ${Math.min(...group)}`, ...(found !== undefined && { released: store.commit(found) }) }
    }
  }
}

type Pair = readonly [number, number]

/** More copies of one title are no copies. */
const mostAlike = 8
/** Patches to make, which take a millisecond each. */
const mostPairs = 200

/** Pairs of commits that may be copies of each other, newest first. */
function alike(
  { store, graph }: Pick<History, 'store' | 'graph'>,
  wanted: (() => ReadonlySet<number>) | undefined,
): Pair[] {
  const beside = besideOthers(graph)
  const groups = new Map<string, number[]>()
  const add = (key: string, index: number) => {
    const group = groups.get(key)
    if (group) group.push(index)
    else groups.set(key, [index])
  }
  for (let index = 0; index < graph.size; index++) {
    if (beside[index] === 0 || parentsOf(graph, index).length > 1) continue
    const { email, authored, line } = store.origin(index)
    add(`${email}\0${authored}`, index)
    add(`${email}\0${bareTitle(line).toLowerCase()}`, index)
  }
  const candidates = [...groups.values()].filter(({ length }) => length >= 2 && length <= mostAlike)
  if (candidates.length === 0) return []
  const asked = wanted?.()
  const areBeside = besideEachOther(graph)
  const found: Pair[] = []
  for (const indexes of candidates) {
    if (asked && !indexes.some((index) => asked.has(index))) continue
    if (personOf('', store.email(indexes[0] as number)).bot) continue
    for (const [at, one] of indexes.entries())
      for (const other of indexes.slice(at + 1)) if (areBeside(one, other)) found.push([one, other])
  }
  return found.sort(([one], [other]) => one - other).slice(0, mostPairs)
}

/** What a commit changes, without the contents of files. */
interface Touch {
  /** How each file changes, and its path; patches of others cannot be equal. */
  readonly paths: string
  /** The same with the hashes of what is there before and after; where they are equal, so are the patches. */
  readonly contents: string
}

/** By hash of a commit: what it changes; none for one that changes nothing. */
async function touches(io: Pick<Io, 'env'>, folder: string, shas: readonly string[]): Promise<Map<string, Touch>> {
  if (shas.length === 0) return new Map()
  const options = ['-z', '--format=tformat:%x00%H', '--raw', '--no-abbrev', ...plain]
  const output = await git(io, { folder, command: 'log', options, revisions: shas })
  // An empty field stands before each hash. Behind it come `:MODE MODE HASH HASH M`, the path, and so on.
  const commits = output.split(/(?:^|\0)\0(?=[\da-f]{40})/)
  return new Map(
    commits.flatMap((commit): [string, Touch][] => {
      const [sha = '', ...fields] = commit.split('\0').filter(Boolean)
      const contents = fields.join('\0')
      return contents === ''
        ? []
        : [[sha, { contents, paths: contents.replaceAll(/:\d+ \d+ [\da-f]+ [\da-f]+ /g, '') }]]
    }),
  )
}

/** By hash of a commit: a digest of its patch, without the places of its lines; none for a commit that changes nothing. */
async function patchIds(io: Pick<Io, 'env'>, folder: string, shas: readonly string[]): Promise<Map<string, string>> {
  if (shas.length === 0) return new Map()
  const options = ['--format=tformat:commit %H', '--patch', '--binary', '-U3', ...plain]
  const log = { folder, command: 'log', options, revisions: shas }
  const lines = await gitPiped(io, log, { folder, command: 'patch-id', options: ['--stable'] })
  return new Map(
    lines
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '))
      .map(([patch = '', sha = '']) => [sha, patch]),
  )
}

function unlessGitFailed(error: unknown): Map<string, never> {
  if (error instanceof UserError) return new Map<string, never>()
  throw error
}

/** No commit but those that are named, and nothing that a configuration says about diffs may change them. */
const plain = [
  '--no-walk=unsorted',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-renames',
  '--no-notes',
  '--no-relative',
]
