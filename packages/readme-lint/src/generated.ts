import type { MarkdownDocument } from '@frontdoor/markdown/document'

/** True for a place that a generator owns: what is edited there comes back. */
export function inGenerated({ blocks }: MarkdownDocument, offset: number): boolean {
  return blocks.some(({ body, close }) => close && body.start <= offset && offset < body.end)
}
