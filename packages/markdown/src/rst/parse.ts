import type { Definition, Image, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { Range } from '../edit.ts'
import { placeFinder } from '../place.ts'
import { type PlacedBlock, type RstBlock, type RstImage, readRstBlocks } from './blocks.ts'
import { addressOf, aliasIn, type RstPiece, readInline } from './inline.ts'
import { inLists } from './items.ts'
import { identifierOf, type Names, readNames } from './names.ts'
import { type Structure, structureAt, withProperties } from './structure.ts'
import type { RstCell, RstRows } from './tables/row.ts'

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

interface RstDocument {
  readonly source: string
  readonly names: Names
  readonly depth: (style: string) => 1 | 2 | 3 | 4 | 5 | 6
  readonly at: (range: Range) => Position
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
          children: phrasing(block, document),
          ...(isBare(block) && { data: { bare: true } }),
          position,
        },
      ]
    case 'code':
      return [{ type: 'code', lang: block.language ?? null, meta: null, value: block.value, position }]
    case 'head':
      return [{ type: 'paragraph', children: [{ type: 'text', value: block.value, position }], position }]
    case 'table':
      return [tableOf(block, document)]
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
    case 'nothing':
      return []
  }
}

/** A term and a line of a line block have nothing around their text. */
function isBare({ items }: PlacedBlock): boolean {
  return ['term', 'name', 'option', 'line'].includes(items.at(-1)?.kind ?? '')
}

function tableOf({ head, body, ...range }: RstRows & Range, document: RstDocument): Structure {
  const position = document.at(range)
  const part = (name: string, rows: RstRows['head'], cell: string): Structure[] =>
    rows.length === 0
      ? []
      : [
          structureAt(
            name,
            position,
            rows.map((row) => rowOf(row, { cell, position, document })),
          ),
        ]
  return structureAt('table', position, [...part('thead', head, 'th'), ...part('tbody', body, 'td')])
}

interface RowIn {
  readonly cell: string
  readonly position: Position
  readonly document: RstDocument
}

function rowOf(cells: readonly RstCell[], { cell, position, document }: RowIn): Structure {
  return structureAt(
    'tr',
    position,
    cells.map(({ paragraphs, rows, columns }) => {
      const children = paragraphs.map((lines) => paragraphOf(lines, document))
      const spans = { ...(rows && { rowSpan: rows }), ...(columns && { colSpan: columns }) }
      return withProperties(structureAt(cell, position, children), spans)
    }),
  )
}

