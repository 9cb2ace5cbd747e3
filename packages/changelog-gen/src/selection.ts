import { UserError } from '@frontdoor/kit/io'
import { folderAt, isCalled, type Package } from './model/package.ts'

/** What stands for packages of the workspace in a list of them: all, or those that are published. */
const words: Readonly<Record<string, (one: Package) => boolean>> = {
  auto: () => true,
  public: (one) => one.private !== true,
}

/**
 * The packages that a list names by their names, folders, globs of either, `auto` or `public`, in its order. Those behind a `!` are left
 * out, wherever that stands; a list of nothing else leaves them out of all.
 *
 * @throws {UserError} for a name that is of none
 */
export async function selected(packages: readonly Package[], list: readonly string[]): Promise<Package[]> {
  const names = list.filter((one) => !one.startsWith('!'))
  const left = list.filter((one) => one.startsWith('!')).map((one) => one.slice(1))
  const out = new Set((await Promise.all(left.map((one) => called(packages, one)))).flat())
  const chosen = await Promise.all((names.length > 0 ? names : ['auto']).map((one) => called(packages, one)))
  return [...new Set(chosen.flat())].filter((one) => !out.has(one))
}

/** The folders among a list that may be those of packages which no workspace has. */
export function foldersIn(list: readonly string[]): string[] {
  return list.filter((one) => !(one.startsWith('!') || isGlob(one) || Object.hasOwn(words, one)))
}

async function called(packages: readonly Package[], pattern: string): Promise<Package[]> {
  const word = Object.hasOwn(words, pattern) ? words[pattern] : undefined
  if (word) return packages.filter(word)
  const found = packages.filter((one) => isCalled(one, pattern))
  if (found.length > 0) return found
  if (isGlob(pattern)) return matching(packages, pattern)
  const known = packages.map((one) => one.name).join(', ')
  throw new UserError(
    `there is no package ${JSON.stringify(pattern)}${known ? `; the workspace has ${known}` : ': this is no workspace'}`,
  )
}

async function matching(packages: readonly Package[], glob: string): Promise<Package[]> {
  const { default: picomatch } = await import('picomatch')
  const isAmong = picomatch([glob, folderAt(glob)])
  return packages.filter(({ name, folder }) => isAmong(name) || isAmong(folder))
}

function isGlob(pattern: string): boolean {
  return /[*?{}[\]()]/.test(pattern)
}
