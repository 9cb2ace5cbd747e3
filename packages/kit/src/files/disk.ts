import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { attempt } from '../attempt.ts'
import { once } from '../cache/once.ts'

/** What stands under a name: a link is what the listing says, whatever it leads to; `other` is a socket, a pipe, a device. */
type EntryKind = 'file' | 'directory' | 'link' | 'other'

/** What is on the disk, each folder and each file asked for once. Paths are absolute, their folders without symbolic links. */
export interface Disk {
  /** What is in a folder, sorted by name; undefined where it cannot be listed. */
  list(folder: string): ReadonlyMap<string, EntryKind> | undefined
  /** What stands under a name in a folder. */
  entry(folder: string, name: string): EntryKind | undefined
  /** What a symbolic link leads to, undefined where that is neither a file nor a folder. */
  target(link: string): Target | undefined
  /** UTF-8 text of a file, undefined where it cannot be read and for one over 16 MiB. */
  text(file: string): string | undefined
}

interface Target {
  /** Without symbolic links. */
  readonly path: string
  readonly kind: 'file' | 'directory'
}

/** No manifest and no document that a person wrote is larger; what is gets treated as unreadable. */
const maxBytes = 16 * 1024 * 1024

/** Texts of more UTF-16 units are read again when asked for again: few are, and all of them would fill the memory. */
const longestKept = 64 * 1024

/** The disk of this machine, remembered from the first answer on: for one run, in which nothing changes. */
export function openDisk(): Disk {
  const list = once(readFolder)
  const texts = new Map<string, string | undefined>()
  return {
    list,
    entry: (folder, name) => list(folder)?.get(name),
    target: once(resolveLink),
    text: (file) => {
      if (texts.has(file)) return texts.get(file)
      const text = readSmall(file)
      if ((text?.length ?? 0) <= longestKept) texts.set(file, text)
      return text
    },
  }
}

function readFolder(folder: string): ReadonlyMap<string, EntryKind> | undefined {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }))
  return entries && new Map(entries.map((entry) => [entry.name, kindOf(entry)] as const).sort(byName))
}

function byName([a]: readonly [string, EntryKind], [b]: readonly [string, EntryKind]): number {
  return a < b ? -1 : 1
}

function kindOf(entry: Dirent | Stats): EntryKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'directory'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

function resolveLink(link: string): Target | undefined {
  const path = attempt(() => realpathSync.native(link))
  const kind = path && attempt(() => kindOf(statSync(path)))
  return path && (kind === 'file' || kind === 'directory') ? { path, kind } : undefined
}

function readSmall(file: string): string | undefined {
  const size = attempt(() => statSync(file).size)
  if (size === undefined || size > maxBytes) return undefined
  return attempt(() => readFileSync(file, 'utf8'))
}

/** Something that was asked of a disk, as one word: `list /a`, `text /a/b.md`. */
export type Question = string

/** A disk that tells of every question. */
export function notedDisk(disk: Disk, tell: (question: Question) => void): Disk {
  return {
    list: (folder) => {
      tell(`list ${folder}`)
      return disk.list(folder)
    },
    entry: (folder, name) => {
      tell(`entry ${join(folder, name)}`)
      return disk.entry(folder, name)
    },
    target: (link) => {
      tell(`target ${link}`)
      return disk.target(link)
    },
    text: (file) => {
      tell(`text ${file}`)
      return disk.text(file)
    },
  }
}

/** The answer to a question as one word. */
export function answerTo(disk: Disk, question: Question): string {
  const [kind, path] = [question.slice(0, question.indexOf(' ')), question.slice(question.indexOf(' ') + 1)]
  if (kind === 'list') return JSON.stringify([...(disk.list(path) ?? 'none')])
  if (kind === 'entry') return disk.entry(dirname(path), basename(path)) ?? 'none'
  if (kind === 'target') return JSON.stringify(disk.target(path) ?? 'none')
  return JSON.stringify(disk.text(path) ?? 0)
}
