import { eachParent, type Graph } from './graph.ts'

/** Which release each commit belongs to. */
export interface Assignment {
  /** By commit: the tagged commit of the oldest release that reaches it; -1 where none does. */
  readonly owner: Int32Array
  /** Tagged commits, newest first: each before the releases that it contains. */
  readonly releases: readonly number[]
}

/**
 * Gives each commit to the oldest release that reaches it, by reachability alone: dates may be wrong, and branches are merged late.
 *
 * @param tagged indexes of the commits that are releases
 */
export function assignReleases(graph: Graph, tagged: ReadonlySet<number>): Assignment {
  const owner = new Int32Array(graph.size).fill(-1)
  const releases: number[] = []
  // Place of a release among all: children come before parents, so a later place is an older release.
  const place = new Int32Array(graph.size).fill(-1)
  for (const index of graph.order) {
    if (tagged.has(index)) {
      place[index] = releases.length
      releases.push(index)
      owner[index] = index
    }
    const own = owner[index] as number
    if (own === -1) continue
    eachParent(graph, index, (parent) => {
      const other = owner[parent] as number
      if (other === -1 || (place[own] as number) > (place[other] as number)) owner[parent] = own
    })
  }
  return { owner, releases }
}
