import type { List, ListItem, Nodes, RootContent } from 'mdast'
import { columnAt, columns, isBlank, lineEnd, lineStart } from '../lines.ts'
import { rangeOf } from '../nodes.ts'
import { eolAt } from '../style.ts'
import { htmlEnd, isLoose, startsAnywhere, textEnd, trimmedEnd } from './edges.ts'
import { type Gap, isCut } from './gap.ts'
import { type Container, linePrefix, openingOf, ownLinePrefix } from './prefix.ts'

/** A gap as lines of the source see it. */
export interface Site extends Gap {
  readonly source: string
  readonly container: Container
  /** What makes way for the new text. */
  readonly start: number
  readonly end: number
  /** What the new text starts with where no block is before it. */
  readonly head: string
  /** True where the block behind keeps the start of its line. */
  readonly rightKeepsLine: boolean
  /** What each new line starts with. */
  readonly prefix: string
  readonly eol: string
  /** No blank lines stand between the items of the list, or between the blocks of the item. */
  readonly tight: boolean
  /** The range lies in an HTML block that goes on. */
  readonly inHtml: boolean
}

/** Reads the lines around a gap. Exactly indented is what keeps its indentation in its text. */
export function siteOf(source: string, gap: Gap, exact: boolean): Site {
  const container = gap.path.at(-1) as Container
  const prefix = exact ? linePrefix(source, gap.path) : prefixOf(source, gap)
  const { start, head } = startOf(source, gap, prefix)
  const right = rightStart(source, gap)
  const rightLine = right === undefined ? undefined : lineStart(source, right)
  const keeps = rightLine !== undefined && rightLine >= start && isBlank(source.slice(rightLine, right))
  const end = keeps && gap.range ? rightLine : endOf(source, gap, start)
  const tight = isTight(source, gap)
  const eol = eolAt(source, end)
  return {
    ...gap,
    source,
    container,
    start,
    end,
    head,
    rightKeepsLine: keeps,
    prefix,
    eol,
    tight,
    inHtml: isInHtml(source, gap),
  }
}

/** True where a blank line must stand between two blocks of the container. */
export function needsBlank({ container, tight, inHtml }: Site, left: Nodes, right: Nodes): boolean {
  if (container.type === 'list') return !tight
  if (inHtml && left.type === 'html' && right.type === 'html') return false
  return !(tight && left.type === 'paragraph' && right.type === 'list' && startsAnywhere(right))
}

/** Where the text of the block behind starts: for HTML that the range cuts, the rest of it. */
export function rightStart(source: string, { right, range }: Gap): number | undefined {
  if (!right) return undefined
  const { start } = rangeOf(right)
  if (!range || !isCut(source, right, range.end)) return start
  return range.end + source.slice(range.end).search(/[^ \t\r\n]/)
}

/** The block that follows a container, and the path to the container that holds both; undefined at the end of the document. */
export function following(path: readonly Container[]): { node: RootContent; path: readonly Container[] } | undefined {
  for (let depth = path.length - 1; depth > 0; depth--) {
    const siblings: readonly Nodes[] = (path[depth - 1] as Container).children
    const node = siblings[siblings.indexOf(path[depth] as Container) + 1]
    if (node) return { node: node as RootContent, path: path.slice(0, depth) }
  }
  return undefined
}

/** Blocks of an item, and items of a list, line up with their neighbours; elsewhere each line starts as the container needs. */
function prefixOf(source: string, { path, left, right }: Gap): string {
  const needed = linePrefix(source, path)
  const container = path.at(-1) as Container
  if (container.type !== 'list' && (container.type !== 'listItem' || !left)) return needed
  const opening = lineStart(source, rangeOf(container).start)
  for (const sibling of [left, right]) {
    if (!sibling || sibling.type === 'code' || sibling.type === 'html') continue
    // Items of one list need not line up, and the last of them would take in what lines up with one that is further in.
    const { start } = rangeOf(
      sibling === left && sibling.type === 'list' ? (sibling.children.at(-1) as ListItem) : sibling,
    )
    const prefix = ownLinePrefix(source, start)
    const more = columns(prefix) - columns(needed)
    // The items of a list need not line up; a line below a definition may start with less than its item needs.
    const least = container.type === 'list' ? -3 : 0
    const alike = isBlank(prefix) && prefix.split('>').length === needed.split('>').length
    if (lineStart(source, start) > opening && alike && more >= least && more < 4) return prefix
  }
  return needed
}

