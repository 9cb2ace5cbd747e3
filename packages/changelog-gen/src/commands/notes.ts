import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { Release } from '../release.ts'
import type { NoteFormat } from '../renderers/note-formats.ts'
import { renderNotes } from '../renderers/notes.ts'
import { withWriter } from '../renderers/plain-write.ts'
import { notesOf } from '../writing/notes.ts'
import { combined, rangeReleases } from '../writing/range.ts'
import type { notesFlags } from './changelog-flags.ts'
import { type Opened, type OpenFlags, openSingle } from './open.ts'

/** `changelog-gen notes [tag]`: prints the notes of one release. */
export async function notes(
  _program: Program,
  { arguments: [tag], flags, io }: Call<typeof notesFlags>,
): Promise<ExitCode> {
  io.stdout.write(await notesText(io, { ...flags, tag }))
  return 0
}

/** Which notes are asked for, and in which form. */
export interface NotesRequest extends Selection, OpenFlags {
  readonly format?: NoteFormat | undefined
}

/**
 * The notes of one release as text.
 *
 * @throws {UserError} where there is no such release
 */
export async function notesText(io: Io, request: NotesRequest): Promise<string> {
  const { tag, unreleased, from, to, format = 'markdown' } = request
  if ([tag !== undefined, unreleased, from !== undefined || to !== undefined].filter(Boolean).length > 1) {
    throw new UserError('A tag, --unreleased, and --from with --to each say which notes: give one of them')
  }
  const opened = await openSingle(io, request, !unreleased)
  const release = select(opened, request)
  const text =
    format === 'json'
      ? `${JSON.stringify(release, undefined, 2)}\n`
      : await renderNotes(await withWriter((write) => notesOf({ ...opened, write }, release)), format)
  // What people wrote into the changelog is shown as it is, but no terminal obeys it.
  return text.replaceAll(/[^\P{Cc}\t\n]/gu, '')
}

interface Selection {
  readonly tag?: string | undefined
  readonly unreleased: boolean
  /** All that came after this tag. */
  readonly from?: string | undefined
  /** All up to this tag. */
  readonly to?: string | undefined
}

function select({ history }: Opened, { tag, unreleased, from, to }: Selection): Release {
  if (from !== undefined || to !== undefined) return combined(rangeReleases(history, { from, to }))
  if (unreleased) return history.unreleased
  if (tag === undefined) return history.releases[0] ?? history.unreleased
  const found = history.releases.find(
    (release) => release.tag === tag || release.version === tag.replace(/^v(?=\d)/, ''),
  )
  if (found) return found
  const newest = history.releases.slice(0, 3).map((release) => release.tag)
  throw new UserError(
    `No release ${tag} in the history of this branch${newest.length > 0 ? `; the newest are ${newest.join(', ')}` : ', which has no tags'}`,
  )
}
