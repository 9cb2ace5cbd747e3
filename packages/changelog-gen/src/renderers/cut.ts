import { readLines } from '../changelog/lines.ts'

/** The most that a host takes, and what is written where that is less than the notes. */
export interface Limit {
  /** In UTF-16 units, of which a character has one or two. */
  readonly length: number
  /** Says that so many entries more are elsewhere. */
  readonly rest: (entries: number) => string
}

/** Cuts Markdown between two entries or paragraphs, so that a host takes it whole. Nothing is cut that is short enough. */
export function cutMarkdown(text: string, { length, rest }: Limit): string {
  if (text.length <= length) return text
  const places = [...cutPlaces(text)]
  // Room for the line about the rest, and for what has to be closed.
  const room = length - rest(places.length).length - 100
  const at = places.findLast((place) => place <= room) ?? 0
  const more = places.filter((place) => place >= at).length
  const kept = text.slice(0, at).trimEnd()
  return `${withoutLoneHeading(kept)}${closing(kept)}\n\n${rest(more)}\n`
}

/** Offsets at which an outer list item starts. */
function* cutPlaces(text: string): Generator<number> {
  for (const { kind, depth, start } of readLines(text, { start: 0, end: text.length })) {
    if (kind === 'item' && depth === 1) yield start
  }
}

function withoutLoneHeading(text: string): string {
  return text.replace(/\n+#{1,6} [^\n]*$/, '')
}

/** A `<details>` that is open would take in what a host shows below. */
function closing(text: string): string {
  const open = (text.match(/<details\b/gi)?.length ?? 0) - (text.match(/<\/details>/gi)?.length ?? 0)
  return open > 0 ? `\n\n${'</details>'.repeat(open)}` : ''
}
