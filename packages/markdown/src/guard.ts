import type { Range } from './edit.ts'
import { BlockScan } from './guard/blocks.ts'

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

const mebi = 1024 * 1024
export const defaultLimits: Limits = { length: 5 * mebi, depth: 100, emphasis: 200, work: 2_000_000 }

/** What takes less than half a second on the slowest machine of CI, wrong guesses about the blocks included. */
const cheapLimits: Limits = { length: mebi / 8, depth: 50, emphasis: 50, work: 200_000 }

/**
 * Refuses what would hang or crash a parser, before one sees it: in one pass that looks at no character more than a few times.
 *
 * It knows blocks only roughly. Whoever misleads it gets a parser that takes longer, so a deadline has to stand behind it.
 */
export function guard(source: string, limits: Limits = defaultLimits): Refusal | undefined {
  if (source.length > limits.length) {
    const message = `The document has ${source.length} characters, more than the ${limits.length} that are read; split it`
    return { at: { start: 0, end: 0 }, message }
  }
  return new BlockScan(source, limits, 'trusting').run()
}

/** True where a source may be parsed on the spot: it is short, and costs little even if no fence and no table in it is one. */
export function isCheap(source: string): boolean {
  return source.length <= cheapLimits.length && new BlockScan(source, cheapLimits, 'wary').run() === undefined
}
