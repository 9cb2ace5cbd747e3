import type { Definition, Image, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { Range } from '../edit.ts'
import { placeFinder } from '../place.ts'
import type { PlacedBlock, RstBlock, RstImage } from './block.ts'
import { readCellBlocks, readRstBlocks } from './blocks.ts'
import { addressOf, aliasIn, type RstPiece, readInline } from './inline.ts'
import { inLists } from './items.ts'
import { type Line, textStart } from './lines.ts'
import { identifierOf, type Names, readNames } from './names.ts'
import { docutilsSlug } from './slug.ts'
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
      return [plain({ kind: 'text', value: `[${names.reference(piece.value)}]` }, position)]
    case 'mail':
      return [leadingTo(`mailto:${piece.value}`, { type: 'text', value: piece.value, position })]
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
      const text: Text = { type: 'text', value: piece.value, position }
      const title = identifier === undefined && piece.name !== undefined ? names.title(piece.name) : undefined
      return title === undefined ? leading(identifier, [text], position) : [leadingTo(`#${docutilsSlug(title)}`, text)]
    }
    case 'substitution':
      return substituted(piece, document)
  }
}

/** A link whose address is not written: none that rules could speak of. */
function leadingTo(href: string, text: Text): PhrasingContent {
  const data = { hName: 'a', hProperties: { href } }
  return { type: 'emphasis', children: [text], data, position: text.position as Position }
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
  const name = role.toLowerCase()
  const hName = shown[name]
  if (hName) return { type: 'emphasis', children: [text], data: { hName }, position }
  const series = number === undefined ? undefined : numbered[name]
  if (number === undefined || !series) return text
  const children: Text[] = [{ ...text, value: `${series.name} ${number}` }]
  return { type: 'link', url: series.url(number) + place, children, data: { address: position }, position }
}

/** What the roles of docutils are in HTML. */
const shown: Readonly<Record<string, string>> = {
  ...{ math: 'tt', code: 'code', literal: 'tt', emphasis: 'em', strong: 'strong' },
  ...{ sub: 'sub', subscript: 'sub', sup: 'sup', superscript: 'sup' },
  ...{ title: 'cite', 'title-reference': 'cite', t: 'cite' },
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
