import { resolve } from 'node:path'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import type { Io } from '@frontdoor/kit/io'
import { projectFiles } from '@frontdoor/kit/project/files'
import { findChangelog } from '@frontdoor/kit/project/known-files'
import type { Package } from './model/package.ts'
import type { Place } from './place.ts'

/** The changelog of the folder itself, from the working directory; that of the repository's root is about more than the folder. */
export function changelogPath({ cwd }: Pick<Io, 'cwd'>, place: Place, target: Package | undefined): string {
  const folder = target === undefined ? place.folder : resolve(place.root, target.folder)
  const name = findChangelog(projectFiles(folder, place.root), ['']) ?? 'CHANGELOG.md'
  return relativePath(cwd, resolve(folder, name))
}

/** True for a changelog that can be read and written. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path)
}
