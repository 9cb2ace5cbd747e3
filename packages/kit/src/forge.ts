import { recent } from './cache/recent.ts'
import { forgeOf, publicForges } from './forge/of-host.ts'
import { type Remote, readRemote } from './forge/remote.ts'
import type { Forge, Repository } from './project.ts'

/** What is known about the text beside the text itself. */
export interface ForgeHints {
  /** npm's short form `owner/name`, which means GitHub. Elsewhere the same text is a path. */
  readonly shorthand?: boolean
  /** Forges by host, for hosts whose name does not tell. */
  readonly forges?: Readonly<Record<string, Forge>>
}

/** What a URL on a forge shows. */
export interface ForgeUrl {
  readonly repository: Repository
  /** `file` and `folder` are pages, `raw` is the bytes, `other` is anything else of the repository: its front page, an issue. */
  readonly view: 'file' | 'folder' | 'raw' | 'other'
  /** Branch, tag or commit. A name with a slash cannot be told from the path, so it is cut at its first slash. */
  readonly ref?: string
  /** Relative to the repository's root, decoded; empty for the root. */
  readonly path?: string
}

/** The repository that a remote or a manifest's text names, or undefined where it names none: a path, `file:`, a gist. */
export function parseRepository(text: string, hints: ForgeHints = {}): Repository | undefined {
  const remote = readRemote(text, hints.shorthand)
  const found = remote && locate(remote, hints)
  if (found === undefined) return undefined
  return found.view === 'folder' && found.path ? { ...found.repository, directory: found.path } : found.repository
}

/**
 * What a web address shows of a repository: a file, a folder, raw bytes, an issue. Undefined for every host that is not
 * known as a forge, by its name or from the hints.
 */
export function readForgeUrl(url: string, hints: ForgeHints = {}): ForgeUrl | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined
  const remote = webRemote(url)
  if (remote === undefined) return undefined
  const found = Object.hasOwn(publicForges, remote.host) ? onPublicForge(url) : locate(remote, hints)
  return found?.repository.forge === 'unknown' ? undefined : found
}

/** Several rules ask about each link of a README, and of these hosts no hint says more. */
const onPublicForge = recent((url: string): ForgeUrl | undefined => {
  const remote = webRemote(url)
  return remote && locate(remote, {})
})

const webRemote = recent((url: string): Remote | undefined => {
  const remote = readRemote(url)
  return remote && (rawHosts[remote.host]?.(remote) ?? remote)
})

/** The repository that any web address on a forge belongs to: a page, a file, raw bytes, an issue, an archive. */
export function repositoryOf(url: string, hints: ForgeHints = {}): Repository | undefined {
  return readForgeUrl(url, hints)?.repository
}

