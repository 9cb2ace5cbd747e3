import type { Element, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize } from 'hast-util-sanitize'
import type { Root as MarkdownTree } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import type { Host } from '../../src/host.ts'
import { sanitizeSchema } from '../../src/render/sanitize-schema.ts'

/** Names of elements, and of attributes as `element property`. */
export interface Names {
  readonly elements: ReadonlySet<string>
  readonly attributes: ReadonlySet<string>
}

/** The tree that a document is rendered to before any filter. */
export function render(document: MarkdownTree): Root {
  return raw(toHast(document, { allowDangerousHtml: true })) as Root
}

/** The same without the HTML in it. */
export function renderMarkdown(document: MarkdownTree): Root {
  return toHast(document) as Root
}

/** What a host's filter leaves of a tree. */
export function filterAs(host: Host, tree: Root): Root {
  const schema = sanitizeSchema(host)
  if (!schema) throw new Error(`${host.name} does not filter`)
  return sanitize(tree, schema) as Root
}

export function namesIn(tree: Root): Names {
  const elements = new Set<string>()
  const attributes = new Set<string>()
  const open: (Root | Element)[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const name = child.tagName.toLowerCase()
      elements.add(name)
      for (const property of Object.keys(child.properties)) attributes.add(`${name} ${property}`)
      open.push(child)
    }
  }
  return { elements, attributes }
}
