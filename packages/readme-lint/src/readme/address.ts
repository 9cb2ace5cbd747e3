import { posix } from 'node:path'
import type { Project } from '@frontdoor/kit/project'
import { decode } from '@frontdoor/kit/text/percent'

/** An address that leads to something in the same repository, or on the forge around it. */
export interface RelativeAddress {
  /** Path as the forge resolves it, decoded, relative to the project's folder; may start with `../`. */
  readonly path: string
  /** The same, relative to the root of the repository; starts with `../` where it leaves the repository (`../../issues`). */
  readonly inRoot: string
  /** What follows the path, as written: `?raw=true#usage`. */
  readonly suffix: string
  /** True for `/path`, which the forge takes from the root of the repository. */
  readonly rooted: boolean
}

/**
 * Reads an address that is relative to a README; undefined for one with a scheme or a host, and for one within the page.
 * `from` is the README's path, relative to the project's folder.
 */
export function relativeAddress(url: string, from: string, project: Project): RelativeAddress | undefined {
  if (url.startsWith('#') || url.startsWith('//') || /^[a-z][a-z\d+.-]*:/i.test(url)) return undefined
  const end = /[?#]|$/.exec(url)?.index ?? 0
  const written = url.slice(0, end)
  if (written === '') return undefined
  const decoded = decode(written)
  const rooted = decoded.startsWith('/')
  const folder = project.directory
  const inRoot = posix
    .normalize(rooted ? `.${decoded}` : posix.join(folder, posix.dirname(from), decoded))
    .replace(/(?<=.)\/$/, '')
  return { path: posix.relative(folder, inRoot) || '.', inRoot, suffix: url.slice(end), rooted }
}

/** True where an address leads out of the repository, to a page of the forge: `../../issues`. */
export function leavesRepository({ inRoot }: RelativeAddress): boolean {
  return inRoot === '..' || inRoot.startsWith('../')
}

/** True for a file or folder that is there, or that lies around a package that was unpacked without its repository. */
export function mayBeThere({ path }: RelativeAddress, { files, folder, root, directory }: Project): boolean {
  const isAbove = folder === root && directory !== '' && /^\.\.(?:\/|$)/.test(path)
  return isAbove || files.kind(path) !== undefined
}
