import type { Nodes, Parents, Root } from 'mdast'
import type { Range } from './edit.ts'
import type { Structure } from './rst/structure.ts'

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
      const list = this.#byType.get(found.node.type)
      if (list) list.push(found)
      else this.#byType.set(found.node.type, [found])
    })
  }

  of<Type extends Nodes['type']>(type: Type): readonly Found<NodeOf<Type>>[] {
    return (this.#byType.get(type) ?? []) as Found<NodeOf<Type>>[]
  }
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

const blockHolders: ReadonlySet<Parents['type'] | Structure['type']> = new Set([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
  'structure',
])

/** True for a node whose children are blocks, not the text of a paragraph or a heading. */
export function holdsBlocks({ type }: Parents): boolean {
  return blockHolders.has(type)
}
