import { type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Disk } from '../files/disk.ts'
import { relativePath } from '../files/relative-path.ts'
import { fileError } from '../files.ts'
import { type Io, UserError } from '../io.ts'
import { nearest } from '../text/nearest.ts'
import { type Readme, readmeAt, readmesIn } from './readmes.ts'
import type { Session } from './session.ts'
import { readmesBelow } from './walk.ts'

/**
 * The READMEs that paths mean, in the order of the paths, each once: a file is itself, a folder every README below it.
 * Without paths: the READMEs of the working directory and of every package of its workspace.
 *
 * @param mayBeNone true where a folder may hold no README
 * @throws {UserError} with a line for each path that leads to nothing, and what may have been meant
 */
export async function findReadmes(
  paths: readonly string[],
  io: Pick<Io, 'cwd'>,
  session: Session,
  mayBeNone = false,
): Promise<readonly Readme[]> {
  const found =
    paths.length === 0
      ? [await workspaceReadmes(io, session)]
      : await Promise.all(paths.map((path) => readmesAt(path, io, session)))
  const mistakes = found.flatMap((one, at) => {
    if (typeof one === 'string') return one
    return one.length > 0 || mayBeNone ? [] : noReadme(paths[at])
  })
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'))
  const readmes = found.flat().filter((one) => typeof one !== 'string')
  return [...new Map(readmes.map((readme) => [readme.file, readme])).values()]
}

async function workspaceReadmes({ cwd }: Pick<Io, 'cwd'>, session: Session): Promise<Readme[]> {
  const { packages } = await session.projectOf(await session.homeOf(cwd))
  return [cwd, ...packages.map((folder) => resolve(cwd, folder))].flatMap((one) => readmesIn(one, session.disk))
}

function noReadme(path: string | undefined): string {
  return path === undefined
    ? 'no README here: name a file or a folder, or create README.md'
    : `${path}: no README in this folder or below it`
}

/** Endings of what no README is written in; Markdown that is written into it would break it. */
const noText =
  /\.(?:[cm]?[jt]sx?|jsonc?|ya?ml|toml|lock|xml|css|py|rs|go|rb|php|java|sh|svg|png|jpe?g|gif|webp|pdf|zip|gz)$/i

/** The READMEs that a path means, or what is wrong with it. */
async function readmesAt(
  path: string,
  { cwd }: Pick<Io, 'cwd'>,
  { disk, homeOf }: Session,
): Promise<Readme[] | string> {
  const absolute = resolve(cwd, path)
  const stats = statsOf(absolute, path)
  if (!stats && disk.list(dirname(absolute))?.has(basename(absolute))) return `${path}: a link that leads to nothing`
  if (!stats) return `${path}: no such file or folder${meant(path, cwd, disk)}`
  if (!stats.isDirectory() && noText.test(path))
    return `${path} is no README: name a file of Markdown or reStructuredText`
  if (!stats.isDirectory()) return [readmeAt(absolute)]
  return readmesBelow(absolute, (await homeOf(absolute)).root, disk)
}

function statsOf(absolute: string, path: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false })
  } catch (error) {
    throw fileError(error, 'read', path)
  }
}

/** What may have been meant by a path, as the end of a message. */
function meant(path: string, cwd: string, disk: Disk): string {
  if (/[*?]/.test(path)) return '; name a folder instead of a pattern, and every README below it is looked at'
  const [missing, there] = firstMissing(resolve(cwd, path))
  const near = nearest(missing, disk.list(there)?.keys() ?? [])
  return near === undefined ? '' : `; did you mean ${relativePath(cwd, join(there, near))}?`
}

/** The first name on a path that is not there, and the folder in which it is not. */
function firstMissing(absolute: string): readonly [name: string, folder: string] {
  const folder = dirname(absolute)
  const name = absolute.slice(folder.length).replace(sep, '')
  return folder === absolute || statSync(folder, { throwIfNoEntry: false }) ? [name, folder] : firstMissing(folder)
}
