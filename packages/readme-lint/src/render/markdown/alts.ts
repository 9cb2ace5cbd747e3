import { allowsAlt, altInstead, altOf, hasAlt, looksAtAlt } from '../../shown/instead/alt.ts'
import type { Change, Rendering } from './transformation.ts'

/** Alt texts with the signs that the host keeps: less exact, but there. */
export function* alts({ document, showing: { host } }: Rendering): Generator<Change> {
  if (!looksAtAlt(host)) return
  for (const link of document.links) {
    if (!hasAlt(link) || allowsAlt(host, altOf(link))) continue
    yield { edits: altInstead(document, link, { hosts: [host], forced: true }) }
  }
}
