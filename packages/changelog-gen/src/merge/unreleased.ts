import type { Edit } from '@frontdoor/markdown/edit'
import type { Changelog, ReleaseSection } from '../changelog/changelog.ts'
import { digestOf, isUntouched, type SectionText, sectionText, stampText } from '../changelog/stamp.ts'
import { gap } from './insert.ts'
import { type Merged, mergeSection } from './section.ts'

/** What the section of the unreleased is to hold. */
export interface Fresh {
  /** Its text as if nobody had touched it, without the heading; empty where nothing is unreleased. */
  readonly body: string
  /** Full hash of the commit that it reaches to. */
  readonly commit: string
  /** The text as it was at a commit, by the first digits of its hash; undefined where that commit is gone. */
  readonly bodyAt: (commit: string) => Promise<string | undefined>
}

const nothing: Merged = { edits: [], conflicts: [] }

/** Brings an unreleased section up to date in its place. */
export async function updateSection(changelog: Changelog, section: ReleaseSection, fresh: Fresh): Promise<Merged> {
  const text = sectionText(changelog, section)
  const { stamp, range } = text
  const current = changelog.source.slice(range.start, range.end)
  if (digestOf(current) === digestOf(fresh.body)) return nothing
  if (isUntouched(changelog, section)) {
    return { edits: [wholeEdit(changelog, section, { text, fresh })], conflicts: [] }
  }
  const base = stamp && (await fresh.bodyAt(stamp.commit))
  const body = {
    start: section.body.start,
    end: Math.max(section.body.start, stamp && stamp.start >= range.end ? stamp.start : section.body.end),
  }
  const request = { source: changelog.source, body, end: range.end, fresh: fresh.body, base, eol: changelog.eol }
  const { edits, conflicts } = mergeSection(request)
  // A conflict is told until somebody resolves it, so what it was told against stays.
  const isSettled = edits.length > 0 && conflicts.length === 0
  const stamped = isSettled ? [...edits, stampEdit(changelog, { text, fresh })] : edits
  return { edits: stamped, conflicts }
}

interface Texts {
  readonly text: SectionText
  readonly fresh: Fresh
}

/** Nobody touched it, so it is written anew. */
function wholeEdit({ source, eol }: Changelog, { heading }: ReleaseSection, { text, fresh }: Texts): Edit {
  const end = Math.max(text.range.end, text.stamp?.end ?? heading.end)
  const lines = fresh.body.trim() === '' ? '' : `${eol}${eol}${stampedBody(fresh, eol)}`
  return { start: heading.end, end, text: `${lines}${gap(source, end, eol)}` }
}

/** The text of a section with its stamp, without a line ending at its end. */
export function stampedBody({ body, commit }: Pick<Fresh, 'body' | 'commit'>, eol: string): string {
  return `${body.trimEnd()}${eol}${eol}${stampText(commit, body)}`
}

function stampEdit({ source, eol }: Changelog, { text: { stamp, range }, fresh }: Texts): Edit {
  const text = stampText(fresh.commit, fresh.body)
  if (stamp) return { start: stamp.start, end: stamp.end, text }
  return { start: range.end, end: range.end, text: `${eol}${eol}${text}${gap(source, range.end, eol)}` }
}
