import { decode } from '@frontdoor/kit/percent'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import type { Host } from '../host.ts'
import { host as github } from '../hosts/github.ts'
import { attributeState } from './html-filter.ts'
import { slugsFor } from './slugs.ts'

/** A link within the page. */
export interface WorkingLink {
  /** Where its address is written. */
  readonly at: Range
  /** Where it leads, without `#`. */
  readonly anchor: string
}

/** The links within a page that lead somewhere on GitHub. What does not is what `link/dead-anchor` tells. */
export function workingLinks(document: MarkdownDocument): WorkingLink[] {
  const anchors = anchorsOn(github, document) ?? new Set()
  return document.links.flatMap((link) => {
    const anchor = anchorOf(link)
    return anchor !== undefined && reaches(github, anchors, anchor) ? [{ at: link.urlAt, anchor }] : []
  })
}

/** The place within the page that a link leads to, without its `#`; undefined for every other link, and for the top of the page. */
function anchorOf({ kind, image, url }: Link): string | undefined {
  if (image || kind === 'reference' || !url.startsWith('#')) return undefined
  const anchor = decode(url.slice(1))
  return anchor === '' || anchor.toLowerCase() === 'top' ? undefined : anchor
}

/** What a link within the page may say on a host so that it leads somewhere; undefined where that is not known. */
export function anchorsOn(host: Host, document: MarkdownDocument): ReadonlySet<string> | undefined {
  const slugs = slugsFor(host, document)
  if (!slugs || host.html.does === 'unknown') return undefined
  const anchors = [...slugs, ...writtenOn(host, document)].filter((anchor) => anchor !== undefined)
  return new Set(host.anchors.anyCase ? anchors.map((anchor) => anchor.toLowerCase()) : anchors)
}

/** True where an anchor of `anchorsOn` is meant. */
export function reaches(host: Host, anchors: ReadonlySet<string>, anchor: string): boolean {
  return anchors.has(host.anchors.anyCase ? anchor.toLowerCase() : anchor)
}

/** Anchors that are written as HTML, as far as the host keeps them and its links lead there. */
function* writtenOn(host: Host, { tags }: MarkdownDocument): Generator<string> {
  const { written, link } = host.anchors.prefix
  for (const tag of tags) {
    for (const attribute of tag.attributes) {
      if (attribute.name !== 'id' && !(attribute.name === 'name' && tag.name === 'a')) continue
      const kept = attributeState(host, tag, attribute)
      const id = written + attribute.value
      if ((kept === 'kept' || kept === 'unknown') && id.startsWith(link)) yield id.slice(link.length)
    }
  }
}
