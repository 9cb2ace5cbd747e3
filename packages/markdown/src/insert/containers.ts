import type { RootContent } from 'mdast'
import { rangeOf } from '../nodes.ts'
import { type Container, isContainer, linePrefix } from './prefix.ts'

/** What a line must start with to be in the same container as what starts at an offset: `> `, the indentation of an item, or nothing. */
export function prefixAt(source: string, root: Container, offset: number): string {
  const path = containersAt(root, offset)
  return path.length === 1 ? '' : linePrefix(source, path)
}

/** The containers around what starts at an offset, from the root to the innermost. */
function containersAt(root: Container, offset: number): readonly Container[] {
  const path = [root]
  for (let inner = childAt(root, offset); isContainer(inner); inner = childAt(inner, offset)) path.push(inner)
  return path
}

/** Children stand in order, and there may be many. */
function childAt({ children }: Container, offset: number): RootContent | undefined {
  let [low, high] = [0, children.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rangeOf(children[middle] as RootContent).end > offset) high = middle
    else low = middle + 1
  }
  const child = children[low]
  return child && rangeOf(child).start <= offset ? child : undefined
}
