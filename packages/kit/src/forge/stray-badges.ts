import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'
import { fullName, inRepository } from '../forge.ts'
import { groupBy } from '../group-by.ts'
import type { Project, Repository } from '../project.ts'
import { escapeRegExp } from '../text/escape-reg-exp.ts'
import { decode } from '../text/percent.ts'

/** A badge whose address names a repository on GitHub. */
export interface RepositoryBadge {
  readonly image: Link
  readonly url: URL
  readonly repository: Pick<Repository, 'owner' | 'name'>
}

/** Badges about one repository that is not the project's. */
export interface Stray<Badge extends RepositoryBadge> {
  /** `owner/name`, as it is written. */
  readonly about: string
  readonly badges: readonly Badge[]
  /**
   * True for what this project was called before it moved, so that the new name may be written without asking: a manifest
   * says the new one, and the old one is a name of this project, too. A fork whose manifest is its own counts as moved: what
   * it shows of its upstream on purpose, it says in words.
   */
  readonly former: boolean
}

/** Finds the badges of a README that are about another repository than the project's, in doubt none. */
export function strayBadges<Badge extends RepositoryBadge>(
  badges: readonly Badge[],
  document: MarkdownDocument,
  project: Project,
): readonly Stray<Badge>[] {
  const { repository: own, remote } = project
  if (own?.forge !== 'github') return []
  // Where the clone says the same as the badge, it is the manifest that is old.
  const ownNames = new Set([own, ...(remote ? [remote] : [])].map(fullName))
  const others = badges.filter(({ repository }) => !ownNames.has(fullName(repository)))
  if (others.length === 0 || !namesItself(own, { badges, document, project })) return []
  if (forks.test(document.text({ start: 0, end: document.source.length }))) return []
  const strangers = others.filter((badge) => isBuild(badge) || !dependsOn(badge.repository, project))
  const groups = [...groupBy(strangers, ({ repository }) => fullName(repository)).values()]
  const isProved = groups.length === 1 && isNamedHere(project)
  const former = groups
    .filter(([{ repository }]) => hasName(repository, own, project))
    .map((group) => ({ about: nameOf(group), badges: group, former: isProved }))
  const shown = badges.filter((badge) => !others.includes(badge))
  const unrelated = groups
    .filter(([{ repository }]) => !hasName(repository, own, project))
    .map((group) => group.filter((badge) => isLeftOver(badge, { own, shown, document })))
    .flatMap((group) => (isFilled(group) ? [{ about: nameOf(group), badges: group, former: false }] : []))
  // Several are a list of projects.
  return unrelated.length === 1 ? [...former, ...unrelated] : former
}

/** True for a badge of a workflow that the project has not: under the project's name it would show nothing. */
export function lacksWorkflow({ hostname, pathname }: URL, { workflows }: Project): boolean {
  const [, file] = workflowAddress.exec(hostname + pathname) ?? []
  return file !== undefined && !workflows.some((path) => path.endsWith(`/${decode(file)}`))
}

const workflowAddress =
  /^(?:github\.com\/[^/]+\/[^/]+\/actions\/workflows|img\.shields\.io\/github\/actions\/workflow\/status\/[^/]+\/[^/]+)\/([^/]+)/

type Filled<Item> = readonly [Item, ...Item[]]

function isFilled<Item>(items: readonly Item[]): items is Filled<Item> {
  return items.length > 0
}

function nameOf([{ repository }]: Filled<RepositoryBadge>): string {
  return `${repository.owner}/${repository.name}`
}

/** True for a badge that a template may have left here, and that nothing explains. */
function isLeftOver(
  badge: RepositoryBadge,
  {
    own,
    shown,
    document,
  }: { readonly own: Repository; readonly shown: readonly RepositoryBadge[]; readonly document: MarkdownDocument },
): boolean {
  const { image, repository } = badge
  if (image.end > endOfTop(document) || isTracker(badge) || isPresented(badge, document)) return false
  // Beside badges of its own, a README shows another repository of its owner on purpose, and a second badge of a kind.
  if (shown.some((one) => kindOf(one) === kindOf(badge))) return false
  return shown.length === 0 || repository.owner.toLowerCase() !== own.owner.toLowerCase()
}

