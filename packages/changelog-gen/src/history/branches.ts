import { eachParent, type Graph } from './graph.ts'

/**
 * By commit: the merge on the main line that brought it in, -1 for commits of the main line itself. The main line is what first
 * parents lead to from the newest commit.
 */
export function mergesOf(graph: Graph, head = 0): Int32Array {
  const merge = new Int32Array(graph.size).fill(-1)
  const seen = new Uint8Array(graph.size)
  const mainline = new Int32Array(graph.size)
  let length = 0
  for (let index: number | undefined = head; index !== undefined && index < graph.size; ) {
    mainline[length++] = index
    seen[index] = 1
    index = graph.starts[index] === graph.starts[index + 1] ? undefined : graph.parents[graph.starts[index] as number]
  }
  // The oldest merge that reaches a commit brought it; each commit is visited once.
  for (const index of mainline.subarray(0, length).reverse()) {
    const stack: number[] = []
    const push = (parent: number) => stack.push(parent)
    eachParent(graph, index, push)
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (seen[next] === 1) continue
      seen[next] = 1
      merge[next] = index
      eachParent(graph, next, push)
    }
  }
  return merge
}
