import { relative, sep } from 'node:path'
import { type Io, UserError } from '@frontdoor/kit/io'
import { loadProject } from '@frontdoor/kit/project'
import type { ChangeSource } from './change.ts'
import type { Package } from './model/package.ts'
import type { ModelRequest } from './model/request.ts'
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

interface HistoryFlags {
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
  const wanted = flags.package.length > 0 ? flags.package : wantedBy(settings, place)
  const packages = wanted.length > 0 ? await findPackages(io, place) : []
  const sources = await sourcesOf(io, { place, settings, flags })
  const names = place.manifests.flatMap(({ name }) => name ?? [])
  const { root, repository } = place
  return {
    place,
    settings,
    request: { root, settings, repository, names, sources, packages },
    targets: wanted.length > 0 ? choose(packages, wanted) : [undefined],
  }
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

/** In the folder of a package, the package is meant. */
function wantedBy({ packages }: Settings, { root, folder, manifests }: Place): readonly string[] {
  const name = manifests.find((manifest) => manifest.name !== undefined)?.name
  if (root !== folder && name !== undefined) return [name]
  if (packages === 'none') return []
  return packages === 'auto' ? ['all'] : packages
}

async function findPackages(io: Io, place: Place): Promise<Package[]> {
  const { workspacePackages } = await import('./packages.ts')
  const packages = await workspacePackages(await loadProject(io, place.root))
  const folder = relative(place.root, place.folder).split(sep).join('/')
  const [own] = place.manifests.filter(({ name }) => name !== undefined)
  // A folder with a manifest of its own is a package even where no workspace lists it.
  if (folder === '' || !own?.name || packages.some((one) => one.folder === folder)) return packages
  return [
    ...packages,
    {
      name: own.name,
      folder,
      manifest: `${folder}/${own.path}`,
      ...(own.version && { version: own.version }),
      dependencies: [],
    },
  ]
}

/** All of no workspace is the whole repository. */
function choose(packages: readonly Package[], wanted: readonly string[]): readonly (Package | undefined)[] {
  if (wanted.includes('all')) return packages.length > 0 ? packages : [undefined]
  return wanted.map((name) => {
    const found = packages.find((one) => one.name === name || one.folder === name)
    if (found) return found
    const known = packages.map((one) => one.name).join(', ')
    throw new UserError(
      `there is no package ${JSON.stringify(name)}${known ? `; the workspace has ${known}` : ': this is no workspace'}`,
    )
  })
}
