import { writtenAddress } from '@frontdoor/markdown/written-address'
import { defineRule, type Rule } from '../../rule.ts'
import { permanentMove } from '../../web/moves.ts'
import { webLinks } from '../../web/web-links.ts'

export const rule: Rule = defineRule({
  name: 'link/redirect',
  summary: 'A link on the web does not lead over an address that was given up for good.',
  why: 'A permanent redirect (301, 308) says: use the new address. The old one works as long as somebody keeps it, which after a renamed repository means until somebody else takes the old name. Temporary redirects, doors and translations are left alone. Only with `--link` is the network asked.',
  severity: 'info',
  network: true,
  rst: true,
  async *check({ document, web }) {
    const links = webLinks(document)
    const visits = await Promise.all(links.map(({ url }) => web?.visit(url)))
    for (const [index, link] of links.entries()) {
      const visit = visits[index]
      const target = visit?.state === 'alive' ? permanentMove(link.url, visit.hops) : undefined
      if (target === undefined) continue
      yield {
        at: link.urlAt,
        message: `${link.url} moved for good: write ${target}`,
        fix: { safe: true, edits: [{ ...link.urlAt, text: writtenAddress(document, link, target) }] },
      }
    }
  },
})
