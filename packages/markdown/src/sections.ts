import type { Heading } from 'mdast'
import type { Range } from './edit.ts'
import type { HtmlElement } from './html.ts'
import { oneLine } from './lines.ts'
import { type NodeIndex, rangeOf } from './nodes.ts'
import { githubSlugger, type Slugger } from './slugger.ts'

/** A heading, Markdown or HTML, and what it governs. The range is the heading's own. */
export interface Section extends Range {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  /** Text of the heading as a reader sees it, on one line, without images. */
  readonly title: string
  /** GitHub's anchor for it, unique in the document. */
  readonly slug: string
  /**
   * From the end of the heading to the next heading of the same or a lower depth, or to the end of the quote, list item or
   * footnote that the heading stands in, or to that of the document.
   */
  readonly body: Range
  /** Absent for an HTML heading. */
  readonly node?: Heading
}

/** What a document is made of, as far as its sections need it. */
export interface SectionSource {
  readonly source: string
  readonly nodes: NodeIndex
  readonly elements: readonly HtmlElement[]
  /** What a reader sees in a range. */
  text(range: Range, options: { readonly alt: boolean }): string
}

/** Reads the sections of a document, with anchors as GitHub makes them unless another slugger is given. */
export function readSections(document: SectionSource, slugger: Slugger = githubSlugger()): Section[] {
  const headings = [...markdownHeadings(document.nodes), ...htmlHeadings(document)]
  headings.sort((a, b) => a.start - b.start)
  const ends = bodyEnds(headings, containersOf(headings, document))
  return headings.map(({ inside, ...heading }, index) => {
    const text = document.text(inside, { alt: false })
    // GitHub makes the anchor of the whole text: indentation in an HTML heading, or an image in front, gives it a hyphen.
    const slug = slugger.slug(text)
    const end = Math.max(heading.end, ends[index] as number)
    return { ...heading, title: oneLine(text), slug, body: { start: heading.end, end } }
  })
}

interface SectionHeading extends Omit<Section, 'title' | 'slug' | 'body'> {
  readonly inside: Range
}

function* markdownHeadings(nodes: NodeIndex): Generator<SectionHeading> {
  for (const { node } of nodes.of('heading')) {
    const range = rangeOf(node)
    yield { ...range, depth: node.depth, node, inside: range }
  }
}

function* htmlHeadings({ elements, source }: SectionSource): Generator<SectionHeading> {
  for (const { name, open, close, start, end } of elements) {
    if (!close || !/^h[1-6]$/.test(name) || isLine(source.slice(open.end, close.start))) continue
    const depth = Number(name.charAt(1)) as Section['depth']
    yield { start, end, depth, inside: { start: open.end, end: close.start } }
  }
}

/** True for a heading that holds nothing, which people write for the line that GitHub draws below it. */
function isLine(inside: string): boolean {
  return /^(?:\s|<br\s*\/?>)*$/i.test(inside)
}

/** The innermost quote, list item or footnote that each heading stands in, or the document. */
function containersOf(headings: readonly Range[], { source, nodes }: SectionSource): Range[] {
  const containers = [...nodes.of('blockquote'), ...nodes.of('listItem'), ...nodes.of('footnoteDefinition')]
    .map(({ node }) => rangeOf(node))
    .sort((a, b) => b.start - a.start)
  const open: Range[] = [{ start: 0, end: source.length }]
  return headings.map(({ start }) => {
    for (let next = containers.at(-1); next && next.start <= start; next = containers.at(-1)) {
      closeBefore(open, next.start)
      open.push(containers.pop() as Range)
    }
    closeBefore(open, start)
    return open.at(-1) as Range
  })
}

function closeBefore(open: Range[], offset: number): void {
  while ((open.at(-1) as Range).end < offset) open.pop()
}

/** Where the body of each heading ends: a stack holds those that are still open. */
function bodyEnds(headings: readonly SectionHeading[], containers: readonly Range[]): number[] {
  const bodies = headings.map(({ start, depth }, index) => {
    const container = containers[index] as Range
    return { start, depth, container, end: container.end }
  })
  const open: typeof bodies = []
  for (const body of bodies) {
    const { start, depth, container } = body
    const isOver = (last: typeof body) =>
      last.container.end < start || (last.container === container && last.depth >= depth)
    for (let last = open.at(-1); last && isOver(last); last = open.at(-1)) {
      last.end = Math.min(last.end, start)
      open.pop()
    }
    open.push(body)
  }
  return bodies.map(({ end }) => end)
}
