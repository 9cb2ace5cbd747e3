import { resolve } from 'node:path'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import type { Io } from '@frontdoor/kit/io'
import { projectFiles } from '@frontdoor/kit/project/files'
import { findChangelog } from '@frontdoor/kit/project/known-files'
import type { Package } from './model/package.ts'
import type { Setup } from './settings.ts'

/**
 * The changelog of a package, or of the repository, from the working directory. Without a setting, that of the folder itself is meant: that
 * of the repository's root is about more than the folder.
 */
export function changelogPath(
  { cwd }: Pick<Io, 'cwd'>,
  { place, settings }: Setup,
  target: Package | undefined,
): string {
  const { root, folder } = place
  const own = target && resolve(root, target.folder)
  if (settings.changelog !== undefined) return relativePath(cwd, resolve(own ?? root, settings.changelog))
  const name = findChangelog(projectFiles(own ?? folder, root), ['']) ?? 'CHANGELOG.md'
  return relativePath(cwd, resolve(own ?? folder, name))
}

/** True for a changelog that can be read and written. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path)
}
