import { groupBy } from '@frontdoor/kit/group-by'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { inGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule } from '../../rule.ts'
import type { Web } from '../../web/web.ts'

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
   microsoft.com visualstudio.com docker.com travis-ci.com circleci.com codecov.io coveralls.io appveyor.com snyk.io
   opencollective.com patreon.com paypal.com paypal.me ko-fi.com gitter.im discord.gg discord.com slack.com netlify.com netlify.app vercel.com
   vercel.app herokuapp.com unpkg.com jsdelivr.net cdnjs.com reactjs.org vuejs.org angular.io eslint.org prettier.io babeljs.io jestjs.io
   webpack.js.org typescriptlang.org goreportcard.com badge.fury.io`.split(/\s+/),
)

export const rule: Rule = defineRule({
  name: 'link/http',
  summary: 'Links and images of hosts that have HTTPS start with `https://`; with `--link`, any host is asked.',
  why: 'Pages over HTTPS do not load images over plain HTTP, VS Code refuses to package them, and a link over HTTP lets anybody on the way change what the reader gets.',
  severity: 'info',
  rst: true,
  check: ({ document, web }) => {
    const links = insecureLinks(document)
    return web ? foundSecure(links, web) : describeAll(links.filter(({ host }) => isSecure(host)))
  },
})

interface Insecure {
  readonly link: Link
  readonly host: string
  /** The address as it stands in the source. */
  readonly written: string
  /** Where that is: what it leads to, and what readers see, where that is the same. */
  readonly places: readonly Range[]
}

function insecureLinks(document: MarkdownDocument): Insecure[] {
  return document.links.flatMap((link) => {
    const host = link.kind === 'reference' ? undefined : insecureHost(link.url)
    // Whoever generates a list of people does not choose their addresses.
    if (host === undefined || inGenerated(document, link.start)) return []
    const written = document.slice(link.urlAt)
    // A bare `www.example.org` leads there over HTTP, and is the name of a site first of all.
    return /^www\./i.test(written) ? [] : [{ link, host, written, places: [...shownAt(document, link), link.urlAt] }]
  })
}

/** The text of `[http://example.org](http://example.org)`, which would contradict the address. */
function shownAt(document: MarkdownDocument, { kind, start, urlAt }: Link): Range[] {
  const shown = { start: start + 1, end: start + 1 + urlAt.end - urlAt.start }
  return kind === 'inline' && document.slice(shown) === document.slice(urlAt) ? [shown] : []
}

/** Of hosts that are not known, those count that answer over HTTPS under the same address. */
async function* foundSecure(links: readonly Insecure[], web: Web): AsyncGenerator<Finding> {
  const answered = await Promise.all(
    links.map(async ({ link, host }) => {
      if (isSecure(host)) return true
      const visit = await web.visit(link.url.replace(/^http:/i, 'https:'))
      // Some send whoever comes over HTTPS back to HTTP.
      return visit.state === 'alive' && visit.url.startsWith('https:')
    }),
  )
  yield* describeAll(links.filter((_, index) => answered[index]))
}

function* describeAll(links: readonly Insecure[]): Generator<Finding> {
  const byHost = groupBy(links, ({ host }) => host)
  const groups = byHost.size > few ? [[...byHost.values()].flat()] : byHost.values()
  for (const group of groups) yield describe(group, [...byHost.keys()])
}

/** Above so many hosts, all are one finding. */
const few = 3

function describe(links: readonly Insecure[], hosts: readonly string[]): Finding {
  const [{ link, host }] = links as readonly [Insecure]
  const own = links.every((one) => one.host === host)
  const what = own ? `${host} has` : `${host} and ${hosts.length - 1} other hosts have`
  const more = links.length > 1 ? ` (${links.length} addresses)` : ''
  // The whole address is written anew: in reStructuredText, part of one would not be known as an address.
  const edits = links.flatMap(({ places, written }) =>
    places.map((place) => ({ ...place, text: written.replace(/^http:/i, 'https:') })),
  )
  return { at: link.urlAt, message: `${what} HTTPS${more}: write https://`, fix: { safe: true, edits } }
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
