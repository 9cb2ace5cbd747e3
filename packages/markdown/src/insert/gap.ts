import type { Nodes, RootContent } from 'mdast'
import { covers, type Range } from '../edit.ts'
import { rangeOf } from '../nodes.ts'
import { isFrontMatter, trimmedEnd } from './edges.ts'
import { type Container, isContainer } from './prefix.ts'

/**
 * Where new blocks go: beside a block, at an end of a container, or in the place of a range, which must start and end
 * between blocks or in an HTML block; an empty range is an offset. The end of a container is inside it only for a range
 * that is not empty. Nothing goes before front matter: what should, goes behind it.
 */
export type Slot =
  | { readonly before: RootContent }
  | { readonly after: RootContent }
  | { readonly startOf: Container }
  | { readonly endOf: Container }
  | Range

/** A place between two blocks of a container. */
export interface Gap {
  /** The containers from the root to the one that holds it. */
  readonly path: readonly Container[]
  readonly left: RootContent | undefined
  readonly right: RootContent | undefined
  /** What makes way, from the end of the left block to the start of the right one at most; absent for an insertion. */
  readonly range?: Range
}

/**
 * Finds the gap that a slot means; undefined for a range that cuts a block other than HTML.
 *
 * @throws {RangeError} for a node that is not a block of the tree
 */
export function findGap(source: string, root: Container, slot: Slot): Gap | undefined {
  if ('start' in slot) return gapOfRange(source, root, slot)
  const beside = 'before' in slot ? slot.before : 'after' in slot ? slot.after : undefined
  if (beside) {
    const path = pathTo(root, beside)
    const index = (path.at(-1) as Container).children.indexOf(beside as never)
    return gapAt(path, 'after' in slot ? index + 1 : index)
  }
  const container = 'startOf' in slot ? slot.startOf : (slot as { endOf: Container }).endOf
  const path = container === root ? [root] : [...pathTo(root, container as RootContent), container]
  return gapAt(path, 'startOf' in slot ? 0 : container.children.length)
}

function gapAt(path: readonly Container[], index: number): Gap {
  const children: readonly RootContent[] = (path.at(-1) as Container).children
  const at = isFrontMatter(children[index]) ? index + 1 : index
  return { path, left: children[at - 1], right: children[at] }
}

function pathTo(root: Container, node: RootContent): Container[] {
  const path = [root]
  const range = rangeOf(node)
  for (let container = root; !(container.children as readonly Nodes[]).includes(node); ) {
    const inner = (container.children as readonly Nodes[]).filter(isContainer)
    const next = inner.find((child) => covers(rangeOf(child), range))
    if (!next) throw new RangeError(`The ${node.type} is not a block of the tree`)
    container = next
    path.push(container)
  }
  return path
}

/** True where a block has text on both sides of an offset. */
export function isCut(source: string, block: Nodes, offset: number): boolean {
  const { start, end } = textRange(source, block)
  return start < offset && offset < end
}

function gapOfRange(source: string, root: Container, range: Range): Gap | undefined {
  const path = [root]
  let children: readonly RootContent[] = root.children
  for (let inner = findInner(children, range); inner; inner = findInner(children, range)) {
    path.push(inner)
    children = inner.children
  }
  if ((path.at(-1) as Container).type === 'list') return undefined
  const cut = children.filter((child) => isCut(source, child, range.start) || isCut(source, child, range.end))
  if (cut.some(({ type }) => type !== 'html')) return undefined
  const outside = children.filter((child) => !covers(range, textRange(source, child)))
  const left = outside.findLast((child) => textRange(source, child).start < range.start)
  const right = outside.find((child) => textRange(source, child).end > range.end)
  return { path, left, right, range }
}

/** The range of a block without the white space at its ends: HTML has some. */
function textRange(source: string, block: Nodes): Range {
  const { start, end } = rangeOf(block)
  return { start: start + source.slice(start, end).search(/\S/), end: trimmedEnd(source, end) }
}

function findInner(children: readonly RootContent[], { start, end }: Range): Container | undefined {
  return children.filter(isContainer).find((child) => {
    const inner = rangeOf(child)
    return inner.start < start && (end < inner.end || (end === inner.end && start < end))
  })
}
