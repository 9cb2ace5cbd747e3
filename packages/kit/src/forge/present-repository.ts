import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { inRepository, sameRepository } from '../forge.ts'
import type { Project, Repository } from '../project.ts'

/**
 * The repository that a README speaks for. A manifest that was copied from a template, or is older than a move, names another
 * one: where the README and the clone agree against it, they are right. A fork's README still names its upstream.
 */
export function presentRepository(
  { links }: Pick<MarkdownDocument, 'links'>,
  { repository, remote }: Pick<Project, 'repository' | 'remote'>,
): Repository | undefined {
  if (!repository || !remote || sameRepository(repository, remote)) return repository
  const names = (one: Repository) => links.some(({ url, image }) => !image && inRepository(url, one))
  return names(remote) && !names(repository) ? remote : repository
}
