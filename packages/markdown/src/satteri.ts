import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
import type { Point } from 'unist'
import type { Range } from './edit.ts'
import type { Parse } from './parse.ts'
import { isDoubtful, isFenced } from './satteri/doubt.ts'
import { endOf, lineStart, matchesAt, startOf } from './satteri/doubt-setting.ts'

/** `markdownToMdast` of satteri 0.10, handed in because the package is optional. */
export type MarkdownToMdast = (source: string, options: { features: { frontmatter: boolean } }) => Nodes

/** What satteri read, and what of it the reference has to read again. */
export interface Draft {
  readonly source: string
  readonly tree: Root
  readonly doubtful: readonly Group[]
}

/** Nodes of the top level with no blank line between them. The range goes from the first one's line to the next group's. */
interface Group extends Range {
  /** Number of the line that the range starts on. */
  readonly line: number
  readonly nodes: readonly RootContent[]
}

/** Reads a source with satteri; undefined where the reference has to read all of it. */
export function draft(source: string, markdownToMdast: MarkdownToMdast): Draft | undefined {
  if (isDoubtfulSource(source)) return undefined
  const tree = markdownToMdast(source, { features: { frontmatter: true } })
  if (tree.type !== 'root') return undefined
  const doubtful = groupsOf(tree.children, source).filter((group) => isDoubtfulGroup(group, source))
  return { source, tree, doubtful }
}

/**
 * Has the reference read what is in doubt. The tree is then the one that the reference gives, positions and all.
 *
 * Undefined where it turns out that the reference has to read the whole document.
 */
export function settle({ source, tree, doubtful }: Draft, reference: Parse): Root | undefined {
  if (doubtful.length === 0) return tree
  const preface = prefaceOf(tree, source)
  if (preface === undefined || costOf(doubtful, preface) > source.length) return undefined
  const settled = new Map<RootContent, readonly RootContent[]>()
  for (const group of doubtful) {
    const nodes = readAgain(group, preface, source, reference)
    if (!nodes || labelsOf(nodes) !== labelsOf(group.nodes)) return undefined
    for (const [index, node] of group.nodes.entries()) settled.set(node, index === 0 ? nodes : [])
  }
  return { ...tree, children: tree.children.flatMap((node) => settled.get(node) ?? node) }
}

const frontMatterStart = /(?:---|\+\+\+)[ \t]*(?:\r?\n|$)/y
const plainFrontMatter = /^(---|\+\+\+)\r?\n([\s\S]*?)\r?\n\1(?:\r?\n|$)/
const otherEnd = /^(?:\.\.\.|---[ \t]|\+\+\+[ \t])/m

/** NUL, a lone CR and half a surrogate pair change the text; front matter that is not closed changes how the reference reads lists. */
function isDoubtfulSource(source: string): boolean {
  if (source.includes('\0') || !source.isWellFormed()) return true
  if (hasManyReferences(source)) return true
  if (source.includes('\r') && /\r(?!\n)/.test(source)) return true
  if (!matchesAt(frontMatterStart, source, 0)) return false
  const value = plainFrontMatter.exec(source)?.[2]
  // satteri takes `...` for the end of YAML, too.
  return value === undefined || value.startsWith(source.slice(0, 3)) || otherEnd.test(value)
}

const referenceOrBlankLine = /&#?\w+;|\n[ \t>]*\r?\n/g

/** satteri copies a text for every character reference in it: thousands of them in one text take gigabytes. */
function hasManyReferences(source: string): boolean {
  const bearable = 100_000_000
  if (source.length ** 2 / '&lt;'.length < bearable) return false
  let start = 0
  let count = 0
  for (const { 0: match, index } of source.matchAll(referenceOrBlankLine)) {
    count = match.startsWith('&') ? count + 1 : 0
    if (count === 0) start = index
    if (count * (index - start) > bearable) return true
  }
  return false
}

