import type { Case } from './cases.ts'
import type { Peer } from './peers.ts'

/** What a tool made of a README. */
export interface Result {
  readonly before: string
  readonly after: string
  readonly code: number
  /** The README after a second run. */
  readonly again: string
}

/** A result in a word or two; what is not as it should be is bold. */
export function judge({ wanted }: Case, peer: Peer, result: Result): string {
  const { before, after, code } = result
  if (wanted === 'fill') return filled(peer, result)
  if (after !== before) return code === 0 ? '**changes it**' : `**changes it**, exit ${code}`
  if (wanted === 'leave') return 'right'
  return code === 0 ? '**silent**, exit 0' : `right, exit ${code}`
}

function filled(peer: Peer, { before, after, code, again }: Result): string {
  if (after === before) return code === 0 ? '**not written**, exit 0' : `**not written**, exit ${code}`
  const faults = [
    ...(outside(before, peer) === outside(after, peer) ? [] : ['changes more']),
    ...(mixes(after) ? ['mixes line endings'] : []),
    ...(leaves(before, after, peer) ? ['leaves its container'] : []),
    ...(again === after ? [] : ['changes again']),
  ]
  return faults.length === 0 ? 'right' : `**${faults.join(', ')}**`
}

/** All but what stands between markers, and but the checksum that an end marker may have. */
function outside(text: string, { start, end }: Peer): string {
  const ends = text.replaceAll(/ sha=[\da-f]+(?= -->)/g, '')
  const parts = ends
    .split(start)
    .map((part, index) => (index === 0 ? part : part.slice(Math.max(0, part.indexOf(end)))))
  return parts.join(start)
}

function mixes(text: string): boolean {
  return new Set(text.match(/\r\n|\n|\r/g)).size > 1
}

/** A line between the markers without the prefix that the start marker has. */
function leaves(before: string, after: string, { start, end }: Peer): boolean {
  const [, prefix = ''] = /^([ \t>]+)<!--/m.exec(before) ?? []
  const inside = after.slice(after.indexOf(start) + start.length, after.indexOf(end.replace(/ -->$/, '')))
  const lines = inside.split(/\r\n|\n|\r/).slice(1, -1)
  return prefix !== '' && lines.some((line) => line.trim() !== '' && !line.startsWith(prefix.trimEnd() || prefix))
}
