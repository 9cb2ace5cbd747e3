import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { applyEdits, type Edit, overlap } from '@frontdoor/markdown/edit'
import { movedBack } from './offsets.ts'
import { retarget } from './retarget.ts'
import type { Change, Note, Rendering, Transformation } from './transformation.ts'

/** Makes a document of a text. */
export type Read = (source: string) => Promise<MarkdownDocument>

/** A README on its way, and what has happened to it. */
export interface Draft {
  readonly document: MarkdownDocument
  readonly notes: readonly Note[]
  /** The edits that led here from the README as it is written, one list for each time that it was read. */
  readonly trail: readonly (readonly Edit[])[]
}

/** More than a README needs: each round works on what the one before has uncovered. */
const rounds = 25

/** Changes a README until the transformations have nothing left to do. */
export async function settle(
  draft: Draft,
  transformations: readonly Transformation[],
  { rendering, read }: { readonly rendering: Omit<Rendering, 'document'>; readonly read: Read },
): Promise<Draft> {
  let { document, notes, trail } = draft
  for (let round = 0; round < rounds; round++) {
    const changes = transformations.flatMap((transform) => [...transform({ ...rendering, document })])
    const chosen = together(changes)
    const edits = chosen.flatMap((change) => change.edits)
    const source = applyEdits(document.source, edits)
    if (source === document.source) break
    notes = [...notes, ...chosen.flatMap(({ note }) => (note ? [asWritten(note, trail)] : []))]
    trail = [...trail, edits]
    const changed = await read(source)
    const links = retarget(document, edits, changed)
    document = links.length === 0 ? changed : await read(applyEdits(source, links))
    if (links.length > 0) trail = [...trail, links]
  }
  return { document, notes, trail }
}

/** The changes that can be made at once: a change is taken whole or not at all, the first one first. The others wait for the next round. */
function together(changes: readonly Change[]): Change[] {
  const taken: Edit[] = []
  return changes.filter(({ edits }) => {
    if (edits.length === 0 || edits.some((edit) => taken.some((other) => overlap(edit, other)))) return false
    taken.push(...edits)
    return true
  })
}

/** The place of a note in the README as it is written. */
export function asWritten({ at, message }: Note, trail: Draft['trail']): Note {
  const start = trail.reduceRight((offset, edits) => movedBack(edits, offset), at.start)
  return { at: { start, end: start }, message }
}