/** The lines of a paragraph in a cell stand apart in the source, so each is read for itself. */
function paragraphOf(lines: readonly Range[], document: RstDocument): Paragraph {
  const { at } = document
  const newline = ({ start }: Range): Text => ({ type: 'text', value: '\n', position: at({ start, end: start }) })
  const children = lines.flatMap((line, index) => [...(index > 0 ? [newline(line)] : []), ...phrasing(line, document)])
  const [first, last] = [lines[0], lines.at(-1)] as [Range, Range]
  return { type: 'paragraph', children, position: at({ start: first.start, end: last.end }) }
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

function imageIdentifier(name: string): string {
  return `|${name}|`
}

function targetIdentifier(name: string): string {
  return `|${name}|_`
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

function urlAt(source: string, { start, end }: Range): string {
  return addressOf(source.slice(start, end))
}

function phrasing(range: Range, document: RstDocument): PhrasingContent[] {
  return readInline(document.source, range).flatMap((piece) => phrase(piece, document))
}

function phrase(piece: RstPiece, document: RstDocument): PhrasingContent[] {
  const { at, source, names } = document
  const position = at(piece)
  switch (piece.kind) {
    case 'text':
    case 'literal':
    case 'title':
      return [plain(piece, position)]
    case 'place':
      return [plain({ kind: 'text', value: piece.value }, position)]
    case 'note':
      return [plain({ kind: 'text', value: `[${piece.value}]` }, position)]
    case 'role':
      return [inRole(piece, position)]
    case 'strong':
    case 'emphasis':
      return [{ type: piece.kind, children: [emphasised(piece, document)], position }]
    case 'link': {
      const data = { address: at(piece.address) }
      const children: PhrasingContent[] = [{ type: 'text', value: piece.value, position }]
      return [{ type: 'link', url: urlAt(source, piece.address), children, data, position }]
    }
    case 'reference': {
      const identifier = piece.name === undefined ? names.nextAnonymous() : names.target(piece.name)
      return leading(identifier, [{ type: 'text', value: piece.value, position }], position)
    }
    case 'substitution':
      return substituted(piece, document)
  }
}

/** A text, as code, or as the title of a work where it stands in single backquotes. */
function plain({ kind, value }: Pick<RstPiece, 'kind'> & { value: string }, position: Position): PhrasingContent {
  if (kind === 'literal') return { type: 'inlineCode', value, position }
  const text: Text = { type: 'text', value, position }
  return kind === 'title' ? { type: 'emphasis', children: [text], data: { hName: 'cite' }, position } : text
}

/** Numbers of proposals and standards are links, as docutils 0.21 has them. */
function inRole(
  { role, value }: { readonly role: string; readonly value: string },
  position: Position,
): PhrasingContent {
  const text: Text = { type: 'text', value, position }
  const [, number, place = ''] = /^(\d+)(#\S+)?$/.exec(value) ?? []
  const series = number === undefined ? undefined : numbered[role.toLowerCase()]
  if (number === undefined || !series) return text
  const children: Text[] = [{ ...text, value: `${series.name} ${number}` }]
  return { type: 'link', url: series.url(number) + place, children, data: { address: position }, position }
}

const pep = { name: 'PEP', url: (number: string) => `https://peps.python.org/pep-${number.padStart(4, '0')}` }
const rfc = { name: 'RFC', url: (number: string) => `https://tools.ietf.org/html/rfc${number}.html` }
const numbered: Readonly<Record<string, typeof pep>> = { pep, 'pep-reference': pep, rfc, 'rfc-reference': rfc }

/** The text between the stars. */
function emphasised(piece: RstPiece & { kind: 'strong' | 'emphasis' }, { at }: RstDocument): PhrasingContent {
  const stars = piece.kind === 'strong' ? 2 : 1
  const position = at({ start: piece.start + stars, end: piece.end - stars })
  return { type: 'text', value: piece.value, position }
}

function substituted(piece: RstPiece & { kind: 'substitution' }, document: RstDocument): PhrasingContent[] {
  const { names, at } = document
  const position = at(piece)
  const image = names.image(piece.name)
  const leads = piece.leads === '_' ? names.target(piece.name) : undefined
  if (!image) return leading(leads, replacing(names.replacement(piece.name) ?? `|${piece.name}|`, position), position)
  const identifier = imageIdentifier(image.name as string)
  const shown: PhrasingContent = { type: 'imageReference', identifier, referenceType: 'full', alt: image.alt, position }
  return leading(leads ?? targetOf(image, document), [shown], position)
}

/** What stands for a name is written elsewhere, so all of it is where the name is. Of its links there is the text. */
function replacing(value: string, position: Position): PhrasingContent[] {
  return readInline(value, { start: 0, end: value.length }).map((piece): PhrasingContent => {
    if (piece.kind === 'substitution') return plain({ kind: 'text', value: `|${piece.name}|` }, position)
    if (piece.kind === 'role') return inRole(piece, position)
    if (piece.kind !== 'strong' && piece.kind !== 'emphasis') return plain(piece, position)
    return { type: piece.kind, children: [plain({ kind: 'text', value: piece.value }, position)], position }
  })
}

/** Identifier of where an image with a name leads. */
function targetOf({ name, target }: RstImage, { source, names }: RstDocument): string | undefined {
  if (!target) return undefined
  const alias = aliasIn(source.slice(target.start, target.end))
  if (alias !== undefined) return names.target(alias)
  return target.start === target.end ? undefined : targetIdentifier(name as string)
}

function leading(identifier: string | undefined, children: PhrasingContent[], position: Position): PhrasingContent[] {
  if (identifier === undefined) return children
  return [{ type: 'linkReference', identifier, referenceType: 'full', children, position }]
}
