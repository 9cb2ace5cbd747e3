import type { Heading } from 'mdast'
import type { Range } from './edit.ts'

/** A heading, Markdown or HTML, and what it governs. The range is the heading's own. */
export interface Section extends Range {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  /** Text of the heading as a reader sees it, without images. */
  readonly title: string
  /** GitHub's anchor for it, unique in the document. */
  readonly slug: string
  /** From the end of the heading to the next heading of the same or a lower depth, or the end of the document. */
  readonly body: Range
  /** Absent for an HTML heading. */
  readonly node?: Heading
}
