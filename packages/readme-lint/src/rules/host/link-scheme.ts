import type { Link } from '@frontdoor/markdown/links'
import { distance } from 'fastest-levenshtein'
import type { Host } from '../../host.ts'
import { schemeOf } from '../../readme/scheme.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { groupByHosts, tellOnce } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/link-scheme',
  summary: 'Links start with what every host of this README lets through, as https:// is.',
  why: 'GitHub and most registries take the address out of a link that opens an app, such as `cursor://` or `vscode:`, and what was a button does nothing. That is why such apps have pages that lead on to them.',
  severity: 'warning',
  *check({ document, showings }) {
    const hosts = showings.map(({ host }) => host)
    const links = document.links.filter(isWritten)
    for (const told of groupByHosts(links, (link) => hosts.filter((host) => drops(host, link)))) {
      const schemes = [...new Set(told.places.map(({ url }) => `${schemeOf(url)}:`))]
      const instead = schemes.every(isSlip) ? 'write https:' : 'link a page on https:// that leads there'
      yield tellOnce(told, document, ({ where, more }) => ({
        message: `Links that start with ${schemes.join(', ')} are plain text on ${where}${more}: ${instead}`,
      }))
    }
  },
})

/** `<std::string>` is a link to Markdown, and to nobody else; `[Vec](std::vec::Vec)` is one to rustdoc, and a single letter a drive of Windows. */
function isWritten(link: Link): boolean {
  const { kind, image, url } = link
  return !image && (kind === 'inline' || kind === 'reference' || isAnchor(link)) && !/^(?:\w+:|\s*[a-z]):/i.test(url)
}

/** `ttps:` and `htttps:` are slips of the pen. */
function isSlip(scheme: string): boolean {
  return distance(scheme, 'https:') === 1
}

function isAnchor({ tag, attribute }: Link): boolean {
  return tag?.name === 'a' && attribute?.name === 'href'
}

function drops({ html, links }: Host, { url }: Link): boolean {
  const scheme = schemeOf(url)
  if (scheme === undefined) return false
  const allowed = links?.schemes ?? (html.does === 'filtered' ? html.allows.schemes.get('href') : undefined)
  return allowed?.has(scheme) === false
}
