import type { Element, Properties, Root } from 'hast'
import type { Showing } from '../hosts.ts'
import { relativeAddress } from '../readme/address.ts'
import { absoluteUrl } from '../shown/absolute.ts'
import { imageState, isOfKind } from '../shown/images.ts'
import { type Addressed, addressFact, addressState, type Placed } from '../shown/relative.ts'
import type { Origin, Origins } from './origins.ts'
import { elementsIn } from './walk.ts'

/** Gives links and images the addresses that they have on a host. */
export function rewriteAddresses(tree: Root, { placed, showing, origins }: Rewriting): void {
  const context = { ...placed, ...showing }
  for (const element of elementsIn(tree)) {
    const origin = origins.of(element)
    rewrite(element, 'href', (url) => addressOn(context, { url, ...addressed('href', element, origin) }))
    rewrite(element, 'src', (url) => sourceOn(context, { url, ...addressed('src', element, origin) }))
    rewrite(element, 'poster', (url) => addressOn(context, { url, ...addressed('poster', element, origin) }))
    rewriteSet(element, (url) => addressOn(context, { url, ...addressed('srcset', element, origin) }))
  }
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

function addressed(name: string, { tagName }: Element, origin: Origin | undefined): Addressed {
  const tag = origin?.html ? { tag: { name: tagName } } : {}
  return { image: name !== 'href', attribute: { name }, ...tag }
}

function rewrite(
  { properties }: { properties: Properties },
  name: string,
  becomes: (url: string) => string | undefined,
): void {
  const url = properties[name]
  if (typeof url !== 'string') return
  const instead = becomes(url)
  if (instead === undefined) delete properties[name]
  else properties[name] = instead
}

/** Each candidate of a `srcset` has an address, and a descriptor that stays. */
function rewriteSet({ properties }: Element, becomes: (url: string) => string | undefined): void {
  const { srcSet } = properties
  if (typeof srcSet === 'string') {
    properties.srcSet = srcSet.replaceAll(candidate, (_, url: string, rest: string) => (becomes(url) ?? '') + rest)
  }
}

const candidate = /([^\s,](?:\S*[^\s,])?)((?:\s+[^,]*)?)/g

/** What is at a relative address on a host. Every other address stays. */
function addressOn(context: Context, { url, ...link }: Address): string | undefined {
  const { project, path, host } = context
  const address = relativeAddress(url, path, project)
  if (!address) return url
  const state = addressState(context, link, project)
  if (state === 'kept' || state === 'rewritten') return absoluteUrl({ link, address }, context) ?? url
  const { leaves } = addressFact(host, link)
  if (state !== 'broken' || leaves === undefined) return url
  return leaves === 'empty' ? '' : undefined
}

/** The address of an image, which a host may refuse. */
function sourceOn(context: Context, link: Address): string | undefined {
  const { host } = context
  const url = addressOn(context, link)
  if (url === undefined || url === '') return url
  const shown = { ...link, url }
  if (isOfKind['http-image'](url)) {
    const state = imageState(host, shown, 'http-image')
    if (state === 'broken') return undefined
    if (state === 'rewritten') return sourceOn(context, { ...link, url: url.replace(/^http:/i, 'https:') })
  }
  const kinds = ['svg-image', 'remote-image'] as const
  return kinds.some((kind) => isOfKind[kind](url) && imageState(host, shown, kind) === 'broken') ? '' : url
}
