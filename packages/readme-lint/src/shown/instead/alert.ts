import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit, Range } from '@frontdoor/markdown/edit'

/** `**Note:**` in the place of each marker `[!NOTE]`, which reads well everywhere. */
export function boldInstead(document: MarkdownDocument, markers: readonly Range[]): Edit[] {
  return markers.map((marker) => ({ ...marker, text: boldOf(document.slice(marker)) }))
}

function boldOf(marker: string): string {
  const word = marker.slice(2, -1)
  return `**${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}:**`
}
