import { posix, sep } from 'node:path'
import { lastPart } from '../tag-pattern.ts'
import { isUnder } from './path-test.ts'

/** A package of a monorepo. */
export interface Package {
  readonly name: string
  /** What further manifests in its folder call it. */
  readonly otherNames?: readonly string[]
  /** Relative to the repository's root, with forward slashes; empty for the root. */
  readonly folder: string
  /** Path of its manifest, relative to the repository's root; absent where it has none. */
  readonly manifest?: string
  /** As its manifest has it. */
  readonly version?: string
  /** True where its version is that of the workspace, and so of all other packages that say so. */
  readonly inheritsVersion?: true
  /** True where it is never published. */
  readonly private?: true
  /** True where it is private, and nothing but a version that tools write into whatever is new could tell of a release. */
  readonly isExample?: true
  /** Other packages that it needs. */
  readonly dependencies: readonly Dependency[]
}

/** What a package needs of another one. */
export interface Dependency {
  readonly name: string
  /** The versions that it admits, as package.json has them: `^1.2.0`, `workspace:*`; absent where its manifest does not say. */
  readonly range?: string
  /** True where it is needed to build or to test only. */
  readonly development?: true
}

/** A folder as packages have it, of a path that people wrote: `./libs/cups/`. */
export function folderAt(path: string): string {
  return posix.normalize(path.replaceAll(sep, '/')).replace(/^\.$|\/$/g, '')
}

/** True where somebody who gives a name or a folder means this package. */
export function isCalled(
  { name, otherNames = [], folder }: Pick<Package, 'name' | 'otherNames' | 'folder'>,
  called: string,
): boolean {
  return name === called || otherNames.includes(called) || folder === folderAt(called)
}

/** The packages that a name means: those that are called so or lie there, else those for which it is short: `core` for `@scope/core` and `packages/core`. */
export function called(packages: readonly Package[], name: string): readonly Package[] {
  const exact = packages.filter((one) => isCalled(one, name))
  if (exact.length > 0) return exact
  return packages.filter((one) => lastPart(one.name) === name || posix.basename(one.folder) === name)
}

/** What is said of a name that is of none of the packages. */
export function noPackage(name: string, packages: readonly Package[]): string {
  const known = packages.map((one) => one.name).join(', ')
  return `there is no package ${JSON.stringify(name)}${known ? `; the workspace has ${known}` : ': this is no workspace, so name its folder'}`
}

/** True where a path belongs to a package: it is in its folder, and in no other package's below. */
export function owns(own: Package, all: readonly Package[], path: string): boolean {
  if (!isUnder(path, own.folder)) return false
  return !all.some(
    ({ folder }) => folder.length > own.folder.length && isUnder(folder, own.folder) && isUnder(path, folder),
  )
}
