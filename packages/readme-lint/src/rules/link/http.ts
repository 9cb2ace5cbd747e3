import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { defineRule, type Rule } from '../../rule.ts'

/**
 * Hosts that have answered over HTTPS under the same addresses for years, themselves and all that is below them (2026-11).
 * In doubt a host is not in the list: the address would be dead.
 */
const secure = new Set(
  `github.com github.io githubusercontent.com gitlab.com bitbucket.org codeberg.org shields.io badgen.net npmjs.com npmjs.org pypi.org
   python.org crates.io rust-lang.org docs.rs rubygems.org packagist.org nuget.org nodejs.org golang.org go.dev pkg.go.dev readthedocs.io
   readthedocs.org opensource.org creativecommons.org gnu.org apache.org mozilla.org mozilla.com w3.org ietf.org semver.org spdx.org
   choosealicense.com contributor-covenant.org editorconfig.org conventionalcommits.org wikipedia.org wikimedia.org archive.org arxiv.org
   google.com youtube.com youtu.be twitter.com x.com facebook.com linkedin.com reddit.com medium.com stackoverflow.com stackexchange.com
   microsoft.com visualstudio.com docker.com travis-ci.com travis-ci.org circleci.com codecov.io coveralls.io appveyor.com snyk.io
   opencollective.com patreon.com paypal.com paypal.me ko-fi.com gitter.im discord.gg discord.com slack.com netlify.com netlify.app vercel.com
   vercel.app herokuapp.com unpkg.com jsdelivr.net cdnjs.com reactjs.org vuejs.org angular.io eslint.org prettier.io babeljs.io jestjs.io
   webpack.js.org typescriptlang.org goreportcard.com badge.fury.io`.split(/\s+/),
)

export const rule: Rule = defineRule({
  name: 'link/http',
  summary: 'Links and images of hosts that have HTTPS start with `https://`.',
  why: 'Pages over HTTPS do not load images over plain HTTP, VS Code refuses to package them, and a link over HTTP lets anybody on the way change what the reader gets.',
  severity: 'info',
  rst: true,
  *check({ document }) {
    const byHost = new Map<string, Link[]>()
    for (const link of document.links) {
      const host = link.kind === 'reference' ? undefined : insecureHost(link.url)
      if (!host || !isSecure(host) || isGenerated(document, link)) continue
      byHost.set(host, [...(byHost.get(host) ?? []), link])
    }
    const groups = byHost.size > few ? [[...byHost.values()].flat()] : byHost.values()
    for (const group of groups) yield describe(group, [...byHost.keys()], (range) => document.slice(range))
  },
})

/** Above so many hosts, all are one finding. */
const few = 3

/** Whoever generates a list of people does not choose their addresses. */
function isGenerated({ blocks }: MarkdownDocument, { start }: Link): boolean {
  return blocks.some(({ close, body }) => close && body.start <= start && start < body.end)
}

function describe(links: readonly Link[], hosts: readonly string[], slice: (range: Range) => string): Finding {
  const [{ url, urlAt }] = links as readonly [Link]
  const host = insecureHost(url) as string
  const own = links.every((link) => insecureHost(link.url) === host)
  const what = own ? `${host} has` : `${host} and ${hosts.length - 1} other hosts have`
  const more = links.length > 1 ? ` (${links.length} addresses)` : ''
  const edits = links.map((link) => ({ ...link.urlAt, text: `https:${slice(link.urlAt).slice('http:'.length)}` }))
  return { at: urlAt, message: `${what} HTTPS${more}: write https://`, fix: { safe: true, edits } }
}

/** The host of an address over plain HTTP at the usual port. */
function insecureHost(url: string): string | undefined {
  return /^http:\/\/([a-z\d.-]+)(?=[/?#]|$)/i.exec(url)?.[1]?.toLowerCase()
}

function isSecure(host: string): boolean {
  const labels = host.split('.')
  // No name is longer than 253 characters.
  return host.length < 254 && labels.some((_, index) => secure.has(labels.slice(index).join('.')))
}
