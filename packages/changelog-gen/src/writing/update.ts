import type { Edit } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { stampedBody, updateSection } from '../merge/unreleased.ts'
import type { Release } from '../release.ts'
import { bodyOf, titledOf, type Writing } from './context.ts'
import { createChangelog, sectionBlocks } from './create.ts'
import { definitionEdits } from './definitions.ts'
import { withoutListed } from './listed.ts'
import type { ProjectHistory } from './project-history.ts'

/** What a changelog is brought up to date from. */
export interface UpdateRequest extends Writing {
  readonly history: ProjectHistory
  /** What was unreleased at a commit, by the first digits of its hash; undefined where that commit is gone. */
  readonly unreleasedAt: (commit: string) => Promise<Release | undefined>
}

/** How a changelog is to be edited, and what a person has to decide. */
export interface Updated {
  readonly edits: readonly Edit[]
  readonly conflicts: readonly Finding[]
}

/** Brings a changelog up to date: the unreleased section, and releases that are newer than what it holds. */
export async function updateChangelog(request: UpdateRequest): Promise<Updated> {
  const { changelog, history } = request
  const { source } = changelog
  if (source.trim() === '') {
    const edit = {
      start: Number(source.startsWith('\uFEFF')),
      end: source.length,
      text: createChangelog(request, history),
    }
    return { edits: [edit], conflicts: [] }
  }
  const missing = missingReleases(request)
  const { edits, conflicts } = await unreleasedEdits(request)
  const sections = missing.map((release) =>
    sectionBlocks(request, titledOf(release), bodyOf(request, release).trimEnd()),
  )
  const links = definitionEdits(request, missing.map(titledOf))
  return { edits: [...edits, ...sections.flatMap((blocks) => insertionEdits(request, blocks)), ...links], conflicts }
}

/** Releases newer than any that the changelog and the history share; all of them for a changelog without releases. */
function missingReleases({ changelog, history }: UpdateRequest): readonly Release[] {
  const versions = new Set(changelog.releases.map(({ version }) => version))
  const shared = history.releases.findIndex(({ version }) => versions.has(version))
  if (shared === -1) return changelog.releases.length === 0 ? history.releases : []
  return history.releases.slice(0, shared)
}

async function unreleasedEdits(request: UpdateRequest): Promise<Updated> {
  const { changelog, history, unreleasedAt } = request
  const unreleased = withoutListed(history.unreleased, request)
  const body = bodyOf(request, unreleased)
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
  return { edits: insertionEdits(request, blocks), conflicts: [] }
}

/** Puts blocks before the first release, behind the preamble where there is none. */
export function insertionEdits({ changelog }: Pick<Writing, 'changelog'>, blocks: readonly string[]): Edit[] {
  const { source, eol, releases, foot } = changelog
  const text = blocks.join(eol + eol)
  const first = releases[0]
  if (first) return [{ start: first.start, end: first.start, text: `${text}${eol}${eol}` }]
  const section = changelog.unreleased
  const limit = section ? section.end : foot.start
  const at = source.slice(0, limit).trimEnd().length
  return [{ start: at, end: at, text: `${eol}${eol}${text}` }]
}
