import type { Definition, Image, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Range } from '../edit.ts'
import { placeFinder } from '../place.ts'
import type { PlacedBlock, RstBlock, RstImage } from './block.ts'
import { readCellBlocks, readRstBlocks } from './blocks.ts'
import { aliasIn } from './inline.ts'
import { inLists } from './items.ts'
import { type Line, textStart } from './lines.ts'
import { identifierOf, readNames } from './names.ts'
import { type InlineContext, imageIdentifier, leading, phrasing, targetIdentifier, urlAt } from './phrasing.ts'
import { structureAt, withProperties } from './structure.ts'
import { paragraphOf, tableStructure } from './tables/structure.ts'

/**
 * Reads reStructuredText into the tree that Markdown is read into: headings, paragraphs, lists, code, links, images,
 * definitions and comments with exact positions; definition lists, fields, tables and admonitions are structures. Quotes are no nodes of their own. An image that is defined
 * for `|name|` is a definition, and wherever the name stands there is a reference to it.
 *
 * Links, images and definitions say where their address is written (`data.address`), and a comment what it says.
 */
export function parseRst(source: string): Root {
  const blocks = readRstBlocks(source)
  const place = placeFinder(source)
  const document: RstDocument = {
    source,
    names: readNames(source, blocks),
    depth: depths(source, blocks),
    at: ({ start, end }) => ({ start: place(start), end: place(end) }),
  }
  const children = inLists(blocks, (block) => nodesOf(block, document), document.at)
  return { type: 'root', children, data: { rst: true }, position: document.at({ start: 0, end: source.length }) }
}

interface RstDocument extends InlineContext {
  readonly depth: (style: string) => 1 | 2 | 3 | 4 | 5 | 6
}

/** The first sign that underlines is the highest; it makes the title where one heading has it, in front of all text. */
function depths(source: string, blocks: readonly RstBlock[]): RstDocument['depth'] {
  const styles = blocks.flatMap((block) => (block.kind === 'title' ? [block.style] : []))
  const order = [...new Set(styles)]
  const before = blocks.slice(
    0,
    Math.max(
      blocks.findIndex(({ kind }) => kind === 'title'),
      0,
    ),
  )
  const behindText = before.some((block) => block.kind === 'text' && hasWords(source.slice(block.start, block.end)))
  const first = behindText || styles.filter((style) => style === order[0]).length > 1 ? 2 : 1
  return (style) => Math.min(first + order.indexOf(style), 6) as 1 | 2 | 3 | 4 | 5 | 6
}

/** More than names that images stand for. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replaceAll(/\|[^|\n]{1,200}\|_*/g, ''))
}

function nodesOf(block: PlacedBlock, document: RstDocument): RootContent[] {
  const position = document.at(block)
  switch (block.kind) {
    case 'title':
      return [
        { type: 'heading', depth: document.depth(block.style), children: phrasing(block.inside, document), position },
      ]
    case 'text':
    case 'malformed':
    case 'unread':
      return [
        {
          type: 'paragraph',
          children: [...labelled(block, document), ...phrasing(block, document)],
          ...(isBare(block) && { data: { bare: true } }),
          position,
        },
      ]
    case 'code':
      return [{ type: 'code', lang: block.language ?? null, meta: null, value: block.value, position }]
    case 'head':
      return [{ type: 'paragraph', children: [{ type: 'text', value: block.value, position }], position }]
    case 'table':
      return [tableStructure(block, cellReading(document))]
    case 'math':
      return [structureAt('pre.math', position, [{ type: 'text', value: block.value, position }])]
    case 'contents': {
      const { title, depth, isLocal } = block
      const found = structureAt('nav.contents', position, title ? [phrasingLine(title, document)] : [])
      return [withProperties(found, { ...(depth && { dataDepth: depth }), ...(isLocal && { dataLocal: 'true' }) })]
    }
    case 'rule':
      return [{ type: 'thematicBreak', position }]
    case 'comment':
      return [{ type: 'html', value: '', data: { comment: block.value }, position }]
    case 'target':
      return leadsOut(block.address, document)
        ? [definition(identifierOf(block), { ...block, label: block.name ?? '' }, document)]
        : []
    case 'image':
      return block.name === undefined
        ? [{ type: 'paragraph', children: linked(block, document), data: { bare: true }, position }]
        : imageDefinitions(block, block.name, document)
    case 'replacement':
      return []
    case 'nothing':
      return block.items.at(-1)?.kind === 'line' ? [{ type: 'break', position }] : []
  }
}

