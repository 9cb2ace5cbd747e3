import { inRepository } from '@frontdoor/kit/forge'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import type { Visit } from '../../web/visit.ts'
import { webLinks } from '../../web/web-links.ts'

export const rule: Rule = defineRule({
  name: 'link/dead-url',
  summary: 'A link or image on the web leads to something, and its `#fragment` to a place on that page.',
  why: 'Sites close, pages move and services end, and nobody tells the READMEs that link to them. Only with `--link` is the network asked, and only what a host denies for certain is reported: whoever answers late, too seldom or only to browsers is given the benefit of the doubt.',
  severity: 'error',
  network: true,
  rst: true,
  options: {
    ignore: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      description: 'Addresses that begin with one of these are not visited.',
      default: [],
    },
  },
  async *check(context) {
    const { ignore } = context.options
    const links = webLinks(context.document).filter(({ url }) => !ignore.some((start) => url.startsWith(start)))
    const visited = await Promise.all(links.map(async (link) => ({ link, visit: await context.web?.visit(link.url) })))
    // Where no host exists, it is this machine that has no network.
    const online = visited.some(({ visit }) => ['alive', 'dead', 'no-anchor'].includes(visit?.state ?? ''))
    for (const { link, visit } of visited) {
      if (visit === undefined || (visit.state === 'no-host' && !online)) continue
      const message = describe(link, visit)
      if (message && !(await isHidden(link, context))) yield { at: link.urlAt, message }
    }
  },
})

function describe({ url, image }: Link, visit: Visit): Finding['message'] | undefined {
  const instead = image ? 'correct the address or remove the image' : 'correct the address or remove the link'
  if (visit.state === 'dead') return `Nothing is at ${url} (status ${visit.status}): ${instead}`
  if (visit.state === 'no-host') return `There is no host ${visit.host}: ${instead}`
  if (visit.state === 'no-anchor')
    return `No anchor "#${visit.fragment}" on ${url.replace(/#.*$/s, '')}: correct it or link to the page`
  return undefined
}

/** A private repository denies everything to a stranger, but its readers are none. */
async function isHidden({ url }: Link, { project: { repository }, web }: RuleContext): Promise<boolean> {
  if (!repository || !inRepository(url, repository)) return false
  return (await web?.visit(repository.url))?.state === 'dead'
}
