import { once } from '@frontdoor/kit/cache/once'
import { eachParent, type Graph } from './graph.ts'

/**
 * By commit: the merge that brought it to the line it was merged into, -1 for commits of the main line. A line is what first parents lead
 * to; the main line starts at the newest commit. The merge itself is a commit of its line, so this leads from branch to branch.
 */
export function mergesOf(graph: Graph, head = 0): Int32Array {
  const merge = new Int32Array(graph.size).fill(-1)
  const seen = new Uint8Array(graph.size)
  // What is to be walked: the newest commit of a line, and behind it the merge that brought the line.
  const tips = graph.size === 0 ? [] : [head, -1]
  while (tips.length > 0) {
    const by = tips.pop() as number
    let next: number | undefined = tips.pop()
    // Newest first, so that the oldest merge is taken from the stack first: the oldest that reaches a commit brought it.
    while (next !== undefined && seen[next] !== 1) {
      const index: number = next
      seen[index] = 1
      merge[index] = by
      next = undefined
      eachParent(graph, index, (parent) => {
        if (next === undefined) next = parent
        else tips.push(parent, index)
      })
    }
  }
  return merge
}

/** By index of a commit that of the merge that tells of it, -1 for none. */
export type MergeFinder = (index: number) => number

/**
 * Finds the merge that tells of a commit of a release: of those in it that brought it, one into the line of the next, the outermost that has
 * something to tell. Where none has, it is the outermost. A release that is merged back later is told by its own merges.
 *
 * @param isPlain true for a merge that only says what was merged
 */
export function mergeFinder(
  merges: Int32Array,
  isPlain: (merge: number) => boolean,
): (commits: readonly number[]) => MergeFinder {
  const isSilent = once(isPlain)
  return (commits) => {
    const own = new Set(commits)
    const chosen = new Map<number, number>()
    return (index) => {
      const path: number[] = []
      let merge = merges[index] ?? -1
      for (; own.has(merge) && !chosen.has(merge); merge = merges[merge] ?? -1) path.push(merge)
      let outer = chosen.get(merge) ?? -1
      for (const inner of path.reverse()) {
        if (outer === -1 || (isSilent(outer) && !isSilent(inner))) outer = inner
        chosen.set(inner, outer)
      }
      return outer
    }
  }
}
