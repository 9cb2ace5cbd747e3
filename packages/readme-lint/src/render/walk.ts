import type { Element, ElementContent, Root, Text } from 'hast'

/** Every element below a node in document order, each before what is in it. What is changed below an element is not missed. */
export function* elementsIn(parent: Root | Element): Generator<Element> {
  for (const node of [...parent.children]) {
    if (node.type !== 'element') continue
    yield node
    yield* elementsIn(node)
  }
}

/** Replaces nodes below a parent, bottom up: `undefined` keeps a node, an empty list removes it. */
export function replaceIn(
  parent: Root | Element,
  replacement: (node: Element | Text, parent: Root | Element) => readonly ElementContent[] | undefined,
): void {
  const children: ElementContent[] = []
  for (const node of parent.children as ElementContent[]) {
    if (node.type === 'element') replaceIn(node, replacement)
    const instead = node.type === 'element' || node.type === 'text' ? replacement(node, parent) : undefined
    if (instead) children.push(...instead)
    else children.push(node)
  }
  parent.children = children
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
