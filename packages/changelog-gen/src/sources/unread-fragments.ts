import { join } from 'node:path'
import { basename } from 'node:path/posix'
import type { Settings } from '../settings.ts'
import { usualFragments } from '../settings-schema.ts'
import { isKnownNews } from './fragments.ts'
import { entriesIn, isReno, namedFiles } from './source-files.ts'

/**
 * Folders that look as if they held fragments and that nobody has named: entries that are lost, if nobody is told. Who has chosen the
 * folders is not asked again.
 */
export function unreadFragments(
  root: string,
  { sources, fragments }: Pick<Settings, 'sources' | 'fragments'>,
): string[] {
  if (!sources.includes('fragments') || fragments.join() !== usualFragments.join()) return []
  const tops = foldersIn(root, '').filter((path) => aboutChanges.test(path))
  const docs = ['doc', 'docs']
    .flatMap((path) => foldersIn(root, path))
    .filter((path) => aboutChanges.test(basename(path)))
  const candidates = [...tops, ...docs].flatMap((path) => [path, ...foldersIn(root, path)])
  const read = new Map(fragments.map(namedFiles).map(({ folder, deep }) => [folder, deep]))
  return candidates.flatMap((path) => {
    if (!read.has(path)) return holdsFragments(root, path) ? [path] : []
    // Kong sorts the fragments of its packages into folders of their own.
    return read.get(path) || !onlyFragments.test(basename(path)) ? [] : foldersWithFiles(root, path)
  })
}

const aboutChanges = /^\.?(?:change|news|release|whats?new)/i
/** Folders that hold nothing else. */
const onlyFragments = /unreleased|fragments$|\.d$/i
/** What stands beside them. */
const others = /^(?:[._]|(?:README|config|template)\b)/i

function holdsFragments(root: string, path: string): boolean {
  const names = entriesIn(join(root, path)).flatMap((entry) =>
    entry.isDirectory() || others.test(entry.name) ? [] : [entry.name],
  )
  if (onlyFragments.test(basename(path))) return names.length > 0 || foldersWithFiles(root, path).length > 0
  const known = names.filter((name) => isReno(name) || isKnownNews(name))
  // People add kinds of their own.
  return known.length > 0 && known.length * 2 >= names.length
}

function foldersWithFiles(root: string, path: string): string[] {
  return foldersIn(root, path).filter((one) =>
    entriesIn(join(root, one)).some((entry) => !entry.isDirectory() && !others.test(entry.name)),
  )
}

function foldersIn(root: string, path: string): string[] {
  return entriesIn(join(root, path)).flatMap((entry) =>
    entry.isDirectory() ? [path === '' ? entry.name : `${path}/${entry.name}`] : [],
  )
}
