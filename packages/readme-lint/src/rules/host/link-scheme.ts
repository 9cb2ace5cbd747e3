import type { Link } from '@frontdoor/markdown/links'
import type { Host } from '../../host.ts'
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
    for (const told of groupByHosts(links, (link) => hosts.filter((host) => drops(host, schemeOf(link))))) {
      const schemes = [...new Set(told.places.map(schemeOf))].map((scheme) => `${scheme}:`)
      yield tellOnce(told, document, ({ where, more }) => ({
        message: `Links that start with ${schemes.join(', ')} are plain text on ${where}${more}: link a page on https:// that leads there`,
      }))
    }
  },
})

/** `<std::string>` is a link to Markdown, and to nobody else; `[Vec](std::vec::Vec)` is one to rustdoc. */
function isWritten(link: Link): boolean {
  const { kind, image, url } = link
  return !image && (kind === 'inline' || kind === 'reference' || isAnchor(link)) && !/^\w+::/.test(url)
}

function isAnchor({ tag, attribute }: Link): boolean {
  return tag?.name === 'a' && attribute?.name === 'href'
}

/** Empty for a relative address. A single letter is a drive of Windows. */
function schemeOf({ url }: Link): string {
  return /^\s*([a-z][a-z\d+.-]+):/i.exec(url)?.[1]?.toLowerCase() ?? ''
}

function drops({ html, links }: Host, scheme: string): boolean {
  if (scheme === '') return false
  const allowed = links?.schemes ?? (html.does === 'filtered' ? html.allows.schemes.get('href') : undefined)
  return allowed?.has(scheme) === false
}
