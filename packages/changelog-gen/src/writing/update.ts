import { applyEdits, type Edit, type Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { type Changelog, type ReleaseSection, readChangelog } from '../changelog/changelog.ts'
import { readSection } from '../changelog/items.ts'
import { readLines } from '../changelog/lines.ts'
import { seriesFinder } from '../changelog/series.ts'
import { isUntouched, sectionText } from '../changelog/stamp.ts'
import { mergeSection } from '../merge/section.ts'
import { stampedBody, updateSection } from '../merge/unreleased.ts'
import type { Release } from '../release.ts'
import { isPrerelease, parseVersion } from '../version.ts'
import { bodyOf, titledOf } from './context.ts'
import { type CreateRequest, createChangelog } from './create.ts'
import { definitionEdits } from './definitions.ts'
import { finder, withoutListed } from './listed.ts'
import { insertionEdits } from './place.ts'
import { promote, unstamped } from './promote.ts'
import { sectionBlocks } from './released.ts'

/** What a changelog is brought up to date from. */
export interface UpdateRequest extends CreateRequest {
  /** What was unreleased at a commit, by the first digits of its hash; undefined where that commit is gone. */
  readonly unreleasedAt: (commit: string) => Promise<Release | undefined>
  /** The changelog as a commit has it; undefined where it has none. */
  readonly changelogAt: (commit: string) => Promise<string | undefined>
}

/** A changelog as it is to be, and what a person has to decide. */
export interface Updated {
  readonly text: string
  readonly conflicts: readonly Finding[]
  /** The text that the ranges of the conflicts and edits count into. */
  readonly source: string
  /** What leads from there to the new text. */
  readonly edits: readonly Edit[]
}

/** Brings a changelog up to date: the unreleased section, and releases that are newer than what it holds. */
export async function updateChangelog(request: UpdateRequest): Promise<Updated> {
  const { changelog } = request
  const { source } = changelog
  if (source.trim() === '') {
    const edit = {
      start: Number(source.startsWith('\uFEFF')),
      end: source.length,
      text: await createChangelog(request),
    }
    return updated(source, [edit], [])
  }
  const missing = missingReleases(request)
  const { unreleased, releases } = changelog
  const isByHand = unreleased !== undefined && !isUntouched(changelog, unreleased)
  // Who keeps the next release only has the others elsewhere, as Terraform has a changelog for each series.
  const isOnlyNext = isByHand && releases.length === 0
  const made = isOnlyNext ? await madeSince(request, unreleased, missing) : missing
  if (made.length > 0 && isByHand) {
    const release = taggedWith(request, unreleased, made)
    const older = isOnlyNext ? [] : missing.slice(missing.indexOf(release) + 1)
    if (await isTagged(request, unreleased, release)) return updateTagged(request, unreleased, { release, older })
  }
  const { edits, conflicts } = await unreleasedEdits(request)
  const written = [...edits, ...(isOnlyNext ? [] : await releaseEdits(request, missing))]
  // Who tags what was unreleased without `release` leaves the stamp in it.
  const all =
    written.length > 0 ? [...written, ...releases.slice(0, 1).flatMap((newest) => unstamped(request, newest))] : written
  const open = all.length > 0 && changelog.releases.length === 0 ? openAtEnd(source) : undefined
  return open && all.some(({ start }) => start > open.start)
    ? updated(source, [], [neverClosed(open)])
    : updated(source, all, conflicts)
}

/** A comment or code at the end that nobody closed: it would take in all that is written behind it, again with each run. */
function openAtEnd(source: string): Range | undefined {
  const probe = `${source}\n\nx`
  let start: number | undefined
  for (const { kind, ...line } of readLines(probe, { start: 0, end: probe.length })) {
    if (kind === 'code' || kind === 'html') start ??= line.start
    else if (kind !== 'blank') start = undefined
  }
  return start === undefined ? undefined : { start, end: source.length }
}

function neverClosed(at: Range): Finding {
  return { at, message: 'This is never closed, and nothing that is written behind it would be seen: close it' }
}

/** Sections for releases, newest first, and their links. */
async function releaseEdits(request: UpdateRequest, releases: readonly Release[]): Promise<Edit[]> {
  const bodies = await Promise.all(releases.map((release) => bodyOf(request, release)))
  const sections = releases.map((release, at) =>
    sectionBlocks(request, titledOf(release), (bodies[at] as string).trimEnd()),
  )
  const links = definitionEdits(request, releases.map(titledOf))
  return [...sections.flatMap((blocks) => insertionEdits(request.changelog, blocks)), ...links]
}

function updated(source: string, edits: readonly Edit[], conflicts: readonly Finding[]): Updated {
  return { source, edits, conflicts, text: edits.length === 0 ? source : applyEdits(source, edits) }
}

/**
 * Releases newer than any that the changelog and the history share; all of them for a changelog without releases. Who has written
 * the section of a version, tag or no tag, tells there of the prereleases that led to it.
 */
function missingReleases({ changelog, history }: UpdateRequest): readonly Release[] {
  const versions = new Set(changelog.releases.map(({ version }) => version))
  const isOfSeries = seriesFinder(changelog, history.releases)
  const shared = history.releases.findIndex(({ version = '' }) => versions.has(version) || isOfSeries(version))
  if (shared === -1) return changelog.releases.length === 0 ? history.releases : []
  return history.releases.slice(0, shared).filter(({ version = '' }) => !versions.has(releaseOf(version)))
}

/** What a prerelease leads to. */
function releaseOf(text: string): string | undefined {
  const version = parseVersion(text)
  return version && isPrerelease(version) ? version.numbers.join('.') : undefined
}

/** Those of the releases that were made since the tool wrote a section; all where it never did. */
async function madeSince(
  { changelog, unreleasedAt }: UpdateRequest,
  section: ReleaseSection,
  releases: readonly Release[],
): Promise<readonly Release[]> {
  const { stamp } = sectionText(changelog, section)
  const { from } = (stamp && (await unreleasedAt(stamp.commit)))?.range ?? {}
  const known = from === undefined ? -1 : releases.findIndex(({ tag }) => tag === from.tag)
  return known === -1 ? releases : releases.slice(0, known)
}

/** The release that has most of a section, the oldest if several do: with several lines in maintenance, it is not the oldest of all. */
function taggedWith({ changelog }: UpdateRequest, section: ReleaseSection, missing: readonly Release[]): Release {
  const isTold = finder(readSection(changelog, section).items.map(({ identity }) => identity))
  const told = ({ sections }: Release) => sections.flatMap(({ entries }) => entries.filter(isTold)).length
  const most = Math.max(...missing.map(told))
  return missing.findLast((release) => told(release) === most) as Release
}

/** True for a section that the release had, too. Where only people have written it, what stands there may be newer than the tag. */
async function isTagged(
  { changelog, changelogAt }: UpdateRequest,
  section: ReleaseSection,
  { range }: Release,
): Promise<boolean> {
  if (sectionText(changelog, section).stamp) return true
  const before = readChangelog((await changelogAt(range.to.sha)) ?? '')
  if (!before.unreleased) return false
  const known = new Set(readSection(before, before.unreleased).items.map(({ text }) => text))
  return readSection(changelog, section).items.every(({ text }) => known.has(text))
}

/** Somebody edited what was unreleased, and it was tagged meanwhile: the edits belong to the release. */
async function updateTagged(
  request: UpdateRequest,
  section: ReleaseSection,
  { release, older }: { readonly release: Release; readonly older: readonly Release[] },
): Promise<Updated> {
  const { stamp } = sectionText(request.changelog, section)
  const before = stamp && (await request.unreleasedAt(stamp.commit))
  const base = before && (await bodyOf(request, before))
  const { source, coming } = request.changelog
  const changelog = readChangelog(applyEdits(source, await releaseEdits(request, older)), { coming })
  const promoted = readChangelog(applyEdits(changelog.source, promote({ ...request, changelog }, titledOf(release))))
  const merged = mergeInto(promoted, { version: release.version, fresh: await bodyOf(request, release), base })
  const next = await updateChangelog({ ...request, changelog: readChangelog(merged.text) })
  const conflicts = [...merged.conflicts, ...next.conflicts]
  // Conflicts of the second step are rare; their places are those in its own text.
  return { ...next, conflicts, source: merged.conflicts.length > 0 ? promoted.source : next.source }
}

interface Content {
  readonly version: string | undefined
  readonly fresh: string
  readonly base: string | undefined
}

function mergeInto(changelog: Changelog, { version, fresh, base }: Content): Pick<Updated, 'text' | 'conflicts'> {
  const { source, eol } = changelog
  const section = changelog.releases.find((one) => one.version === version)
  if (!section) return { text: source, conflicts: [] }
  const end = sectionText(changelog, section).range.end
  const { edits, conflicts } = mergeSection({ source, body: section.body, end, fresh, base, eol })
  return { text: applyEdits(source, edits), conflicts }
}

async function unreleasedEdits(request: UpdateRequest): Promise<Pick<Updated, 'edits' | 'conflicts'>> {
  const { changelog, history, unreleasedAt } = request
  const body = await bodyOf(request, withoutListed(history.unreleased, request))
  const fresh = {
    body,
    commit: history.head,
    bodyAt: async (commit: string) => {
      const release = await unreleasedAt(commit)
      return release && bodyOf(request, withoutListed(release, request))
    },
  }
  if (changelog.unreleased) return updateSection(changelog, changelog.unreleased, fresh)
  if (body === '') return { edits: [], conflicts: [] }
  const blocks = sectionBlocks(request, titledOf(history.unreleased), stampedBody(fresh, changelog.eol))
  return { edits: insertionEdits(changelog, blocks), conflicts: [] }
}
