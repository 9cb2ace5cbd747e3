import { fullName, readForgeUrl } from '@frontdoor/kit/forge'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { badgeRepository } from '../../badge/badge-repository.ts'
import { badgesOf } from '../../badge/badges.ts'
import { renamedFrom } from '../../badge/default-branch.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'badge/wrong-branch',
  summary: 'Badges show the default branch.',
  why: 'After the default branch was renamed, a badge with the old name shows the last build from before, or none: it is frozen, or grey, for ever.',
  severity: 'warning',
  rst: true,
  *check(context) {
    const stale = renamedFrom(context.project)
    if (stale === undefined) return
    const edits = badgesOf(context.document)
      .filter(({ url }) => isOwn(url, context))
      .flatMap(({ image, link }) => [
        ...branchIn(image, stale, context),
        ...(link ? branchIn(link, stale, context) : []),
      ])
    const unique = [...new Map(edits.map((edit) => [edit.start, edit])).values()]
    const [first] = unique
    if (!first) return
    const { defaultBranch } = context.project
    yield {
      at: { start: first.start, end: first.end },
      message: `A badge shows the branch ${stale}, and the default branch is ${defaultBranch}`,
      fix: { safe: false, edits: unique },
    }
  },
})

function isOwn(url: URL, { project: { repository } }: RuleContext): boolean {
  const about = badgeRepository(url) ?? readForgeUrl(url.href)?.repository
  return about !== undefined && repository !== undefined && fullName(about) === fullName(repository)
}

/** `?branch=master`, and `/branch/master` in addresses of Codecov. */
function branchIn({ urlAt }: Link, stale: string, { document, project }: RuleContext): Edit[] {
  const text = document.slice(urlAt)
  const match = new RegExp(`(?:[?&;]branch=|/branch/)${stale}(?=$|[&#/])`).exec(text)
  if (!match) return []
  const end = urlAt.start + match.index + match[0].length
  return [{ start: end - stale.length, end, text: project.defaultBranch as string }]
}
