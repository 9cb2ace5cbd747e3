import { BlockScan } from './guard/blocks.ts'
import type { Limits, Refusal } from './guard/limits.ts'

const mebi = 1024 * 1024
/** What is read where nobody says otherwise. */
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
