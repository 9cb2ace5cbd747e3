import { dirname, join, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { once } from '../cache/once.ts'
import type { Disk } from './disk.ts'

/** True for a path, absolute, that is to be left out. The path of a folder ends with a separator. */
export type Ignored = (path: string) => boolean

/** Patterns as in .gitignore, from a folder on; paths that are not below it are never ignored. */
export async function ignoredBy(patterns: readonly string[], folder: string): Promise<Ignored> {
  if (patterns.length === 0) return () => false
  const rules = await rulesOf(patterns.join('\n'))
  return (path) => {
    const below = pathBelow(folder, path)
    return below !== undefined && rules.ignores(below)
  }
}

/**
 * What the `.gitignore` files from a root down to a folder say of the entries of that folder, for a walk that does not enter
 * what is ignored. Not what a person's own git ignores: others would find other files. The nearest file that says something
 * about a path decides.
 */
export function gitIgnored(root: string, disk: Disk): (folder: string) => Promise<Ignored> {
  const testersFor: (folder: string) => Promise<readonly Tester[]> = once(async (folder) => {
    const above = folder === root || !folder.startsWith(root) ? [] : await testersFor(dirname(folder))
    if (disk.entry(folder, '.gitignore') !== 'file') return above
    return [await tester(disk.text(join(folder, '.gitignore')) ?? '', folder), ...above]
  })
  return async (folder) => {
    const nearest = await testersFor(folder)
    return (path) => {
      for (const test of nearest) {
        const answer = test(path)
        if (answer !== undefined) return answer
      }
      return false
    }
  }
}

/** Ignored, expressly not ignored, or nothing said. */
type Tester = (path: string) => boolean | undefined

async function tester(patterns: string, folder: string): Promise<Tester> {
  const rules = await rulesOf(patterns)
  return (path) => {
    const below = pathBelow(folder, path)
    if (below === undefined) return undefined
    const { ignored, unignored } = rules.test(below)
    // That the folder around is ignored was decided on the way here, perhaps by a nearer file.
    const around = /^.*\/(?=[^/]+\/?$)/s.exec(below)?.[0]
    if (ignored && around !== undefined && rules.ignores(around)) return undefined
    return ignored || unignored ? ignored : undefined
  }
}

async function rulesOf(patterns: string): Promise<Ignore> {
  const { default: ignore } = await import('ignore')
  return ignore().add(patterns)
}

/** With forward slashes; undefined for the folder itself and what is not below it. Walks ask it for every folder there is. */
function pathBelow(folder: string, path: string): string | undefined {
  const start = folder.endsWith(sep) ? folder : folder + sep
  if (path.length === start.length || !path.startsWith(start)) return undefined
  const below = path.slice(start.length)
  return sep === '/' ? below : below.split(sep).join('/')
}
