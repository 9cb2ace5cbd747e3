import { basename, dirname, join, sep } from 'node:path'
import type { Disk } from '../files/disk.ts'

/** A README to look at, and the folder whose project it belongs to. Both are absolute paths. */
export interface Readme {
  readonly file: string
  /** The folder that it speaks for: that of its package. */
  readonly folder: string
}

/** Where a folder has a README in two formats, forges show the Markdown one (GitHub, read 2026-11). */
const markdown = /^readme\.(?:md|markdown|mdown|mkdn?)$/i
const otherwise = /^readme(?:\.(?:rst|rest|adoc|asciidoc|txt|org|textile|rdoc|pod))?$/i

/** Folders in which a forge looks for a README, too (GitHub, read 2026-11). */
const alsoIn = ['.github', 'docs']

/**
 * The READMEs of a folder: its own, in any case and format, and that in `.github/`, which a forge prefers. Where there is neither, that in
 * `docs/`, which else is the first page of the documentation.
 */
export function readmesIn(folder: string, disk: Disk): Readme[] {
  const find = (...names: string[]) => readmeIn(join(folder, ...names), disk) ?? []
  const files = [find(), find('.github')].flat()
  return (files.length > 0 ? files : [find('docs')].flat()).map((file) => ({ file, folder }))
}

/** The one README that stands in a folder itself. */
export function readmeIn(folder: string, disk: Disk): string | undefined {
  const names = [...(disk.list(folder) ?? [])].filter(([, kind]) => kind !== 'directory').map(([name]) => name)
  const name = names.find((one) => markdown.test(one)) ?? names.find((one) => otherwise.test(one))
  return name && folder + (folder.endsWith(sep) ? '' : sep) + name
}

/** A file with the folder that it speaks for: in `.github/` and `docs/` it is the one around. */
export function readmeAt(file: string): Readme {
  const folder = dirname(file)
  return { file, folder: alsoIn.includes(basename(folder)) ? dirname(folder) : folder }
}

/** True for the name of a README, in any format. */
export function isReadme(file: string): boolean {
  return markdown.test(basename(file)) || otherwise.test(basename(file))
}

/** True for a file in reStructuredText. */
export function isRst(path: string): boolean {
  return /\.rest$|\.rst$/i.test(path)
}

/** Names of formats, by the endings of their files. */
const formats: Readonly<Record<string, string>> = {
  adoc: 'AsciiDoc',
  asciidoc: 'AsciiDoc',
  org: 'Org',
  pod: 'POD',
  rdoc: 'RDoc',
  textile: 'Textile',
}

/** Name of the format of a README that cannot be read, else undefined. */
export function otherFormat(file: string): string | undefined {
  if (isRst(file)) return undefined
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase()
  if (ending !== undefined && formats[ending]) return formats[ending]
  return otherwise.test(basename(file)) ? 'plain text' : undefined
}
