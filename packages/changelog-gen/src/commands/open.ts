import { resolve } from 'node:path'
import { readText, readTextOrEmpty, type TextFile } from '@frontdoor/kit/files'
import { type Io, UserError } from '@frontdoor/kit/io'
import { hasMoved } from '@frontdoor/kit/project/moved-changelog'
import type { Subject } from '@frontdoor/kit/readme/subjects'
import { type Changelog, newestOnly, readChangelog, versionsIn } from '../changelog/changelog.ts'
import { comingVersion } from '../changelog/coming.ts'
import { readLines } from '../changelog/lines.ts'
import { changelogAt } from '../changelog-at.ts'
import { changelogPath, isMarkdown } from '../changelog-path.ts'
import { type Context, type HistoryFlags, loadContext } from '../context.ts'
import { forgePages } from '../forge-pages.ts'
import type { FormatName } from '../formats/format.ts'
import { projectFormat } from '../formats/project-format.ts'
import { type ModelReader, modelReader } from '../model/model.ts'
import type { Package } from '../model/package.ts'
import type { ModelRequest } from '../model/request.ts'
import type { Place } from '../place.ts'
import type { Template } from '../writing/context.ts'
import { hasFragments } from '../writing/listed.ts'
import { newestOf } from '../writing/project-history.ts'
import type { UpdateRequest } from '../writing/update.ts'
import { readHistory, unreleasedAt } from './read-history.ts'
import { readerOf } from './read-markdown.ts'
import { openReleaseCache } from './release-cache.ts'

/** What the user asks for. */
export interface OpenFlags extends HistoryFlags {
  /** The changelog, where it is not the one of the folder. */
  readonly changelog: string | undefined
  readonly style?: FormatName | undefined
  /** A template instead of that of the config, from the working directory. */
  readonly template?: string | undefined
}

/** A changelog and the history that it tells, ready to be written. */
export interface Opened extends UpdateRequest {
  readonly place: Place
  readonly request: ModelRequest
  readonly target: Package | undefined
  readonly file: TextFile
  /** Path of the changelog, relative to the working directory. */
  readonly path: string
  readonly models: ModelReader
}

/** What the command wants. */
export interface Opening {
  /** What the flags ask for, where that is loaded already. */
  readonly loaded?: Context | undefined
  /** Full hash of the newest commit, where that is not the one that is checked out. */
  readonly head?: string | undefined
  /** The ranges that a forge is asked about; all where absent. */
  readonly about?: ModelRequest['about']
  /** True to read every release, be it in the changelog or not. */
  readonly wholeHistory?: boolean
  /** True where only what is not released is wanted, and a changelog that is not there need not be made. */
  readonly unreleasedOnly?: boolean
  /** True where it is wanted who is new in what is not released. */
  readonly wantsNewcomers?: boolean
  /** True where nothing is written: a changelog that cannot be gone on with is then as good as none. */
  readonly onlyReads?: boolean
  /** True where a changelog that is written anew goes on from the releases that an earlier run wrote. */
  readonly cachesReleases?: boolean
}

/**
 * Reads all that a command about a changelog works with: one for the repository, or one for each package that is asked for.
 *
 * @throws {UserError} where something of it cannot be read
 */
export async function open(io: Io, flags: OpenFlags, opening: Opening = {}): Promise<Opened[]> {
  const { loaded, about, head } = opening
  const { request, ...rest } = loaded ?? (await loadContext(io, flags))
  const context = { ...rest, request: { ...request, about, head } }
  if (flags.changelog !== undefined && context.targets.length > 1) {
    throw new UserError('one changelog is named, and there are several packages; name one of them with --package')
  }
  const opened: Opened[] = []
  const models = modelReader(io)
  for (const target of context.targets) opened.push(await openOne(io, context, { target, flags, opening, models }))
  return opened
}

/** The changelog as a text to look at. */
export function subjectOf({ file, path, place }: Opened, { cwd }: Pick<Io, 'cwd'>): Subject {
  return { shown: path, path, home: { folder: cwd, root: place.root }, text: file.text, file }
}

interface One {
  readonly models: ModelReader
  readonly target: Package | undefined
  readonly flags: OpenFlags
  readonly opening: Opening
}

