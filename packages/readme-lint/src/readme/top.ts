import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Section } from '@frontdoor/markdown/sections'
import { isLanguageSwitch } from '../topics/languages.ts'
import { names } from '../topics/topics.ts'
import { perDocument } from './per-document.ts'

/** What a reader meets first: the title and all before the first section behind it. */
export interface Top extends Range {
  /** A heading of level 1 before the first of level 2, or the first heading where only images and badges stand before it, unless it names a section. */
  readonly title: Section | undefined
  /** Depth of the headings of the sections below it; 2 where there are none. */
  readonly depth: Section['depth']
}

/** Finds the top of a README. A line under the title may be a heading too, if its level is deeper than that of the sections, or if it is a row of links. */
export const topOf: (document: MarkdownDocument) => Top = perDocument((document) => {
  const { source } = document
  const sections = ownSections(document)
  const title = titleOf(document, sections)
  const behind = title ? sections.slice(sections.indexOf(title) + 1) : sections
  const upper = Math.min(...behind.map(({ depth }) => depth))
  const first = behind.find((section) => section.depth <= Math.max(2, upper) && !isRowOfLinks(document, section))
  return { title, start: 0, end: first?.start ?? source.length, depth: first?.depth ?? 2 }
})

/** Translations, or other pages, in large letters. */
function isRowOfLinks(document: MarkdownDocument, section: Section): boolean {
  const links = linksIn(document, section)
  const rest = links.reduce((text, link) => text.replace(link.text, ''), section.title)
  return isLanguageSwitch(section.title) || (links.length > 1 && !/[\p{L}\p{N}]/u.test(rest))
}

/** A quote has headings of its own: a notice above the logo is no title. */
function ownSections({ sections, nodes }: MarkdownDocument): readonly Section[] {
  const quotes = nodes.of('blockquote').map(({ node }) => rangeOf(node))
  let [next, quoted] = [0, 0]
  return sections.filter(({ start }) => {
    for (let quote = quotes[next]; quote && quote.start < start; quote = quotes[++next])
      quoted = Math.max(quoted, quote.end)
    return start >= quoted
  })
}

function titleOf(document: MarkdownDocument, sections: readonly Section[]): Section | undefined {
  const upper = sections.find(({ depth }) => depth <= 2)
  if (upper?.depth === 1) {
    if (upper.title === '') return namedBehind(document, { upper, sections }) ?? upper
    return isOfSection(upper) && saysMoreAbove(document, upper) ? undefined : upper
  }
  const [first] = sections
  return !first || isOfSection(first) || saysMoreAbove(document, first) ? undefined : first
}

/** True for a heading that many pages have further down: "Installation" below a logo is no name of a project. */
function isOfSection({ title }: Section): boolean {
  const isShort = title.split(/\s+/).length <= 2
  return isShort && sectionTopics.some((topic) => names(topic, title))
}

/** True where more than images and badges stand before a heading. */
function saysMoreAbove(document: MarkdownDocument, { start }: Section): boolean {
  return document.text({ start: 0, end: start }, { alt: false }).trim() !== ''
}

const sectionTopics = ['install', 'contents'] as const

/** Behind a logo as a heading of its own, with nothing but badges between, the title may come in words. */
function namedBehind(
  document: MarkdownDocument,
  { upper: logo, sections }: { readonly upper: Section; readonly sections: readonly Section[] },
): Section | undefined {
  const next = sections[sections.indexOf(logo) + 1]
  if (next?.depth !== 1) return undefined
  return document.text({ start: logo.end, end: next.start }, { alt: false }).trim() === '' ? next : undefined
}

/** Links a reader can see in a range: not definitions, and no images unless they are linked. */
export function linksIn({ links }: MarkdownDocument, { start, end }: Range): Link[] {
  const found: Link[] = []
  for (let index = firstAt(links, start); index < links.length; index++) {
    const link = links[index] as Link
    if (link.start >= end) break
    if (link.kind !== 'definition' && !link.image && link.end <= end) found.push(link)
  }
  return found
}

/** Number of the first of some sorted ranges that starts at or behind an offset. */
export function firstAt(ranges: readonly Range[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Range).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a finding about something that is missing points: the title, else the first line. */
export function missingAt(document: MarkdownDocument): Range {
  const { title } = topOf(document)
  if (title) return { start: title.start, end: title.end }
  const end = /^\uFEFF?[^\r\n]*/.exec(document.source)?.[0].length ?? 0
  return { start: document.bom ? 1 : 0, end }
}
