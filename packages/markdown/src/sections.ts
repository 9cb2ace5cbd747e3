import GithubSlugger from 'github-slugger'
import type { Heading } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Range } from './edit.ts'
import type { HtmlElement } from './html.ts'
import { type NodeIndex, rangeOf } from './nodes.ts'

/** A heading, Markdown or HTML, and what it governs. The range is the heading's own. */
export interface Section extends Range {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  /** Text of the heading as a reader sees it, without images. */
  readonly title: string
  /** GitHub's anchor for it, unique in the document. */
  readonly slug: string
  /** From the end of the heading to the next heading of the same or a lower depth, or the end of the document. */
  readonly body: Range
  /** Absent for an HTML heading. */
  readonly node?: Heading
}

/** Gives each heading of a document its anchor, in document order. */
export interface Slugger {
  slug(text: string): string
}

/** What a document is made of, as far as its sections need it. */
export interface SectionSource {
  readonly source: string
  readonly nodes: NodeIndex
  readonly elements: readonly HtmlElement[]
  /** What a reader sees in a range. */
  text(range: Range, options: { readonly alt: boolean }): string
}

/** Reads the sections of a document, with anchors as GitHub makes them (github-slugger) unless another slugger is given. */
export function readSections(document: SectionSource, slugger: Slugger = new GithubSlugger()): Section[] {
  const headings = [...markdownHeadings(document.nodes), ...htmlHeadings(document)].sort((a, b) => a.start - b.start)
  const ends = bodyEnds(headings, document.source.length)
  return headings.map((heading, index) => ({
    ...heading,
    slug: slugger.slug(heading.title),
    body: { start: heading.end, end: ends[index] as number },
  }))
}

type Title = Omit<Section, 'slug' | 'body'>

function* markdownHeadings(nodes: NodeIndex): Generator<Title> {
  for (const { node } of nodes.of('heading')) {
    const title = textOf(node, { includeImageAlt: false, includeHtml: false })
    yield { ...rangeOf(node), depth: node.depth, title, node }
  }
}

function* htmlHeadings(document: SectionSource): Generator<Title> {
  for (const { name, open, close, start, end } of document.elements) {
    if (!close || !/^h[1-6]$/.test(name)) continue
    const title = document.text({ start: open.end, end: close.start }, { alt: false }).trim()
    yield { start, end, depth: Number(name.charAt(1)) as Section['depth'], title }
  }
}

/** Where the body of each heading ends: a stack holds the headings that are still open. */
function bodyEnds(headings: readonly Title[], end: number): number[] {
  const ends = headings.map(() => end)
  const open: number[] = []
  headings.forEach((heading, index) => {
    while (open.length > 0 && (headings[open.at(-1) as number] as Title).depth >= heading.depth) {
      ends[open.pop() as number] = heading.start
    }
    open.push(index)
  })
  return ends
}
