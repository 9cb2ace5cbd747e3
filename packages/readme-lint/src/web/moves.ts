import type { Hop } from '@frontdoor/kit/http/follow'

/** Sites that moved to another host as a whole, and stand there under their own name (redirects seen or announced, 2026-11). */
const moves: Readonly<Record<string, string>> = {
  'docs.npmjs.org': 'docs.npmjs.com',
  'godoc.org': 'pkg.go.dev',
  'golang.org': 'go.dev',
  'npmjs.org': 'npmjs.com',
  'pypi.python.org': 'pypi.org',
  'readthedocs.org': 'app.readthedocs.org',
  'twitter.com': 'x.com',
}

/**
 * Where an address has moved to for good: every redirect is permanent and stays on the site, or goes where the site is known to
 * have gone. Undefined where that is not so, or only a slash, the scheme or the language differ.
 */
export function permanentMove(url: string, hops: readonly Hop[]): string | undefined {
  const last = hops.at(-1)
  if (last === undefined || !hops.every(({ status }) => status === 301 || status === 308)) return undefined
  const [from, to] = [new URL(url), new URL(last.to)]
  if (!isSameSite(from, to) || saysTheSame(from, to) || isElsewhere(from, to)) return undefined
  return to.href
}

function isSameSite({ hostname: from }: URL, { hostname: to }: URL): boolean {
  const [a, b] = [withoutWww(from), withoutWww(to)]
  return a === b || moves[a] === b || a.replace(/\.readthedocs\.org$/, '.readthedocs.io') === b
}

function withoutWww(hostname: string): string {
  return hostname.replace(/^www\./, '')
}

/** Nothing that a reader would notice; `link/http` looks after the scheme. */
function saysTheSame(from: URL, to: URL): boolean {
  const key = ({ host, pathname, search }: URL): string =>
    withoutWww(host) + decodeURI(pathname).replace(/\/$/, '').toLowerCase() + search
  return key(from) === key(to)
}

/** The front page, a door or a translation: places that a server sends to, and not where the page has gone. */
function isElsewhere(from: URL, to: URL): boolean {
  if (to.pathname === '/' && from.pathname !== '/') return true
  if (/\b(?:log[-_]?in|sign[-_]?in|sso|auth|consent|captcha)\b/i.test(to.pathname)) return true
  const [added, ...rest] = to.pathname.slice(1).split('/')
  return /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(added ?? '') && from.pathname === `/${rest.join('/')}`
}
