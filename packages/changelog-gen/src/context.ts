import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readTextOrEmpty } from '@frontdoor/kit/files'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { ProjectFiles } from '@frontdoor/kit/project'
import { loadProject } from '@frontdoor/kit/project/load'
import type { ChangeSource } from './change.ts'
import { newestOnly, readChangelog, versionsIn } from './changelog/changelog.ts'
import { changelogPath, isMarkdown } from './changelog-path.ts'
import { newestPackageTag, readTags, type Tag } from './history/tags.ts'
import { versionTags } from './history/versions.ts'
import { folderAt, isCalled, type Package } from './model/package.ts'
import { type ModelRequest, versioningOf } from './model/request.ts'
import { findPlace, type Place } from './place.ts'
import { loadSettings, type Settings } from './settings.ts'

/** What a command works on. */
export interface Context {
  readonly place: Place
  readonly settings: Settings
  readonly request: ModelRequest
  /** The packages that were asked for; `undefined` stands for the whole repository. */
  readonly targets: readonly (Package | undefined)[]
}

/** Flags of commands that read a history. */
export interface HistoryFlags {
  readonly config: string | undefined
  readonly package: readonly string[]
  readonly fromContext: boolean
  readonly pullRequests?: boolean
  readonly offline?: boolean
  readonly cache?: string | undefined
}

/**
 * Reads the project that a command is called in.
 *
 * @throws {UserError} for settings, packages or changes that make no sense
 */
export async function loadContext(io: Io, flags: HistoryFlags): Promise<Context> {
  const place = await findPlace(io)
  const settings = sourced(await loadSettings(io, place, flags.config), flags)
  const wanted = wantedBy(settings, place, flags.package)
  const listed = Array.isArray(settings.packages) ? settings.packages : []
  const found = wanted.length > 0 ? await findPackages(io, { place, settings }, [...listed, ...wanted]) : []
  // A package that is the whole repository has no name in its versions, unless somebody calls it by it.
  const isNamed = flags.package.length > 0 || (await isCalledByName(wanted))
  const packages = isNamed || found.some(({ folder }) => folder !== '') ? found : []
  await requireMembers(settings, packages)
  const sources = await sourcesOf(io, { place, settings, flags })
  const names = place.manifests.flatMap(({ name }) => name ?? [])
  const { root, repository } = place
  return {
    place,
    settings,
    request: {
      root,
      settings,
      repository,
      names,
      told: packages.length === 0 ? await toldIn(io, place, settings) : undefined,
      sources,
      packages,
    },
    targets: wanted.length > 0 ? await choose(packages, wanted, settings) : [undefined],
  }
}

async function isCalledByName(wanted: readonly string[]): Promise<boolean> {
  if (wanted.length === 0) return false
  const { foldersIn, globsIn } = await import('./selection.ts')
  return foldersIn(wanted).length + globsIn(wanted).length > 0
}

/** The versions that the changelog tells of last, where nothing else says which tags are meant. */
async function toldIn(io: Io, place: Place, settings: Settings): Promise<readonly string[] | undefined> {
  const path = changelogPath(io, { place, settings }, undefined)
  if (settings.tags !== undefined || !isMarkdown(path)) return undefined
  const { text } = await readTextOrEmpty(resolve(io.cwd, path), place.root)
  return versionsIn(readChangelog(text, newestOnly))
}

function sourced(settings: Settings, { pullRequests = false }: HistoryFlags): Settings {
  if (!pullRequests || settings.sources.includes('pull-requests')) return settings
  return { ...settings, sources: [...settings.sources, 'pull-requests'] }
}

interface SourceRequest extends Pick<Context, 'place' | 'settings'> {
  readonly flags: HistoryFlags
}

async function sourcesOf(io: Io, { place, settings, flags }: SourceRequest): Promise<ChangeSource[]> {
  const { fromContext, offline = false, cache } = flags
  const given = fromContext ? [(await import('./sources/context.ts')).contextSource(await io.stdin())] : []
  // A command without the flag, such as `verify`, compares what is there, whatever pull requests say.
  if (!settings.sources.includes('pull-requests') || flags.pullRequests === undefined) return given
  const { pullRequestSource } = await import('./sources/pull-requests.ts')
  return [...given, pullRequestSource(io, { place, offline, cache })]
}

/** In the folder of a package, the package is meant; all are those that the config lists. */
function wantedBy(
  { packages }: Settings,
  { root, folder, manifests }: Place,
  given: readonly string[],
): readonly string[] {
  const all = packages === 'none' ? ['auto'] : typeof packages === 'string' ? [packages] : packages
  if (given.includes('all')) return all
  if (given.length > 0) return given
  const name = manifests.find((manifest) => manifest.name !== undefined)?.name
  if (root !== folder && name !== undefined) return [name]
  return packages === 'none' ? [] : all
}