/** True if a web address shows the repository or anything of it, on whatever host its bytes are. */
export function inRepository(url: string, repository: Repository): boolean {
  const found = repositoryOf(url, { forges: { [repository.host]: repository.forge } })
  if (found) return sameRepository(found, repository)
  return [url, url.replace(/\.git$/, '')].some((text) => /^(?:$|[/?#])/.test(after(repository.url, text) ?? '-'))
}

function after(prefix: string, text: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined
}

/** `owner/name` in lower case, for forges ignore it. */
export function fullName({ owner, name }: Pick<Repository, 'owner' | 'name'>): string {
  return `${owner}/${name}`.toLowerCase()
}

/** True if both are the same repository. Forges ignore case in owner and name; an unknown server may not. */
export function sameRepository(one: Repository, other: Repository): boolean {
  const [a, b] = [`${one.owner}/${one.name}`, `${other.owner}/${other.name}`]
  if (one.host !== other.host) return false
  return one.forge === 'unknown' ? a === b : a.toLowerCase() === b.toLowerCase()
}

/** Address of the page that shows a file; undefined where the forge's addresses are not known. */
export function fileUrl(repository: Repository, branch: string, path: string): string | undefined {
  return pageUrl(repository, branch, path, 'file')
}

/** Address of the page that shows a folder; undefined where the forge's addresses are not known. */
export function folderUrl(repository: Repository, branch: string, path: string): string | undefined {
  return pageUrl(repository, branch, path, 'folder')
}

/** Address of a file's bytes, fit for an image; undefined where the forge's addresses are not known. */
export function rawUrl(repository: Repository, branch: string, path: string): string | undefined {
  if (repository.host !== 'github.com') return pageUrl(repository, branch, path, 'raw')
  const { owner, name } = repository
  return `https://raw.githubusercontent.com/${owner}/${name}/${encodePath(branch)}/${encodePath(path)}`
}

function pageUrl(repository: Repository, branch: string, path: string, view: View): string | undefined {
  const pages = grammars[repository.forge].pages
  if (pages === undefined) return undefined
  const page = pages[view].replace('REF', () => encodePath(branch)).replace('PATH', () => encodePath(path))
  return `${repository.url}/${page}`.replace(/\/$/, '')
}

function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent)
}

type View = 'file' | 'folder' | 'raw'

interface Grammar {
  /** What follows the repository in the address of each view. */
  readonly pages?: Readonly<Record<View, string>>
  /** How many leading segments name the repository. */
  readonly depth: (path: readonly string[]) => number
  /** First segments that are the forge's own pages, so nobody's repositories. */
  readonly reserved: RegExp
  /** Words of this forge's addresses that mean something else on the others. */
  readonly words?: Readonly<Record<string, View>>
}

const two = () => 2
// Words that GitLab keeps from being project names, so a path ends before them; `-` stands before them since 2019.
const gitlabViews = /^(?:-|badges|blame|blob|builds|commits|edit|find_file|issues|merge_requests|raw|tree|wikis)$/

/** Groups nest, so the repository ends at `.git`, before the first word of a page, or at the end. */
function untilView(path: readonly string[]): number {
  const dotGit = path.findIndex((segment) => /.\.git$/.test(segment))
  const view = path.findIndex((segment, index) => index >= 2 && gitlabViews.test(segment))
  return Math.min(dotGit === -1 ? path.length : dotGit + 1, view === -1 ? path.length : view)
}

const grammars: Readonly<Record<Forge, Grammar>> = {
  github: {
    pages: { file: 'blob/REF/PATH', folder: 'tree/REF/PATH', raw: 'raw/REF/PATH' },
    depth: two,
    reserved:
      /^(?:about|account|apps|codespaces|collections|contact|customer-stories|enterprise|events|explore|features|issues|join|login|marketplace|new|notifications|orgs|pricing|pulls|readme|resources|search|security|settings|signup|site|solutions|sponsors|stars|team|topics|trending|user-attachments|users)$/,
  },
  gitlab: {
    pages: { file: '-/blob/REF/PATH', folder: '-/tree/REF/PATH', raw: '-/raw/REF/PATH' },
    depth: untilView,
    reserved: /^(?:-|api|admin|dashboard|explore|groups|help|projects|public|search|snippets|uploads|users)$/,
  },
  bitbucket: {
    pages: { file: 'src/REF/PATH', folder: 'src/REF/PATH', raw: 'raw/REF/PATH' },
    depth: two,
    reserved: /^(?:account|api|dashboard|product|repo|site|snippets|support|workspaces)$/,
  },
  gitea: {
    pages: { file: 'src/branch/REF/PATH', folder: 'src/branch/REF/PATH', raw: 'raw/branch/REF/PATH' },
    depth: two,
    reserved: /^(?:-|admin|api|assets|attachments|avatars|explore|issues|notifications|org|pulls|repo|user)$/,
  },
  sourcehut: {
    pages: { file: 'tree/REF/item/PATH', folder: 'tree/REF/item/PATH', raw: 'blob/REF/PATH' },
    depth: two,
    reserved: /^[^~]/,
    words: { blob: 'raw' },
  },
  unknown: { depth: untilView, reserved: /^-$/ },
}

/** Hosts that serve a repository's bytes, as the same place on the forge itself. */
const rawHosts: Readonly<Record<string, (remote: Remote) => Remote>> = {
  'raw.githubusercontent.com': ({ path: [owner = '', name = '', ...rest] }) => onGithub(owner, name, 'raw', ...rest),
  'media.githubusercontent.com': ({ path: [, owner = '', name = '', ...rest] }) =>
    onGithub(owner, name, 'raw', ...rest),
  'codeload.github.com': ({ path }) => onGithub(...path),
  'api.github.com': ({ path: [repos, ...path] }) => onGithub(...(repos === 'repos' ? path : [])),
}

function onGithub(...path: readonly string[]): Remote {
  return { host: 'github.com', path, scheme: 'https' }
}

function locate({ host, path, scheme }: Remote, { forges = {} }: ForgeHints): ForgeUrl | undefined {
  const forge = forgeOf(host, path, forges)
  if (forge === undefined || grammars[forge].reserved.test(path[0] ?? '')) return undefined
  const depth = grammars[forge].depth(path)
  const last = path[depth - 1]
  const name = last?.replace(/\.git$/, '')
  const owner = path.slice(0, depth - 1)
  // A server of unknown kind may have a repository at the top, if `.git` says that it is one.
  if (name === undefined || (owner.length === 0 && (forge !== 'unknown' || name === last))) return undefined
  const allowed = forge === 'unknown' ? /^(?!.*\.git$)[^\s<>"'`]+$/ : /^(?!.*\.git$)~?[\w.-]+$/
  if (![...owner, name].every((segment) => allowed.test(segment))) return undefined
  const url = `${scheme}://${[host, ...owner, name].map(encodeURI).join('/')}`
  return { repository: { forge, host, owner: owner.join('/'), name, url }, ...viewOf(forge, path.slice(depth)) }
}

const views: Readonly<Record<string, View>> = { blob: 'file', tree: 'folder', raw: 'raw', src: 'folder' }

function viewOf(forge: Forge, rest: readonly string[]): Omit<ForgeUrl, 'repository'> {
  const [word = '', ...path] = rest[0] === '-' ? rest.slice(1) : rest
  const view = grammars[forge].words?.[word] ?? (Object.hasOwn(views, word) ? views[word] : undefined)
  if (view === undefined || path.length === 0) return { view: 'other' }
  const [ref = '', ...segments] = withoutRefKind(forge, path)
  if (forge === 'sourcehut' && segments[0] === 'item') segments.shift()
  // Bitbucket and Gitea show files and folders at the same address; most files have an extension and most folders none.
  const isFile = word === 'src' && /.\./.test(segments.at(-1) ?? '')
  return { view: isFile ? 'file' : view, ref, path: segments.join('/') }
}

/** `refs/heads/main`, and Gitea's `branch/main`, name the kind of the ref before the ref. */
function withoutRefKind(forge: Forge, path: readonly string[]): readonly string[] {
  if (path[0] === 'refs' && path.length > 2) return path.slice(2)
  return forge === 'gitea' && /^(?:branch|tag|commit)$/.test(path[0] ?? '') ? path.slice(1) : path
}