/** What a README says that shows the badges of another repository on purpose. */
const forks = /\bfork(?:ed)?\s+(?:of|from)\b|\bupstream\b|\b(?:original|parent) (?:project|repo|author)/i

interface Readme {
  readonly badges: readonly RepositoryBadge[]
  readonly document: MarkdownDocument
}

/** A clone alone may be that of a fork, and says nothing against a README that never names it. */
function namesItself(own: Repository, { badges, document, project }: Readme & { readonly project: Project }): boolean {
  return (
    !(project.remote && fullName(project.remote) === fullName(own)) ||
    project.manifests.some(({ repository }) => repository) ||
    badges.some(({ repository }) => fullName(repository) === fullName(own)) ||
    document.links.some(({ url }) => inRepository(url, own))
  )
}

/** A package in a folder may have come from a repository of its own, or be mirrored to one. */
function isNamedHere({ folder, root, manifests }: Project): boolean {
  return folder === root && manifests.some(({ repository }) => repository)
}

/** True where a repository is called as this one is, or as its package. */
function hasName({ name }: RepositoryBadge['repository'], own: Repository, { manifests }: Project): boolean {
  const names = [own.name, ...manifests.flatMap((manifest) => manifest.name?.replace(/^.*[/:]/, '') ?? [])]
  return names.some((one) => one.toLowerCase() === name.toLowerCase())
}

/** True for the repository of a package that this one builds on: a plugin shows its host. */
function dependsOn({ name }: RepositoryBadge['repository'], { manifests }: Project): boolean {
  return manifests.some(({ dependencies = [] }) => dependencies.some((one) => one.toLowerCase() === name.toLowerCase()))
}

/** True for the state of a workflow, which says nothing of what builds on it. */
function isBuild({ url: { hostname, pathname } }: RepositoryBadge): boolean {
  return hostname === 'github.com' || pathname.startsWith('/github/actions/')
}

/**
 * True where the text of a badge, or of a link, names what it is about, or other badges are about a package of that name: a
 * skeleton shows its framework. A build is not shown for the sake of a name.
 */
function isPresented(badge: RepositoryBadge, { links }: MarkdownDocument): boolean {
  const { image, repository } = badge
  const { owner, name } = repository
  const bare = name.toLowerCase()
  if (!isBuild(badge) && links.some((link) => !link.image && link.text.toLowerCase() === bare)) return true
  const address = new RegExp(`(?<!/${escapeRegExp(owner)})/${escapeRegExp(name)}(?:\\.svg)?(?:[/?#]|$)`, 'i')
  return image.text.toLowerCase().includes(bare) || links.some((link) => link.image && address.test(link.url))
}

/** True for the number of issues of a repository with a name of its own, which a project has for nothing else. */
function isTracker({ url }: RepositoryBadge): boolean {
  return /\/github\/issues(?!-pr)/.test(url.pathname)
}

/** The address of a badge without the repository that it is about. */
function kindOf({ url: { hostname, pathname }, repository }: RepositoryBadge): string {
  const address = `${hostname}${pathname}`.toLowerCase().replace(/\.svg$/, '')
  return address.replace(`/${fullName(repository)}`, '/').replace('github/release/', 'github/v/release/')
}

/** Further down, a README may tell of other projects. */
function endOfTop(document: MarkdownDocument): number {
  const [first, second] = document.sections
  const isTitle =
    first && (first.depth === 1 || document.text({ start: 0, end: first.start }, { alt: false }).trim() === '')
  return (isTitle ? second : first)?.start ?? document.source.length
}
