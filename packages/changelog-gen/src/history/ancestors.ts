import { eachParent, type Graph } from './graph.ts'

/** By index: 1 for a commit and all its ancestors; nothing for a commit that is not there. */
export function ancestorsOf(graph: Graph, index: number): Uint8Array {
  const marks = new Uint8Array(graph.size)
  const stack = index === -1 ? [] : [index]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (marks[next] === 1) continue
    marks[next] = 1
    eachParent(graph, next, (parent) => stack.push(parent))
  }
  return marks
}
