import { type Dirent, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { attempt } from '@frontdoor/kit/attempt'
import { readText } from '@frontdoor/kit/files'
import { relativePath } from '@frontdoor/kit/files/relative-path'

/** A text file of the project. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string
  readonly name: string
  readonly text: string
}

/** Paths of the files in a folder that each release has from which some range goes on. */
export type ToldIn = (folder: string) => Promise<Pick<ReadonlySet<string>, 'has'>>

/** What stands beside fragments: settings, templates. */
const besides = /^(?:\.|_|(?:README|config|template)(?:\.|$))/i
/** And what is no text to be read, where no ending is asked for. The kind of a fragment may be its ending: `12.security`; calens asks for none. */
const others =
  /\.(?:json|toml|ini|cfg|py|[cm]?[jt]s|sh|j2|jinja|tmpl|html|lock|keep|license)$|^(?!(?:issue|pull)-\d+)[^.]*$/i

/** True for a note of reno, which stays when a release has told of it: `releasenotes/notes/words-0123456789abcdef.yaml`. */
export function isReno(path: string): boolean {
  return /-[\da-f]{16}\.ya?ml$/.test(path)
}

/**
 * The fragments right in a folder, sorted by path; none where there is no such folder.
 *
 * @param given the folder, or those of its files that end alike: `.changelog/*.txt`, in its folders, too: `common/changes/**\/*.json`
 * @param toldIn gives the files of a folder that need not be read where they stay
 * @throws {UserError} where one of them leads out of the root, or is no text
 */
export async function filesIn(root: string, given: string, toldIn?: ToldIn): Promise<SourceFile[]> {
  const { folder, deep, ending } = namedFiles(given)
  const isMeant = (name: string) =>
    !besides.test(name) && (ending === undefined ? !others.test(name) : name.endsWith(ending))
  const paths = entriesIn(join(root, folder), deep)
    .filter((entry) => !entry.isDirectory() && isMeant(entry.name))
    .map(({ parentPath, name }) => relativePath(root, join(parentPath, name)))
  // There may be thousands, all but a few of which some release has told of.
  const old = paths.some(isReno) ? await toldIn?.(folder) : undefined
  const wanted = old ? paths.filter((path) => !isReno(path) || !old.has(path)) : paths
  return Promise.all(
    wanted.sort().map(async (path) => ({
      path,
      name: posix.basename(path),
      text: (await readText(join(root, path), root)).text,
    })),
  )
}

/** What an entry of the setting `fragments` names: a folder, and of its files those of one ending, be they deep in it. */
export function namedFiles(given: string): { folder: string; deep: boolean; ending: string | undefined } {
  const [, folder = given, deep, ending] = /^(.+?)(\/\*\*)?\/\*(\.\w+)$/.exec(given) ?? []
  return { folder, deep: deep !== undefined, ending }
}

/** What lies in a folder; nothing in one that is not there. */
export function entriesIn(folder: string, recursive = false): readonly Dirent[] {
  return attempt(() => readdirSync(folder, { withFileTypes: true, recursive })) ?? []
}
