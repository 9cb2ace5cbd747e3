import { posix } from 'node:path'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import type { Repository } from '@frontdoor/kit/project'
import { newestOnly, type ReleaseSection, readChangelog } from '../changelog/changelog.ts'
import { sectionText } from '../changelog/stamp.ts'
import type { Release } from '../release.ts'
import { addressOf, bodyOf, titledOf } from './context.ts'
import { type UpdateRequest, updateChangelog } from './update.ts'

/** Notes of one release, as Markdown that stands in the changelog. */
export interface Notes {
  readonly release: Release
  readonly body: string
  /** Comparison with the release before. */
  readonly compareUrl?: string | undefined
  readonly repository: Repository | undefined
  /** Path of the changelog, relative to the repository's root. */
  readonly path: string
}

interface NotesRequest extends UpdateRequest {
  readonly place: { readonly repository: Repository | undefined; readonly folder: string; readonly root: string }
  readonly path: string
  /** True to tell the history in another way than the changelog does. */
  readonly isOwn?: boolean
}

/** The notes of a release: what people made of them in the changelog, else what the history says. */
export async function notesOf(request: NotesRequest, release: Release): Promise<Notes> {
  const { pages, place } = request
  const folder = relativePath(place.root, place.folder)
  const written = request.isOwn ? undefined : await writtenBody(request, release)
  return {
    release,
    body: written ?? (await bodyOf(request, release)),
    compareUrl: release.compareUrl ?? addressOf(titledOf(release), pages),
    repository: place.repository,
    path: posix.join(folder, request.path),
  }
}

async function writtenBody(request: NotesRequest, release: Release): Promise<string | undefined> {
  const { changelog, history } = request
  if (release === history.unreleased) return unreleasedBody(request)
  const section = changelog.releases.find(({ version }) => version !== undefined && version === release.version)
  // Notes over several releases are not those of the last of them.
  return section && history.releases.includes(release) ? textOf(changelog.source, section) : undefined
}

/** The section as an update would leave it. */
async function unreleasedBody(request: NotesRequest): Promise<string | undefined> {
  const { changelog } = request
  if (!changelog.unreleased) return undefined
  const { text: source } = await updateChangelog(request)
  const { unreleased } = readChangelog(source, { ...newestOnly, coming: changelog.coming })
  return unreleased && textOf(source, unreleased)
}

/** The text of a section, with the definitions of the links that it uses. */
function textOf(source: string, section: ReleaseSection): string {
  const { range } = sectionText({ source }, section)
  const text = source.slice(range.start, range.end).replaceAll(/\r\n?/g, '\n').trim()
  // Those of the whole file are read only where some text in brackets has no address of its own.
  const isLinked = /\](?![(:])/.test(text)
  const { definitions } = isLinked ? readChangelog(source) : { definitions: [] }
  const isInside = (start: number) => start >= range.start && start < range.end
  // There may be thousands, and the text may be long.
  const labels = new Set(isLinked ? text.toLowerCase().match(/(?<=\[)[^[\]]+(?=\])/g) : [])
  const used = definitions.filter(({ label, start }) => !isInside(start) && labels.has(label.toLowerCase()))
  const lines = used.map((definition) => source.slice(definition.start, definition.end))
  return [text, ...(lines.length > 0 ? [lines.join('\n')] : [])].map((block) => `${block}\n`).join('\n')
}
