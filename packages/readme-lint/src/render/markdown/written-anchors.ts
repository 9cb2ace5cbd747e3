import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { HtmlTag } from '@frontdoor/markdown/html'
import type { Section } from '@frontdoor/markdown/sections'
import { reachedOn, workingLinks } from '../../shown/anchors.ts'
import type { Change, Rendering } from './transformation.ts'

/** Links to a heading in the place of those to anchors in HTML that the host does not find. */
export function* writtenAnchors({ document, showing: { host } }: Rendering): Generator<Change> {
  const reached = reachedOn(host, document)
  if (!reached || document.tags.length === 0) return
  const slugs = new Set(document.sections.map(({ slug }) => slug.toLowerCase()))
  for (const link of workingLinks(document)) {
    const { at, anchor } = link
    if (slugs.has(anchor.toLowerCase()) || reached(link)) continue
    const tag = document.tags.find((one) => isCalled(one, anchor))
    const section = tag && sectionAt(document, tag)
    if (section) yield { edits: [{ ...at, text: `#${section.slug}` }] }
  }
}

function isCalled({ attributes }: HtmlTag, anchor: string): boolean {
  const wanted = anchor.toLowerCase()
  return attributes.some(({ name, value }) => (name === 'id' || name === 'name') && value.toLowerCase() === wanted)
}

/** The heading that an anchor stands in or right before, else the one that it stands below. */
function sectionAt({ sections, source }: MarkdownDocument, tag: HtmlTag): Section | undefined {
  const next = sections.find(({ end }) => tag.start < end)
  const between = next && source.slice(tag.end, Math.max(tag.end, next.start)).replaceAll(/<\/?[a-z][^<>]*>/gi, '')
  if (between?.trim() === '') return next
  return sections.findLast(({ start }) => start < tag.start) ?? sections[0]
}
