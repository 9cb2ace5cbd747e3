import { applyEdits, type Edit } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { type Changelog, newestOnly, type ReleaseSection, readChangelog } from '../changelog/changelog.ts'
import { readLines } from '../changelog/lines.ts'
import { isUntouched, sectionText } from '../changelog/stamp.ts'
import { mergeSection } from '../merge/section.ts'
import { stampedBody, updateSection } from '../merge/unreleased.ts'
import type { Release } from '../release.ts'
import { isPrerelease, parseVersion } from '../version.ts'
import { bodyOf, titledOf } from './context.ts'
import { type CreateRequest, createChangelog } from './create.ts'
import { definitionEdits } from './definitions.ts'
import { withoutListed } from './listed.ts'
import { insertionEdits } from './place.ts'
import { promote } from './promote.ts'
import { sectionBlocks } from './released.ts'

/** What a changelog is brought up to date from. */
export interface UpdateRequest extends CreateRequest {
  /** What was unreleased at a commit, by the first digits of its hash; undefined where that commit is gone. */
  readonly unreleasedAt: (commit: string) => Promise<Release | undefined>
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
  const tagged = missing.at(-1)
  const { unreleased } = changelog
  if (tagged && unreleased && !isUntouched(changelog, unreleased)) return updateTagged(request, unreleased, tagged)
  const { edits, conflicts } = await unreleasedEdits(request)
  const bodies = await Promise.all(missing.map((release) => bodyOf(request, release)))
  const sections = missing.map((release, at) =>
    sectionBlocks(request, titledOf(release), (bodies[at] as string).trimEnd()),
  )
  const links = definitionEdits(request, missing.map(titledOf))
  const next = updated(
    source,
    [...edits, ...sections.flatMap((blocks) => insertionEdits(changelog, blocks)), ...links],
    conflicts,
  )
  return hasSections(changelog) || next.text === source || hasSections(readChangelog(next.text, newestOnly))
    ? next
    : updated(source, [], [neverClosed(source)])
}

function hasSections({ unreleased, releases }: Changelog): boolean {
  return unreleased !== undefined || releases.length > 0
}

/** What stands at the end of a changelog and takes in all that is written behind it, again with each run. */
function neverClosed(source: string): Finding {
  let start: number | undefined
  for (const line of readLines(source, { start: 0, end: source.length })) {
    if (line.kind === 'code' || line.kind === 'html') start ??= line.start
    else if (line.kind !== 'blank') start = undefined
  }
  return {
    at: { start: start ?? source.length, end: source.length },
    message: 'This comment or code is never closed, and nothing that is written behind it would be seen: close it',
  }
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
  const shared = history.releases.findIndex(({ version }) => versions.has(version))
  if (shared === -1) return changelog.releases.length === 0 ? history.releases : []
  return history.releases.slice(0, shared).filter(({ version = '' }) => !versions.has(releaseOf(version)))
}

/** What a prerelease leads to. */
function releaseOf(text: string): string | undefined {
  const version = parseVersion(text)
  return version && isPrerelease(version) ? version.numbers.join('.') : undefined
}

/** Somebody edited what was unreleased, and it was tagged meanwhile: the edits belong to the release. */
async function updateTagged(request: UpdateRequest, section: ReleaseSection, release: Release): Promise<Updated> {
  const { stamp } = sectionText(request.changelog, section)
  const before = stamp && (await request.unreleasedAt(stamp.commit))
  const base = before && (await bodyOf(request, before))
  const { source } = request.changelog
  const promoted = readChangelog(applyEdits(source, promote(request, titledOf(release))))
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
