import type { Heading, Link, Nodes, Parents, Root, Text } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import type { Position } from 'unist'
import { walk } from './nodes.ts'
import type { Place } from './place.ts'

/** Gives the nodes of a tree their positions in the source where the parser gives none, or one that is too wide. */
export function mendPositions(root: Root, source: string): void {
  mendChildren(root, source)
  walk(root, ({ node }) => {
    if ('children' in node) mendChildren(node, source)
  })
}

function mendChildren(parent: Parents, source: string): void {
  let before: Nodes | undefined
  for (const node of parent.children as Nodes[]) {
    if (!node.position) placePiece(node as Piece, { before, parent }, source)
    else if (node.type === 'heading' && before?.type === 'definition') narrow(node, before, source)
    before = node
  }
}

/** What the GFM transform makes: a text, or a link that holds one. */
type Piece = Text | Link

/** Where a node stands in the tree: behind another one, or first in its parent. */
interface Spot {
  readonly before: Nodes | undefined
  readonly parent: Parents
}

/**
 * The GFM transform that finds an address in a text (`a\+@b.c`, `[www.b.c]`) cuts that text into nodes without positions. In
 * order they are the whole text: each starts where the one before ends, and ends where its own text has been read.
 */
function placePiece(node: Piece, spot: Spot, source: string): void {
  const leaf = node.type === 'link' ? (node.children[0] as Text) : node
  const start = startOf(leaf.value, spot, source)
  const end = advance(start, endOf(leaf.value, start.offset, source), source)
  node.position = leaf.position = { start, end }
}

/** micromark has an underlined heading start at the definitions that stand right above it. */
function narrow(heading: Heading, definition: Nodes, source: string): void {
  const [first] = heading.children
  const [position, above] = [heading.position as Position, definition.position as Position]
  if (!first || (above.end as Place).offset <= (position.start as Place).offset) return
  if (!first.position) placePiece(first as Piece, { before: definition, parent: heading }, source)
  position.start = (first.position as Position).start
}

/** What opens a node, as its markers and white space. */
const openings: { readonly [Type in Nodes['type']]?: RegExp } = {
  heading: /(?:#{1,6}[ \t]+)?/y,
  emphasis: /./y,
  strong: /../y,
  delete: /~+/y,
  tableCell: /\|?[ \t]*/y,
}

function startOf(text: string, { before, parent }: Spot, source: string): Place {
  if (!before) {
    const start = parent.position?.start as Place
    const opening = openings[parent.type]
    return opening ? advance(start, behind(opening, start.offset, source), source) : start
  }
  const end = before.position?.end as Place
  if (before.type !== 'break' && before.type !== 'definition') return end
  const line = behind(/(?:[ \t]*(?:\r\n|\n|\r))?/y, end.offset, source)
  return advance(end, behindPrefix(text, line, source), source)
}

/** Characters as Markdown reads them: a line ending with the white space before it, an escape, a character reference. */
const character = /[ \t]*(?<eol>\r\n|\n|\r)|\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});|[\s\S]/giuy

/** Where a text ends that is written from an offset on. */
function endOf(text: string, start: number, source: string): number {
  let offset = start
  for (let read = 0; read < text.length; ) {
    character.lastIndex = offset
    const { 0: written, groups } = character.exec(source) as RegExpExecArray
    read += (groups?.eol ?? decodeString(written)).length
    offset = character.lastIndex
    if (groups?.eol) offset = behindPrefix(text.slice(read), offset, source)
  }
  return offset
}

/** Where the text of a line starts: behind its indentation and the prefixes of quotes and lists. */
function behindPrefix(text: string, line: number, source: string): number {
  const prefix = behind(/[ \t>]*/y, line, source)
  const own = text.slice(0, behind(/[^\r\n]*/y, 0, text))
  if (!own.startsWith('>')) return prefix
  // Behind four spaces `>` is text: as much of it as is not written behind what looks like a prefix.
  const rest = decodeString(source.slice(prefix, behind(/[^\r\n]*/y, prefix, source))).replaceAll('\0', '\uFFFD')
  let missing = 0
  while (!rest.startsWith(own.slice(missing))) missing++
  return prefix - missing
}

function behind(pattern: RegExp, offset: number, source: string): number {
  pattern.lastIndex = offset
  pattern.test(source)
  return pattern.lastIndex
}

/** The place of an offset, from a place before it. */
function advance({ line, column, offset }: Place, to: number, source: string): Place {
  const lines = source.slice(offset, to).split(/\r\n|\n|\r/)
  const last = lines.at(-1) as string
  return { line: line + lines.length - 1, column: (lines.length > 1 ? 1 : column) + last.length, offset: to }
}
