import type { Toc } from './toc.ts'

/** `"A", "B", "C" and 4 more`. */
export function quotedTitles(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => `"${title}"`)
  const rest = titles.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}

/** Whose work it is to mend a table that is generated. */
export function byGenerator({ block }: Toc): string {
  return block ? `; "${block.name}" is generated: run its generator (${block.owner}) again` : ''
}
