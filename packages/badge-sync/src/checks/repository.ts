import type { Repository } from '@frontdoor/kit/project'
import type { Finding } from '@frontdoor/markdown/finding'
import { addressEdits } from '../address-edits.ts'
import type { BadgeImage } from '../badge-images.ts'
import { type Recognised, recognise } from '../badges.ts'
import type { Check, CheckContext } from '../check.ts'
import { isOwn, packageOf } from '../own.ts'
import { fullName, repositoryIn } from '../same-repository.ts'

type Named = Pick<Repository, 'owner' | 'name'>

interface NamedBadge {
  readonly badgeImage: BadgeImage
  readonly found: Recognised
  readonly named: Named
}

export const check: Check = {
  name: 'badge/repository',
  summary: 'The badges of this project are about its repository, under the name that it has now.',
  *check(context) {
    const { images, project } = context
    const own = project.repository
    if (own?.forge !== 'github') return
    const badges = images.flatMap(asNamed)
    const others = badges.filter(({ named }) => fullName(named) !== fullName(own))
    const hasOwn = badges.length > others.length
    const former = formerName(others, own, hasOwn || isAboutAnother(context))
    if (former === undefined || former === remoteName(project) || dependsOn(former, context)) return
    if (forks.test(wholeText(context))) return
    // A remote may be a fork's, or older than the badges: where it alone speaks against all of them, an eye must judge.
    // A package in a folder may have come from a repository of its own, or be mirrored to one.
    const safe = project.folder === project.root && (hasOwn || isInManifest(own, project))
    for (const badge of others) if (fullName(badge.named) === former) yield describe(badge, { own, safe }, context)
  },
}

/** What a README says that shows the badges of another repository of this name on purpose. */
const forks = /\bfork(?:ed)?\s+(?:of|from)\b|\bupstream\b|\b(?:original|parent) (?:project|repo|author)/i

function wholeText({ document }: CheckContext): string {
  return document.text({ start: 0, end: document.source.length })
}

/** Where the clone comes from: what a badge says of it is not former, though a manifest copied from elsewhere names another. */
function remoteName({ remote }: CheckContext['project']): string | undefined {
  return remote && fullName(remote)
}

function asNamed(badgeImage: BadgeImage): NamedBadge[] {
  const found = recognise(badgeImage.url)
  const named = found && repositoryIn(found.parts)
  return found && named ? [{ badgeImage, found, named }] : []
}

/**
 * The one other name that badges have, if it can be a former one of the repository: the same name under another owner, or
 * another name under the same owner where nothing speaks for a sibling. Else they are about other repositories.
 */
function formerName(others: readonly NamedBadge[], own: Named, isSibling: boolean): string | undefined {
  const [first, second] = new Map(others.map(({ named }) => [fullName(named), named])).values()
  if (first === undefined || second !== undefined) return undefined
  const sameName = first.name.toLowerCase() === own.name.toLowerCase()
  const sameOwner = first.owner.toLowerCase() === own.owner.toLowerCase()
  return sameName || (sameOwner && !isSibling) ? fullName(first) : undefined
}

/** True where the badges of packages, too, are about another package than the one that is here: a skeleton shows its framework. */
function isAboutAnother({ images, project }: CheckContext): boolean {
  const packages = images.flatMap(({ url }) => {
    const found = recognise(url)
    return found && packageOf(found) ? [found] : []
  })
  return packages.length > 0 && !packages.some((found) => isOwn(found, project))
}

/** True for the repository of a package that this one builds on: a plugin shows its host. */
function dependsOn(former: string, { project }: CheckContext): boolean {
  const name = former.slice(former.indexOf('/') + 1)
  return project.manifests.some(({ dependencies = [] }) => dependencies.some((one) => one.toLowerCase() === name))
}

function isInManifest(own: Named, { manifests, remote }: CheckContext['project']): boolean {
  return manifests.some(({ repository }) => repository) || remote === undefined || fullName(remote) !== fullName(own)
}

function describe(
  { badgeImage, found, named }: NamedBadge,
  { own, safe }: { readonly own: Named; readonly safe: boolean },
  { document }: CheckContext,
): Finding {
  const { image, link } = badgeImage
  const address = found.replace({ owner: own.owner, repo: own.name })
  const edits = addressEdits(document, badgeImage, { image: address, link: link && renamed(link.url, named, own) })
  return {
    at: image.urlAt,
    message: `This badge is about ${named.owner}/${named.name}: the repository is ${own.owner}/${own.name}`,
    fix: { safe, edits },
  }
}

function renamed(url: string, { owner, name }: Named, own: Named): string | undefined {
  const at = url.toLowerCase().indexOf(`/${owner}/${name}`.toLowerCase())
  const end = at + `/${owner}/${name}`.length
  if (at === -1 || /^[\w.-]/.test(url.slice(end))) return undefined
  return `${url.slice(0, at)}/${own.owner}/${own.name}${url.slice(end)}`
}
