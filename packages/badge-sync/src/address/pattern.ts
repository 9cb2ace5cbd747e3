import { lazily } from '@frontdoor/kit/cache/lazily'

/** What stood in the places of an address that a pattern names. A part that may be left out is then absent. */
export type Parts = Readonly<Record<string, string>>

/** A pattern for addresses, as far as the query. */
export interface AddressPattern {
  /** The parts of an address that it fits; undefined for one that it does not fit. */
  match(url: URL): Parts | undefined
  /** An address that it fits, with other parts in the path; the rest stays as it is written. */
  replace(url: URL, parts: Parts): string
}

/** Hosts that serve the same as another one, in older or rarer addresses. */
const aliases: Readonly<Record<string, string>> = {
  'flat.shields.io': 'img.shields.io',
  'raster.shields.io': 'img.shields.io',
  'flat.badgen.net': 'badgen.net',
}

/**
 * Compiles `host/path`. `:name` is one segment or a part of it, `:name+` is one or more segments, `:name(a|b)` is what
 * this expression says, `[…]` may be missing. The host may start with `*.` for any label or with `:name.`. `www.` and the extensions `.svg` and `.png` may be
 * there or not, unless the pattern itself ends with one.
 */
export function addressPattern(pattern: string): AddressPattern {
  const slash = pattern.indexOf('/')
  const [host, path] = [pattern.slice(0, slash), pattern.slice(slash)]
  const beginning = fixedPart(path)
  const hasFixedHost = fixedPart(host) === host
  // There are hundreds of patterns, and most never meet an address that they may fit.
  const expressions = lazily(() => expressionsOf(host, path))
  return {
    match(url) {
      if (!url.pathname.startsWith(beginning) || (hasFixedHost && hostOf(url) !== host)) return undefined
      const inHost = expressions().host.exec(hostOf(url))
      const inPath = inHost && expressions().path.exec(pathOf(url))
      return inPath ? definedParts({ ...inHost.groups, ...inPath.groups }) : undefined
    },
    replace(url, parts) {
      const written = pathOf(url)
      const places = Object.entries(expressions().path.exec(written)?.indices?.groups ?? {})
        .filter(([name, place]) => place && parts[name] !== undefined)
        .sort(([, a], [, b]) => (b?.[0] ?? 0) - (a?.[0] ?? 0))
      const path = places.reduce(
        (text, [name, place]) => text.slice(0, place?.[0]) + parts[name] + text.slice(place?.[1]),
        written,
      )
      return url.origin + path + url.search + url.hash
    },
  }
}

/** What stands before all that varies. */
function fixedPart(pattern: string): string {
  return pattern.replace(/[:[*].*$/, '')
}

function expressionsOf(host: string, path: string): { readonly host: RegExp; readonly path: RegExp } {
  const end = /\.(?:svg|png)$/.test(path) ? '$' : '(?:\\.(?:svg|png))?/?$'
  return { host: new RegExp(`^${source(host)}$`), path: new RegExp(`^${source(path)}${end}`, 'd') }
}

/** The host of an address, as patterns have it. */
function hostOf({ hostname }: URL): string {
  const bare = hostname.startsWith('www.') ? hostname.slice('www.'.length) : hostname
  return aliases[bare] ?? bare
}

/** The path of an address, in which the signs of a scope of npm may be escaped, as in `%40tea%2Flarder`. */
function pathOf({ pathname }: URL): string {
  return pathname.replace(/%40([^/%]+)(?:\/|%2F)/i, '@$1/')
}

function source(pattern: string): string {
  const token = /:(\w+)(?:\(((?:[^()]|\([^()]*\))*)\)|(\+))?|(\[)|(\])|(\*)|([^\w/-])/g
  return pattern.replaceAll(token, (_, name, words, plus, open, close, star, sign) => {
    if (name) return `(?<${name}>${words ?? (plus ? '.+?' : '[^/]+?')})`
    if (open) return '(?:'
    if (close) return ')?'
    return star ? '[\\w-]+' : `\\${sign}`
  })
}

function definedParts(groups: Record<string, string | undefined>): Parts {
  return Object.fromEntries(Object.entries(groups).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/**
 * Fills `:name` in a template with parts. Undefined where one is missing, unless it stands in `[…]`, which is then left out
 * as a whole.
 */
export function fillTemplate(template: string, parts: Parts): string | undefined {
  const trimmed = template.replaceAll(/\[([^\]]*)\]/g, (_, inside: string) => fill(inside, parts) ?? '')
  return fill(trimmed, parts)
}

function fill(template: string, parts: Parts): string | undefined {
  const names = [...template.matchAll(/:([a-z]\w*)/gi)].map(([, name]) => name ?? '')
  if (names.some((name) => !parts[name])) return undefined
  return template.replaceAll(/:([a-z]\w*)/gi, (_, name: string) => parts[name] ?? '')
}
