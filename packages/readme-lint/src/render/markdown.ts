import type { Showing } from '../hosts.ts'
import type { Placed } from '../shown/relative.ts'
import { addresses } from './markdown/addresses.ts'
import { alerts } from './markdown/alerts.ts'
import { alignments } from './markdown/alignments.ts'
import { alts } from './markdown/alts.ts'
import { anchors } from './markdown/anchors.ts'
import { attributes } from './markdown/attributes.ts'
import { blockHtml } from './markdown/block-html.ts'
import { centers } from './markdown/centers.ts'
import { colorModes } from './markdown/color-modes.ts'
import { cut } from './markdown/cut.ts'
import { diagrams } from './markdown/diagrams.ts'
import { droppedBlocks } from './markdown/dropped-blocks.ts'
import { emoji } from './markdown/emoji.ts'
import { footnotes } from './markdown/footnotes.ts'
import { formulas } from './markdown/formulas.ts'
import { images } from './markdown/images.ts'
import { inlineHtml } from './markdown/inline-html.ts'
import { deadLinks, mistakes, unmended } from './markdown/mistakes.ts'
import { pictures } from './markdown/pictures.ts'
import { refuseFaults, regions } from './markdown/regions.ts'
import { asWritten, type Draft, type Read, settle } from './markdown/settle.ts'
import { tasks } from './markdown/tasks.ts'
import type { Note, Transformation } from './markdown/transformation.ts'
import { unclosed } from './markdown/unclosed.ts'
import { videos } from './markdown/videos.ts'
import { writtenAnchors } from './markdown/written-anchors.ts'

/** A README for one host. */
export interface RenderedMarkdown {
  readonly text: string
  /** What could not be carried over, at places of the README as it is written, in document order. */
  readonly notes: readonly Note[]
}

/** How to render. */
export interface MarkdownOptions {
  /** The tag, branch or commit that absolute addresses lead to. */
  readonly ref: string
  /** What the README is called in messages. */
  readonly shown: string
  readonly read: Read
}

/** Each stage works on what the one before has settled. */
const stages: readonly (readonly Transformation[])[] = [
  [regions],
  [mistakes],
  [unclosed],
  [deadLinks],
  [writtenAnchors],
  [addresses, colorModes, centers, alignments, pictures, videos, images],
  [alerts, emoji, tasks, diagrams, formulas, footnotes, alts],
  [attributes, inlineHtml, blockHtml, droppedBlocks],
  [anchors],
  [cut],
]

/** More than a README needs. */
const passes = 5

/**
 * Makes of a README one that a host shows as it is meant: by edits of what the host cannot show, and nothing else. What comes of it is rendered to itself.
 *
 * @throws {UserError} where the markers of its regions are not in order
 */
export async function renderMarkdown(
  placed: Placed,
  showing: Showing,
  options: MarkdownOptions,
): Promise<RenderedMarkdown> {
  const { document, ...place } = placed
  const { read, ref, shown } = options
  refuseFaults(document, shown)
  const work = { rendering: { ...place, showing, ref }, read }
  let draft: Draft = { document, notes: [], trail: [] }
  for (let pass = 0; pass < passes; pass++) {
    const { length } = draft.trail
    for (const stage of stages) draft = await settle(draft, stage, work)
    // What one stage writes may be for another that comes before it.
    if (draft.trail.length === length) break
  }
  const left = [...unmended({ ...work.rendering, document: draft.document })].map((note) =>
    asWritten(note, draft.trail),
  )
  const notes = [...draft.notes, ...left].toSorted((a, b) => a.at.start - b.at.start)
  return { text: draft.document.source, notes }
}
