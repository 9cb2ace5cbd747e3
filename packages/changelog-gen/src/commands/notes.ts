import { resolve } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { tell } from '@frontdoor/kit/terminal/tell'
import { resolveCommit } from '../history/history.ts'
import type { Range } from '../history/range.ts'
import type { Release } from '../release.ts'
import type { NoteFormat } from '../renderers/note-formats.ts'
import { renderNotes } from '../renderers/notes.ts'
import { isOfPackage } from '../tag-pattern.ts'
import { notesOf } from '../writing/notes.ts'
import { combined, isNamed, rangeReleases } from '../writing/range.ts'
import type { notesFlags } from './flags.ts'
import { type Opened, type OpenFlags, type Opening, open } from './open.ts'

/** `changelog-gen notes [tag]`: prints the notes of one release, or writes them to a file. */
export async function notes(
  program: Program,
  { arguments: [tag], flags, io }: Call<typeof notesFlags>,
): Promise<ExitCode> {
  const { output, ...rest } = flags
  const request = { ...rest, tag }
  const all = await openFor(io, request)
  const text = await textOf(io, all, request)
  if (output === undefined) io.stdout.write(text)
  else for (const warning of await writeNotes(io, { output, text, all })) tell(warning, program, io)
  return 0
}

interface Writing {
  readonly output: string
  readonly text: string
  readonly all: readonly Opened[]
}

async function writeNotes(io: Io, { output, text, all }: Writing): Promise<readonly string[]> {
  const [{ readNamedOrEmpty }, { writeText }] = await Promise.all([
    import('@frontdoor/kit/files'),
    import('@frontdoor/kit/files/write'),
  ])
  const file = await readNamedOrEmpty(resolve(io.cwd, output), io.cwd)
  if (all.some((opened) => opened.file.realPath === file.realPath))
    throw new UserError(
      `${output} is the changelog itself, of which the notes are a part: name another file with --output`,
    )
  const { warning } = await writeText(file, text)
  return warning === undefined ? [] : [warning]
}

/** Which notes are asked for, and in which form. */
export interface NotesRequest extends Selection, OpenFlags {
  readonly format?: NoteFormat | undefined
}

/** What a caller knows of the history that the notes are of. */
type Known = Pick<Opening, 'loaded' | 'head'>

/**
 * The notes of one release as text, or those of the releases of several packages, each below its name.
 *
 * @throws {UserError} where there is no such release
 */
export async function notesText(io: Io, request: NotesRequest, known?: Known): Promise<string> {
  return textOf(io, await openFor(io, request, known), request)
}

async function textOf(io: Io, all: readonly Opened[], request: NotesRequest): Promise<string> {
  const [only, second] = all
  if (only && !second) return (await made(io, only, request)).text
  const parts: Made[] = []
  for (const opened of all) parts.push(await made(io, opened, request))
  const told = parts.filter(({ release: { tag }, isEmpty }) => tag !== undefined || !isEmpty)
  if (request.format === 'json') return json(told.map(({ release }) => release))
  return told.map(({ release, text }) => `${headingOf(release, request.format)}\n\n${text}`).join('\n')
}

/** The same for one release, with the release that they are of. */
export async function releaseNotes(io: Io, request: NotesRequest): Promise<Made> {
  const [only, second] = await openFor(io, request)
  if (only && !second) return made(io, only, request)
  throw new UserError('This workspace has several packages; name a tag of one of them')
}

/** A release and its notes. */
interface Made {
  readonly release: Release
  readonly text: string
  /** True where it tells of no change. */
  readonly isEmpty: boolean
}

/** What is asked for; a tag is that of one package, whichever it is. */
async function openFor(io: Io, request: NotesRequest, known: Known = {}): Promise<readonly Opened[]> {
  const { tag, unreleased, from, to } = request
  if ([tag !== undefined, unreleased, from !== undefined || to !== undefined].filter(Boolean).length > 1) {
    throw new UserError('A tag, --unreleased, and --from with --to each say which notes: give one of them')
  }
  const about = tag === undefined ? undefined : (range: Range) => isCalled(range, tag)
  const isThanking = /^(?:github|gitlab|json)$/.test(request.format ?? '')
  const unreleasedOnly = unreleased && !isThanking
  const wantsNewcomers = unreleased && isThanking
  const wanted = { about, wholeHistory: !unreleased, unreleasedOnly, wantsNewcomers, onlyReads: true }
  const all = await open(io, request, { ...known, ...wanted })
  if (all.length === 1 || tag === undefined) return all
  const found = all.filter(({ history }) => history.releases.some((release) => release.tag === tag))
  return found.length === 0 ? all.slice(0, 1) : found
}

async function made(io: Io, opened: Opened, request: NotesRequest): Promise<Made> {
  const { format = 'markdown' } = request
  const release = select(opened, request) ?? (await refuse(io, opened, request.tag))
  const notes = await notesOf({ ...opened, isOwn: request.template !== undefined }, release)
  const text = format === 'json' ? json(release) : await renderNotes(notes, format)
  // What people wrote into the changelog is shown as it is, but no terminal obeys it.
  return { release, text: text.replaceAll(/[^\P{Cc}\t\n]/gu, ''), isEmpty: notes.body.trim() === '' }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** As code, since `@scope/name` would be a team on a forge. */
function headingOf({ package: name = '', version }: Release, format: NoteFormat = 'markdown'): string {
  const shown = printable(name).replaceAll('`', '')
  const title = format === 'plain' ? shown : `## \`${shown}\``
  return version === undefined ? title : `${title} ${version}`
}

interface Selection {
  readonly tag?: string | undefined
  readonly unreleased: boolean
  /** All that came after this tag. */
  readonly from?: string | undefined
  /** All up to this tag. */
  readonly to?: string | undefined
}

function isCalled({ tag: found }: Range, name: string): boolean {
  return found !== undefined && isNamed({ tag: found.name, version: found.version.text }, name)
}

function select({ history }: Opened, { tag, unreleased, from, to }: Selection): Release | undefined {
  if (from !== undefined || to !== undefined) return combined(rangeReleases(history, { from, to }))
  if (unreleased) return history.unreleased
  if (tag === undefined) return history.releases[0] ?? history.unreleased
  return history.releases.find((release) => isNamed(release, tag))
}

async function refuse(io: Io, { history: { releases }, target, place }: Opened, tag = ''): Promise<never> {
  const sha = await resolveCommit(io, place.root, `refs/tags/${tag}`).catch(() => undefined)
  const same = releases.find(({ range }) => range.to.sha === sha)?.tag
  if (same) throw new UserError(`${tag} marks the commit of ${same}, and what changed stands under that: name ${same}`)
  const newest = releases.slice(0, 3).map((release) => release.tag)
  const known = newest.length > 0 ? `; the newest: ${newest.join(', ')}` : ', in which no tag is a version'
  const instead =
    target === undefined && isOfPackage(tag) ? '; for the tag of a package, give --package all, or its name' : ''
  throw new UserError(`No release ${tag} in the history of this branch${known}${instead}`)
}
