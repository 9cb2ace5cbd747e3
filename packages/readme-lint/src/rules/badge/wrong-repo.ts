import { lacksWorkflow, type RepositoryBadge, type Stray, strayBadges } from '@frontdoor/kit/forge/stray-badges'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { badgeRepository } from '../../badge/badge-repository.ts'
import { badgesOf, type ImageWithLink } from '../../badge/badges.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'badge/wrong-repo',
  summary: 'The badges are about this repository.',
  why: 'A README that was copied from a template, or that stayed as it was when the repository moved, shows the build and the coverage of something else. All is green, and nobody looks again.',
  severity: 'warning',
  rst: true,
  *check(context) {
    const { document, project } = context
    const badges = badgesOf(document).flatMap(asNamed)
    for (const stray of strayBadges(badges, document, project)) yield describe(stray, context)
  },
})

type NamedBadge = ImageWithLink & RepositoryBadge

function asNamed({ image, link, url }: ImageWithLink): NamedBadge[] {
  const repository = badgeRepository(url)
  return repository ? [{ image, link, url, repository }] : []
}

function describe({ about, badges, former }: Stray<NamedBadge>, { document, project }: RuleContext): Finding {
  const { manifests, repository } = project
  const [{ image }] = badges as readonly [NamedBadge]
  const own = `${repository?.owner}/${repository?.name}`
  const what = badges.length > 1 ? `${badges.length} badges are` : 'This badge is'
  const witness = manifests.find((manifest) => manifest.repository)
  const known = badges.filter(({ url }) => !lacksWorkflow(url, project))
  const edits = known.flatMap((badge) => [badge.image, badge.link].flatMap((link) => (link ? rename(link) : [])))
  return {
    at: image.urlAt,
    message: `${what} about ${about}, and ${witness ? `${witness.path} says that this` : 'the repository'} is ${own}`,
    ...(edits.length > 0 && { fix: { safe: former, edits: dedupe(edits) } }),
  }

  function rename({ urlAt }: Link): Edit[] {
    const start = document.slice(urlAt).toLowerCase().indexOf(`/${about.toLowerCase()}`) + 1
    return start === 0 ? [] : [{ start: urlAt.start + start, end: urlAt.start + start + about.length, text: own }]
  }
}

/** Several badges may have one definition as their link. */
function dedupe(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [edit.start, edit])).values()]
}
