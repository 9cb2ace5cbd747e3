import { decode } from '@frontdoor/kit/text/percent'
import type { Block } from '@frontdoor/markdown/blocks'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
import { attributeOf } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import { type NodeOf, rangeOf } from '@frontdoor/markdown/nodes'
import type { Section } from '@frontdoor/markdown/sections'
import type { Showing } from '../hosts.ts'
import { perDocument } from '../readme/per-document.ts'
import { firstAt, linksIn, topOf } from '../readme/top.ts'
import { names, sectionsAbout } from '../topics/topics.ts'
import { anchorsOf } from './section-anchors.ts'

/** One item of a table of contents. */
export interface TocEntry {
  readonly item: Range
  /** How deep it is nested, from 0. */
  readonly level: number
  /** Its first link, if that leads within the page. */
  readonly link: Link | undefined
  /** The heading it leads to. */
  readonly section: Section | undefined
  /** True where its link leads to nothing on the page. */
  readonly dead: boolean
}

/** A list of links to the headings below it. */
export interface Toc extends Range {
  readonly entries: readonly TocEntry[]
  /** Its only list, at the root of the document; undefined where it is made otherwise, so that it is not ours to mend. */
  readonly list: NodeOf<'list'> | undefined
  /** The block that a generator writes it in. */
  readonly block: Block | undefined
}

/** Finds the table of contents: the lists of links under a heading that says so, else the first list that leads to most of the headings. */
export const tocOf: (document: MarkdownDocument, showings: readonly Showing[]) => Toc | undefined = perDocument(
  (document, showings: readonly Showing[]) => {
    const lists = document.nodes.of('list').filter(({ parent }) => parent.type !== 'listItem')
    if (lists.length === 0) return undefined
    const resolve = resolver(document, anchorsOf(document, showings))
    const named = contentsPart(document)
    const under = named
      ? lists.filter(({ node }) => covers(named, rangeOf(node))).map(({ node }) => read(document, node, resolve))
      : []
    const declared = under.filter((entries) => isListOfAnchors(entries, 2))
    if (declared.length > 0) return describe(document, declared, lists)
    const { end } = secondSection(document)
    for (const { node } of lists) {
      if (rangeOf(node).start > end) break
      const entries = read(document, node, resolve)
      if (isListOfAnchors(entries, 4) && leadsToMost(document, entries, rangeOf(node).end))
        return describe(document, [entries], lists)
    }
    return undefined
  },
)

function describe(
  document: MarkdownDocument,
  lists: readonly TocEntry[][],
  found: readonly { node: NodeOf<'list'>; parent: { type: string } }[],
): Toc {
  const entries = lists.flat()
  const [start, end] = [
    Math.min(...entries.map(({ item }) => item.start)),
    Math.max(...entries.map(({ item }) => item.end)),
  ]
  const own =
    lists.length === 1
      ? found.find(({ node, parent }) => parent.type === 'root' && rangeOf(node).start === start)
      : undefined
  const block = document.blocks.find(({ body }) => covers(body, { start, end }))
  return { start, end, entries, list: own?.node, block }
}

/** What says of itself that it holds the contents: a generator's block, a part of the page that is called so, a list. */
function contentsPart(document: MarkdownDocument): Range | undefined {
  const block = document.blocks.find(
    ({ owner, name }) =>
      /^(?:doctoc|.*-toc)$/.test(owner) || /^(?:toc|.*markdown-?toc|table-of-contents|contents)$/i.test(name),
  )
  return block?.body ?? belowHeading(document) ?? foldedContents(document) ?? labelledList(document)
}

/** `Table of Contents`, not `Contents of the box and how to use them all`. */
function saysContents(text: string): boolean {
  return names('contents', text) && text.trim().split(/\s+/).length <= 5
}

/** From a heading "Contents" to the next heading. */
function belowHeading(document: MarkdownDocument): Range | undefined {
  const heading = sectionsAbout('contents', document).find(({ title }) => saysContents(title))
  if (!heading) return undefined
  const { sections, source } = document
  const next = sections[sections.indexOf(heading) + 1]
  return { start: heading.end, end: next?.start ?? source.length }
}