/** How the cells of tables are read. */
function cellReading(document: RstDocument): Parameters<typeof tableStructure>[1] {
  const { at, source } = document
  const reading = { at, phrasing: (range: Range) => phrasing(range, document) }
  return {
    ...reading,
    blocks: (lines) => {
      const blocks = readCellBlocks({ source, lines })
      const isText = blocks.every(({ kind, items }) => kind === 'text' && items.length === 0)
      if (isText || !blocks.every(({ kind }) => cellKinds.has(kind))) return undefined
      return inLists(
        blocks,
        (block) =>
          block.kind === 'text' ? [paragraphOf(linesWithin(block, lines), reading)] : nodesOf(block, document),
        at,
      )
    },
  }
}

/** Other blocks reach over lines of the source that belong to other cells. */
const cellKinds: ReadonlySet<RstBlock['kind']> = new Set(['text', 'code', 'math', 'image', 'head', 'nothing'])

function linesWithin(range: Range, lines: readonly Line[]): Range[] {
  return lines
    .filter(({ blank, start, end }) => !blank && start < range.end && end > range.start)
    .map((line) => ({ start: Math.max(textStart(line), range.start), end: Math.min(line.end, range.end) }))
}

function phrasingLine(range: Range, document: RstDocument): Paragraph {
  return { type: 'paragraph', children: phrasing(range, document), position: document.at(range) }
}

/** The label that a footnote or a citation is called by, in front of its text. */
function labelled(block: RstBlock, { at, names }: RstDocument): Text[] {
  if (block.kind !== 'text' || block.note === undefined) return []
  const { start } = block
  return [{ type: 'text', value: `[${names.label(block.note, start)}] `, position: at({ start, end: start }) }]
}

/** A term and a line of a line block have nothing around their text. */
function isBare({ items }: PlacedBlock): boolean {
  return ['term', 'name', 'option', 'line'].includes(items.at(-1)?.kind ?? '')
}

interface Defined extends Range {
  readonly label: string
  readonly address: Range
}

/** False for a place within the page, and for a name that leads where another one does. */
function leadsOut({ start, end }: Range, { source }: RstDocument): boolean {
  return start < end && aliasIn(source.slice(start, end)) === undefined
}

function definition(identifier: string, { label, address, start, end }: Defined, document: RstDocument): Definition {
  const { at, source } = document
  const data = { address: at(address) }
  return { type: 'definition', identifier, label, url: urlAt(source, address), data, position: at({ start, end }) }
}

function imageDefinitions(image: RstImage, label: string, document: RstDocument): Definition[] {
  const { address, target } = image
  if (address.start === address.end) return []
  const shown = definition(imageIdentifier(label), { ...image, label }, document)
  if (!target || !leadsOut(target, document)) return [shown]
  return [shown, definition(targetIdentifier(label), { ...target, label, address: target }, document)]
}

/** An image in its place, in a link where it leads somewhere. */
function linked(block: RstImage, document: RstDocument): PhrasingContent[] {
  const { source, at, names } = document
  const { address, target, width, height } = block
  const size = { ...(width && { width }), ...(height && { height }) }
  const data = { address: at(address), hProperties: size }
  const head = at({ start: block.start, end: address.end })
  const image: Image = { type: 'image', url: urlAt(source, address), alt: block.alt, data, position: head }
  if (!target || target.start === target.end) return [image]
  const alias = aliasIn(source.slice(target.start, target.end))
  if (alias !== undefined) return leading(names.target(alias), [image], head)
  const url = urlAt(source, target)
  return [{ type: 'link', url, children: [image], data: { address: at(target) }, position: at(block) }]
}
