import { relative, resolve, sep } from 'node:path'
import { decodeText } from './encoding.ts'
import { readText, type TextFile } from './files.ts'
import { type Io, UserError } from './io.ts'
import type { Project } from './project.ts'
import { folderOf, type Readme, readmesAt, readmesIn } from './readmes.ts'

/** A text to look at, with the project that it speaks for. */
export interface Subject {
  /** Path as shown to the user, with forward slashes. */
  readonly shown: string
  /** Path relative to the project's folder, with forward slashes. */
  readonly path: string
  readonly project: Project
  readonly text: string
  /** The file it was read from; absent for standard input. */
  readonly file?: TextFile
}

/** What to look for, and with what. */
export interface Search {
  /** Paths as the user gave them; `-` is standard input. */
  readonly paths: readonly string[]
  readonly io: Io
  /** Where the text on standard input belongs. */
  readonly stdinPath: string | undefined
  readonly projectOf: (folder: string) => Promise<Project>
}

/**
 * The texts to look at, in the order of their paths. Without paths: the READMEs of the working directory and of every
 * package of its workspace.
 *
 * @throws {UserError} where a path leads to nothing, or a folder has no README
 */
export async function findSubjects(search: Search): Promise<Subject[]> {
  const { paths, io } = search
  const found =
    paths.length === 0
      ? [await workspaceReadmes(search)]
      : await Promise.all(paths.map((path) => readmesFor(path, io.cwd)))
  const files = new Map(found.flat().map((readme) => [readme.file, readme]))
  const subjects = await Promise.all([...files.values()].map((readme) => open(readme, search)))
  return paths.includes('-') ? [...subjects, await standardInput(search)] : subjects
}

async function readmesFor(path: string, cwd: string): Promise<Readme[]> {
  if (path === '-') return []
  const found = await readmesAt(path, cwd)
  if (found.length === 0) throw new UserError(`${path}: no README in this folder`)
  return found
}

async function workspaceReadmes({ io, projectOf }: Search): Promise<Readme[]> {
  const { packages } = await projectOf(io.cwd)
  const folders = [io.cwd, ...packages.map((folder) => resolve(io.cwd, folder))]
  const found = (await Promise.all(folders.map(readmesIn))).flat()
  if (found.length === 0) throw new UserError('no README here: name a file or a folder, or create README.md')
  return found
}

async function open({ file, folder }: Readme, { io, projectOf }: Search): Promise<Subject> {
  const project = await projectOf(folder)
  const opened = await readText(file, project.root)
  return { shown: display(io.cwd, file), path: display(folder, file), project, text: opened.text, file: opened }
}

async function standardInput({ io, stdinPath = 'README.md', projectOf }: Search): Promise<Subject> {
  const file = resolve(io.cwd, stdinPath)
  const folder = folderOf(file)
  const text = decodeText(await io.stdin(), 'standard input')
  return { shown: display(io.cwd, file), path: display(folder, file), project: await projectOf(folder), text }
}

function display(from: string, to: string): string {
  return relative(from, to).replaceAll(sep, '/')
}
