import { basename } from 'node:path/posix'
import type { Repository } from '@frontdoor/kit/project'
import type { ChangeSource } from '../change.ts'
import type { Versioning } from '../history/history.ts'
import type { Range } from '../history/range.ts'
import type { Settings } from '../settings.ts'
import { patternsOf, type TagPattern, usualPatterns } from '../tag-pattern.ts'
import type { Package } from './package.ts'

/** What to make releases of. */
export interface ModelRequest {
  /** Absolute path of the repository's root. */
  readonly root: string
  readonly settings: Settings
  readonly repository?: Repository | undefined
  /** Names of the root's own package, for its tags. */
  readonly names: readonly string[]
  /** The versions that the changelog tells of last: they tell its tags from those of others. */
  readonly told?: readonly string[] | undefined
  /** The versions of the changelog that is written: where it leaves out prereleases, they are no releases. */
  readonly written?: readonly string[] | undefined
  /** Name or hash of the newest commit; `HEAD` where absent. */
  readonly head?: string | undefined
  /** True to read no further than to the newest release; nobody is then known to be new. */
  readonly unreleasedOnly?: boolean | undefined
  /** Versions of which nothing is wanted but that they are there: the history is read no further than to the newest of them. */
  readonly known?: ReadonlySet<string | undefined> | undefined
  /** Where else changes come from: a forge, JSON. */
  readonly sources?: readonly ChangeSource[] | undefined
  /** The ranges that other sources are asked about; all where absent. */
  readonly about?: ((range: Range) => boolean) | undefined
  /** The packages that have versions of their own. */
  readonly packages?: readonly Package[] | undefined
}

/** How the versions of the repository, or of a package of it, are found among the tags. */
export function versioningOf(request: ModelRequest, own?: Package): Versioning {
  const { settings, names, repository, told, packages = [] } = request
  const called = own ? [own.name, ...(own.otherNames ?? []), ...moduleFolder(own)] : names
  const isRoot = own === undefined || own.folder === ''
  const named = settings.tags?.filter((form) => form.includes('{name}')) ?? []
  const forms = isRoot || named.length === 0 ? settings.tags : named
  const patterns =
    forms?.flatMap((form) => patternsOf(form, own ? [...called, ...folderName(own)] : called)) ??
    usualPatterns(own ? [...called, ...shortName(own, packages), ...innerName(own, packages)] : called, isRoot)
  return {
    patterns,
    ...(own?.version !== undefined && !isRoot && { shared: { patterns: rootPatterns(request), version: own.version } }),
    mayGuess: settings.tags === undefined && packages.length === 0,
    repository: repository?.name,
    told: own ? undefined : told,
    folded: settings.prereleases === 'fold',
    written: packages.length === 0 ? request.written : undefined,
  }
}

function rootPatterns({ settings, names }: ModelRequest): readonly TagPattern[] {
  return settings.tags?.flatMap((form) => patternsOf(form, names)) ?? usualPatterns(names, true)
}

/** Its folder, where its name ends with that: the package `tea-cups` in `packages/cups` may have the tag `cups-v1.2.0`. */
function shortName(own: Package, packages: readonly Package[]): string[] {
  const isTail = (folder: string) => /[-_./]$/.test(own.name.slice(0, -folder.length)) && own.name.endsWith(folder)
  return folderName(own).filter((folder) => isTail(folder) && !packages.some(({ name }) => name === folder))
}

/** `Cups.Lids` of `Tea.Cups.Lids`, as projects of .NET are called in the tags of a repository that is mostly about `Tea`. */
function innerName({ name }: Package, packages: readonly Package[]): string[] {
  const [outer = '', ...inner] = name.split('.')
  const alike = inner.length === 0 ? [] : packages.filter((one) => one.name.startsWith(`${outer}.`))
  return alike.length > 1 && alike.length > packages.length / 2 ? [inner.join('.')] : []
}

/** What a package without a name of its own is called; only a form that the config has tells it from a word before a version. */
function folderName({ folder }: Package): string[] {
  const name = basename(folder)
  return name === '' ? [] : [name]
}

/** Go calls the versions of a module after its folder, without the one of a major version: https://go.dev/ref/mod#vcs-version (read 2026-11-26). */
function moduleFolder({ folder, manifest }: Package): string[] {
  const called = folder.replace(/(?:^|\/)v\d+$/, '')
  return manifest?.endsWith('go.mod') && called !== '' ? [called] : []
}
