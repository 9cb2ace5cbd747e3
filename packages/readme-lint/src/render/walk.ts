import type { Element, ElementContent, Root, Text } from 'hast'

/** Every element below a node in document order, each before what is in it, with a stack of its own: a tree may be deep. */
export function* elementsIn(parent: Root | Element): Generator<Element> {
  const open = [{ parent, next: 0 }]
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.parent.children[level.next++]
    if (!node) open.pop()
    if (node?.type !== 'element') continue
    yield node
    open.push({ parent: node, next: 0 })
  }
}

/** Replaces nodes below a parent, bottom up: `undefined` keeps a node, an empty list removes it. */
export function replaceIn(
  parent: Root | Element,
  replacement: (node: Element | Text, parent: Root | Element) => readonly ElementContent[] | undefined,
): void {
  const nodes = parent.children as ElementContent[]
  let children: ElementContent[] | undefined
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'element') replaceIn(node, replacement)
    const instead = node.type === 'element' || node.type === 'text' ? replacement(node, parent) : undefined
    // Most nodes stay, so most lists do.
    if (instead) children ??= nodes.slice(0, index)
    children?.push(...(instead ?? [node]))
  }
  if (children) parent.children = children
}

export function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

/** The text of a node with all that is in it. */
export function textIn(node: Element | Root): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textIn(child) : ''))
    .join('')
}
