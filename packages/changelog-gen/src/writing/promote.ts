import type { Edit } from '@frontdoor/markdown/edit'
import type { Changelog, ReleaseSection } from '../changelog/changelog.ts'
import { sectionText, stampText } from '../changelog/stamp.ts'
import { renderHeading } from '../renderers/markdown.ts'
import { headingOf, sectionTitle, type Titled, type Writing } from './context.ts'
import { definitionEdits } from './definitions.ts'
import { insertionEdits } from './place.ts'
import { sectionBlocks } from './released.ts'

/**
 * Makes the unreleased section that of a release, or adds one where there is none. All that stands in it stays.
 *
 * @param before the changelog as it was before what is unreleased was written into it
 */
export function promote(writing: Writing, release: Titled, before: Changelog = writing.changelog): Edit[] {
  const { unreleased } = writing.changelog
  const edits = unreleased
    ? promoteSection(writing, unreleased, { release, before })
    : insertionEdits(writing.changelog, sectionBlocks(writing, release, ''))
  return [...edits, ...definitionEdits(writing, [release])]
}

interface Promotion {
  readonly release: Titled
  readonly before: Changelog
}

function promoteSection(writing: Writing, section: ReleaseSection, { release, before }: Promotion): Edit[] {
  const { changelog } = writing
  const { heading } = section
  const title = headingOf(release, writing)
  const above = keepsUnreleased(writing, section, before)
    ? `${unreleasedHeading(writing, section, release)}${changelog.eol}${changelog.eol}`
    : ''
  return [{ start: heading.start, end: heading.end, text: above + title }, ...unstamped(writing, section)]
}

/** People write into the section of Keep a Changelog by hand, and into one that the tool never wrote; else it comes when there is something to list. */
function keepsUnreleased({ format }: Writing, section: ReleaseSection, before: Changelog): boolean {
  if (section.version !== undefined || section.heading.setext) return false
  const { unreleased, releases } = before
  const isKept = format.name.startsWith('keep-a-changelog')
  if (!unreleased) return isKept && releases.length === 0
  return isKept || sectionText(before, unreleased).stamp === undefined
}

function unreleasedHeading(writing: Writing, { heading, form }: ReleaseSection, release: Titled): string {
  const { changelog, pages } = writing
  if (form.link !== 'link') return changelog.source.slice(heading.start, heading.end)
  const { depth } = heading
  const title = sectionTitle({ from: release.tag ?? release.version }, { ...writing, pages })
  return renderHeading(title, { depth, form })
}

/** Edits that take the stamp out of a section that is not written any more. */
export function unstamped({ changelog }: Pick<Writing, 'changelog'>, section: ReleaseSection): Edit[] {
  const { stamp, range } = sectionText(changelog, section)
  if (!stamp) return []
  if (stamp.start >= range.end) return [{ start: Math.max(range.end, section.heading.end), end: stamp.end, text: '' }]
  const [ending = ''] = /^\s*?(?:\r\n|\n|\r)/.exec(changelog.source.slice(stamp.end)) ?? []
  return [{ start: stamp.start, end: stamp.end + ending.length, text: '' }]
}

interface Restamped {
  /** What would come back. */
  readonly body: string
  /** Full hash of the commit that it reaches to. */
  readonly commit: string
  /** The version that has just been made of what was unreleased. */
  readonly release: Titled
}

/**
 * Edits that keep what people took out from coming back before the release has its tag: they stamp the section of what is
 * unreleased, which is now empty, or add one. Only where something would come back, so that a changelog stays without a stamp
 * where it can.
 */
export function restamp(writing: Writing, { body, commit, release }: Restamped): Edit[] {
  const { changelog } = writing
  const { unreleased, eol } = changelog
  if (body === '') return []
  const stamp = stampText(commit, body)
  if (!unreleased)
    return insertionEdits(changelog, sectionBlocks(writing, { from: release.tag ?? release.version }, stamp))
  if (sectionText(changelog, unreleased).stamp) return []
  const { end } = unreleased.heading
  return [{ start: end, end, text: `${eol}${eol}${stamp}` }]
}
