import { lacksWorkflow, type RepositoryBadge, strayBadges } from '@frontdoor/kit/forge/stray-badges'
import type { Repository } from '@frontdoor/kit/project'
import type { Finding } from '@frontdoor/markdown/finding'
import { addressEdits } from '../address/edits.ts'
import { repositoryIn } from '../address/own.ts'
import type { BadgeImage } from '../badge-images.ts'
import { type Recognised, recognise } from '../badges.ts'
import type { Check, CheckContext } from '../check.ts'
import { mainWorkflow, workflowsOf } from '../workflows.ts'

interface NamedBadge extends RepositoryBadge {
  readonly badgeImage: BadgeImage
  readonly found: Recognised
}

export const check: Check = {
  name: 'badge/repository',
  summary: 'The badges of this project are about its repository, under the name that it has now.',
  *check(context) {
    const { images, document, project } = context
    const own = project.repository
    if (!own) return
    for (const { badges, former } of strayBadges(images.flatMap(asNamed), document, project)) {
      for (const badge of badges) yield describe(badge, { own, safe: former }, context)
    }
  },
}

function asNamed(badgeImage: BadgeImage): NamedBadge[] {
  const found = recognise(badgeImage.url)
  const repository = found && repositoryIn(found.parts)
  return found && repository ? [{ badgeImage, found, repository, url: badgeImage.url, image: badgeImage.image }] : []
}

function describe(
  { badgeImage, found, repository: named }: NamedBadge,
  { own, safe }: { readonly own: Repository; readonly safe: boolean },
  { document, project }: CheckContext,
): Finding {
  const { image, link, url } = badgeImage
  const message = `This badge is about ${named.owner}/${named.name}: the repository is ${own.owner}/${own.name}`
  // Where one of its own is the main one, `badge/workflow` goes on from there.
  if (lacksWorkflow(url, project) && !mainWorkflow(workflowsOf(project)))
    return { at: image.urlAt, message: `${message}, which has no such workflow` }
  const address = found.replace({ owner: own.owner, repo: own.name })
  const edits = addressEdits(document, badgeImage, { image: address, link: link && renamed(link.url, named, own) })
  return { at: image.urlAt, message, fix: { safe, edits } }
}

function renamed(url: string, { owner, name }: RepositoryBadge['repository'], own: Repository): string | undefined {
  const at = url.toLowerCase().indexOf(`/${owner}/${name}`.toLowerCase())
  const end = at + `/${owner}/${name}`.length
  if (at === -1 || /^[\w.-]/.test(url.slice(end))) return undefined
  return `${url.slice(0, at)}/${own.owner}/${own.name}${url.slice(end)}`
}
