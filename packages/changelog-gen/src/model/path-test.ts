import type { Category, PathTest } from './category.ts'

/** What tells whether a path is in a glob; a glob without wildcards names a file or a folder. Loads a library only for others. */
export async function pathTest(categories: readonly Category[]): Promise<PathTest> {
  const globs = categories.flatMap(({ when }) => when.flatMap(({ path = [] }) => path))
  if (!globs.some(isWild)) return isUnder
  const { default: picomatch } = await import('picomatch')
  const tests = new Map(globs.filter(isWild).map((glob) => [glob, picomatch(glob, { dot: true })]))
  return (path, glob) => tests.get(glob)?.(path) ?? isUnder(path, glob)
}

/** True for a path that is the folder or in it; every path is in the folder ``. */
export function isUnder(path: string, folder: string): boolean {
  const name = folder.replace(/^\.?\/|\/$/g, '')
  return name === '' || path === name || path.startsWith(`${name}/`)
}

function isWild(glob: string): boolean {
  return /[*?{}[\]!()]/.test(glob)
}
