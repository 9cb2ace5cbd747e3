import type { Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { HtmlAttribute, HtmlTag } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import type { AddressFact, Host, State } from '../host.ts'
import type { Showing } from '../hosts.ts'
import { leavesRepository, mayBeThere, type RelativeAddress, relativeAddress } from '../readme/address.ts'
import { attributeState, tagState } from './html-filter.ts'

/** What may have a relative address. */
export type AddressKind = 'link' | 'image' | 'srcset'

/** A relative address in a README. */
export interface RelativeUse {
  readonly link: Link
  readonly address: RelativeAddress
}

/** A README in its project. */
export interface Placed {
  readonly document: MarkdownDocument
  readonly project: Project
  /** Relative to the project's folder. */
  readonly path: string
}

/** The links, images or candidates of a `srcset` that are relative and lead to something that is there. */
export function relativeUses({ document, project, path }: Placed, kind: AddressKind): RelativeUse[] {
  const named = new Set(document.links.flatMap(({ kind: form, urlAt }) => (form === 'reference' ? urlAt.start : [])))
  return document.links.flatMap((link) => {
    if (link.kind === 'reference' || kindOf(link) !== kind) return []
    // What nothing names is shown nowhere.
    if (link.kind === 'definition' && !named.has(link.urlAt.start)) return []
    const address = relativeAddress(link.url, path, project)
    // Of what is not there `link/dead-file` has more to say. Above the root there are pages of the forge.
    const isThere = address && (leavesRepository(address) || mayBeThere(address, project))
    return isThere ? [{ link, address }] : []
  })
}

/** What has an address, as far as hosts look at it. */
export interface Addressed extends Pick<Link, 'image'> {
  /** Absent where it does not matter. */
  readonly kind?: Link['kind']
  /** Absent in Markdown. */
  readonly tag?: Pick<HtmlTag, 'name' | 'inside'>
  readonly attribute?: Pick<HtmlAttribute, 'name' | 'value'>
  readonly url?: string
}

/** What becomes of a relative address on a host. */
export function addressState({ host, manifest }: Showing, link: Addressed, project: Project): State {
  const { tag, attribute } = link
  const written = tag && (attribute ? attributeState(host, tag, attribute) : tagState(host, tag.name))
  if (written !== undefined && written !== 'kept' && written !== 'unknown') return written
  const { does, forges } = addressFact(host, link)
  if (does !== 'needs-repository') return does
  // A host takes a relative address to the repository that the manifest names.
  const repository = manifest ? manifest.repository : project.repository
  return repository && forges?.includes(repository.forge) !== false ? 'rewritten' : 'broken'
}

/** What is known of an address of this kind. */
export function addressFact(host: Host, link: Addressed): AddressFact {
  if (link.url?.startsWith('/') && host.rootedAddress) return host.rootedAddress
  const isDefined = link.kind === 'definition' || link.kind === 'reference'
  if (isDefined && host.relativeReference) return host.relativeReference
  const kind = kindOf(link)
  if (kind === 'link') return (link.tag && host.relativeHtmlLink) ?? host.relativeLink
  if (link.tag?.inside && host.relativeInsideImage) return host.relativeInsideImage
  return kind === 'image' ? host.relativeImage : host.relativeSrcset
}

function kindOf({ image, attribute }: Addressed): AddressKind {
  if (attribute?.name === 'srcset') return 'srcset'
  return image ? 'image' : 'link'
}