function startOf(source: string, gap: Gap, prefix: string): { start: number; head: string } {
  const { left, right, range, path } = gap
  const container = path.at(-1) as Container
  if (left) {
    const limit = range?.start ?? source.length
    const isWhole = rangeOf(left).end <= limit
    const end = isWhole ? textEnd(left, source, right ?? following(path)?.node) : trimmedEnd(source, limit)
    return { start: Math.min(lineEnd(source, end), limit), head: '' }
  }
  const at = right ? rangeOf(right).start : lineStart(source, 0)
  if (container.type === 'root') return { start: lineStart(source, range?.start ?? at), head: '' }
  if (container.type === 'list') return { start: at, head: '' }
  const opening = openingOf(source, container)
  const line = lineStart(source, range?.start ?? at)
  if (line > opening.offset) return { start: line, head: prefix }
  return { start: opening.offset, head: /[ \t]/.test(source.charAt(opening.offset - 1)) ? '' : ' ' }
}

function endOf(source: string, { path, left, right, range }: Gap, start: number): number {
  if (!range) return !left && !right && path.length > 1 ? lineEnd(source, start) : start
  const line = lineStart(source, range.end)
  if (right || line <= start || source.slice(line, range.end).trim() !== '') return range.end
  // The last line ending of the range stays.
  return source.slice(0, line).endsWith('\r\n') ? line - 2 : line - 1
}

function isTight(source: string, { path }: Gap): boolean {
  const container = path.at(-1) as Container
  if (container.type === 'list') return !isLoose(container.children, source) && !isSpread(container, source)
  if (container.type !== 'listItem') return false
  const blocks = container.children.length > 1 ? container : (path.at(-2) as List)
  return !isLoose(blocks.children, source)
}

/** A list of one item is loose where its item is. */
function isSpread({ children }: List, source: string): boolean {
  return children.length === 1 && isLoose((children[0] as ListItem).children, source)
}

/** The range cuts an HTML block that only a blank line ends, or the rest of one is behind it. */
function isInHtml(source: string, { left, right, range }: Gap): boolean {
  if (!range) return false
  const before = left && isCut(source, left, range.start) && htmlEnd(source.slice(rangeOf(left).start, range.start))
  return before === 'blank' || (right !== undefined && isCut(source, right, range.end))
}

/** The block behind, which for the end of a list is the one behind the list. */
export function nextBlock({ path, container, right }: Site): RootContent | undefined {
  return right ?? (container.type === 'list' ? following(path)?.node : undefined)
}

/** Columns that the block behind is indented by beyond what the container needs: an item before it could take it in. */
export function extraColumns(site: Site): number {
  const { source, prefix, start } = site
  const next = nextBlock(site)
  if (!next) return 0
  const at = rangeOf(next).start
  const line = lineStart(source, at)
  // The marks of a quote are its own.
  const rest = source.slice(line, next.type === 'blockquote' ? at : lineEnd(source, at))
  const text = line + (/^[ \t>]*/.exec(rest)?.[0].length as number)
  if (line >= start) return Math.max(columnAt(source, text) - columns(prefix), 0)
  // On the line of the marker of its container, where a check box may be before it.
  const space = /^[ \t]*/.exec(source.slice(start))?.[0].length as number
  return Math.max(columnAt(source, start + space) - firstColumn(site), 0)
}

/** Column of the first block of the container, on the line of its marker. */
export function firstColumn({ source, container, start }: Site): number {
  return container.type === 'root' || container.type === 'list'
    ? columnAt(source, start)
    : openingOf(source, container).column
}
