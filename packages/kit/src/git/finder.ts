import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { once } from '../cache/once.ts'
import type { Disk } from '../files/disk.ts'
import type { Io } from '../io.ts'
import { type GitFacts, gitFacts } from './facts.ts'

/** The facts of the repository that a folder stands in. The folder is absolute, without symbolic links. */
export type FindGit = (folder: string) => Promise<GitFacts | undefined>

/** Like `gitFacts`, but the folders of one repository share one reading. */
export function gitFinder(io: Pick<Io, 'env'>, disk: Disk): FindGit {
  // What may stop git on its way up is not for us to know.
  const knowsNoBounds = !(io.env.GIT_CEILING_DIRECTORIES || io.env.GIT_DISCOVERY_ACROSS_FILESYSTEM)
  const device = once((folder: string) => statSync(folder).dev)
  const find: FindGit = once((folder: string) =>
    knowsNoBounds && isPlain(folder, disk) && device(folder) === device(dirname(folder))
      ? find(dirname(folder))
      : gitFacts(io, folder),
  )
  return find
}

/** True where no repository, not even a bare one, starts, so that git passes by on its way up. It stops at another file system. */
function isPlain(folder: string, disk: Disk): boolean {
  const names = disk.list(folder)
  return !(names === undefined || names.has('.git') || names.has('HEAD') || dirname(folder) === folder)
}
