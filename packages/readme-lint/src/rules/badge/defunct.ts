import type { Edit } from '@frontdoor/markdown/edit'
import type { Finding, Fix } from '@frontdoor/markdown/finding'
import { type ImageWithLink, imagesWithLinks } from '../../badge/badges.ts'
import { type DefunctBadge, defunctBadges } from '../../badge/defunct-badges.ts'
import { removeBadges } from '../../badge/remove-badge.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'badge/defunct',
  summary: 'Badges come from services that are still there.',
  why: 'A badge outlives the service that drew it: travis-ci.org is shown in READMEs five years after it was shut down. Readers see a broken image, or "retired badge", beside the name of the project.',
  severity: 'warning',
  rst: true,
  *check(context) {
    const groups = new Map<string, Group>()
    for (const badge of imagesWithLinks(context.document)) {
      const defunct = defunctBadges.find(
        ({ host, path }) => host.test(badge.url.hostname) && path.test(badge.url.pathname),
      )
      if (!defunct) continue
      const what = whatOf(defunct, badge.url)
      const known = groups.get(what)
      if (known) known.badges.push(badge)
      else groups.set(what, { what, defunct, badges: [badge] })
    }
    for (const group of groups.values()) yield describe(group, context)
  },
})

/** The badges of a service, which are told of at once. */
interface Group {
  readonly what: string
  readonly defunct: DefunctBadge
  readonly badges: ImageWithLink[]
}

function whatOf({ what, path }: DefunctBadge, url: URL): string {
  return typeof what === 'string' ? what : what(url, path.exec(url.pathname)?.groups ?? {})
}

function describe({ what, defunct, badges }: Group, context: RuleContext): Finding {
  const [{ image }] = badges as unknown as readonly [ImageWithLink]
  const fix = fixFor(defunct, badges, context)
  const more = badges.length > 1 ? ` (${badges.length} badges)` : ''
  const instead = fix
    ? defunct.remove
      ? 'remove it'
      : `write ${fix.edits[0]?.text}`
    : (defunct.instead ?? 'remove it')
  const message = `This image is gone: ${what}${more}; ${instead}`
  return { at: image.urlAt, message, ...(fix && { fix }) }
}

function fixFor(
  { to, page, host, path, remove }: DefunctBadge,
  badges: readonly ImageWithLink[],
  context: RuleContext,
): Fix | undefined {
  const { document, project } = context
  const renewed = (badge: ImageWithLink): Edit[] => {
    const groups = path.exec(badge.url.pathname)?.groups ?? {}
    const text = to?.(groups, project)
    if (text === undefined || !isPlain(text)) return []
    const { link } = badge
    const target = link && URL.canParse(link.url) && host.test(new URL(link.url).hostname) ? page?.(groups) : undefined
    const edits = [{ ...badge.image.urlAt, text: withStyle(text, badge) }]
    return link && target && isPlain(target) ? [...edits, { ...link.urlAt, text: target }] : edits
  }
  const edits = remove ? removeBadges(document, badges) : badges.flatMap(renewed)
  return edits.length > 0 ? { safe: true, edits } : undefined
}

/** True for an address that needs no escapes anywhere. */
function isPlain(address: string): boolean {
  return !/[\s()<>"']/.test(address)
}

/** Of what an address says of the look of its badge, what the new one can say, too. */
const looks: Readonly<Record<string, readonly string[]>> = {
  'https://img.shields.io/': ['style'],
  'https://badgen.net/': ['label', 'labelColor', 'color'],
  'https://dcbadge.limes.pink/': ['style', 'compact', 'theme'],
}

/** The look of a badge stays when its address changes. */
function withStyle(text: string, { url }: ImageWithLink): string {
  const kept = looks[/^https:\/\/[^/]+\//.exec(text)?.[0] ?? ''] ?? []
  const said = kept.flatMap((name) => {
    const value = url.searchParams.get(name) ?? ''
    return /^[\w #.-]+$/.test(value) ? `${name}=${encodeURIComponent(value)}` : []
  })
  return said.length === 0 ? text : `${text}${text.includes('?') ? '&' : '?'}${said.join('&')}`
}
