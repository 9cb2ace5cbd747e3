import { rangeOf } from '@frontdoor/markdown/nodes'
import { forgeHost } from '../../hosts.ts'
import { isLost } from '../../shown/lost.ts'
import { forgePage } from './forge-page.ts'
import type { Change, Rendering } from './transformation.ts'

/** A link to where a Mermaid diagram is drawn in the place of its source; without such a place, its source as plain code. */
export function* diagrams(rendering: Rendering): Generator<Change> {
  const { document, project, showing } = rendering
  const { source, nodes, sections } = document
  if (!isLost(showing.host.features.mermaid.does)) return
  const forge = forgeHost(project)
  for (const { node } of nodes.of('code')) {
    if (node.lang?.toLowerCase() !== 'mermaid') continue
    const at = rangeOf(node)
    const section = sections.findLast(({ start }) => start < at.start)
    const page = forge?.features.mermaid.does === 'kept' ? forgePage(rendering, section?.slug) : undefined
    if (page) yield { edits: [{ ...at, text: `[See the diagram on ${forge?.title}](${page})` }] }
    else {
      const start = source.toLowerCase().indexOf('mermaid', at.start)
      const message = `A diagram is shown as its source on ${showing.host.title}, since no page is known that draws it`
      yield { edits: [{ start, end: start + 'mermaid'.length, text: 'text' }], note: { at, message } }
    }
  }
}
