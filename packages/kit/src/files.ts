import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { getSystemErrorMap } from 'node:util'
import { decodeText } from './files/encoding.ts'
import { relativePath } from './files/relative-path.ts'
import { UserError } from './io.ts'

// Files are read on the spot: a thread of its own for each small file would take longer than reading it.

/** A text file as it was read; a later write is checked against it. */
export interface TextFile {
  /** Path for messages; where none was given, relative to the root it was read under, with forward slashes, and absolute under `/`. */
  readonly name: string
  /** Absolute path of the file itself, every symbolic link followed. */
  readonly realPath: string
  /** A byte order mark stays, as the first character. */
  readonly text: string
  /** Absent for a file that is not there yet. */
  readonly attributes?: FileAttributes
}

export interface FileAttributes {
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** How many names the file has; hard links make it more than one. */
  readonly links: number
}

// No README or changelog comes near; what is larger is not text.
const largestFile = 32 * 2 ** 20

/**
 * Reads a regular file as UTF-8. Symbolic links are followed, once, and must stay inside the root.
 *
 * @param path absolute
 * @param root absolute path of the folder that nothing may leave
 * @param name path for messages
 * @throws {UserError} where there is no such file, it leads out of the root, or it is not UTF-8 text
 */
export async function readText(path: string, root: string, name: string = nameUnder(root, path)): Promise<TextFile> {
  const realPath = realPathUnder(root, path, name)
  const { bytes, attributes } = readRegularFile(realPath, name)
  return { name, realPath, text: decodeText(bytes, name), attributes }
}

/**
 * Reads a regular file as bytes, by the same rules.
 *
 * @throws {UserError} where there is no such file, or it leads out of the root
 */
export function readBytes(path: string, root: string): Uint8Array {
  return readRegularFile(realPathUnder(root, path), nameUnder(root, path)).bytes
}

/** Like `readText`, but a file that is not there is an empty one that a write will create, with its folder. */
export async function readTextOrEmpty(path: string, root: string): Promise<TextFile> {
  const name = nameUnder(root, path)
  const found = await isThere(path).catch((error) => {
    throw fileError(error, 'read', name)
  })
  if (found) return readText(path, root)
  const folder = await nearestFolder(dirname(path), root)
  return { name, realPath: join(realPathUnder(root, folder, name), relative(folder, path)), text: '' }
}

/** A folder, or the first above it that is there. */
async function nearestFolder(folder: string, root: string): Promise<string> {
  if (await isThere(folder)) return folder
  if (folder === root) throw new UserError(`there is no folder ${root}`)
  return nearestFolder(dirname(folder), root)
}

/** The same for a file that the user names, which may be anywhere; a symbolic link leads out of the working directory only if it is outside itself. */
export function readNamedOrEmpty(path: string, cwd: string): Promise<TextFile> {
  return readTextOrEmpty(path, isInside(cwd, path) ? cwd : dirname(path))
}

/** Whether a path is taken, be it by a symbolic link to nothing. Throws where it may not be known. */
export async function isThere(path: string): Promise<boolean> {
  try {
    lstatSync(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** What the system says about a file, as a message without absolute paths. */
export function fileError(error: unknown, doing: 'read' | 'write', name: string): unknown {
  if (!(error instanceof Error && 'errno' in error && 'code' in error)) return error
  if (doing === 'read' && error.code === 'ENOENT') return new UserError(`there is no file ${name}`)
  const [, reason] = getSystemErrorMap().get(Number(error.errno)) ?? ['', error.message]
  return new UserError(`cannot ${doing} ${name}: ${reason} (${error.code})`)
}

function nameUnder(root: string, path: string): string {
  // Under the root of the file system, a path is as the user knows it.
  if (dirname(root) === root) return path
  return relativePath(root, path) || '.'
}

function realPathUnder(root: string, path: string, name = nameUnder(root, path)): string {
  try {
    const realPath = realpathSync.native(path)
    // What a resolved path starts with is resolved, too; another root may still lead there.
    if (isInside(root, realPath) || isInside(realpathSync.native(root), realPath)) return realPath
    throw new UserError(`${name} leads to ${realPath}, which is outside ${root}`)
  } catch (error) {
    if (isMissing(error) && isLink(path)) throw new UserError(`${name}: a link that leads to nothing`)
    throw fileError(error, 'read', name)
  }
}

/** True for a folder itself and for all below it; both paths are absolute, and in the form of this system. */
export function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
}

function readRegularFile(path: string, name: string): { bytes: Uint8Array; attributes: FileAttributes } {
  let handle: number | undefined
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to waits forever. Windows has neither flag.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    return readHandle(handle, name)
  } catch (error) {
    throw fileError(error, 'read', name)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function readHandle(handle: number, name: string): { bytes: Uint8Array; attributes: FileAttributes } {
  const stat = fstatSync(handle)
  if (!stat.isFile()) throw new UserError(`${name} is not a regular file`)
  if (stat.size > largestFile) throw new UserError(`${name} is larger than ${largestFile / 2 ** 20} MiB`)
  const attributes = { mode: stat.mode, uid: stat.uid, gid: stat.gid, links: stat.nlink }
  return { bytes: readFileSync(handle), attributes }
}
