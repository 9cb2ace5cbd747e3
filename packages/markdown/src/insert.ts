import type { RootContent } from 'mdast'
import type { Edit, Range } from './edit.ts'
import type { Finding } from './finding.ts'
import { markerIn, takesLine } from './insert/edges.ts'
import { findGap, type Slot } from './insert/gap.ts'
import { itemStyle, listOf } from './insert/items.ts'
import { obstacle } from './insert/obstacle.ts'
import { linePrefix } from './insert/prefix.ts'
import { extraColumns, following, needsBlank, type Site, siteOf } from './insert/site.ts'
import type { Target } from './insert/target.ts'
import { isLineEnd, lineEnds, lineStart } from './lines.ts'
import { rangeOf } from './nodes.ts'
import type { Style } from './style.ts'
import { type Written, writeEach } from './write.ts'

/** An edit, or a finding that says why the blocks cannot stand there. */
export type Insertion =
  | { readonly edit: Edit; readonly refused?: undefined }
  | { readonly edit?: undefined; readonly refused: Finding }

/**
 * Writes blocks into a document: in its style, behind the prefix of their container, apart from their neighbours by as
 * few blank lines as that takes. The blocks of the document stay what they are; only a tight item or list may become
 * loose, and HTML that a range cuts becomes two blocks. A list takes items and nothing else does.
 *
 * @throws {RangeError} for a slot beside a node that is no block of the tree, for items outside a list or other blocks
 * in one, and for nodes that would be nested deeper than the writer's `maxDepth`
 */
export function insertNodes(target: Target, slot: Slot, nodes: readonly RootContent[]): Insertion {
  const gap = findGap(target.source, target.tree, slot)
  if (!gap)
    return refuse(
      slot as Range,
      'Starts or ends inside a block; choose a range from the end of a block to the start of one',
    )
  const exact = nodes.length === 0 || nodes.some(({ type }) => type === 'html' || type === 'footnoteDefinition')
  const site = siteOf(target.source, gap, exact)
  const written = write(site, nodes, target.style)
  const edit = { start: site.start, end: site.end, text: written ? fit(site, written) : '' }
  const reason = obstacle(target, site, { written, edit })
  return reason === undefined ? { edit } : refuse(edit, reason)
}

function refuse({ start, end }: Range, message: string): Insertion {
  return { refused: { at: { start, end }, message } }
}

function write(site: Site, nodes: readonly RootContent[], style: Style): readonly Written[] | undefined {
  const { source, container, path, left, right } = site
  if (nodes.some(({ type }) => (type === 'listItem') !== (container.type === 'list'))) {
    throw new RangeError('Items go into a list, and a list takes items only')
  }
  const around = { wide: extraColumns(site) > 0, depth: path.length }
  if (container.type !== 'list') {
    // `- ---` is a thematic break without a list.
    const first = site.start === lineStart(source, 0) || (container.type !== 'root' && !left)
    return writeEach(nodes, style, { ...around, first, before: markerIn(left, source), after: markerIn(right, source) })
  }
  if (nodes.length === 0) return []
  return writeEach([listOf(site, container, nodes)], itemStyle(site, container, style), around)
}

/** The new text with all that stands between it and what is there. */
function fit(site: Site, written: readonly Written[]): string {
  const { left, right, range, prefix, eol } = site
  const [first, last] = [written[0]?.node, written.at(-1)?.node]
  if (!first || !last) {
    if (!range || isEmpty(site)) return site.source.slice(site.start, site.end)
    if (!left) return lineBehind(site)
    return right ? separator(site, left, right) + rightPrefix(site) : beforeRest(site, left)
  }
  const head = left ? separator(site, left, first) + prefix : site.head
  const tail = right ? beforeRight(site, last, right) : beforeRest(site, last)
  const lines = joined(site, written).split('\n')
  return head + lines.map((line, index) => startOf(site, line, index) + line).join(eol) + tail
}

/** True where the range holds nothing that could make way: writing nothing twice changes nothing twice. */
function isEmpty({ source, container, start, end }: Site): boolean {
  const blocks = container.children.some((child) => rangeOf(child).start >= start && rangeOf(child).end <= end)
  return !blocks && /^[\s>]*$/.test(source.slice(start, end))
}

function joined(site: Site, written: readonly Written[]): string {
  const texts = written.map(({ node, text }, index) => {
    const next = written[index + 1]?.node
    return next === undefined ? text : `${text}\n${needsBlank(site, node, next) ? '\n' : ''}`
  })
  return texts.join('')
}

function startOf({ prefix }: Site, line: string, index: number): string {
  if (index === 0) return ''
  return line === '' ? prefix.trimEnd() : prefix
}

/** From the end of a block to the start of the line of the next one. */
function separator(site: Site, left: RootContent, right: RootContent): string {
  const blank = needsBlank(site, left, right) ? site.prefix.trimEnd() + site.eol : ''
  return site.eol + blank
}

function rightPrefix({ rightKeepsLine, prefix }: Site): string {
  return rightKeepsLine ? '' : prefix
}

function beforeRight(site: Site, last: RootContent, right: RootContent): string {
  const { source, left, range, start, prefix, eol } = site
  if (range || !left) return separator(site, last, right) + rightPrefix(site)
  // The line ending behind the left block stands behind the new text.
  const enough = needsBlank(site, last, right) ? 2 : 1
  return lineEnds(source.slice(start, rangeOf(right).start)) < enough ? eol + prefix.trimEnd() : ''
}

/** What is needed before the end of the container, where a paragraph would take in a line right below it. */
function beforeRest(site: Site, last: RootContent): string {
  const rest = lineBehind(site)
  const below = following(site.path)
  if (!takesLine(last) || !below || below.node.type === 'listItem') return rest
  const apart = lineEnds(site.source.slice(site.end, rangeOf(below.node).start)) > 1
  return apart ? rest : site.eol + linePrefix(site.source, below.path).trimEnd() + rest
}

/** The line ending that an empty document needs. */
function lineBehind({ source, path, left, right, end, eol }: Site): string {
  return path.length === 1 && !left && !right && !isLineEnd(source[end]) ? eol : ''
}
