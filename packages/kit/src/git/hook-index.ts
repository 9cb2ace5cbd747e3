import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, resolve, sep } from 'node:path'
import { git } from '../git.ts'
import type { Io } from '../io.ts'

/**
 * The index of the commit that is being made, where a hook asks: `git commit -a` and `git commit FILE` give their hooks one of their
 * own. It is ours only if it lies in this repository: the hook of another one may have started us. Undefined for the usual index.
 */
export async function indexOfHook(io: Pick<Io, 'env'>, root: string): Promise<string | undefined> {
  const given = io.env.GIT_INDEX_FILE
  if (!given) return undefined
  const index = isAbsolute(given) ? given : resolve(root, given)
  const folder = await git(io, { folder: root, command: 'rev-parse', options: ['--absolute-git-dir'] })
  return `${withoutLinks(dirname(index))}${sep}`.startsWith(withoutLinks(folder.replace(/\n$/, '')) + sep)
    ? index
    : undefined
}

function withoutLinks(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
