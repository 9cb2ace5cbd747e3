import type { Nodes, Root, RootContent } from 'mdast'
import { applyEdits } from '../../src/edit.ts'
import type { Slot } from '../../src/insert/gap.ts'
import type { Container } from '../../src/insert/prefix.ts'
import { insertNodes } from '../../src/insert.ts'
import { walk } from '../../src/nodes.ts'
import { parse } from '../../src/parse.ts'
import { styleOf } from '../../src/style.ts'

/** Inserts into a source; the new source, or why not. */
export function insert(source: string, slotOf: (tree: Root) => Slot, nodes: readonly RootContent[]): string {
  const tree = parseMarked(source)
  const { edit, refused } = insertNodes({ source, tree, style: styleOf(source, tree) }, slotOf(tree), nodes)
  return edit ? applyEdits(source, [edit]) : `refused: ${refused.message}`
}

/** Inserts into the place of `old`, or between two comments that name the place. */
export function replace(source: string, old: string, nodes: readonly RootContent[]): string {
  const start = source.indexOf(old)
  return insert(source, () => ({ start, end: start + old.length }), nodes)
}

/** The tree of a source, its offsets behind a byte order mark as a document has them. */
export function parseMarked(source: string): Root {
  const mark = source.startsWith('\uFEFF') ? 1 : 0
  const tree = parse(source.slice(mark))
  const points = new Set([tree.position?.start, tree.position?.end])
  walk(tree, ({ node }) => points.add(node.position?.start).add(node.position?.end))
  for (const point of points) if (point?.offset !== undefined) point.offset += mark
  return tree
}

/** The first node of a type. */
export function first<Type extends Nodes['type']>(tree: Root, type: Type): Extract<RootContent, { type: Type }> {
  let found: Nodes | undefined
  walk(tree, ({ node }) => {
    if (node.type === type) found ??= node
  })
  return found as Extract<RootContent, { type: Type }>
}

/** A slot with the container and the index that it means. */
export interface Choice {
  readonly slot: Slot
  readonly container: Container
  readonly index: number
}

/** Every slot of a tree beside a block or at the end of a container. */
export function slotsOf(tree: Root, containers: readonly Container['type'][]): Choice[] {
  const choices: Choice[] = []
  const visit = (node: Nodes) => {
    if (!containers.includes(node.type as Container['type'])) return
    const container = node as Container
    const { length } = container.children
    choices.push(
      { slot: { startOf: container }, container, index: 0 },
      { slot: { endOf: container }, container, index: length },
    )
    for (const [index, child] of container.children.entries()) {
      choices.push(
        { slot: { before: child }, container, index },
        { slot: { after: child }, container, index: index + 1 },
      )
    }
  }
  visit(tree)
  walk(tree, ({ node }) => visit(node))
  return choices
}
