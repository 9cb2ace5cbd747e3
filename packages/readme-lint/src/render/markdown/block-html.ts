import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { insertNodes } from '@frontdoor/markdown/insert'
import { holdsBlocks, rangeOf } from '@frontdoor/markdown/nodes'
import { styleOf } from '@frontdoor/markdown/style'
import type { Element, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { type State, toMdast } from 'hast-util-to-mdast'
import type { Link, Nodes as MarkdownNodes, PhrasingContent, RootContent, Text } from 'mdast'
import type { Change, Rendering } from './transformation.ts'

/** Markdown in the place of blocks of HTML, where the host shows their tags as text or leaves them out with their images. */
export function* blockHtml({ document, showing: { host } }: Rendering): Generator<Change> {
  const { does } = host.html
  if (does !== 'literal' && does !== 'dropped') return
  const style = styleOf(document.source, document.tree)
  const target = { source: document.source, tree: document.tree, style }
  for (const { node, parent } of document.nodes.of('html')) {
    if (!holdsBlocks(parent) || !hasTags(document, rangeOf(node))) continue
    const { edit, refused } = insertNodes(target, rangeOf(node), blocksOf(node.value))
    if (edit) yield { edits: [edit] }
    else yield { edits: [], note: { at: rangeOf(node), message: refused.message } }
  }
}

function hasTags({ tags }: MarkdownDocument, { start, end }: { start: number; end: number }): boolean {
  return tags.some((tag) => start <= tag.start && tag.end <= end)
}

/** What a piece of HTML says, as nodes of Markdown. */
function blocksOf(html: string): RootContent[] {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root
  const made = toMdast(tree, { document: true, handlers: { summary }, nodeHandlers: { comment: () => undefined } })
  const nodes = made.type === 'root' ? made.children : [made as RootContent]
  return nodes.filter((node) => node.type !== 'html' && saysSomething(node)).map(tidied)
}

/** What one clicks to see the rest is the title of the rest. */
function summary(state: State, node: Element): MarkdownNodes {
  const children = state.all(node).filter((child) => child.type !== 'heading')
  return { type: 'paragraph', children: [{ type: 'strong', children: children as never }] }
}

function saysSomething(node: MarkdownNodes): boolean {
  if (node.type === 'image' || node.type === 'thematicBreak') return true
  if ('value' in node) return node.value.trim() !== ''
  return 'children' in node && node.children.some(saysSomething)
}

/** A tree in which the white space of lines of HTML stands around links, not in them. */
function tidied<Node extends MarkdownNodes>(node: Node): Node {
  if (!('children' in node)) return node
  const children = (node.children as MarkdownNodes[]).map(tidied)
  if (node.type !== 'paragraph' && node.type !== 'heading') return { ...node, children }
  const apart = children.flatMap((child): MarkdownNodes[] =>
    child.type === 'link' ? withSpaceOutside(child) : [child],
  )
  const single = apart.filter((child, index) => !isBlank(child) || !isBlank(apart[index - 1]))
  return { ...node, children: trimmed(single) }
}

function withSpaceOutside(link: Link): PhrasingContent[] {
  const children = trimmed(link.children)
  const space: Text = { type: 'text', value: ' ' }
  return [
    ...(isBlank(link.children[0]) ? [space] : []),
    { ...link, children },
    ...(isBlank(link.children.at(-1)) ? [space] : []),
  ]
}

function trimmed<Node extends MarkdownNodes>(nodes: readonly Node[]): Node[] {
  const start = nodes.findIndex((node) => !isBlank(node))
  return start < 0 ? [] : nodes.slice(start, nodes.findLastIndex((node) => !isBlank(node)) + 1)
}

function isBlank(node: MarkdownNodes | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === ''
}
