import { type Badge, badgesOf } from '../../badge/badges.ts'
import { topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'badge/no-link',
  summary: 'A badge at the top leads to what it is about.',
  why: 'Who clicks on a red build wants to see the build. Without a link the click opens the image of the badge, alone on a page.',
  severity: 'info',
  rst: true,
  *check({ document }) {
    const { end } = topOf(document)
    const badges = badgesOf(document).filter(
      (badge) => badge.image.end <= end && !badge.link?.url && leadsSomewhere(badge),
    )
    const [first] = badges
    if (!first) return
    const { start, end: behind } = first.image
    const what = badges.length > 1 ? `${badges.length} badges lead` : 'This badge leads'
    const names = badges.map(({ image }) => image.text.trim()).filter((name) => name !== '')
    const list =
      badges.length > 1 && names.length > 0 ? ` (${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''})` : ''
    yield { at: { start, end: behind }, message: `${what} nowhere${list}: link what it is about` }
  },
})

/** A badge with a fixed text may stand for itself. */
function leadsSomewhere({ url, kind }: Badge): boolean {
  return kind !== 'other' && !/^\/(?:badge|static)\//.test(url.pathname)
}
