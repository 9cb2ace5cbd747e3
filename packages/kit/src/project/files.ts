import { relative, sep } from 'node:path'
import { type Disk, openDisk } from '../files/disk.ts'
import { isInside } from '../files.ts'
import type { ProjectFiles } from '../project.ts'

interface Entry {
  readonly absolute: string
  readonly kind: 'file' | 'directory'
}

/**
 * The files below a repository's root, by paths relative to a folder in it. Both are absolute and without symbolic links.
 * Every name on a path must be listed in its folder as written, so case matters even where the file system forgives it; a
 * symbolic link counts as what it leads to, if that is inside the root. `.git` is not there.
 */
export function projectFiles(folder: string, root: string, disk: Disk = openDisk()): ProjectFiles {
  const base = names(relative(root, folder).split(sep))
  const find = (path: string): Entry | undefined => {
    const wanted = resolveNames(base, names(path.split('/')))
    return wanted && descend(wanted, { disk, root })
  }
  return {
    kind: (path) => find(path)?.kind,
    list: (path) => {
      const found = find(path)
      if (found?.kind !== 'directory') return []
      return [...(disk.list(found.absolute)?.keys() ?? [])].filter((name) => name !== '.git')
    },
    text: (path) => {
      const found = find(path)
      return found?.kind === 'file' ? disk.text(found.absolute) : undefined
    },
  }
}

/** The names on a path, `..` among them. */
function names(parts: readonly string[]): string[] {
  return parts.filter((name) => name !== '' && name !== '.')
}

/** Names from the root down, with `..` resolved as a web address does; undefined where it leaves the root. */
function resolveNames(base: readonly string[], path: readonly string[]): string[] | undefined {
  const resolved = [...base]
  for (const name of path) {
    if (name === '..' && resolved.pop() === undefined) return undefined
    if (name !== '..') resolved.push(name)
  }
  return resolved
}

function descend(path: readonly string[], place: { readonly disk: Disk; readonly root: string }): Entry | undefined {
  let found: Entry | undefined = { absolute: place.root, kind: 'directory' }
  for (const name of path) {
    if (found?.kind !== 'directory' || name === '.git') return undefined
    found = entryIn(found.absolute, name, place)
  }
  return found
}

/** Sockets, pipes and devices are not there: reading one may never end. */
function entryIn(folder: string, name: string, { disk, root }: { disk: Disk; root: string }): Entry | undefined {
  const absolute = folder.endsWith(sep) ? folder + name : folder + sep + name
  const kind = disk.entry(folder, name)
  if (kind === 'file' || kind === 'directory') return { absolute, kind }
  const target = kind === 'link' ? disk.target(absolute) : undefined
  return target && isInside(root, target.path) ? { absolute: target.path, kind: target.kind } : undefined
}
