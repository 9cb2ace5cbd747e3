import type { Range } from '../edit.ts'

/** Why a source is not given to a parser, and where in it the reason stands. */
export interface Refusal {
  readonly at: Range
  /** What is wrong and what to do instead, in one sentence without a full stop. */
  readonly message: string
}

/** How much a source may ask of a parser. */
export interface Limits {
  /** Length of the source in UTF-16 units. */
  readonly length: number
  /** Quotes, list items and footnotes inside one another. The reference overflows the stack at some 3,000. */
  readonly depth: number
  /** Markers of emphasis inside one another. `structuredClone` overflows the stack at some 1,200 nodes. */
  readonly emphasis: number
  /** Looks of `InlineWork` in all blocks. Measured on Node 24, 10 million of them take one to two seconds. */
  readonly work: number
}
