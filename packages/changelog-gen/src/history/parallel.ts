import { eachParent, type Graph, parentsOf } from './graph.ts'

/** By index: 1 for a commit beside which another line of the history runs. In a straight history there is none. */
export function besideOthers({ order, ...graph }: Graph): Uint8Array {
  const beside = new Uint8Array(graph.size)
  const waiting = new Uint8Array(graph.size)
  let lines = 0
  for (const index of order) {
    if (waiting[index] === 1) lines--
    if (lines > 0) beside[index] = 1
    eachParent(graph, index, (parent) => {
      if (waiting[parent] === 1) return
      waiting[parent] = 1
      lines++
    })
  }
  return beside
}

/** Says of two commits whether they stand beside each other: neither is in the history of the other. */
export function besideEachOther(graph: Graph): (one: number, other: number) => boolean {
  const places = new Int32Array(graph.size)
  for (const [place, index] of graph.order.entries()) places[index] = place
  const chains = chainsOf(graph)
  const seen = new Int32Array(graph.size)
  let look = 0
  return (one, other) => {
    if (chains[one] === chains[other]) return false
    const [young, old] = (places[one] as number) < (places[other] as number) ? [one, other] : [other, one]
    const last = places[old] as number
    const stack = [young]
    look++
    for (let next = stack.pop(), count = 0; next !== undefined; next = stack.pop()) {
      if (next === old || count++ > furthest) return false
      for (const parent of parentsOf(graph, next)) {
        if (seen[parent] === look || (places[parent] as number) > last) continue
        seen[parent] = look
        stack.push(parent)
      }
    }
    return true
  }
}

/** A number for each line of first parents: two commits with the same one are in each other's history. */
function chainsOf({ order, ...graph }: Graph): Int32Array {
  const chains = new Int32Array(graph.size).fill(-1)
  for (const index of order) {
    if (chains[index] === -1) chains[index] = index
    const [parent] = parentsOf(graph, index)
    if (parent !== undefined && chains[parent] === -1) chains[parent] = chains[index] as number
  }
  return chains
}

/** Commits to look at for two of them: what is further apart is no copy that anybody would take for a new change. */
const furthest = 5000
