import { resolve } from 'node:path'
import { readTextOrEmpty } from '@frontdoor/kit/files'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { ChangeSource } from './change.ts'
import { newestOnly, readChangelog, versionsIn } from './changelog/changelog.ts'
import { changelogPath, isMarkdown } from './changelog-path.ts'
import type { Package } from './model/package.ts'
import type { ModelRequest } from './model/request.ts'
import { findPlace, type Place } from './place.ts'
import { loadSettings, type Settings, type Setup } from './settings.ts'

/** What a command works on. */
export interface Context extends Setup {
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
  const packages = await packagesFor(io, { place, settings }, { wanted, isGiven: flags.package.length > 0 })
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

/** Who wants none need not load what finds them. */
async function packagesFor(
  io: Io,
  setup: Setup,
  asked: { readonly wanted: readonly string[]; readonly isGiven: boolean },
): Promise<Package[]> {
  if (asked.wanted.length === 0) return []
  const { findPackages } = await import('./packages/find.ts')
  return findPackages(io, setup, asked)
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

interface SourceRequest extends Setup {
  readonly flags: HistoryFlags
}

async function sourcesOf(io: Io, { place, settings, flags }: SourceRequest): Promise<ChangeSource[]> {
  const { fromContext, offline = false, cache } = flags
  const given = fromContext ? [await (await import('./sources/context.ts')).contextSource(await io.stdin())] : []
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

/** A group with a slip in the name of a member would be one without it, and nobody would be told. */
async function requireMembers(settings: Settings, packages: readonly Package[]): Promise<void> {
  if (packages.length === 0 || settings.fixed.length + settings.linked.length === 0) return
  const { selected } = await import('./packages/selection.ts')
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
  const { selected, foldersIn } = await import('./packages/selection.ts')
  if (packages.length === 0 && foldersIn(wanted).length === 0) return [undefined]
  const isListed = wanted === settings.packages
  const chosen = await selected(packages, wanted, isListed ? (at) => settings.placeOf('packages', at) : undefined)
  if (chosen.length > 0) return chosen
  throw new UserError(`no package is left of those that ${wanted.join(', ')} name`)
}
