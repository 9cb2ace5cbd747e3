import { decode } from '@frontdoor/kit/text/percent'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import type { Host } from '../host.ts'
import { host as github } from '../hosts/github.ts'
import { attributeState, goneOn } from './html-filter.ts'
import { slugsFor } from './slugs.ts'

/** A link within the page. */
export interface WorkingLink {
  /** Where its address is written. */
  readonly at: Range
  /** Where it leads, without `#`. */
  readonly anchor: string
  /** Written as HTML. */
  readonly html: boolean
}

/** What links within the page may say on a host so that they lead somewhere; undefined where that is not known. */
export type Reached = ((link: Pick<WorkingLink, 'anchor' | 'html'>) => boolean) | undefined

/** The links within a page that lead somewhere on GitHub. What does not is what `link/dead-anchor` tells. */
export function workingLinks(document: MarkdownDocument): WorkingLink[] {
  const reached = reachedOn(github, document)
  return document.links.flatMap((link) => {
    const anchor = anchorOf(link)
    if (anchor === undefined) return []
    const working = { at: link.urlAt, anchor, html: link.kind === 'html' }
    return reached?.(working) ? [working] : []
  })
}

/** The place within the page that a link leads to, as it says it without its `#`; undefined for every other link. */
export function anchorOf({ kind, image, url }: Link): string | undefined {
  if (image || kind === 'reference' || !url.startsWith('#')) return undefined
  return decode(url.slice(1)) || undefined
}

/** Tells the links within a page that lead somewhere on a host. */
export function reachedOn(host: Host, document: MarkdownDocument): Reached {
  const inMarkdown = anchorsOn(host, document)
  if (!inMarkdown) return undefined
  const { anyCase, htmlLink, noTop } = host.anchors
  const inHtml = htmlLink === undefined ? inMarkdown : (anchorsOn(withLink(host, htmlLink), document) ?? inMarkdown)
  return ({ anchor, html }) => {
    const isPrefixed = noTop === true && !(html && htmlLink === '')
    if (anchor.toLowerCase() === 'top' && !isPrefixed) return true
    return (html ? inHtml : inMarkdown).has(anyCase ? anchor.toLowerCase() : anchor)
  }
}

/** A host as links see it that get another prefix. */
export function withLink(host: Host, link: string): Host {
  const { anchors } = host
  return { ...host, anchors: { ...anchors, prefix: { ...anchors.prefix, link } } }
}

function anchorsOn(host: Host, document: MarkdownDocument): ReadonlySet<string> | undefined {
  const slugs = slugsFor(host, document)
  if (!slugs || host.html.does === 'unknown') return undefined
  const anchors = [...slugs, ...writtenOn(host, document)].filter((anchor) => anchor !== undefined)
  return new Set(host.anchors.anyCase ? anchors.map((anchor) => anchor.toLowerCase()) : anchors)
}

/** Anchors that are written as HTML, as far as the host keeps them and its links lead there. */
function* writtenOn(host: Host, document: MarkdownDocument): Generator<string> {
  const { prefix, refused, alsoAsWritten } = host.anchors
  const { written, link } = prefix
  const gone = goneOn(host, document)
  for (const tag of document.tags.filter((one) => !gone.some((range) => covers(range, one)))) {
    for (const attribute of tag.attributes) {
      if (attribute.name !== 'id' && !(attribute.name === 'name' && tag.name === 'a')) continue
      const kept = attributeState(host, tag, attribute)
      const id = written + attribute.value
      if (refused?.has(id) || (kept !== 'kept' && kept !== 'unknown')) continue
      if (id.startsWith(link)) yield id.slice(link.length)
      if (alsoAsWritten) yield id
    }
  }
}
