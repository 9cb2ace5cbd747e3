import { constants, fsync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type FileAttributes, fileError, isThere, type TextFile } from '../files.ts'
import { UserError } from '../io.ts'

/** A file and the text it is to have. */
export interface Write {
  readonly file: TextFile
  readonly text: string
}

/** What became of a write. */
export interface Written {
  /** False where the text was the same already, and the file was not touched. */
  readonly changed: boolean
  /** Something the user should know, as one line. */
  readonly warning?: string
}

// Windows has no such flag.
const noFollow = constants.O_NOFOLLOW ?? 0

interface Staged extends Write {
  /** Absolute path of the finished new file, beside the old one. */
  readonly temporary: string
}

/**
 * Replaces the text of a file as a whole: after a crash at any point it is the old or the new one. Mode, owner and symbolic
 * links stay; extended attributes do not.
 *
 * @throws {UserError} where the file cannot be written, or is no longer what was read; the file is as it was
 */
export async function writeText(file: TextFile, text: string): Promise<Written> {
  const [written] = await writeTexts([{ file, text }])
  return written as Written
}

/** Like `writeText` for files that belong together: none is replaced before all new ones are on the disk. */
export async function writeTexts(writes: readonly Write[]): Promise<readonly Written[]> {
  const staged: Staged[] = []
  try {
    for (const write of writes.filter(isChange)) {
      await checkUnchanged(write.file)
      staged.push({ ...write, temporary: await stage(write) })
    }
    for (const { file } of staged) await checkUnchanged(file)
    for (const { file, temporary } of staged) await replace(file, temporary)
  } catch (error) {
    for (const { temporary } of staged) await unlink(temporary).catch(() => {})
    throw error
  }
  return writes.map((write) => (isChange(write) ? { changed: true, ...warningOf(write.file) } : { changed: false }))
}

function isChange({ file, text }: Write): boolean {
  return text !== file.text
}

function warningOf({ name, attributes }: TextFile): { warning?: string } {
  if (attributes === undefined || attributes.links < 2) return {}
  return { warning: `${name} had ${attributes.links} hard links; the other names keep the old text` }
}

async function stage({ file, text }: Write): Promise<string> {
  const temporary = join(dirname(file.realPath), `.frontdoor-${await randomName()}.tmp`)
  try {
    if (file.attributes) await checkWritable(file.realPath)
    else await mkdir(dirname(file.realPath), { recursive: true })
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow
    const handle = await open(temporary, flags, (file.attributes?.mode ?? 0o666) & 0o777)
    await fill(handle, { file, text }).finally(() => handle.close())
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw fileError(error, 'write', file.name)
  }
  await removeLeftovers(temporary)
  return temporary
}

// A rename asks only the folder for leave; a file that its owner made read-only is not ours to replace.
async function checkWritable(path: string): Promise<void> {
  const handle = await open(path, constants.O_WRONLY | noFollow)
  await handle.close()
}

async function fill(handle: FileHandle, { file, text }: Write): Promise<void> {
  await handle.writeFile(text)
  if (file.attributes) await keepAttributes(handle, file.attributes)
  await toDisk(handle)
}

async function keepAttributes(handle: FileHandle, { mode, uid, gid }: FileAttributes): Promise<void> {
  const now = await handle.stat()
  // Some file systems know one owner and one mode, and refuse to set even those.
  if (now.uid === uid && now.gid === gid && now.mode === mode) return
  // Only root may give a file away; for others the mode is what can be kept.
  await handle.chown(uid, gid).catch(() => {})
  await handle.chmod(mode & 0o7777)
}

async function checkUnchanged(file: TextFile): Promise<void> {
  const isSame = file.attributes
    ? (await readIfThere(file.realPath))?.equals(Buffer.from(file.text))
    : !(await isThere(file.realPath))
  if (!isSame) throw new UserError(`${file.name} was changed by something else meanwhile; run again`)
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path, { flag: constants.O_RDONLY | noFollow }).catch(() => undefined)
}

async function replace(file: TextFile, temporary: string): Promise<void> {
  try {
    await rename(temporary, file.realPath)
  } catch (error) {
    throw fileError(error, 'write', file.name)
  }
  // Until the folder is on the disk, a power cut may bring the old file back. Windows cannot open a folder.
  const folder = await open(dirname(file.realPath), constants.O_RDONLY).catch(() => undefined)
  if (!folder) return
  await toDisk(folder).catch(() => {})
  await folder.close()
}

/** By its number: in a project of Yarn's Plug'n'Play, a handle is one of Yarn's own, which has no `sync`. */
function toDisk({ fd }: FileHandle): Promise<void> {
  return promisify(fsync)(fd)
}

// A run that was killed leaves its temporary file behind. Both times are the file system's, so no clock is asked.
const leftoverAge = 10 * 60 * 1000

async function removeLeftovers(ours: string): Promise<void> {
  const folder = dirname(ours)
  const names = await readdir(folder).catch(() => [])
  const { mtimeMs } = await stat(ours)
  for (const name of names.filter((one) => /^\.frontdoor-[0-9a-f]{16}\.tmp$/.test(one))) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found && mtimeMs - found.mtimeMs > leftoverAge) await unlink(join(folder, name)).catch(() => {})
  }
}

/** `node:crypto` takes longer to load than most runs that write nothing take altogether. */
async function randomName(): Promise<string> {
  const { randomBytes } = await import('node:crypto')
  return randomBytes(8).toString('hex')
}
