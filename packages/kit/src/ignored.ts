import { dirname, join, relative, sep } from 'node:path'
import type { Disk } from './disk.ts'

/** True for a path, absolute, that is to be left out. The path of a folder ends with a separator. */
export type Ignored = (path: string) => boolean

/** Patterns as in .gitignore, from a folder on; paths that are not below it are never ignored. */
export async function ignoredBy(patterns: readonly string[], folder: string): Promise<Ignored> {
  if (patterns.length === 0) return () => false
  const test = await tester(patterns.join('\n'), folder)
  return (path) => test(path) === true
}

/**
 * What the `.gitignore` files from a root down to a folder, and then those below, leave out. Not what a person's own git
 * ignores: others would find other files. The nearest file that says something about a path decides.
 */
export function gitIgnored(root: string, disk: Disk): (folder: string) => Promise<Ignored> {
  const testers = new Map<string, Promise<Tester>>()
  const testersFor = (folder: string): readonly Promise<Tester>[] => {
    const above = folder === root || !folder.startsWith(root) ? [] : testersFor(dirname(folder))
    if (disk.entry(folder, '.gitignore') !== 'file') return above
    const own = testers.get(folder) ?? tester(disk.text(join(folder, '.gitignore')) ?? '', folder)
    testers.set(folder, own)
    return [own, ...above]
  }
  return async (folder) => {
    const nearest = await Promise.all(testersFor(folder))
    return (path) => nearest.map((test) => test(path)).find((answer) => answer !== undefined) ?? false
  }
}

/** Ignored, expressly not ignored, or nothing said. */
type Tester = (path: string) => boolean | undefined

async function tester(patterns: string, folder: string): Promise<Tester> {
  const { default: ignore } = await import('ignore')
  const rules = ignore().add(patterns)
  return (path) => {
    const below = relative(folder, path).split(sep).join('/')
    if (below === '' || below.startsWith('../')) return undefined
    const { ignored, unignored } = rules.test(path.endsWith(sep) ? `${below}/` : below)
    return ignored || unignored ? ignored : undefined
  }
}
