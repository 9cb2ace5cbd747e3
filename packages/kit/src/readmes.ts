import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from './io.ts'

/** A README to look at, and the folder whose project it belongs to. */
export interface Readme {
  /** Absolute path. */
  readonly file: string
  /** Absolute path of the folder that it speaks for: that of its package. */
  readonly folder: string
}

/** Where a folder has a README in two formats, forges show the Markdown one (GitHub, read 2026-11). */
const markdown = /^readme\.(?:md|markdown|mdown|mkdn?)$/i
const otherwise = /^readme(?:\.(?:rst|adoc|asciidoc|txt|org|textile|rdoc|pod))?$/i

/** Folders in which a forge looks for a README, too (GitHub, read 2026-11). */
const alsoIn = ['.github', 'docs']

/**
 * The READMEs that a path means: a file is itself, a folder its READMEs.
 *
 * @throws {UserError} where nothing is there
 */
export async function readmesAt(path: string, cwd: string): Promise<Readme[]> {
  const absolute = resolve(cwd, path)
  const found = await stat(absolute).catch(() => undefined)
  if (!found) throw new UserError(`${path}: no such file or folder`)
  return found.isDirectory() ? readmesIn(absolute) : [{ file: absolute, folder: folderOf(absolute) }]
}

/** The READMEs of a folder: its own, in any case and format, and those in `.github/` and `docs/`. */
export async function readmesIn(folder: string): Promise<Readme[]> {
  const places = [folder, ...alsoIn.map((name) => join(folder, name))]
  const files = await Promise.all(places.map(readmeIn))
  return files.filter((file) => file !== undefined).map((file) => ({ file, folder }))
}

async function readmeIn(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder).catch(() => [])).sort()
  const name = names.find((one) => markdown.test(one)) ?? names.find((one) => otherwise.test(one))
  return name && join(folder, name)
}

/** The folder that a README speaks for: in `.github/` and `docs/` it is the one around. */
export function folderOf(file: string): string {
  const folder = dirname(file)
  return alsoIn.includes(basename(folder)) ? dirname(folder) : folder
}

/** Name of the format of a README that is not Markdown, else undefined. */
export function otherFormat(file: string): string | undefined {
  if (/\.rst$/i.test(file)) return 'reStructuredText'
  if (/\.a(?:scii)?doc$/i.test(file)) return 'AsciiDoc'
  return otherwise.test(basename(file)) ? 'plain text' : undefined
}
