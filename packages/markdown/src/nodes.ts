import type { Nodes, Parents, Root } from 'mdast'
import type { Position } from 'unist'
import type { Range } from './edit.ts'

/** Nodes of one type, as mdast names it. */
export type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>

/** A node of a parsed tree and the node it stands in. */
export interface Found<Node extends Nodes = Nodes> {
  readonly node: Node
  readonly parent: Parents
}

/** The nodes of a tree by type, each list in document order. The tree is walked once, for all who ask. */
export class NodeIndex {
  readonly #byType = new Map<string, Found[]>()

  constructor(root: Root) {
    walk(root, (found) => {
      if (!found.node.position) giveGap(found)
      const list = this.#byType.get(found.node.type)
      if (list) list.push(found)
      else this.#byType.set(found.node.type, [found])
    })
  }

  of<Type extends Nodes['type']>(type: Type): readonly Found<NodeOf<Type>>[] {
    return (this.#byType.get(type) ?? []) as Found<NodeOf<Type>>[]
  }
}

/**
 * Gives a node without a position the gap between its neighbours that have one. The GFM transform that finds an address
 * in the text behind an escape (`a\\+@b.c`) cuts that text into nodes without positions.
 */
function giveGap({ node, parent }: Found): void {
  const siblings: readonly Nodes[] = parent.children
  const index = siblings.indexOf(node)
  const start = siblings[index - 1]?.position?.end ?? inner(parent).start
  const next = siblings.slice(index).find(({ position }) => position)
  const end = next?.position?.start ?? inner(parent).end
  // One gap for all: the pieces of one text cannot be told apart in the source.
  for (const sibling of siblings.slice(index, next ? siblings.indexOf(next) : undefined))
    sibling.position = { start, end }
}

function inner(parent: Parents): Position {
  return parent.position as Position
}

/** Visits every node below a root in document order, with a stack of its own: a tree may be deeper than the call stack allows. */
export function walk(root: Root, visit: (found: Found) => void): void {
  const open: { parent: Parents; next: number }[] = [{ parent: root, next: 0 }]
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.parent.children[level.next++]
    if (!node) {
      open.pop()
      continue
    }
    visit({ node, parent: level.parent })
    if ('children' in node) open.push({ parent: node, next: 0 })
  }
}

/** Offsets of a node of a parsed tree. */
export function rangeOf({ position }: Nodes): Range {
  return { start: position?.start.offset as number, end: position?.end.offset as number }
}
