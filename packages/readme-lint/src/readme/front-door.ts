import type { RuleContext } from '../rule.ts'
import { names } from '../topics/topics.ts'

/**
 * True for the README of a repository, and for one that a registry shows. Of examples, tests and tools deep in a repository
 * nobody expects what a project says of itself, nor of a signpost.
 */
export function isFrontDoor(context: Pick<RuleContext, 'document' | 'project' | 'showings'>): boolean {
  const { project, showings } = context
  const isShown = project.folder === project.root || showings.some(({ host }) => host.kind === 'registry')
  return isShown && !isSignpost(context)
}

/** So many words say what something is and where to read on, and no more. */
const few = 25

/** True for a package of a repository that has a title, a few words and the way to where all else is said: its documentation, its site or its repository. */
export function isSignpost({ document, project }: Pick<RuleContext, 'document' | 'project'>): boolean {
  const { sections, links, source } = document
  if (project.folder === project.root || sections.length > 1 || source.length > 1000) return false
  const words = document.text({ start: 0, end: source.length }, { alt: false }).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length <= few && (leadsToDocs(document) || links.some(({ image, url }) => !image && isOwn(url, project)))
}

/** True where a link leads to documentation, as it or its address says. */
export function leadsToDocs({ links }: Pick<RuleContext['document'], 'links'>): boolean {
  return links.some(({ image, text, url }) => !image && names('documentation', `${text} ${url}`))
}

/** True for a page of the project, be it one that its repository makes. */
function isOwn(url: string, { documentation, homepage, repository }: RuleContext['project']): boolean {
  const pages = repository && [repository.url, `https://${repository.owner}.github.io/${repository.name}`]
  const own = [documentation, homepage, ...(pages ?? [])].flatMap((one) => (one ? [plain(one)] : []))
  return own.some((page) => plain(url) === page || plain(url).startsWith(`${page}/`))
}

function plain(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]+$/, '')
}
