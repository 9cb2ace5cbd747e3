import type { Link, PhrasingContent } from 'mdast'
import type { Proposal } from './proposal.ts'

/** Badges as the content of a paragraph, each on a line of its own. */
export function rowNodes(row: readonly Proposal[]): PhrasingContent[] {
  return row.flatMap((proposal, index) => [
    ...(index > 0 ? [{ type: 'text' as const, value: '\n' }] : []),
    badgeNode(proposal),
  ])
}

export function badgeNode({ alt, image, href }: Proposal): Link {
  return { type: 'link', url: href, children: [{ type: 'image', url: image, alt }] }
}

/** A badge in a style, where shields.io draws it, which draws them flat by itself. */
export function styled(proposal: Proposal, style = 'flat'): Proposal {
  const { image } = proposal
  if (style === 'flat' || !image.startsWith('https://img.shields.io/')) return proposal
  return { ...proposal, image: `${image}${image.includes('?') ? '&' : '?'}style=${encodeURIComponent(style)}` }
}
