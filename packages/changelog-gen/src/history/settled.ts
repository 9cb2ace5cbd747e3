import { ancestorsOf } from './ancestors.ts'
import { parentsOf } from './graph.ts'
import type { History } from './history.ts'
import type { Tag } from './tags.ts'

/**
 * The tags that no newer commit than the one with this hash has: what a release of that commit and all older ones are made by. Undefined
 * where newer commits follow on others, too, as after the merge of a branch that left before: then they may tell something new of what is older.
 */
export function settledTags({ store, graph, tags }: History, sha: string): readonly Tag[] | undefined {
  const settled = store.find(sha)
  if (settled === -1) return undefined
  const older = ancestorsOf(graph, settled)
  for (let index = 0; index < graph.size; index++) {
    if (older[index] === 1) continue
    const parents = parentsOf(graph, index)
    // A beginning of its own may bring releases that are older than all.
    if (parents.length === 0 || parents.length < store.parents(index).length) return undefined
    if (parents.some((parent) => parent !== settled && older[parent] === 1)) return undefined
  }
  return tags.filter((tag) => {
    const index = store.find(tag.sha)
    return index === -1 || older[index] === 1
  })
}
