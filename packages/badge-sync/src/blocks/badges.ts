import { type Generator, generator } from '../block.ts'
import { initFlags } from '../flags.ts'
import { rowKinds } from '../row/kinds.ts'
import { proposalsFor } from '../row/proposals.ts'
import { rowNodes, styled } from '../row/row-nodes.ts'

export const block: Generator = generator({
  name: 'badges',
  summary: 'The row of badges that the facts of the project speak for, as `badge-sync init` proposes it.',
  example: 'badges kinds=ci,version,license',
  options: {
    kinds: {
      type: 'array',
      items: { enum: rowKinds },
      default: rowKinds.filter((kind) => kind !== 'downloads'),
      description: 'Kinds of badges, in their order.',
    },
    style: {
      enum: initFlags.style.choices,
      default: 'flat',
      description: 'Style of the badges of shields.io.',
    },
  },
  generate({ document, project, options: { kinds, style } }) {
    const proposals = proposalsFor(project, document)
    const row = [...new Set(kinds)].flatMap((kind) => proposals.filter((proposal) => proposal.kind === kind))
    const children = rowNodes(row.map((proposal) => styled(proposal, style)))
    return children.length > 0 ? [{ type: 'paragraph', children }] : []
  },
})
