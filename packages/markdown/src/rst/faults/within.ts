import type { Range } from '../../edit.ts'

/** Says whether an offset stands behind the start of some range and before its end. */
export function within(ranges: readonly Range[]): (offset: number) => boolean {
  const apart: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else apart.push({ start, end })
  }
  return (offset) => {
    let [low, high] = [0, apart.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((apart[middle] as Range).start < offset) low = middle + 1
      else high = middle
    }
    return offset < (apart[low - 1]?.end ?? 0)
  }
}
