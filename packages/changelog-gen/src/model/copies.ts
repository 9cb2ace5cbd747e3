import { gitPiped } from '@frontdoor/kit/git'
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
 * are compared that somebody wrote at the same time, or called the same, so that mostly there is nothing to do.
 *
 * @param wanted gives the indexes of the commits that are asked about; all are where it is absent
 */
export async function findCopies(
  io: Pick<Io, 'env'>,
  { store, graph }: Pick<History, 'store' | 'graph'>,
  { root, wanted }: { readonly root: string; readonly wanted?: (() => ReadonlySet<number>) | undefined },
): Promise<Copies> {
  const pairs = alike({ store, graph }, wanted)
  const indexes = [...new Set(pairs.flat())]
  if (indexes.length === 0) return new Map()
  const shas = indexes.map((index) => store.sha(index))
  // A clone without the contents of files has no patches, and nothing is fetched for this.
  const patches = await patchIds(io, root, shas).catch(unlessGitFailed)
  const copies = new Map<number, number[]>()
  for (const [one, other] of pairs) {
    const patch = patches.get(store.sha(one))
    if (patch === undefined || patch !== patches.get(store.sha(other))) continue
    const group = [...new Set([...(copies.get(one) ?? [one]), ...(copies.get(other) ?? [other])])]
    for (const index of group) copies.set(index, group)
  }
  return copies
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

/** By hash of a commit: a digest of its patch, without the places of its lines; none for a commit that changes nothing. */
async function patchIds(io: Pick<Io, 'env'>, folder: string, shas: readonly string[]): Promise<Map<string, string>> {
  const options = ['--no-walk=unsorted', '--format=tformat:commit %H', '--patch', '--binary', ...plain]
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

function unlessGitFailed(error: unknown): Map<string, string> {
  if (error instanceof UserError) return new Map()
  throw error
}

/** Nothing that a configuration says about diffs may change them. */
const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-notes', '--no-relative', '-U3']
