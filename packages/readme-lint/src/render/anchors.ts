import { decode } from '@frontdoor/kit/text/percent'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Element, Root } from 'hast'
import type { Host } from '../host.ts'
import { allowsAttribute } from '../sanitizers/html-list.ts'
import { withLink } from '../shown/anchors.ts'
import { slugsFor } from '../shown/slugs.ts'
import type { Origins } from './origins.ts'
import { element, elementsIn } from './walk.ts'

/**
 * Gives headings the anchors of a host, and links within the page the address that they have there. Where a script finds the place of a
 * link, the link is what the script makes of it.
 */
export function placeAnchors(tree: Root, { document, host, origins }: Anchoring): void {
  const slugs = slugsFor(host, document) ?? []
  const ids = new Map(document.sections.map(({ start }, index) => [start, slugs[index]]))
  for (const one of elementsIn(tree)) {
    const origin = origins.of(one)
    if (origin?.footnote) placeFootnote(one, host, origin.footnote.id)
    else if (origin && /^h[1-6]$/.test(one.tagName)) placeAnchor(one, host.anchors.prefix.link, ids.get(origin.start))
  }
  removeRefused(tree, host)
  leadToAnchors(tree, host, origins)
}

interface Anchoring {
  readonly document: MarkdownDocument
  readonly host: Host
  readonly origins: Origins
}

/** What holds footnotes has passed the filter; its id has not. */
function placeFootnote({ tagName, properties }: Element, host: Host, id: string | undefined): void {
  const { html } = host
  if (id === undefined) return
  if (html.does !== 'filtered' || allowsAttribute(html.allows, tagName, { name: 'id', value: id }))
    properties.id = footnotePrefix(host) + id
}

function footnotePrefix({ anchors: { prefix } }: Host): string {
  return prefix.footnote ?? prefix.written
}

/** A heading that has an id of its own is found by both. */
function placeAnchor(heading: Element, prefix: string, slug: string | undefined): void {
  if (slug === undefined) return
  const id = prefix + slug
  if (heading.properties.id === undefined) heading.properties.id = id
  else if (heading.properties.id !== id) heading.children.unshift(element('a', { id }, []))
}

function removeRefused(tree: Root, { anchors: { refused } }: Host): void {
  if (!refused) return
  for (const { properties } of elementsIn(tree)) {
    for (const name of ['id', 'name']) if (refused.has(String(properties[name]))) delete properties[name]
  }
}

function leadToAnchors(tree: Root, host: Host, origins: Origins): void {
  const { htmlLink } = host.anchors
  const known = knownIds(tree, host)
  for (const one of elementsIn(tree)) {
    const { href } = one.properties
    if (typeof href !== 'string' || !href.startsWith('#')) continue
    const origin = origins.of(one)
    const link = origin?.html && htmlLink !== undefined ? withLink(host, htmlLink) : host
    one.properties.href = origin?.footnote ? `#${footnotePrefix(host)}${href.slice(1)}` : linkOn(link, href, known)
  }
}

/** Ids of a page by how its links find them. */
function knownIds(tree: Root, { anchors }: Host): ReadonlyMap<string, string> {
  if (!anchors.anyCase && !anchors.alsoAsWritten) return new Map()
  const ids = [...elementsIn(tree)].flatMap(({ tagName, properties: { id, name } }) =>
    [id, tagName === 'a' && anchors.alsoAsWritten ? name : undefined].filter((one) => typeof one === 'string'),
  )
  return new Map(ids.toReversed().map((id) => [anchors.anyCase ? id.toLowerCase() : id, id]))
}

function linkOn({ anchors }: Host, href: string, known: ReadonlyMap<string, string>): string {
  const anchor = decode(href.slice(1))
  if (anchor === '' || (anchor.toLowerCase() === 'top' && !anchors.noTop)) return href
  const candidates = [anchors.prefix.link + anchor, ...(anchors.alsoAsWritten ? [anchor] : [])]
  const [found] = candidates.flatMap((id) => known.get(anchors.anyCase ? id.toLowerCase() : id) ?? [])
  return found === undefined ? `#${anchors.prefix.link}${href.slice(1)}` : `#${found}`
}
