import { compareVersions } from '../version.ts'
import type { Assignment } from './assign.ts'
import { eachParent, type Graph } from './graph.ts'
import type { VersionTag } from './versions.ts'

/** The commits of one release, or of what is not released. */
export interface Range {
  /** Absent for what is not released. */
  readonly tag?: VersionTag
  /** Index of the newest commit. */
  readonly to: number
  /** The release before, where there is one. */
  readonly from?: VersionTag
  /** Indexes, newest first. */
  readonly commits: readonly number[]
}

/** The ranges of a history, newest first; first what is not released, which may be nothing. */
export function rangesOf(graph: Graph, { owner, releases }: Assignment, tagOf: (index: number) => VersionTag): Range[] {
  const members = new Map<number, number[]>([[-1, []], ...releases.map((index): [number, number[]] => [index, []])])
  const before = new Map<number, Set<number>>()
  for (const index of graph.order) {
    const own = owner[index] as number
    members.get(own)?.push(index)
    eachParent(graph, index, (parent) => {
      const other = owner[parent] as number
      if (other !== own) before.set(own, (before.get(own) ?? new Set()).add(other))
    })
  }
  return [-1, ...releases].map((release) => {
    const tag = release === -1 ? undefined : tagOf(release)
    // Where nothing is new, the newest commit is a release itself.
    const isEmpty = release === -1 && graph.size > 0 && owner[0] === 0
    const from = isEmpty ? tagOf(0) : previous([...(before.get(release) ?? [])].map(tagOf), tag)
    return {
      ...(tag && { tag }),
      to: release === -1 ? 0 : release,
      ...(from && { from }),
      commits: members.get(release) ?? [],
    }
  })
}

/** Of several releases that a range follows on, as after a merge of a maintenance branch: the highest that is lower. */
function previous(tags: readonly VersionTag[], tag: VersionTag | undefined): VersionTag | undefined {
  const sorted = tags.toSorted((a, b) => compareVersions(b.version, a.version))
  return sorted.find(({ version }) => !tag || compareVersions(version, tag.version) < 0) ?? sorted[0]
}