function groupsOf(nodes: readonly RootContent[], source: string): Group[] {
  const groups: Group[] = []
  let first = 0
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1]
    if (next && belongTogether(node, next, source)) continue
    const members = nodes.slice(first, index + 1)
    const start = lineStart(source, startOf(members[0]))
    const end = next ? lineStart(source, startOf(next)) : source.length
    groups.push({ start, end, line: lineOf(members[0]?.position?.start), nodes: members })
    first = index + 1
  }
  return groups
}

// mdast names only yaml among its types.
const frontMatter = new Set<string>(['yaml', 'toml'])

/** No blank line stands between them. Around indented code the reference looks over blank lines, too. */
function belongTogether(node: RootContent, next: RootContent, source: string): boolean {
  if (frontMatter.has(node.type)) return false
  if (isIndented(node, source) || isIndented(next, source)) return true
  return lineOf(next.position?.start) - lineOf(node.position?.end) < 2
}

function lineOf(point: Point | undefined): number {
  return point?.line ?? 0
}

function isIndented(node: RootContent, source: string): boolean {
  return node.type === 'code' && !isFenced(node, source)
}

function isDoubtfulGroup({ nodes }: Group, source: string): boolean {
  return nodes.some((node, index) => isDoubtful(node, source) || isCutOff(node, nodes[index + 1]))
}

/** A paragraph right after one, or after a container, would be its next line; that it is not says that a line looked like a table's. */
function isCutOff(node: RootContent, next: RootContent | undefined): boolean {
  return next?.type === 'paragraph' && (node.type === 'list' || node.type === 'blockquote' || node.type === 'paragraph')
}

const label = /\[(?:\\.|[^\]\\\n])*\]:/y

// Definitions never stand in these.
const phrasing = new Set<string>(['paragraph', 'heading', 'table'])

/** A definition for every one of the document, so that a part read alone knows the same labels. */
function prefaceOf(tree: Root, source: string): string | undefined {
  const lines: string[] = []
  for (const definition of definitionsOf(tree)) {
    label.lastIndex = startOf(definition)
    const [text] = label.exec(source) ?? []
    if (text === undefined) return undefined
    lines.push(`${text} x`)
  }
  // The line at the top keeps a part from being taken for front matter; blank lines and the break, from belonging to a footnote.
  return `\n${lines.join('\n\n')}\n\n***\n\n`
}

function costOf(groups: readonly Group[], preface: string): number {
  return groups.reduce((sum, { start, end }) => sum + preface.length + end - start, 0)
}

/** Undefined where the reference finds other blocks than satteri did: then more than this group may differ. */
function readAgain(group: Group, preface: string, source: string, reference: Parse): RootContent[] | undefined {
  const { start, end, line } = group
  // The line behind the group tells the reference what ends there, and what is only a line without a line ending.
  const next = source.indexOf('\n', end)
  const tree = reference(preface + source.slice(start, next === -1 ? source.length : next))
  const from = preface.length
  const to = from + end - start
  const nodes = tree.children.filter((node) => startOf(node) >= from && startOf(node) < to)
  const last = nodes.at(-1)
  // The reference can put the `[ ]` of a paragraph behind an empty list item on the root.
  if (!last || endOf(last) > to || 'checked' in tree) return undefined
  const lines = line - preface.split('\n').length
  for (const node of nodes) shift(node, start - from, lines)
  return nodes
}

function shift(node: Nodes, offset: number, lines: number): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (point?.offset === undefined) continue
    point.offset += offset
    point.line += lines
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, lines)
}

function labelsOf(nodes: readonly RootContent[]): string {
  return nodes
    .flatMap((node) => definitionsOf(node))
    .map(({ type, identifier }) => `${type} ${identifier}`)
    .join('\n')
}

function definitionsOf(node: Nodes): (Definition | FootnoteDefinition)[] {
  const inside =
    'children' in node && !phrasing.has(node.type) ? node.children.flatMap((child) => definitionsOf(child)) : []
  return node.type === 'definition' || node.type === 'footnoteDefinition' ? [node, ...inside] : inside
}
