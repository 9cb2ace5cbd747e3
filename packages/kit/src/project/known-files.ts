import { basename, dirname } from 'node:path/posix'
import type { Community, ProjectFiles } from '../project.ts'

/** The folder of a package and the root of its repository, as paths relative to the project's folder; the nearest first. */
export type Places = readonly string[]

/** The changelog of the folder, else of the repository's root, and Markdown beside a `ChangeLog` of old. A folder of that name is none. */
export function findChangelog(files: ProjectFiles, places: Places): string | undefined {
  const folders = places.flatMap((place) => [place, join(place, 'docs')])
  const names = [/^change[-_]?log$/i, /^changes$/i, /^history$/i, /^news$/i, /^release[-_]?notes$/i, /^releases$/i]
  const isOne = (path: string) =>
    !/^(?:history|news|releases)$/i.test(stem(basename(path))) || listsReleases(files.text(path))
  const found = firstNamed(files, folders, names, isOne)
  if (found === undefined || basename(found).includes('.')) return found
  const folder = dirname(found).replace(/^\.$/, '')
  return firstNamed(files, [folder], names, (path) => /\.(?:md|markdown)$/i.test(path) && isOne(path)) ?? found
}

/** How a project came to be, or how it is released, is told in prose: no line of a few words has a version or a date. */
function listsReleases(text = ''): boolean {
  return text.trim() === '' || /^.{0,60}(?:\d[.-]\d|unreleased).{0,60}$/im.test(text)
}

/** Community files of the folder, else of the root, where GitHub looks for them: .github, the folder itself, docs. */
export function findCommunity(files: ProjectFiles, places: Places): Community {
  const folders = places.flatMap((place) => [join(place, '.github'), place, join(place, 'docs')])
  const found = Object.entries(communityNames).flatMap(([key, name]) => {
    const path = firstNamed(files, folders, [name])
    return path === undefined ? [] : [[key, path]]
  })
  return Object.fromEntries(found)
}

const communityNames: Readonly<Record<keyof Community, RegExp>> = {
  contributing: /^contributing$/i,
  codeOfConduct: /^code[-_]of[-_]conduct$/i,
  security: /^security$/i,
  support: /^support$/i,
  governance: /^governance$/i,
}

/** Workflow files of GitHub Actions in the repository, relative to its root, which is a path from the project's folder. */
export function findWorkflows(files: ProjectFiles, root: string): readonly string[] {
  const folder = '.github/workflows'
  return files
    .list(join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name) && files.kind(join(root, `${folder}/${name}`)) === 'file')
    .map((name) => `${folder}/${name}`)
}

/** The first text file with one of the names, the nearest folder and then the best name first. */
function firstNamed(
  files: ProjectFiles,
  folders: readonly string[],
  names: readonly RegExp[],
  isOne: (path: string) => boolean = () => true,
): string | undefined {
  for (const folder of folders) {
    for (const name of names) {
      const path = filesNamed(files, folder, name).find(isOne)
      if (path !== undefined) return path
    }
  }
  return undefined
}

/** Paths of the text files in a folder whose name without its extension matches, Markdown first. */
export function filesNamed(files: ProjectFiles, folder: string, name: RegExp): string[] {
  return files
    .list(folder)
    .filter((file) => name.test(stem(file)))
    .toSorted((one, other) => extensionRank(one) - extensionRank(other))
    .map((file) => join(folder, file))
    .filter((path) => files.kind(path) === 'file')
}

const extensions: readonly string[] = ['.md', '.markdown', '.rst', '.adoc', '', '.txt', '.org']

function stem(file: string): string {
  return file.replace(/\.(?:md|markdown|rst|adoc|txt|org)$/i, '')
}

function extensionRank(file: string): number {
  return extensions.indexOf(file.slice(stem(file).length).toLowerCase())
}

/** A path below a folder of the project, which may be the folder itself. */
export function join(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}
