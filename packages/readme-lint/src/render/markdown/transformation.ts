import type { Edit, Range } from '@frontdoor/markdown/edit'
import type { Showing } from '../../hosts.ts'
import type { Placed } from '../../shown/relative.ts'

/** A README in its project, and the host that it is made for. */
export interface Rendering extends Placed {
  readonly showing: Showing
  /** The tag, branch or commit that absolute addresses lead to. */
  readonly ref: string
}

/** Edits that are made together or not at all. */
export interface Change {
  readonly edits: readonly Edit[]
  /** What could not be carried over. */
  readonly note?: Note
}

/** What readers of a host miss, at a place of the README. */
export interface Note {
  readonly at: Range
  /** What, and what it has become, without a full stop. */
  readonly message: string
}

/**
 * Puts something that a host can show in the place of what it cannot. What comes of it must not call for another change:
 * transformations are asked again until none has anything left to do.
 */
export type Transformation = (rendering: Rendering) => Iterable<Change>
