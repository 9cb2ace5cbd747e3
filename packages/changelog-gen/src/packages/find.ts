import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import type { Io } from '@frontdoor/kit/io'
import type { ProjectFiles } from '@frontdoor/kit/project'
import { loadProject } from '@frontdoor/kit/project/load'
import { changelogPath } from '../changelog-path.ts'
import { newestPackageTag, readTags, type Tag } from '../history/tags.ts'
import { versionTags } from '../history/versions.ts'
import { folderAt, isCalled, type Package } from '../model/package.ts'
import { versioningOf } from '../model/request.ts'
import type { Setup } from '../settings.ts'
import { packageAt, packagesAt, workspacePackages } from './read.ts'
import { callsByName, foldersIn, globsIn, meansAll } from './selection.ts'

/** What somebody asks for. */
interface Asked {
  /** What is wanted, as the setting `packages` has it. */
  readonly wanted: readonly string[]
  /** True where a flag says it. */
  readonly isGiven: boolean
}

/**
 * The packages that a project has, to choose from what is wanted: those of the workspace, or those that have tags where there is none, and
 * others that are called by their folders, or by globs of them; a folder with a manifest is one where somebody stands in it. None for a
 * package that is the whole repository: its versions go without its name, unless somebody calls it by it.
 */
export async function findPackages(io: Io, setup: Setup, { wanted, isGiven }: Asked): Promise<Package[]> {
  const { settings } = setup
  const listed = Array.isArray(settings.packages) ? settings.packages : []
  const packages = await packagesCalled(io, setup, [...listed, ...wanted])
  return isGiven || callsByName(wanted) || packages.some(({ folder }) => folder !== '') ? packages : []
}

async function packagesCalled(io: Io, { place, settings }: Setup, called: readonly string[]): Promise<Package[]> {
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
async function withReleased(io: Io, { place, settings }: Setup, packages: readonly Package[]): Promise<Package[]> {
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
async function taggedPackages(io: Io, { place, settings }: Setup, files: ProjectFiles): Promise<Package[]> {
  const tags = await readTags(io, place.root)
  if (!newestPackageTag(tags)) return []
  const packages = await packagesAt(files, '**')
  const isTagged = tagTest(tags, { place, settings, packages })
  return packages.filter((one) => one.folder !== '' && isTagged(one))
}

/** Tells which packages have a tag of their own. */
function tagTest(
  tags: readonly Tag[],
  { place, settings, packages }: Setup & { readonly packages: readonly Package[] },
): (own: Package) => boolean {
  const request = { root: place.root, settings, names: [], packages }
  return ({ version: _, ...own }) => versionTags(tags, versioningOf(request, own)).length > 0
}
