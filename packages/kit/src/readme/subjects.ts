import { lstatSync } from 'node:fs'
import { relativePath } from '../files/relative-path.ts'
import { readText, type TextFile } from '../files.ts'
import type { Io } from '../io.ts'
import { isReadme, type Readme } from './readmes.ts'
import type { Home } from './session.ts'

/** A text to look at, with the place that it speaks for. */
export interface Subject {
  /** Path as shown to the user, with forward slashes. */
  readonly shown: string
  /** Path relative to the home's folder, with forward slashes. */
  readonly path: string
  readonly home: Home
  readonly text: string
  /** The README that its file is a symbolic link to, as shown to the user; absent for a file of its own. */
  readonly linksTo?: string
  /** The file it was read from; absent where the text is from elsewhere. */
  readonly file?: TextFile
}

/** How to get at the text of a README: absent, from its file. */
export type TextOf = (readme: Readme) => Promise<string>

/**
 * Reads a README.
 *
 * @throws {UserError} where it is not there, leads out of its repository, or is no UTF-8 text
 */
export async function openSubject(io: Pick<Io, 'cwd'>, readme: Readme, { home, textOf }: Opening): Promise<Subject> {
  const { file, folder } = readme
  const place = { shown: relativePath(io.cwd, file), path: relativePath(folder, file), home }
  if (textOf) return { ...place, text: await textOf(readme) }
  const opened = await readText(file, home.root)
  const isLink = lstatSync(file).isSymbolicLink() && isReadme(opened.realPath)
  return {
    ...place,
    text: opened.text,
    file: opened,
    ...(isLink && { linksTo: relativePath(io.cwd, opened.realPath) }),
  }
}

interface Opening {
  readonly home: Home
  readonly textOf?: TextOf | undefined
}
