import { UserError } from '@frontdoor/kit/io'
import { called, folderAt, noPackage, type Package } from '../model/package.ts'
import { lastPart } from '../tag-pattern.ts'

/** What stands for packages of the workspace in a list of them: all that have releases, which examples and sites do not, or those that are published. */
const words: Readonly<Record<string, (one: Package) => boolean>> = {
  auto: (one) => one.private !== true || one.released === true,
  public: (one) => one.private !== true,
}

/**
 * The packages that a list names by their names, folders, globs of either, `auto` or `public`, in its order. Those behind a `!` are left
 * out, wherever that stands; a list of nothing else leaves them out of all.
 *
 * @param placeOf where each name of the list stands, if that is in a file
 * @throws {UserError} for a name that is of none
 */
export async function selected(
  packages: readonly Package[],
  list: readonly string[],
  placeOf?: (at: number) => string,
): Promise<Package[]> {
  const find = await finder(packages, list)
  const missing = foldersIn(list).find((name) => find(name).length === 0)
  if (missing === undefined) return among(packages, list)
  const place = placeOf ? `${placeOf(list.indexOf(missing))}: ` : ''
  throw new UserError(place + noPackage(missing, packages))
}

/** The same, where a name may be of none. */
export async function among(packages: readonly Package[], list: readonly string[]): Promise<Package[]> {
  const find = await finder(packages, list)
  const names = list.filter((one) => !one.startsWith('!'))
  const left = new Set(list.filter((one) => one.startsWith('!')).flatMap((one) => find(one.slice(1))))
  const chosen = (names.length > 0 ? names : ['auto']).flatMap(find)
  return [...new Set(chosen)].filter((one) => !left.has(one))
}

/** The folders among a list that may be those of packages which no workspace has. */
export function foldersIn(list: readonly string[]): string[] {
  return list.filter((one) => !(one.startsWith('!') || isGlob(one) || Object.hasOwn(words, one)))
}

/** True for a list that means all packages, or all without some. */
export function meansAll(list: readonly string[]): boolean {
  return list.some(isOfAll)
}

/** True for a list that calls a package by its name or folder, or by a glob of them. */
export function callsByName(list: readonly string[]): boolean {
  return !list.every(isOfAll)
}

function isOfAll(one: string): boolean {
  return one.startsWith('!') || Object.hasOwn(words, one)
}

/** The globs of a list that may be of folders. */
export function globsIn(list: readonly string[]): string[] {
  return list.filter((one) => isGlob(one) && !/^[!@]/.test(one))
}

/** Finds what a name of a list means; only globs load a library. */
async function finder(
  packages: readonly Package[],
  list: readonly string[],
): Promise<(name: string) => readonly Package[]> {
  const picomatch = list.some(isGlob) ? (await import('picomatch')).default : undefined
  return (name) => {
    const word = Object.hasOwn(words, name) ? words[name] : undefined
    if (word) return packages.filter(word)
    if (picomatch && isGlob(name)) {
      const isMatch = picomatch([name, folderAt(name)])
      // What is not one of some names is, as a folder, none of them ever.
      const textsOf = (one: Package) =>
        name.startsWith('!(') ? [one.name] : [one.name, lastPart(one.name), one.folder]
      return packages.filter((one) => textsOf(one).some((text) => isMatch(text)))
    }
    return called(packages, name)
  }
}

function isGlob(pattern: string): boolean {
  return /[*?{}[\]()]/.test(pattern)
}
