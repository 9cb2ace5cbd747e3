import type { Element, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { defaultHandlers, type State, toMdast } from 'hast-util-to-mdast'
import type { Link, Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'

/** What a piece of HTML says, as nodes of Markdown; comments, and what says nothing, are left out. */
export function htmlAsNodes(html: string): RootContent[] {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root
  const handlers = { summary, table }
  const made = toMdast(tree, { document: true, handlers, nodeHandlers: { comment: () => undefined } })
  const nodes = made.type === 'root' ? made.children : [made as RootContent]
  return nodes
    .filter((node) => node.type !== 'html' && saysSomething(node))
    .map((node) => tidied(node.type === 'listItem' ? { type: 'list', spread: false, children: [node] } : node))
}

/** What one clicks to see the rest is the title of the rest. */
function summary(state: State, node: Element): Paragraph {
  const children = state.all(node).filter((child) => child.type !== 'heading') as PhrasingContent[]
  return { type: 'paragraph', children: [{ type: 'strong', children }] }
}

/** Markdown has no captions. */
function table(state: State, node: Element): RootContent[] {
  const isCaption = (child: Element['children'][number]) => child.type === 'element' && child.tagName === 'caption'
  const captions = node.children.filter(isCaption).flatMap((child) => state.all(child as Element)) as PhrasingContent[]
  const rest = { ...node, children: node.children.filter((child) => !isCaption(child)) }
  const caption: RootContent[] = captions.length > 0 ? [{ type: 'paragraph', children: captions }] : []
  return [...caption, defaultHandlers.table(state, rest) as RootContent]
}

function saysSomething(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'thematicBreak') return true
  if ('value' in node) return node.value.trim() !== ''
  return 'children' in node && node.children.some(saysSomething)
}

/** A tree in which the white space of lines of HTML stands around links, not in them. */
function tidied<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node
  const children = (node.children as Nodes[]).map(tidied)
  if (node.type !== 'paragraph' && node.type !== 'heading') return { ...node, children }
  const apart = children.flatMap((child): Nodes[] => (child.type === 'link' ? withSpaceOutside(child) : [child]))
  const single = apart.filter((child, index) => !isBlank(child) || !isBlank(apart[index - 1]))
  return { ...node, children: trimmed(single) }
}

function withSpaceOutside(link: Link): PhrasingContent[] {
  const space: Text = { type: 'text', value: ' ' }
  return [
    ...(isBlank(link.children[0]) ? [space] : []),
    { ...link, children: trimmed(link.children) },
    ...(isBlank(link.children.at(-1)) ? [space] : []),
  ]
}

function trimmed<Node extends Nodes>(nodes: readonly Node[]): Node[] {
  const start = nodes.findIndex((node) => !isBlank(node))
  return start < 0 ? [] : nodes.slice(start, nodes.findLastIndex((node) => !isBlank(node)) + 1)
}

function isBlank(node: Nodes | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === ''
}
