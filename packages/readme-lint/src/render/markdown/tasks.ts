import { rangeOf } from '@frontdoor/markdown/nodes'
import { isLost } from '../../shown/lost.ts'
import type { Change, Rendering } from './transformation.ts'

/** ✅ and ⬜ in the place of the boxes of a task list. */
export function* tasks({ document: { nodes, source }, showing: { host } }: Rendering): Generator<Change> {
  if (!isLost(host.features['task-list'].does)) return
  for (const { node } of nodes.of('listItem')) {
    if (typeof node.checked !== 'boolean' || !node.children[0]) continue
    const { start } = rangeOf(node)
    const [before = '', marker = ''] =
      /^[\s\S]*?(\[[ \txX\r\n]\])/.exec(source.slice(start, rangeOf(node.children[0]).end)) ?? []
    if (marker === '') continue
    const end = start + before.length
    yield { edits: [{ start: end - marker.length, end, text: node.checked ? '✅' : '⬜' }] }
  }
}
