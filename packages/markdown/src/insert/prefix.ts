import type { Blockquote, FootnoteDefinition, List, ListItem, Nodes, Root } from 'mdast'
import { columnAt, columns, lineEnd, lineStart } from '../lines.ts'
import { rangeOf } from '../nodes.ts'

/** What blocks stand in. A list holds items. */
export type Container = Root | Blockquote | FootnoteDefinition | List | ListItem

/** True for a node that blocks stand in, but for the root. */
export function isContainer(node: Nodes | undefined): node is Exclude<Container, Root> {
  return node !== undefined && /^(?:blockquote|footnoteDefinition|list|listItem)$/.test(node.type)
}

/** Where the blocks of a container start on its first line. */
export interface Opening {
  readonly offset: number
  readonly column: number
}

/**
 * What a line of the last container of a path starts with: `> `, spaces for the marker of an item, or both. A path leads
 * from the root through every container.
 */
export function linePrefix(source: string, path: readonly Container[]): string {
  let prefix = ''
  let column = 0
  let line = lineStart(source, 0)
  for (const container of path) {
    if (container.type === 'root') continue
    const { start } = rangeOf(container)
    const before = lineStart(source, start)
    // A footnote needs four columns wherever its marker stands.
    if (container.type !== 'footnoteDefinition') {
      prefix = before === line ? prefix + spaces(columnAt(source, start) - column) : ownLinePrefix(source, start)
    }
    line = before
    column = columnAt(source, start)
    if (container.type === 'list') continue
    const opening = openingOf(source, container)
    prefix += ownPrefix(container, opening.column - column)
    column = opening.column
  }
  return withTabs(source, path.at(-1) as Container, prefix)
}

/** What a block on a line of its own stands behind: all that its containers need. A quote would take a space from what follows. */
export function ownLinePrefix(source: string, start: number): string {
  return source.slice(lineStart(source, start), start).replace(/>$/, '> ')
}

/** Where the first block of a quote, an item or a footnote starts on the line of its marker, also where there is none. */
export function openingOf(source: string, container: Blockquote | FootnoteDefinition | ListItem): Opening {
  const { start } = rangeOf(container)
  const rest = source.slice(start, lineEnd(source, start))
  const [marker] = markers[container.type].exec(rest) as RegExpExecArray
  const [space] = /^[ \t]*/.exec(rest.slice(marker.length)) as RegExpExecArray
  const behind = start + marker.length
  const column = columnAt(source, behind)
  const wide = columnAt(source, behind + space.length)
  const blank = marker.length + space.length === rest.length
  // A quote takes one column; an item does so before nothing or indented code, else it takes all.
  const one = container.type === 'blockquote' || (container.type === 'listItem' && (blank || wide - column > 4))
  if (!one) return { offset: behind + space.length, column: wide }
  const offset = space.startsWith(' ') ? behind + 1 : behind
  return { offset, column: container.type === 'blockquote' && space === '' ? column : column + 1 }
}

const markers = {
  blockquote: /^>/,
  listItem: /^(?:[-*+]|\d+[.)])/,
  footnoteDefinition: /^\[\^(?:\\[\s\S]|[^\\\]])*\]:/,
} as const

function ownPrefix({ type }: Container, width: number): string {
  if (type === 'blockquote') return '> '
  return spaces(type === 'footnoteDefinition' ? 4 : width)
}

/** Indents with tabs where the container does: behind its marker or before it. */
function withTabs(source: string, container: Container, prefix: string): string {
  if (container.type !== 'listItem' || /[^ \t]/.test(prefix)) return prefix
  const { start } = rangeOf(container)
  const text = source.slice(lineStart(source, start), openingOf(source, container).offset)
  if (!text.includes('\t')) return prefix
  const width = columns(prefix)
  return '\t'.repeat(Math.floor(width / 4)) + spaces(width % 4)
}

function spaces(count: number): string {
  return ' '.repeat(count)
}
