import type { PhrasingContent } from 'mdast'
import { type Generator, generator } from '../block.ts'
import { rowKinds } from '../row/kinds.ts'
import { proposalsFor } from '../row/proposals.ts'

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
      enum: ['flat', 'flat-square', 'plastic', 'for-the-badge', 'social'],
      default: 'flat',
      description: 'Style of the badges of shields.io.',
    },
  },
  generate({ document, project, options: { kinds, style } }) {
    const proposals = proposalsFor(project, document)
    const row = [...new Set(kinds)].flatMap((kind) => proposals.filter((proposal) => proposal.kind === kind))
    const children = row.flatMap(({ alt, image, href }, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'text' as const, value: '\n' }] : []),
      { type: 'link', url: href, children: [{ type: 'image', alt, url: styled(image, style) }] },
    ])
    return children.length > 0 ? [{ type: 'paragraph', children }] : []
  },
})

function styled(image: string, style: string): string {
  if (style === 'flat' || !image.startsWith('https://img.shields.io/')) return image
  return `${image}${image.includes('?') ? '&' : '?'}style=${style}`
}
