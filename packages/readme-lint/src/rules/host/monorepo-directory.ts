import { posix } from 'node:path'
import { parseRepository, sameRepository } from '@frontdoor/kit/forge'
import type { Project, Repository } from '@frontdoor/kit/project'
import { defineRule, type Rule } from '../../rule.ts'
import { relativeUses } from '../../shown/relative.ts'

export const rule: Rule = defineRule({
  name: 'host/monorepo-directory',
  summary: 'A package in a folder of its repository says which folder, where its README has relative links or images.',
  why: 'npm takes relative links to the root of the repository unless `repository.directory` in package.json names the folder of the package. Every link then leads to a page that does not exist.',
  severity: 'warning',
  *check(context) {
    const npm = context.showings.find(({ host }) => host.name === 'npm')
    const folder = context.project.directory
    const repository = npm?.manifest?.repository
    if (!npm || folder === '' || !repository || repository.directory !== undefined) return
    if (isAnother(repository, context.project)) return
    const [first] = (['link', 'image'] as const)
      .flatMap((kind) => relativeUses(context, kind))
      .filter(({ address }) => !address.rooted)
    if (!first) return
    yield {
      at: first.link.urlAt,
      message: `npm looks for this at the root of the repository: add "directory": "${folder}" to "repository" in ${npm.manifest?.path}`,
      hosts: ['npm'],
    }
  },
})

/** True for a project of its own that only lies in this repository, such as an example: the root names another one. */
function isAnother(repository: Repository, project: Project): boolean {
  const up = posix.relative(project.directory, '')
  const named = /"repository"\s*:\s*(?:\{[^{}]*"url"\s*:\s*)?"([^"]+)"/.exec(
    project.files.text(`${up}/package.json`) ?? '',
  )?.[1]
  const root = named === undefined ? undefined : parseRepository(named, { shorthand: true })
  return root !== undefined && !sameRepository(root, repository)
}
