import type { RuleFinding } from '@frontdoor/kit/report'
import type { Block } from '@frontdoor/markdown/blocks'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'

/**
 * Takes away every fix that would change something between the markers of a generated block, or the markers themselves:
 * its generator would undo it, or no longer find its place. What was found there stays to be said.
 */
export function withholdFixes({ blocks }: MarkdownDocument, findings: readonly RuleFinding[]): RuleFinding[] {
  // Without its end marker nobody knows how far a block reaches, and a generator leaves it alone. One of ours a rule may fill.
  const closed = blocks.filter(({ close, name }) => close && !name.startsWith('readme-lint:'))
  return findings.map((finding) => {
    if (!finding.fix?.edits.some((edit) => closed.some((block) => touches(edit, block)))) return finding
    const { fix, ...rest } = finding
    return rest
  })
}

/** What is put right before or right behind a block does not touch it. */
function touches(edit: Edit, block: Block): boolean {
  return edit.start < block.end && edit.end > block.start
}

/** True for a place that a generator owns: what is edited there comes back. */
export function inGenerated({ blocks }: MarkdownDocument, offset: number): boolean {
  return blocks.some(({ body, close }) => close && body.start <= offset && offset < body.end)
}

/** The edits of many places that a generator does not undo, so that those in a block do not withhold the others. */
export function outsideGenerated(document: MarkdownDocument, edits: readonly Edit[]): Edit[] {
  return edits.filter(({ start }) => !inGenerated(document, start))
}
