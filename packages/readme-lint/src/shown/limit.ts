import type { Host, Limit } from '../host.ts'

/** How long a text is as a host counts, and where its limit falls in it. */
export interface Excess {
  readonly length: number
  /** UTF-16 offset of the first character that does not fit. */
  readonly offset: number
}

/** Where a host cuts a text off; undefined where it shows all of it, or none. */
export function cutOn({ limit }: Host, source: string): number | undefined {
  return limit?.does === 'cut' ? excessOf(source, limit)?.offset : undefined
}

/** By how much a text is too long for a host; undefined where it fits. */
export function excessOf(source: string, { size, unit }: Limit): Excess | undefined {
  // UTF-8 never needs more than three bytes for one unit of UTF-16.
  if (unit === 'characters' || source.length * 3 <= size) {
    return source.length > size && unit === 'characters' ? { length: source.length, offset: size } : undefined
  }
  const bytes = new TextEncoder().encode(source)
  if (bytes.length <= size) return undefined
  const { read } = new TextEncoder().encodeInto(source, new Uint8Array(size))
  return { length: bytes.length, offset: read }
}