async function openOne(io: Io, context: Context, one: One): Promise<Opened> {
  const { place, request, settings } = context
  const { target, flags, opening, models } = one
  const { wholeHistory = false, wantsNewcomers = false } = opening
  const template = await templateOf(io, context, flags.template)
  const { path, file } = await readFile(io, context, one)
  const reading = wholeHistory ? {} : newestOnly
  const top = readChangelog(file.text, reading)
  if (!opening.onlyReads) refuseForeign(top, path, (flags.changelog ?? settings.changelog) !== undefined)
  const versions = versionsIn(top)
  const known = new Set<string | undefined>(wholeHistory ? [] : versions)
  const isNew = top.releases.length === 0 && !top.unreleased
  const unreleasedOnly = opening.unreleasedOnly === true && isNew
  const formatOf = (changelog: Changelog) => projectFormat(changelog, settings, flags.style)
  const isPlain = template === undefined && request.sources?.length === 0 && request.packages?.length === 0
  const isCached = opening.cachesReleases && isNew && isPlain
  const cache = isCached ? openReleaseCache(io, request, { format: formatOf(top), eol: top.eol }) : undefined
  // Who reads notes, or asks for a version, means what is tagged.
  const written = opening.onlyReads || settings.prereleases !== 'auto' ? undefined : versions
  const cutting = { request: { ...request, written }, target, models }
  const history = await readHistory(io, { ...cutting, known, unreleasedOnly, wantsNewcomers, cache })
  const newest = newestOf(history)?.version
  const due = comingVersion(top, newest, history.tagged)
  // A release takes all fragments away: where some are left, that version only waits for its tag.
  const coming = due !== undefined && hasFragments(history.unreleased) ? undefined : due
  const isEnough = known.has(newest)
  const changelog =
    isEnough && coming === undefined ? top : readChangelog(file.text, { ...(isEnough && reading), coming })
  return {
    changelog,
    format: formatOf(changelog),
    template,
    pages: forgePages(place.repository),
    read: await readerOf(history, changelog.definitions),
    keep: cache && ((released) => cache.keep(released, history)),
    place,
    request,
    target,
    history,
    file,
    path,
    unreleasedAt: (commit) => unreleasedAt(io, cutting, commit),
    changelogAt: (commit) => changelogAt(io, { root: place.root, path }, commit),
    models,
  }
}

/** The file of a changelog. One in another format than Markdown is as good as none, and never written. */
async function readFile(
  io: Io,
  context: Context,
  { target, flags: { changelog }, opening }: One,
): Promise<Pick<Opened, 'path' | 'file'>> {
  const { place } = context
  const path = changelog ?? changelogPath(io, context, target)
  // A name with a slip in it would else be as good as no changelog at all.
  if (changelog !== undefined && opening.onlyReads)
    return { path, file: await readText(resolve(io.cwd, path), place.root, changelog) }
  if (changelog !== undefined || isMarkdown(path))
    return { path, file: await readTextOrEmpty(resolve(io.cwd, path), place.root) }
  if (opening.onlyReads) return { path, file: { name: path, realPath: path, text: '' } }
  throw new UserError(`${path} is not Markdown; name the file to write with the setting changelog, or with --changelog`)
}

async function templateOf(
  { cwd }: Io,
  { place, settings }: Context,
  given: string | undefined,
): Promise<Template | undefined> {
  const path = given === undefined ? settings.template && resolve(place.root, settings.template) : resolve(cwd, given)
  if (path === undefined) return undefined
  const named = given ?? `${settings.template} (${settings.placeOf('template')})`
  const [{ text }, { readTemplate }] = await Promise.all([
    readText(path, place.root, named),
    import('../renderers/template.ts'),
  ])
  return readTemplate(text, given ?? (settings.template as string), place.repository)
}

/**
 * A changelog whose releases we do not see would get all of them a second time, and one that has moved is to stay as it is.
 *
 * @param isNamed true where somebody has said that this file is meant
 */
function refuseForeign({ source, title, releases, unreleased }: Changelog, path: string, isNamed: boolean): void {
  if (unreleased || source.trim() === '' || (isNamed && releases.length > 0)) return
  if (hasMoved(source))
    throw new UserError(
      `${path} says where the changelog is; name another file to write with --changelog${releases.length > 0 ? ', or this one, if it is meant' : ''}`,
    )
  if (releases.length > 0) return
  if (isIndex(source))
    throw new UserError(`${path} says where the changelogs are; give --package, or --changelog with one of them`)
  let found = 0
  for (const { kind, text } of readLines(source, { start: 0, end: source.length })) {
    if (kind === 'item' || /^(?:#+\s*)?v?\d+\.\d+\.\d+/.test(text)) found++
  }
  if (found > 2 || !title) {
    throw new UserError(
      `${path} has text, but no heading of a release, such as "## [1.2.3] - 2026-01-02"; write to another file with --changelog`,
    )
  }
}

/** True for a list of the changelogs of packages: every link in it leads to one. */
function isIndex(source: string): boolean {
  const addresses = [...source.matchAll(/\](?:\(|:[ \t]*)([^()\s]+)/g)].map(([, address = '']) => address)
  return (
    addresses.length > 1 &&
    addresses.every((address) => /(?:^|\/)(?:changelog|changes|history|news|release-?notes)\.\w+$/i.test(address))
  )
}
