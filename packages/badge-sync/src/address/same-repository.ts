import { fullName } from '@frontdoor/kit/forge'
import type { Project, Repository } from '@frontdoor/kit/project'
import { decode } from '@frontdoor/kit/text/percent'
import type { Parts } from './pattern.ts'

/** The repository that the parts of an address name; undefined where they name none. */
export function repositoryIn({ owner, repo }: Parts): Pick<Repository, 'owner' | 'name'> | undefined {
  return owner === undefined || repo === undefined ? undefined : { owner: decode(owner), name: decode(repo) }
}

/** True where the parts of an address name the project's own repository. */
export function namesOwn(parts: Parts, { repository }: Pick<Project, 'repository'>): boolean {
  const named = repositoryIn(parts)
  return named !== undefined && repository !== undefined && fullName(named) === fullName(repository)
}
