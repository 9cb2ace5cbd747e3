import { readForgeUrl, sameRepository } from '@frontdoor/kit/forge'
import { presentRepository } from '@frontdoor/kit/forge/present-repository'
import type { Repository } from '@frontdoor/kit/project'
import { forgeHost } from '../../hosts.ts'
import { insertAtTop } from '../../insert/insert.ts'
import { linksIn, missingAt, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { isEnglish } from '../../topics/languages.ts'

export const rule: Rule = defineRule({
  name: 'top/source-link',
  summary: 'A link to the repository stands above the first section, for readers who are not on the forge.',
  why: 'A README is also the front page of the package on npm, PyPI or crates.io and of the documentation. There, it may be all that leads back to the source, and this link is the one that is almost always missing. A badge that leads to the build is not it.',
  severity: 'warning',
  rst: true,
  *check({ document, project, showings }) {
    const repository = presentRepository(document, project)
    const elsewhere = showings
      .map(({ host }) => host)
      .filter((host) => host.kind === 'registry' && !host.repositoryLink)
    if (!repository || elsewhere.length === 0) return
    const folder = project.directory
    const links = linksIn(document, topOf(document))
    if (links.some(({ url, text }) => text.trim() !== '' && isFrontPage(url, repository, folder))) return
    const forge = forgeHost(project)?.title
    // The name of the forge says it in every language.
    const label = isEnglish(document) ? 'Source code' : (forge ?? 'Git')
    const edit = insertAtTop(document, { label, url: repository.url })
    yield {
      at: missingAt(document),
      message: `No link to ${repository.url} above the first section: readers on ${elsewhere[0]?.title} have to look for the source`,
      hosts: elsewhere.map(({ name }) => name),
      ...(edit && { fix: { safe: true, edits: [edit] } }),
    }
  },
})

/** The repository, one of its branches, or the package's own folder: not a file, an issue, a build or the examples. */
function isFrontPage(url: string, repository: Repository, folder: string): boolean {
  if (bare(url) === bare(repository.url)) return true
  const found = readForgeUrl(url, { forges: { [repository.host]: repository.forge } })
  if (found?.view !== 'folder' || !sameRepository(found.repository, repository)) return false
  return found.path === '' || found.path === folder
}

/** An address as it leads to the same page over HTTP and HTTPS, cloned or looked at. */
function bare(url: string): string {
  const page = url.replace(/[?#].*$/s, '').replace(/(?:\.git)?\/*$/, '')
  return page.replace(/^https?:\/\/(?:www\.)?/i, '').toLowerCase()
}
