import type { Parent, RootContent } from 'mdast'
import type { Position } from 'unist'

/** What reStructuredText has and Markdown has not, such as a definition list or a row of a table: known by its name in HTML. */
export interface Structure extends Parent {
  type: 'structure'
  children: RootContent[]
  data: { hName: string; hProperties?: Properties }
}

/** Attributes, as they are named in a tree of HTML. */
type Properties = Record<string, string | number | string[]>

declare module 'mdast' {
  interface RootContentMap {
    structure: Structure
  }
  interface RootData {
    /** The document is written in reStructuredText. */
    rst?: true
  }
  interface ParagraphData {
    /** Nothing is set around it: an image that stands for itself, a term. */
    bare?: boolean
  }
}

/** A structure without a place; `name` may have classes behind dots: `div.line`. */
export function structure(name: string, children: RootContent[] = []): Structure {
  const [hName, ...className] = name.split('.') as [string, ...string[]]
  return { type: 'structure', children, data: { hName, ...(className.length > 0 && { hProperties: { className } }) } }
}

/** The same at a place. */
export function structureAt(name: string, position: Position, children: RootContent[]): Structure {
  return { ...structure(name, children), position }
}

/** A structure with some attributes; itself where there are none. */
export function withProperties(one: Structure, properties: Properties): Structure {
  if (Object.keys(properties).length === 0) return one
  return { ...one, data: { ...one.data, hProperties: { ...one.data.hProperties, ...properties } } }
}
