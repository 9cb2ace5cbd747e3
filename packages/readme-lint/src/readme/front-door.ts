import type { RuleContext } from '../rule.ts'

/**
 * True for the README of a repository, and for one that a registry shows. Of examples, tests and tools deep in a repository
 * nobody expects what a project says of itself.
 */
export function isFrontDoor({ project, showings }: Pick<RuleContext, 'project' | 'showings'>): boolean {
  return project.folder === project.root || showings.some(({ host }) => host.kind === 'registry')
}
