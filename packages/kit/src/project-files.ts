import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { ProjectFiles } from './project.ts'

type Kind = 'file' | 'directory'

interface Entry {
  readonly absolute: string
  readonly kind: Kind
}

/** No manifest and no document that a person wrote is larger; what is gets treated as unreadable. */
const maxBytes = 16 * 1024 * 1024

/**
 * The files below a repository's root, by paths relative to a folder in it. Both are absolute and without symbolic links.
 * Every name on a path must be listed in its folder as written, so case matters even where the file system forgives it; a
 * symbolic link counts as what it leads to, if that is inside the root. `.git` is not there. Listings are read once.
 */
export function projectFiles(folder: string, root: string): ProjectFiles {
  const listings = new Map<string, ReadonlyMap<string, Dirent>>()
  const listing = (absolute: string): ReadonlyMap<string, Dirent> => {
    const known = listings.get(absolute)
    if (known) return known
    const names = readFolder(absolute)
    listings.set(absolute, names)
    return names
  }
  const base = relative(root, folder).split(sep)
  const find = (path: string): Entry | undefined => {
    let found: Entry | undefined = { absolute: root, kind: 'directory' }
    for (const name of normalize([...base, ...path.split('/')]) ?? [undefined]) {
      const entry: Dirent | undefined =
        found?.kind === 'directory' && name ? listing(found.absolute).get(name) : undefined
      found = found && entry && entryAt(join(found.absolute, entry.name), entry, root)
    }
    return found
  }
  return {
    kind: (path) => find(path)?.kind,
    list: (path) => {
      const found = find(path)
      return found?.kind === 'directory' ? [...listing(found.absolute).keys()] : []
    },
    text: (path) => {
      const found = find(path)
      return found?.kind === 'file' ? readText(found.absolute) : undefined
    },
  }
}

/** Names from the root down, with `..` resolved as a web address does; undefined where it leaves the root. */
function normalize(names: readonly string[]): string[] | undefined {
  const path: string[] = []
  for (const name of names) {
    if (name === '..' && path.pop() === undefined) return undefined
    if (name !== '' && name !== '.' && name !== '..') path.push(name)
  }
  return path
}

function readFolder(absolute: string): ReadonlyMap<string, Dirent> {
  const entries = attempt(() => readdirSync(absolute, { withFileTypes: true })) ?? []
  const visible = entries.filter(({ name }) => name !== '.git')
  return new Map(visible.map((entry) => [entry.name, entry] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function entryAt(absolute: string, entry: Dirent, root: string): Entry | undefined {
  if (!entry.isSymbolicLink()) return asEntry(absolute, entry)
  const target = attempt(() => realpathSync.native(absolute))
  if (target === undefined || (target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep)))
    return undefined
  return asEntry(
    target,
    attempt(() => statSync(target)),
  )
}

/** Sockets, pipes and devices are not there: reading one may never end. */
function asEntry(absolute: string, stats: Stats | Dirent | undefined): Entry | undefined {
  if (stats?.isDirectory()) return { absolute, kind: 'directory' }
  return stats?.isFile() ? { absolute, kind: 'file' } : undefined
}

function readText(absolute: string): string | undefined {
  const size = attempt(() => statSync(absolute).size)
  if (size === undefined || size > maxBytes) return undefined
  return attempt(() => readFileSync(absolute, 'utf8'))
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
