import type { Edit } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { badgeRepository } from '../../badge/badge-repository.ts'
import { type Badge, badgesOf } from '../../badge/badges.ts'
import { topOf } from '../../readme/top.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'badge/wrong-repo',
  summary: 'The badges at the top are about this repository.',
  why: 'A README that was copied from a template, or that stayed as it was when the repository moved, shows the build and the coverage of something else. All is green, and nobody looks again.',
  severity: 'warning',
  rst: true,
  *check(context) {
    const { document, project } = context
    // A clone of a fork knows only the fork: what the README should speak of is what a manifest says.
    const own = project.manifests.find(({ repository }) => repository)?.repository
    if (own?.host !== 'github.com') return
    // Where the clone says the same as the badge, it is the manifest that is old.
    const names = [own, project.remote].flatMap((one) => (one ? `${one.owner}/${one.name}`.toLowerCase() : []))
    const { end } = topOf(document)
    const top = badgesOf(document).filter(({ image }) => image.end <= end)
    const kinds = top.flatMap(({ url }) => kindOf(url, names) ?? [])
    const groups = new Map<string, Badge[]>()
    for (const badge of top) {
      const about = badgeRepository(badge.url)
      if (!about || names.includes(about.toLowerCase()) || isTracker(badge.url, about, names)) continue
      // A second badge of the kind that this repository has already is about another one on purpose.
      const kind = kindOf(badge.url, [about])
      if (kind !== undefined && kinds.includes(kind)) continue
      groups.set(about, [...(groups.get(about) ?? []), badge])
    }
    for (const [about, badges] of groups) yield describe(about, badges, context)
  },
})

/** True for the number of issues of a repository with a name of its own, which a project has for nothing else. */
function isTracker({ pathname }: URL, about: string, names: readonly string[]): boolean {
  const [, name = ''] = about.toLowerCase().split('/')
  return /\/github\/issues(?!-pr)/.test(pathname) && !names.some((own) => own.endsWith(`/${name}`))
}

/** The address of a badge without the repository that it is about, if it is one of some. */
function kindOf({ hostname, pathname }: URL, names: readonly string[]): string | undefined {
  const address = `${hostname}${pathname}`.toLowerCase().replace(/\.svg$/, '')
  const name = names.find((one) => address.includes(`/${one.toLowerCase()}`))
  return name && address.replace(`/${name.toLowerCase()}`, '/').replace('github/release/', 'github/v/release/')
}

function describe(about: string, badges: readonly Badge[], { document, project }: RuleContext): Finding {
  const [{ image }] = badges as readonly [Badge]
  const manifest = project.manifests.find(({ repository }) => repository)
  const own = `${manifest?.repository?.owner}/${manifest?.repository?.name}`
  const what = badges.length > 1 ? `${badges.length} badges are` : 'This badge is'
  const edits = badges.flatMap((badge) => [badge.image, badge.link].flatMap((link) => (link ? rename(link) : [])))
  return {
    at: image.urlAt,
    message: `${what} about ${about}, and ${manifest?.path} says that this is ${own}`,
    fix: { safe: false, edits: dedupe(edits) },
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
