import type { Link } from '@frontdoor/markdown/links'
import { distance } from 'fastest-levenshtein'
import { schemeOf } from '../../readme/scheme.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { groupByHosts, type Told, tellOnce } from '../../shown/lost.ts'
import { dropsScheme, otherSchemes, type SchemeKind } from '../../shown/schemes.ts'

export const rule: Rule = defineRule({
  name: 'host/link-scheme',
  summary: 'Links and images start with what every host of this README lets through, as https:// is.',
  why: 'GitHub and most registries take the address out of a link that opens an app, such as `cursor://` or `vscode:`, and what was a button does nothing. That is why such apps have pages that lead on to them. So they do with `data:` in an image, of which only the alt text is left.',
  severity: 'warning',
  *check(context) {
    for (const told of dropped(context, 'link')) {
      const schemes = schemesOf(told)
      const instead = schemes.every(isSlip) ? 'write https:' : 'link a page on https:// that leads there'
      yield tellOnce(told, context.document, ({ where, more }) => ({
        message: `Links that start with ${schemes.join(', ')} are plain text on ${where}${more}: ${instead}`,
      }))
    }
    for (const told of dropped(context, 'image')) {
      const schemes = schemesOf(told)
      const instead = schemes.every(isSlip) ? 'write https:' : 'put them into the repository'
      yield tellOnce(told, context.document, ({ where, more }) => ({
        message: `Images that start with ${schemes.join(', ')} are not shown on ${where}${more}: ${instead}`,
      }))
    }
  },
})

function dropped({ document, showings }: RuleContext, kind: SchemeKind): Told<Link>[] {
  const hosts = showings.map(({ host }) => host)
  return groupByHosts(otherSchemes(document, kind), (link) => hosts.filter((host) => dropsScheme(host, link)))
}

function schemesOf({ places }: Told<Link>): string[] {
  return [...new Set(places.map(({ url }) => `${schemeOf(url)}:`))]
}

/** `ttps:` and `htttps:` are slips of the pen. */
function isSlip(scheme: string): boolean {
  return distance(scheme, 'https:') === 1
}
