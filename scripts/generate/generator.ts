import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { relativePath } from '../../packages/kit/src/files/relative-path.ts'

/** A file that is made from other files. */
export interface GeneratedFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** A module in this folder: what it makes, and where nothing else may lie. */
export interface Generator {
  /** Folders that hold only generated files, relative to the repository; anything else in them is left over. */
  readonly folders: readonly string[]
  files(): Promise<readonly GeneratedFile[]>
}

/** A file that is not what its generator says: to be written, or removed where `text` is undefined. */
export interface StaleFile {
  readonly path: string
  readonly text: string | undefined
}

/** The files in `root` that the generators would change, sorted by path. */
export async function findStale(generators: readonly Generator[], root: string): Promise<readonly StaleFile[]> {
  const files = (await Promise.all(generators.map((generator) => generator.files()))).flat()
  const wanted = new Set(files.map(({ path }) => path))
  const leftOver = generators
    .flatMap(({ folders }) => folders.flatMap((folder) => listFiles(root, folder)))
    .filter((path) => !wanted.has(path))
  const stale = files.filter(({ path, text }) => readText(join(root, path)) !== text)
  return [...stale, ...leftOver.map((path) => ({ path, text: undefined }))].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * A task that writes generated files, or with `--check` only names the stale ones and ends with 1.
 *
 * @param task what mends them, as a user types it
 * @returns true where the files are now what their generators say
 */
export async function writeGenerated(generators: readonly Generator[], root: string, task: string): Promise<boolean> {
  const stale = await findStale(generators, root)
  const check = process.argv.includes('--check')
  for (const { path, text } of stale) {
    if (check) console.log(`${path} is not what its sources say. Run: ${task}`)
    else console.log(`${text === undefined ? 'Removed' : 'Wrote'} ${path}`)
  }
  if (check && stale.length > 0) {
    process.exitCode = 1
    return false
  }
  mend(stale, root)
  return true
}

/** Makes stale files what they should be. */
export function mend(stale: readonly StaleFile[], root: string): void {
  for (const { path, text } of stale) {
    const file = join(root, path)
    if (text === undefined) {
      rmSync(file)
      continue
    }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function listFiles(root: string, folder: string): readonly string[] {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relativePath(root, join(entry.parentPath, entry.name)))
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