/** A `<details>` with the summary "Contents". */
function foldedContents(document: MarkdownDocument): Range | undefined {
  const summary = document.elements.find(
    (element) => element.name === 'summary' && saysContents(document.text(element)),
  )
  return summary?.parent?.name === 'details' ? summary.parent : undefined
}

/** A list behind a paragraph "Contents". */
function labelledList(document: MarkdownDocument): Range | undefined {
  const { children } = document.tree
  const list = children.find((node, index) => {
    const before = children[index - 1]
    return node.type === 'list' && before?.type === 'paragraph' && saysContents(document.text(rangeOf(before)))
  })
  return list && rangeOf(list)
}

function secondSection(document: MarkdownDocument): Range {
  const { end, depth } = topOf(document)
  const below = document.sections.filter((section) => section.start >= end && section.depth <= depth)
  return below[1] ?? { start: 0, end: document.source.length }
}

type Resolve = (anchor: string) => Section | 'anchor' | undefined

/** What an anchor leads to: a heading, or the heading that an anchor of one's own stands in or right before. */
function resolver(document: MarkdownDocument, anchors: ReadonlyMap<Section, string>): Resolve {
  const { sections, tags } = document
  // That GitHub keeps the joiner of Persian words is likely, and not known.
  const bySlug = new Map(
    [...anchors]
      .reverse()
      .flatMap(([section, slug]) =>
        [slug.replaceAll('\u200C', ''), slug].map((one) => [one.toLowerCase(), section] as const),
      ),
  )
  const byName = new Map<string, Section | 'anchor'>([
    ['', 'anchor'],
    ['top', 'anchor'],
    ['readme', 'anchor'],
  ])
  for (const tag of tags) {
    const name = attributeOf(tag, 'id') || attributeOf(tag, 'name')
    if (!name) continue
    const at = firstAt(sections, tag.start)
    const around = sections[at - 1]
    const next = around && tag.start < around.end ? around : sections[at]
    const near =
      next &&
      (next === around ||
        (next.start - tag.end < 500 && document.text({ start: tag.end, end: next.start }).trim() === ''))
    byName.set(name.toLowerCase(), near ? next : 'anchor')
  }
  return (anchor) => {
    const key = decode(anchor)
      .replace(/^user-content-/, '')
      .toLowerCase()
    return bySlug.get(key) ?? byName.get(key)
  }
}

function read(document: MarkdownDocument, list: NodeOf<'list'>, resolve: Resolve): TocEntry[] {
  const entries: TocEntry[] = []
  const visit = (item: NodeOf<'listItem'>, level: number): void => {
    const [first, ...rest] = item.children
    const own = first?.type === 'paragraph' ? rangeOf(first) : { start: rangeOf(item).start, end: rangeOf(item).start }
    const [link] = linksIn(document, own)
    const inPage = link?.url.startsWith('#') ? link : undefined
    const target = inPage && resolve(inPage.url.slice(1))
    const section = target === 'anchor' ? undefined : target
    entries.push({
      item: { start: rangeOf(item).start, end: own.end },
      level,
      link: inPage,
      section,
      dead: inPage !== undefined && target === undefined,
    })
    for (const child of first?.type === 'list' ? [first, ...rest] : rest) {
      if (child.type === 'list') for (const nested of child.children) visit(nested, level + 1)
    }
  }
  for (const item of list.children) visit(item, 0)
  return entries
}

function isListOfAnchors(entries: readonly TocEntry[], least: number): boolean {
  const links = entries.filter(({ link }) => link).length
  return links >= least && links >= entries.length * 0.8
}

/** A list of links to some sections is no table of contents; one that leads to most of those below it is. */
function leadsToMost({ sections }: MarkdownDocument, entries: readonly TocEntry[], end: number): boolean {
  const below = sections.filter(({ start }) => start >= end)
  const highest = Math.min(...below.map(({ depth }) => depth))
  const listed = new Set(entries.map(({ section }) => section))
  const dead = entries.filter((entry) => entry.dead).length
  const upper = below.filter(({ depth }) => depth === highest)
  return upper.filter((section) => listed.has(section)).length + dead >= Math.max(3, upper.length * 0.6)
}
