import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from '@frontdoor/kit/files'

/** A text file of the project. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string
  readonly name: string
  readonly text: string
}

/** What stands beside fragments: settings, templates, scripts. The kind of a fragment may be its ending: `12.security`. */
const noFragment =
  /^(?:\.|_|(?:README|config|template)(?:\.|$))|\.(?:json|toml|ini|cfg|py|[cm]?[jt]s|sh|j2|jinja|html|lock|keep|license)$|^[^.]*$/i

/**
 * The fragments right in a folder, sorted by name; none where there is no such folder.
 *
 * @param given the folder, or those of its files that end alike: `.changelog/*.txt`
 * @throws {UserError} where one of them leads out of the root, or is no text
 */
export async function filesIn(root: string, given: string): Promise<SourceFile[]> {
  const [, folder = given, ending = ''] = /^(.+)\/\*(\.\w+)$/.exec(given) ?? []
  const names = entriesOf(join(root, folder))
    .filter((entry) => !entry.isDirectory() && !noFragment.test(entry.name) && entry.name.endsWith(ending))
    .map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (name) => ({
      path: `${folder}/${name}`,
      name,
      text: (await readText(join(root, folder, name), root)).text,
    })),
  )
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
