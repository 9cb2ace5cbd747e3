import { decode } from '../text/percent.ts'
/** Where a remote's text leads: the host and the path on it, whatever way of writing it was. */
export interface Remote {
  /** Lower case, without credentials, `www.` or a trailing dot; with a port only where a web address wrote one. */
  readonly host: string
  /** Path segments, percent-decoded, none of them empty; behind the second, one may have a slash in it. */
  readonly path: readonly string[]
  /** `http` only where the text names a port of plain HTTP, which HTTPS cannot be served on. */
  readonly scheme: 'https' | 'http'
}

/**
 * Reads a Git remote or the repository field of a manifest: a URL, the scp form, or npm's `github:owner/name`.
 * Undefined for what leads to no host: a local path, `file:`, a transport helper, a placeholder.
 *
 * @param shorthand true where `owner/name` means GitHub, as npm has it; elsewhere the same text is a path
 */
export function readRemote(text: string, shorthand = false): Remote | undefined {
  const remote = text.trim().replace(/#.*$/, '')
  if (!isPlain(remote)) return undefined
  const found = fromUrl(remote) ?? fromPrefix(remote) ?? fromScp(remote) ?? fromBareHost(remote)
  return found ?? (shorthand ? fromShorthand(remote) : undefined)
}

/** Spaces, controls, quotes, braces and backslashes stand in placeholders and Windows paths, never in a remote. */
function isPlain(text: string): boolean {
  return text !== '' && !/[\s\p{Cc}<>"'`\\^{|}]|^\w+::/u.test(text)
}

/** `user@`, `user:password@`, or `:token@` in front of a host or, as npm has it, of a path. */
const credentials = /^[^/]*@/

const webPorts: Readonly<Record<string, string>> = { https: '443', http: '80' }

function fromUrl(text: string): Remote | undefined {
  const [, written = '', rest = ''] = /^(?:git\+)?([a-z]+):\/\/(.+)$/i.exec(text) ?? []
  const scheme = written.toLowerCase()
  if (!['https', 'http', 'ssh', 'git'].includes(scheme)) return undefined
  const url = parseAsHttps(rest)
  if (url === undefined) return undefined
  // The port of SSH or of git's own protocol says nothing about where the web pages are.
  const port = scheme in webPorts && url.port !== webPorts[scheme] ? url.port : ''
  return remoteAt(
    url.hostname + (port && `:${port}`),
    url.pathname,
    scheme === 'http' && port !== '' ? 'http' : 'https',
  )
}

/** Only special schemes get their host checked and lower-cased by the URL standard, so every scheme is read as one. */
function parseAsHttps(rest: string): URL | undefined {
  const url = `https://${rest.replace(credentials, '')}`
  if (URL.canParse(url)) return new URL(url)
  // `ssh://git@github.com:owner/name` mixes the URL and the scp form; npm and people write it.
  const repaired = url.replace(/^(https:\/\/[^/:]*):(?=[^/:]*[^\d/:])/, '$1/')
  return URL.canParse(repaired) ? new URL(repaired) : undefined
}

const prefixes: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
  sourcehut: 'git.sr.ht',
}

function fromPrefix(text: string): Remote | undefined {
  const [, prefix = '', path = ''] = /^([a-z]+):(?!\/)(.+)$/.exec(text) ?? []
  const host = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined
  const bare = path.replace(credentials, '')
  return host === undefined || /[@:]/.test(bare) ? undefined : remoteAt(host, bare)
}

function fromScp(text: string): Remote | undefined {
  const [, host = '', slash, path = ''] =
    /^([^/:@[\]]+):(\/?)(?!\/)(.+)$/.exec(text.replace(/^[^@/]*@(?=[^@/]*:)/, '')) ?? []
  // A path that is absolute on the server is no web path, unless the server is a forge, which forgives the slash.
  if (!host.includes('.') || (slash && !looksLikeForge(host))) return undefined
  return remoteAt(host, path)
}

function fromBareHost(text: string): Remote | undefined {
  const [host = '', ...path] = text.split('/')
  return path.length >= 2 && looksLikeForge(host) ? remoteAt(host, path.join('/')) : undefined
}

function fromShorthand(text: string): Remote | undefined {
  return /^\w[\w.-]*\/[\w.-]+$/.test(text) ? remoteAt('github.com', text) : undefined
}

function looksLikeForge(host: string): boolean {
  return /^(?:www\.|ssh\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|git\.sr\.ht)(?:-[\w-]+)?$/i.test(
    host,
  )
}

function remoteAt(host: string, path: string, scheme: 'https' | 'http' = 'https'): Remote | undefined {
  const segments = path.replace(/\?.*$/, '').split('/').filter(Boolean).map(decode)
  const known = webHost(host)
  if (!known.includes('.') || segments.length === 0 || segments.some(isUnsafe)) return undefined
  return { host: known, path: segments, scheme }
}

/** The host of the web pages for a host of SSH: forges answer on port 443 under a name of its own. */
function webHost(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/\.(?=:|$)/, '')
    .replace(/^www\./, '')
  const [, forge] = /^(?:ssh\.|altssh\.)?(github\.com|gitlab\.com|bitbucket\.org)$/.exec(name) ?? []
  // `github.com-work` is the usual name in ~/.ssh/config for a second account; no domain can end so.
  return forge ?? name.replace(/^(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)-[\w-]+$/, '$1')
}

/** The name of a branch may have a slash, which is `%2F` in a URL; in front of it, names have none. */
function isUnsafe(segment: string, index: number): boolean {
  const names = segment.split('/')
  return (
    (index < 2 && names.length > 1) || names.some((name) => name === '.' || name === '..' || /[\p{Cc}\\]/u.test(name))
  )
}
