import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { type Container, linePrefix } from '@frontdoor/markdown/insert/prefix'
import { lineEnd, lineStart } from '@frontdoor/markdown/lines'
import { holdsBlocks, rangeOf } from '@frontdoor/markdown/nodes'
import { styleOf } from '@frontdoor/markdown/style'
import { writeEach } from '@frontdoor/markdown/write'
import type { Parents, Root, RootContent } from 'mdast'
import type { MarkedBlock } from './markers.ts'

/** Why nodes cannot stand in a block, as the end of a sentence. */
export interface Unfit {
  readonly reason: string
}

/**
 * The text of a block between its markers, in the document's style: behind the prefix of the list item or the quote that
 * it stands in, with a blank line at both ends, so that formatters leave it alone. In a line of text it is one line.
 */
export function writeBody(
  document: MarkdownDocument,
  block: MarkedBlock,
  nodes: readonly RootContent[],
): string | Unfit {
  const { source, tree } = document
  const { open, close } = block
  const style = { ...styleOf(source, tree), links: 'inline' as const }
  const raw = rawAround(document, block)
  if (raw) return { reason: `Markdown means nothing inside <${raw}>: move the block out of it` }
  if (!open.flow || !close.flow) return writeLine(document, block, nodes)
  if (standsInText(source, block)) return { reason: 'text stands beside its markers: put each on a line of its own' }
  const path = pathTo(document, open.start)
  if (path.at(-1) !== pathTo(document, close.start).at(-1))
    return { reason: 'its markers do not stand in the same list item or quote: indent them alike' }
  const written = writeEach(nodes, style, { depth: path.length, first: false }) ?? []
  const lines = written
    .map(({ text }) => text)
    .join('\n\n')
    .split('\n')
  const prefix = linePrefix(source, path)
  const blank = prefix.trimEnd()
  // An indented marker behind a list would be part of its last item.
  const last = (nodes.at(-1)?.type === 'list' ? undefined : endPrefix(source, close.start)) ?? prefix
  const inside = ['', '', ...lines, '', ''].map((line, index, all) => {
    if (index === 0) return ''
    if (index === all.length - 1) return last
    return line === '' ? blank : prefix + line
  })
  return inside.join(style.eol)
}

/** The element around a block whose text no browser and no parser reads as Markdown. */
function rawAround({ elements }: MarkdownDocument, { open }: MarkedBlock): string | undefined {
  const around = elements.filter(({ start, end }) => start < open.start && open.start < end)
  return around.map(({ name }) => name).find((name) => /^(?:pre|script|style|textarea)$/.test(name))
}

/** Text that is HTML with a marker on its line would be Markdown behind a blank line. Tags may stand there. */
function standsInText(source: string, { open, close }: MarkedBlock): boolean {
  const before = source.slice(lineStart(source, open.start), open.start)
  const after = source.slice(close.end, lineEnd(source, close.end))
  return /[^\s>*+-]/.test(`${before.replace(/^[\s>]*\d+[.)]/, '')}${after}`.replaceAll(/<[^<>]*>/g, ''))
}

/** What stands before the end marker on its line, if nothing but a prefix does. */
function endPrefix(source: string, close: number): string | undefined {
  const before = source.slice(lineStart(source, close), close)
  return /^[ \t>]*$/.test(before) ? before : undefined
}

function writeLine(
  { source, tree }: MarkdownDocument,
  { open, close }: MarkedBlock,
  nodes: readonly RootContent[],
): string | Unfit {
  const [only, second] = nodes
  if (open.flow !== close.flow)
    return { reason: 'one of its markers stands in a line of text: put each on a line of its own' }
  if (only?.type !== 'paragraph' || second)
    return { reason: 'it cannot stand in a line of text: put each marker on a line of its own' }
  const [around, ...others] = nodesAt(tree, open.start).toReversed()
  if (around !== nodesAt(tree, close.start).at(-1))
    return { reason: 'its markers do not stand in the same cell or the same emphasis: put them beside each other' }
  if ([around, ...others].some((node) => node?.type === 'link' || node?.type === 'linkReference'))
    return { reason: 'it would put links into a link: move it out of that' }
  const style = { ...styleOf(source, tree), links: 'inline' as const }
  const [written] = writeEach([only], style, {}) ?? []
  return (written?.text ?? '').replaceAll(/\s*\n\s*/g, ' ')
}

/** The containers around an offset, from the root on. */
function pathTo({ tree }: MarkdownDocument, offset: number): Container[] {
  return nodesAt(tree, offset).filter((node): node is Container => node.type === 'root' || isContainer(node))
}

/** The nodes with others in them around an offset, from the root on. */
function nodesAt(tree: Root, offset: number): Parents[] {
  const path: Parents[] = [tree]
  for (let around: Parents | undefined = tree; around; ) {
    const children: readonly RootContent[] = around.children
    const next: RootContent | undefined = children.find((child) => {
      const { start, end } = rangeOf(child)
      return start <= offset && offset < end
    })
    around = next && 'children' in next ? next : undefined
    if (around) path.push(around)
  }
  return path
}

function isContainer(node: RootContent | undefined): node is Exclude<Container, { type: 'root' }> {
  return node !== undefined && 'children' in node && (node.type === 'list' || holdsBlocks(node))
}
