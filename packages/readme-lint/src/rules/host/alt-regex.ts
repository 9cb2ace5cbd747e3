import type { Link } from '@frontdoor/markdown/links'
import type { Host } from '../../host.ts'
import { outsideGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { allowsAlt, altInstead, altOf, hasAlt, looksAtAlt } from '../../shown/instead/alt.ts'
import { groupByHosts, tellOnce } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/alt-regex',
  summary: 'Alt text has only signs that pkg.go.dev lets through.',
  why: 'pkg.go.dev drops the whole alt text of an image if it holds a colon, a question mark, `&`, `%`, `|`, `+` or `#`. A screen reader then reads the address of the badge instead of "License: MIT".',
  severity: 'info',
  *check({ document, showings }) {
    const hosts = showings.map(({ host }) => host).filter(looksAtAlt)
    const images = hosts.length > 0 ? document.links.filter(hasAlt) : []
    const dropsOn = (link: Link): Host[] => hosts.filter((host) => !allowsAlt(host, altOf(link)))
    for (const { hosts, places } of groupByHosts(images, dropsOn)) {
      const [first] = places as readonly [Link]
      const edits = outsideGenerated(
        document,
        places.flatMap((link) => altInstead(document, link, { hosts })),
      )
      yield tellOnce({ hosts, places }, document, ({ where, more }) => ({
        message: `The alt text "${altOf(first)}" is dropped on ${where} for its signs${more}: ${edits[0] ? `write "${edits[0].text}"` : 'use letters, digits, blanks and - _ , . ! / ( ) [ ]'}`,
        ...(edits.length > 0 && { fix: { safe: true, edits } }),
      }))
    }
  },
})
