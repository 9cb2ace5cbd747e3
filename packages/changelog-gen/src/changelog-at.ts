import { resolve } from 'node:path'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { runGit } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'

/**
 * A changelog as a commit has it; undefined where it has none.
 *
 * @param changelog its path from the working directory, and the root of the repository
 */
export async function changelogAt(
  io: Pick<Io, 'env' | 'cwd'>,
  changelog: { readonly root: string; readonly path: string },
  commit: string,
): Promise<string | undefined> {
  const { root, path } = changelog
  const revisions = [`${commit}:${relativePath(root, resolve(io.cwd, path))}`]
  const { code, stdout } = await runGit(io, { folder: root, command: 'cat-file', options: ['blob'], revisions })
  return code === 0 ? stdout : undefined
}
