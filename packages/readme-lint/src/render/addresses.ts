import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Element, ElementContent, Root } from 'hast'
import type { AddressFact, Host } from '../host.ts'
import type { Showing } from '../hosts.ts'
import { type RelativeAddress, relativeAddress } from '../readme/address.ts'
import { schemeOf } from '../readme/scheme.ts'
import { absoluteUrl } from '../shown/absolute.ts'
import { imageState, isOfKind } from '../shown/images.ts'
import { type Addressed, addressFact, addressState, type Placed } from '../shown/relative.ts'
import type { Origins } from './origins.ts'
import { replaceIn } from './walk.ts'

/** Gives links and images the addresses that they have on a host. */
export function rewriteAddresses(tree: Root, { placed, showing, origins }: Rewriting): void {
  const context = { ...placed, ...showing }
  const { nodes } = placed.document
  const { bytesOfPages } = showing.host.markup ?? {}
  const references = new Set(
    [...nodes.of('linkReference'), ...nodes.of('imageReference')].map(({ node }) => rangeOf(node).start),
  )
  replaceIn(tree, (node) => {
    if (node.type === 'text') return undefined
    const origin = origins.of(node)
    const tag = origin?.html ? { tag: { name: node.tagName, inside: origin.inside } } : {}
    const reference = origin && !origin.html && references.has(origin.start) ? ({ kind: 'reference' } as const) : {}
    return rewriteElement(node, (name, written) => {
      const isRead = !origin?.inside && (name !== 'href' || (!origin?.html && bytesOfPages === true))
      const url = bytesOfPages && isRead ? bytesOf(written) : written
      const link = { url, image: name !== 'href', attribute: { name, value: url }, ...tag, ...reference }
      if (name === 'href') return linkOn(context, link)
      return name === 'src' ? imageOn(context, link) : addressOn(context, link)
    })
  })
}

/** Of a file that has a page on GitHub, unless it is Markdown. */
function bytesOf(url: string): string {
  return url.replace(/^(https?:\/\/github\.com\/[^/?#]+\/[^/?#]+)\/blob\/(?![^?#]*\.md(?:[?#]|$))/, '$1/raw/')
}

interface Rewriting {
  readonly placed: Placed
  readonly showing: Showing
  readonly origins: Origins
}

type Context = Placed & Showing

interface Address extends Addressed {
  readonly url: string
}

/** What becomes of an address: another one, `nothing` of its attribute, or only the `text` around which it stands. */
type Fate = { readonly url: string } | 'nothing' | 'text'

/** Rewrites the addresses of an element; gives what is left of it where it cannot stay. */
function rewriteElement(
  { properties, children }: Element,
  fateOf: (name: string, url: string) => Fate,
): readonly ElementContent[] | undefined {
  for (const name of ['href', 'src', 'poster']) {
    const url = properties[name]
    if (typeof url !== 'string') continue
    const fate = fateOf(name, url)
    if (fate === 'text') return children
    if (fate === 'nothing') delete properties[name]
    else properties[name] = fate.url
  }
  const { srcSet } = properties
  if (typeof srcSet !== 'string') return undefined
  properties.srcSet = srcSet.replaceAll(candidate, (_, url: string, rest: string) => {
    const fate = fateOf('srcset', url)
    return typeof fate === 'string' ? '' : fate.url + rest
  })
  return undefined
}

/** A candidate of a `srcset`: an address, and a descriptor that stays. */
const candidate = /([^\s,](?:\S*[^\s,])?)((?:\s+[^,]*)?)/g

function linkOn(context: Context, link: Address): Fate {
  const { links } = context.host
  return links && link.url === '' ? leftBy(links) : (withoutScheme(context, link) ?? addressOn(context, link))
}

/** What is left of an address whose scheme a host refuses. */
function withoutScheme({ host: { links } }: Context, { url }: Address): Fate | undefined {
  const scheme = schemeOf(url)
  return links && scheme !== undefined && !links.schemes.has(scheme) ? leftBy(links) : undefined
}

function leftBy({ leaves }: NonNullable<Host['links']>): Fate {
  return leaves === 'empty' ? { url: '' } : 'text'
}

/** What is at a relative address on a host. Every other address stays. */
function addressOn(context: Context, link: Address): Fate {
  const { project, path, host } = context
  const { url } = link
  const address = relativeAddress(url, path, project)
  if (!address) return { url }
  const fact = addressFact(host, link)
  const state = addressState(context, link, project)
  if (state === 'kept' || state === 'rewritten')
    return { url: absolute(context, { link, address, fact, written: url }) ?? url }
  if (state !== 'broken' || fact.leaves === undefined) return { url }
  return fact.leaves === 'empty' ? { url: '' } : fact.leaves
}

interface Relative {
  readonly link: Addressed
  readonly address: RelativeAddress
  readonly fact: AddressFact
  /** The address as it is written. */
  readonly written: string
}

/** Files that crates.io knows as media (crates_io_markdown, is_media_url, 2026-08-21). */
const media = /\.(?:gif|jpe?g|mp4|ogg|png|svg|webm|webp)$/

function absolute(context: Context, { link, address, fact, written }: Relative): string | undefined {
  if (fact.raw === undefined) return absoluteUrl({ link, address }, context)
  const asImage = fact.raw === 'media' ? media.test(written) : link.image
  // Pages of a forge differ from those with the bytes by one word.
  const url = absoluteUrl({ link: { ...link, image: false }, address }, context)
  const raw = asImage ? url?.replace(/\/(?:blob|src)\/(?=HEAD\/)/, '/raw/') : url
  return fact.raw === 'media' && written.endsWith('.svg')
    ? raw && `${raw}${raw.includes('?') ? '&' : '?'}sanitize=true`
    : raw
}

/** The address of an image, which a host may refuse. */
function imageOn(context: Context, link: Address): Fate {
  const { host } = context
  const fate = withoutScheme(context, link) ?? addressOn(context, link)
  if (typeof fate === 'string' || fate.url === '') return fate
  const shown = { ...link, url: fate.url }
  const stateAs = (kind: 'http-image' | 'svg-image' | 'remote-image') =>
    isOfKind[kind](shown.url) ? imageState(host, shown, kind) : 'kept'
  const asHttp = stateAs('http-image')
  if (asHttp === 'broken') return 'nothing'
  if (asHttp === 'rewritten') return imageOn(context, { ...link, url: fate.url.replace(/^http:/i, 'https:') })
  if (stateAs('svg-image') === 'broken') return 'nothing'
  return stateAs('remote-image') === 'broken' ? { url: '' } : fate
}
