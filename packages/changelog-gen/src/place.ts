import { realpathSync } from 'node:fs'
import { parseRepository } from '@frontdoor/kit/forge'
import { gitFacts } from '@frontdoor/kit/git/facts'
import { type Io, UserError } from '@frontdoor/kit/io'
import { readManifests } from '@frontdoor/kit/manifests/readers'
import type { Manifest, ProjectFiles, Repository } from '@frontdoor/kit/project'
import { projectFiles } from '@frontdoor/kit/project/files'

/** The little of a project that a changelog needs; all that `loadProject` reads takes longer than the history since a release. */
export interface Place {
  /** Absolute, without symbolic links. */
  readonly folder: string
  /** Root of the repository, which is `folder` or above it. */
  readonly root: string
  readonly manifests: readonly Manifest[]
  readonly repository: Repository | undefined
}

/**
 * Where a command is called.
 *
 * @throws {UserError} outside of a repository
 */
export async function findPlace(io: Pick<Io, 'cwd' | 'env'>): Promise<Place> {
  const folder = realpathSync.native(io.cwd)
  const facts = await gitFacts(io, folder)
  if (!facts) throw new UserError(`${io.cwd} is in no git work tree, and without a history there are no changes`)
  const files = withoutMembers(projectFiles(folder, facts.root))
  const { manifests } = await readManifests(files, '')
  const named = manifests.find(({ repository }) => repository !== undefined)?.repository
  return { folder, root: facts.root, manifests, repository: named ?? parseRepository(facts.remote ?? '') }
}

/** Who asks for the packages of a workspace reads them; all others need not load a parser for the list of them. */
function withoutMembers(files: ProjectFiles): ProjectFiles {
  return { ...files, kind: (path) => (path.endsWith('pnpm-workspace.yaml') ? undefined : files.kind(path)) }
}
