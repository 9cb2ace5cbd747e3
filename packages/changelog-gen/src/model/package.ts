import { isUnder } from './path-test.ts'

/** A package of a monorepo. */
export interface Package {
  readonly name: string
  /** Relative to the repository's root, with forward slashes; empty for the root. */
  readonly folder: string
  /** Path of its manifest, relative to the repository's root. */
  readonly manifest: string
  /** As its manifest has it. */
  readonly version?: string
  /** Names of other packages that it depends on. */
  readonly dependencies: readonly string[]
}

/** True where a path belongs to a package: it is in its folder, and in no other package's below. */
export function owns(own: Package, all: readonly Package[], path: string): boolean {
  if (!isUnder(path, own.folder)) return false
  return !all.some(
    ({ folder }) => folder.length > own.folder.length && isUnder(folder, own.folder) && isUnder(path, folder),
  )
}
