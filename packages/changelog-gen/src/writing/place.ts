import type { Edit } from '@frontdoor/markdown/edit'
import type { Changelog } from '../changelog/changelog.ts'

/** Puts blocks before the first release, but behind what is only planned; where there is none, behind all else but the links at the foot. */
export function insertionEdits(
  { source, eol, releases, unreleased, foot }: Changelog,
  blocks: readonly string[],
): Edit[] {
  const text = blocks.join(eol + eol)
  const first = releases.find((release) => !release.unreleased)
  if (first) return [{ start: first.start, end: first.start, text: `${text}${eol}${eol}` }]
  const limit = unreleased ? unreleased.end : foot.start
  const at = source.slice(0, limit).trimEnd().length
  // In a file of nothing but links at the foot, only a byte order mark stands before them.
  const start = Number(source.startsWith('\uFEFF'))
  if (at <= start) return [{ start, end: start, text: `${text}${eol}${eol}` }]
  return [{ start: at, end: at, text: `${eol}${eol}${text}` }]
}
