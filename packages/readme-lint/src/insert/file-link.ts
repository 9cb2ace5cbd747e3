import { posix } from 'node:path'
import { fileUrl, readForgeUrl, sameRepository } from '@frontdoor/kit/forge'
import { presentRepository } from '@frontdoor/kit/forge/present-repository'
import type { Finding } from '@frontdoor/markdown/finding'
import { relativeAddress } from '../readme/address.ts'
import { missingAt } from '../readme/top.ts'
import type { RuleContext } from '../rule.ts'
import { isEnglish } from '../topics/languages.ts'
import { names, sectionsAbout, type Topic } from '../topics/topics.ts'
import { addSection } from './add-section.ts'
import { joinLinks } from './insert.ts'
import { hrefOf, inMarkdown } from './link-text.ts'

/** A file of the project that its README should lead to. */
export interface KnownFile {
  /** Path relative to the project's folder. */
  readonly path: string
  readonly topic: Topic
  /** Title of a section about it, and text of a link to it. */
  readonly title: string
  /** What the finding says. */
  readonly message: string
}

/** A finding where neither a link nor a heading of the README leads to a file; its fix adds a link in the README's own style. */
export function* unlinkedFile(context: RuleContext, file: KnownFile): Generator<Finding> {
  const { document } = context
  const { path, topic, title, message } = file
  // What the root of the repository has is linked by the README there, not by that of every package.
  if (path.startsWith('../')) return
  if (sectionsAbout(topic, document).length > 0 || linksTo(context, path)) return
  if (document.links.some(({ kind, text }) => kind !== 'definition' && names(topic, text))) return
  const url = addressOf(path, context)
  const name = posix.basename(path)
  const edits =
    url &&
    (joinLinks(document, { label: title, url }) ??
      addSection(context, { title, text: `See [${name}](${inMarkdown(hrefOf(url))}).` }))
  yield { at: missingAt(document), message, ...(edits && { fix: { safe: isEnglish(document), edits } }) }
}

/** True where a link leads to a file, relatively or on the forge, whatever the branch. */
function linksTo({ document, path: readme, project }: RuleContext, path: string): boolean {
  const repository = presentRepository(document, project)
  const inRoot = posix.join(project.directory, path)
  const forges = repository && { forges: { [repository.host]: repository.forge } }
  const name = posix.basename(path).toLowerCase()
  return document.links.some(({ url }) => {
    // Most links lead elsewhere, and this tells without reading the address.
    if (!url.toLowerCase().includes(name)) return false
    const address = relativeAddress(url, readme, project)
    if (address) return address.inRoot === inRoot
    const found = repository && readForgeUrl(url, forges)
    return found && sameRepository(found.repository, repository) ? found.path === inRoot : false
  })
}

/**
 * How a README links a file: absolutely where a registry shows it, which may not have the file beside it. Undefined where nobody knows
 * what absolute address it has.
 */
export function addressOf(
  path: string,
  { document, project, path: readme, showings }: RuleContext,
): string | undefined {
  const repository = presentRepository(document, project)
  if (showings.some(({ host }) => host.kind === 'registry'))
    return repository && fileUrl(repository, 'HEAD', posix.join(project.directory, path))
  return posix.relative(posix.dirname(readme), path).split('/').map(encodeURIComponent).join('/')
}
