import type { Range } from '@frontdoor/markdown/edit'
import type { Changelog, ReleaseSection } from './changelog.ts'
import { readLines } from './lines.ts'

/**
 * A comment at the end of the unreleased section that says up to which commit it was written, and what it was then. It is
 * what tells an entry that somebody took out from one that was never there.
 */
interface Stamp extends Range {
  /** The first digits of the commit. */
  readonly commit: string
  /** Digest of what the tool would have written if nobody had touched the section. */
  readonly digest: string
}

/** What a section holds beside its heading. */
export interface SectionText {
  readonly stamp?: Stamp
  /** Without the heading, the stamp and blank lines around. */
  readonly range: Range
}

const pattern = /^<!-- changelog-gen: ([\da-f]{7,64}) ([\da-f]{8}) -->$/

/** Text of the stamp. */
export function stampText(commit: string, body: string): string {
  return `<!-- changelog-gen: ${commit.slice(0, 12)} ${digestOf(body)} -->`
}

/** Finds the stamp of a section and the range of its text. */
export function sectionText(
  { source }: Pick<Changelog, 'source'>,
  { body, heading }: Pick<ReleaseSection, 'body' | 'heading'>,
): SectionText {
  let stamp: Stamp | undefined
  let first: number | undefined
  let last = heading.end
  for (const line of readLines(source, body)) {
    if (line.kind === 'blank') continue
    const [, commit, digest] = (line.kind === 'html' && pattern.exec(line.text)) || []
    if (commit !== undefined && digest !== undefined) {
      stamp = { start: line.start, end: line.end, commit, digest }
      continue
    }
    first ??= line.start
    last = line.end
  }
  return { ...(stamp && { stamp }), range: { start: first ?? heading.end, end: last } }
}

/** True where a section is as the tool left it, or empty. */
export function isUntouched(
  changelog: Pick<Changelog, 'source'>,
  section: Pick<ReleaseSection, 'body' | 'heading'>,
): boolean {
  const { stamp, range } = sectionText(changelog, section)
  const text = changelog.source.slice(range.start, range.end)
  return stamp === undefined ? text.trim() === '' : stamp.digest === digestOf(text)
}

/** A digest of a section's text; line endings, blank lines and the stamp itself do not count. FNV-1a, 32 bits. */
export function digestOf(text: string): string {
  let hash = 0x811c9dc5
  for (const line of text.split(/\r\n?|\n/)) {
    const kept = line.trimEnd()
    if (kept === '' || pattern.test(kept)) continue
    for (let index = 0; index <= kept.length; index++) {
      hash = Math.imul(hash ^ (index === kept.length ? 10 : kept.charCodeAt(index)), 0x01000193)
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