/** The packages of the workspace, or those that have tags where there is none, and others that are called by their folders, or by globs of them; a folder with a manifest is one where somebody stands in it. */
async function findPackages(
  io: Io,
  { place, settings }: Pick<Context, 'place' | 'settings'>,
  called: readonly string[],
): Promise<Package[]> {
  const { packageAt, packagesAt, workspacePackages } = await import('./packages.ts')
  const { foldersIn, globsIn, meansAll } = await import('./selection.ts')
  const project = await loadProject(io, place.root)
  const members = await workspacePackages(project)
  const isNamed = place.folder !== place.root && place.manifests.some(({ name }) => name !== undefined)
  const here = isNamed ? [relativePath(place.root, place.folder)] : []
  const folders = new Set([...foldersIn(called), ...here].map(folderAt))
  const others = [...folders].filter((path) => !members.some((one) => isCalled(one, path)))
  const found = await Promise.all(others.map((path) => packageAt(project.files, path)))
  const globbed = await Promise.all(globsIn(called).map((glob) => packagesAt(project.files, glob)))
  const hasWorkspace = members.some(({ folder }) => folder !== '')
  const tagged = hasWorkspace || !meansAll(called) ? [] : await taggedPackages(io, { place, settings }, project.files)
  const all = [...members, ...found.filter((one) => one !== undefined), ...globbed.flat(), ...tagged]
  const packages = all.filter(({ folder }, at) => all.findIndex((one) => one.folder === folder) === at)
  return withReleased(io, { place, settings }, packages)
}

/**
 * Says which private packages have been released: those with a changelog or a tag of their own, and where all are private, those with a version.
 * A project without a version that was never released either, beside others that were, is a test or an example, whatever its manifest says.
 */
async function withReleased(
  io: Io,
  { place, settings }: Pick<Context, 'place' | 'settings'>,
  packages: readonly Package[],
): Promise<Package[]> {
  const isPlain = packages.every((one) => !one.private && one.version !== undefined)
  if (isPlain || packages.every((one) => one.private))
    return packages.map((one) => (one.version && !isPlain ? { ...one, released: true } : one))
  const isTagged = tagTest(await readTags(io, place.root), { place, settings, packages })
  const isReleased = (own: Package) =>
    existsSync(resolve(io.cwd, changelogPath(io, { place, settings }, own))) || isTagged(own)
  const released = new Set(packages.filter((one) => (one.private || one.version === undefined) && isReleased(one)))
  const isUnknown = (one: Package) => one.version === undefined && released.size > 0 && !released.has(one)
  return packages.map((one) => ({
    ...one,
    ...(isUnknown(one) && { private: true as const }),
    ...(released.has(one) && { released: true as const }),
  }))
}

/** The packages of a repository that no workspace names, as with modules of Go, or gems: those of which there is a tag. */
async function taggedPackages(
  io: Io,
  { place, settings }: Pick<Context, 'place' | 'settings'>,
  files: ProjectFiles,
): Promise<Package[]> {
  const tags = await readTags(io, place.root)
  if (!newestPackageTag(tags)) return []
  const { packagesAt } = await import('./packages.ts')
  const packages = await packagesAt(files, '**')
  const isTagged = tagTest(tags, { place, settings, packages })
  return packages.filter((one) => one.folder !== '' && isTagged(one))
}

/** Tells which packages have a tag of their own. */
function tagTest(
  tags: readonly Tag[],
  { place, settings, packages }: Pick<Context, 'place' | 'settings'> & { readonly packages: readonly Package[] },
): (own: Package) => boolean {
  const request = { root: place.root, settings, names: [], packages }
  return ({ version: _, ...own }) => versionTags(tags, versioningOf(request, own)).length > 0
}

/** A group with a slip in the name of a member would be one without it, and nobody would be told. */
async function requireMembers(settings: Settings, packages: readonly Package[]): Promise<void> {
  if (packages.length === 0 || settings.fixed.length + settings.linked.length === 0) return
  const { selected } = await import('./selection.ts')
  for (const key of ['fixed', 'linked'] as const)
    for (const [index, list] of settings[key].entries())
      await selected(packages, list, (at) => settings.placeOf(key, index, at))
}

/** All of no workspace is the whole repository. */
async function choose(
  packages: readonly Package[],
  wanted: readonly string[],
  settings: Settings,
): Promise<(Package | undefined)[]> {
  const { selected, foldersIn } = await import('./selection.ts')
  if (packages.length === 0 && foldersIn(wanted).length === 0) return [undefined]
  const isListed = wanted === settings.packages
  const chosen = await selected(packages, wanted, isListed ? (at) => settings.placeOf('packages', at) : undefined)
  if (chosen.length > 0) return chosen
  throw new UserError(`no package is left of those that ${wanted.join(', ')} name`)
}
