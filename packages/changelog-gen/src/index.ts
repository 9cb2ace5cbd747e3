import { quietIo, UserError } from '@frontdoor/kit/io'
import { nextVersions } from './commands/next.ts'
import { notesText } from './commands/notes.ts'
import { loadContext } from './context.ts'
import type { Next } from './model/next.ts'
import type { Release } from './release.ts'
import { releases } from './releases.ts'
import type { NoteFormat } from './renderers/note-formats.ts'

/** Whose history is read. */
export interface HistoryOptions {
  /** Name of a package of the workspace; without one, what the folder and the config say: mostly the whole repository. */
  readonly package?: string
  /** Path of the config file, instead of the one that is found. */
  readonly config?: string
  /** Settings of git, proxies and builds; those of the running process where absent. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/**
 * The releases of the repository around a folder, newest first; what is not released comes before them, with nothing in it
 * where there is nothing new.
 *
 * @throws {UserError} outside of a repository, for a mistake in the config, and where a shallow clone hides a part
 */
export async function readReleases(folder: string, options: HistoryOptions = {}): Promise<readonly Release[]> {
  const io = quietIo(folder, options.env ?? process.env)
  const { request, targets } = await loadContext(io, flagsOf(options))
  const [target, second] = targets
  if (second) throw new UserError('this workspace has several packages; name one in options.package')
  return releases(io, { ...request, package: target })
}

/** How the next version is decided. */
export interface NextOptions extends HistoryOptions {
  /** Makes it a prerelease: `rc`. */
  readonly pre?: string
  /** Ends a series of prereleases. */
  readonly stable?: boolean
}

/**
 * The next version, and why; its `version` is absent where no release is due.
 *
 * @throws {UserError} where it would be no version, not be higher, or be tagged already
 */
export async function nextVersion(folder: string, options: NextOptions = {}): Promise<Next> {
  const { pre, stable = false } = options
  const [only, second] = await nextVersions(quietIo(folder, options.env ?? process.env), {
    ...flagsOf(options),
    pre,
    stable,
  })
  if (!only || second) throw new UserError('this workspace has several packages; name one in options.package')
  return only.next
}

/** Which notes, and in which form. */
export interface NotesOptions extends HistoryOptions {
  /** Tag or version of the release; `unreleased` for what is not released. The newest release where absent. */
  readonly release?: string
  /** Where they are shown: it says how long they may be, and what stands behind them. `markdown` where absent. */
  readonly format?: Exclude<NoteFormat, 'json'>
}

/**
 * The notes of a release: what people made of them in the changelog, else what the history says.
 *
 * @throws {UserError} where there is no such release
 */
export async function releaseNotes(folder: string, options: NotesOptions = {}): Promise<string> {
  const { release, format } = options
  const unreleased = release === 'unreleased'
  return notesText(quietIo(folder, options.env ?? process.env), {
    ...flagsOf(options),
    changelog: undefined,
    tag: unreleased ? undefined : release,
    unreleased,
    format,
  })
}

function flagsOf({ package: name, config }: HistoryOptions) {
  const forge = { pullRequests: false, offline: false, cache: undefined }
  return { config, package: name === undefined ? [] : [name], fromContext: false, ...forge }
}

export type { Bump } from './change.ts'
export type { Contributor, Entry, Omission, OmissionReason, Section } from './release.ts'
export type { Next, NoteFormat, Release }
export { UserError }
