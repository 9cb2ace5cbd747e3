import type { Root } from 'mdast'
import type { Style } from '../style.ts'

/** A document as far as writing needs it. The offsets of the tree count into the source. */
export interface Target {
  readonly source: string
  readonly tree: Root
  readonly style: Style
}
