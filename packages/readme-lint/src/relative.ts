import { fileUrl, folderUrl, rawUrl } from '@frontdoor/kit/forge'
import type { Repository } from '@frontdoor/kit/project'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { leavesRepository, type RelativeAddress, relativeAddress } from './address.ts'
import type { Host } from './host.ts'
import type { Showing } from './hosts.ts'
import type { RuleContext } from './rule.ts'

/** Findings about the relative links, or the relative images, of a README that a host shows without the repository around it. */
export function* brokenElsewhere(context: RuleContext, what: 'link' | 'image'): Generator<Finding> {
  const fact = what === 'image' ? 'relativeImage' : 'relativeLink'
  const broken = context.showings.filter((showing) => breaks(showing, fact)).map(({ host }) => host)
  const [first] = broken
  if (!first) return
  for (const link of context.document.links) {
    if (link.kind === 'reference' || link.image !== (what === 'image')) continue
    const address = relativeAddress(link.url, context.path, context.project)
    // Of what is not there `link/dead-file` has more to say.
    if (address && isThere(address, context)) yield describe({ link, address, broken }, context)
  }
}

/** Above the root there are pages of the forge, which no registry has. */
function isThere(address: RelativeAddress, { project }: RuleContext): boolean {
  return leavesRepository(address) || project.files.kind(address.path) !== undefined
}

/** A host that takes relative addresses to the repository can only do so if the manifest names it. */
function breaks({ host, manifest }: Showing, fact: 'relativeLink' | 'relativeImage'): boolean {
  const { does } = host[fact]
  return does === 'broken' || (does === 'needs-repository' && manifest?.repository === undefined)
}

interface Broken {
  readonly link: Link
  readonly address: RelativeAddress
  readonly broken: readonly Host[]
}

function describe({ link, address, broken }: Broken, context: RuleContext): Finding {
  const absolute = absoluteUrl(link, address, context)
  const where = listOf(broken.map(({ title }) => title))
  const what = link.image ? 'This relative image is not shown' : 'This relative link is dead'
  return {
    at: link.urlAt,
    message: `${what} on ${where}: ${absolute ? `write ${absolute}` : 'write an absolute address'}`,
    hosts: broken.map(({ name }) => name),
    ...(absolute && { fix: { safe: true, edits: [{ ...link.urlAt, text: absolute }] } }),
  }
}

/** Where the repository has it. `HEAD` follows the default branch, whatever it is called now or later. */
function absoluteUrl({ image }: Link, address: RelativeAddress, { project }: RuleContext): string | undefined {
  const { repository, files } = project
  const kind = files.kind(address.path)
  if (!repository) return undefined
  if (leavesRepository(address)) return repository.forge === 'github' ? forgePage(repository, address) : undefined
  if (image) return append(rawUrl(repository, 'HEAD', address.inRoot), withoutRaw(address.suffix))
  const page = kind === 'directory' ? folderUrl : fileUrl
  return append(page(repository, 'HEAD', address.inRoot), address.suffix)
}

/** A page of a repository on GitHub, seen from its files at `blob/HEAD`: `../../issues`. */
function forgePage({ url }: Repository, { inRoot, suffix }: RelativeAddress): string | undefined {
  const page = /^\.\.\/\.\.\/(?!\.\.)(.+)$/.exec(inRoot)?.[1]
  return page && `${url}/${page}${suffix}`
}

function append(url: string | undefined, suffix: string): string | undefined {
  return url === undefined ? undefined : url + suffix
}

/** `?raw=true` asks a forge's page for the bytes, which the absolute address already leads to. */
function withoutRaw(suffix: string): string {
  return suffix.replace(/^\?raw=(?:true|1)(?=$|#)/, '')
}

/** `npm`, `npm and PyPI`, `npm, PyPI and NuGet`. */
function listOf(titles: readonly string[]): string {
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`
}
