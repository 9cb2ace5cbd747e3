import type { Forge } from '../project.ts'

// A gist is no repository with a README of its own, and the SSH hosts of Azure do not lead to its web pages.
const refusedHosts =
  /^(?:gist\..*|ssh\.dev\.azure\.com|vs-ssh\.visualstudio\.com|.*\.github(?:assets|usercontent)\.com)$/

/** Servers whose software their names do not tell, or that need no look at their addresses. */
export const publicForges: Readonly<Record<string, Forge>> = {
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'bitbucket.org': 'bitbucket',
  'codeberg.org': 'gitea',
  'gitea.com': 'gitea',
  'git.sr.ht': 'sourcehut',
  'framagit.org': 'gitlab',
  'invent.kde.org': 'gitlab',
  'salsa.debian.org': 'gitlab',
}

/** The software of a host, by its name, by what is known of it, or by the form of an address on it; undefined where it has no repositories. */
export function forgeOf(
  host: string,
  path: readonly string[],
  forges: Readonly<Record<string, Forge>> = {},
): Forge | undefined {
  if (refusedHosts.test(host)) return undefined
  if (Object.hasOwn(publicForges, host)) return publicForges[host]
  if (Object.hasOwn(forges, host) && forges[host] !== 'unknown') return forges[host]
  return forgeByName(host) ?? forgeByAddress(path)
}

/** An own server is nearly always called after its software: `gitlab.gnome.org`, `github.example.com`. */
function forgeByName(host: string): Forge | undefined {
  // Two labels are a site about the forge: github.blog, gitlab.io.
  const [first = '', , third] = host.split('.')
  if (host.endsWith('.ghe.com')) return 'github'
  if (third === undefined) return undefined
  if (/^(?:github|ghes?)$/.test(first)) return 'github'
  if (first === 'gitlab') return 'gitlab'
  return /^(?:gitea|forgejo|codeberg)$/.test(first) ? 'gitea' : undefined
}

/** Some addresses have a form that only one kind of forge writes. */
function forgeByAddress(path: readonly string[]): Forge {
  if (path.indexOf('-') >= 2 && /^(?:blob|tree|raw|issues|merge_requests)$/.test(path[path.indexOf('-') + 1] ?? ''))
    return 'gitlab'
  return path[2] === 'src' && /^(?:branch|tag|commit)$/.test(path[3] ?? '') ? 'gitea' : 'unknown'
}
