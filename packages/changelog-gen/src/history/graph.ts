import type { CommitStore } from './commit-store.ts'
import { grown } from './grown.ts'

/** The commits of a history as numbers, so that a walk allocates nothing. */
export interface Graph {
  readonly size: number
  /** Where the parents of each commit start in `parents`; one longer than the history. */
  readonly starts: Int32Array
  /** Indexes of parents, first parents first. Parents that are not in the history are left out. */
  readonly parents: Int32Array
  /** All commits, each behind all of its children: git's order, mended where clocks were wrong. */
  readonly order: Int32Array
}

/** The graph of a history, in linear time. */
export function graphOf(store: CommitStore): Graph {
  const { size } = store
  const starts = new Int32Array(size + 1)
  let parents = new Int32Array(size + 1)
  let length = 0
  const children = new Int32Array(size)
  for (let index = 0; index < size; index++) {
    for (const sha of store.parents(index)) {
      // Mostly the parent is the next one.
      const parent = index + 1 < size && store.sha(index + 1) === sha ? index + 1 : store.find(sha)
      if (parent === -1) continue
      if (length === parents.length) parents = grown(parents)
      parents[length++] = parent
      children[parent] = (children[parent] as number) + 1
    }
    starts[index + 1] = length
  }
  const linked = { size, starts, parents: parents.subarray(0, length) }
  return { ...linked, order: topologicalOrder(linked, children) }
}

/** Indexes of a commit's parents. */
export function parentsOf({ starts, parents }: Omit<Graph, 'order'>, index: number): Int32Array {
  return parents.subarray(starts[index], starts[index + 1])
}

/** Calls back for each parent of a commit: to make a list of them for every commit was a quarter of all walks. */
export function eachParent(
  { starts, parents }: Omit<Graph, 'order'>,
  index: number,
  visit: (parent: number) => void,
): void {
  const end = starts[index + 1] as number
  for (let at = starts[index] as number; at < end; at++) visit(parents[at] as number)
}

/** Keeps git's order wherever it can: a commit that comes before one of its children waits for the last of them. */
function topologicalOrder(graph: Omit<Graph, 'order'>, children: Int32Array): Int32Array {
  const order = new Int32Array(graph.size)
  let length = 0
  const passed = new Uint8Array(graph.size)
  const ready: number[] = []
  for (let index = 0; index < graph.size; index++) {
    passed[index] = 1
    if (children[index] === 0) ready.push(index)
    while (ready.length > 0) {
      const next = ready.pop() as number
      order[length++] = next
      eachParent(graph, next, (parent) => {
        children[parent] = (children[parent] as number) - 1
        // Those that are still to come are taken when the loop reaches them.
        if (children[parent] === 0 && passed[parent] === 1) ready.push(parent)
      })
    }
  }
  return order
}
