import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readText } from '@frontdoor/kit/files'

/** A text file of the project. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string
  readonly name: string
  readonly text: string
}

/**
 * The files right in a folder, sorted by name; none where there is no such folder.
 *
 * @throws {UserError} where one of them leads out of the root, or is no text
 */
export async function filesIn(root: string, folder: string): Promise<SourceFile[]> {
  const names = (await readdir(join(root, folder)).catch(() => [])).filter((name) => !name.startsWith('.')).sort()
  return Promise.all(
    names
      .filter(
        (name) =>
          /\.(?:md|markdown|rst|txt|adoc|feature|bugfix|misc|doc|removal|[a-z]+)$/i.test(name) &&
          !/^(?:README|config|pre|template|_template)\b/i.test(name),
      )
      .map(async (name) => ({
        path: `${folder}/${name}`,
        name,
        text: (await readText(join(root, folder, name), root)).text,
      })),
  )
}
