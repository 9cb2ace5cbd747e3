import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { applyEdits } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { excessOf } from '../../shown/limit.ts'
import { slugsFor } from '../../shown/slugs.ts'
import { forgePage } from './forge-page.ts'
import type { Change, Rendering } from './transformation.ts'

/** Ends a README that is too long before a section, with a link to the rest. */
export function* cut(rendering: Rendering): Generator<Change> {
  const { document, showing } = rendering
  const { limit, title } = showing.host
  const excess = limit && excessOf(document.source, limit)
  if (!excess) return
  for (const boundary of boundaries(document, excess.offset)) {
    const edits = cutAt(rendering, boundary)
    if (excessOf(applyEdits(document.source, edits), limit)) continue
    const message = `${title} shows what stands above this line: the README is longer than ${limit.size.toLocaleString('en')} ${limit.unit}`
    yield { edits, note: { at: { start: boundary, end: boundary }, message } }
    return
  }
}

/** Where it can end, the best place first: before a heading, unless that would leave less than half of what fits; else before any block. */
function boundaries(document: MarkdownDocument, limit: number): number[] {
  const { sections, tree, elements } = document
  const isOpen = (offset: number) => elements.some(({ start, end, close }) => close && start < offset && offset < end)
  const blocks = tree.children
    .map((node) => rangeOf(node).start)
    .filter((start) => 0 < start && start <= limit && !isOpen(start))
  const headings = new Set(sections.map(({ start }) => start))
  const late = blocks.filter((start) => start * 2 >= limit).reverse()
  const early = blocks.filter((start) => start * 2 < limit).reverse()
  return [late, early].flatMap((part) => [...part.filter((start) => headings.has(start)), ...part]).concat(0)
}

function cutAt(rendering: Rendering, boundary: number): Edit[] {
  const { document, project } = rendering
  const { source, eol, sections } = document
  const next = sections.find(({ start }) => start === boundary) ?? sections.findLast(({ start }) => start < boundary)
  const page = forgePage(rendering, next?.slug)
  const other = project.manifests.map(({ homepage, documentation }) => documentation ?? homepage).find(Boolean)
  const where = page ?? other
  const line = where ? `[The rest of this README](${where})` : 'The rest of this README is left out here.'
  const kept = definitionsFor(document, boundary)
  const text = [line, ...(kept.length > 0 ? [kept.join(eol)] : [])].join(eol + eol)
  return [{ start: boundary, end: source.length, text: text + eol }, ...retargeted(rendering, boundary)]
}

/** Definitions, of links and of footnotes, that what stays refers to. */
function definitionsFor({ nodes, source }: MarkdownDocument, boundary: number): string[] {
  const referring = [...nodes.of('linkReference'), ...nodes.of('imageReference'), ...nodes.of('footnoteReference')]
  const wanted = new Set(
    referring
      .filter(({ node }) => rangeOf(node).start < boundary)
      .map(({ node }) => `${kindOf(node)} ${node.identifier}`),
  )
  return [...nodes.of('definition'), ...nodes.of('footnoteDefinition')].flatMap(({ node }) => {
    const { start, end } = rangeOf(node)
    return start >= boundary && wanted.delete(`${kindOf(node)} ${node.identifier}`) ? [source.slice(start, end)] : []
  })
}

function kindOf({ type }: { readonly type: string }): string {
  return type.startsWith('footnote') ? 'footnote' : 'link'
}

/** Links to what is cut off lead to where it still is. */
function retargeted(rendering: Rendering, boundary: number): Edit[] {
  const { document, showing } = rendering
  const slugs = slugsFor(showing.host, document) ?? []
  const gone = new Map<string, string>()
  for (const [index, { slug, start }] of document.sections.entries()) {
    if (start >= boundary)
      for (const one of [slug, slugs[index]]) if (one !== undefined) gone.set(`#${one}`.toLowerCase(), slug)
  }
  return document.links.flatMap(({ kind, url, urlAt, image }) => {
    const slug = gone.get(url.toLowerCase())
    if (slug === undefined || image || kind === 'reference' || urlAt.start >= boundary) return []
    const page = forgePage(rendering, slug)
    return page ? [{ ...urlAt, text: page }] : []
  })
}
