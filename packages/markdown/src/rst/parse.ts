import type { Definition, Image, PhrasingContent, Root, RootContent } from 'mdast'
import type { Position } from 'unist'
import type { Range } from '../edit.ts'
import { placeFinder } from '../place.ts'
import { type RstBlock, type RstImage, readRstBlocks } from './blocks.ts'
import { addressOf, aliasIn, type RstPiece, readInline } from './inline.ts'
import { inLists } from './items.ts'
import { identifierOf, type Names, readNames } from './names.ts'

/**
 * Reads reStructuredText into the tree that Markdown is read into: headings, paragraphs, lists, code, links, images,
 * definitions and comments with exact positions. Quotes, tables, fields and definition lists are no nodes of their own. An image that is defined
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
  return { type: 'root', children, position: document.at({ start: 0, end: source.length }) }
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

function nodesOf(block: RstBlock, document: RstDocument): RootContent[] {
  const position = document.at(block)
  switch (block.kind) {
    case 'title':
      return [
        { type: 'heading', depth: document.depth(block.style), children: phrasing(block.inside, document), position },
      ]
    case 'text':
      return [{ type: 'paragraph', children: phrasing(block, document), position }]
    case 'code':
      return [{ type: 'code', lang: block.language ?? null, meta: null, value: block.value, position }]
    case 'comment':
      return [{ type: 'html', value: '', data: { comment: block.value }, position }]
    case 'target':
      return leadsOut(block.address, document)
        ? [definition(identifierOf(block), { ...block, label: block.name ?? '' }, document)]
        : []
    case 'image':
      return block.name === undefined
        ? [{ type: 'paragraph', children: [linked(block, document)], position }]
        : imageDefinitions(block, block.name, document)
    case 'replacement':
      return []
  }
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
function linked(block: RstImage, document: RstDocument): PhrasingContent {
  const { source, at, names } = document
  const { address, target } = block
  const data = { address: at(address) }
  const head = at({ start: block.start, end: address.end })
  const image: Image = { type: 'image', url: urlAt(source, address), alt: block.alt, data, position: head }
  if (!target || target.start === target.end) return image
  const alias = aliasIn(source.slice(target.start, target.end))
  if (alias !== undefined) return leading(names.target(alias), image)
  const url = urlAt(source, target)
  return { type: 'link', url, children: [image], data: { address: at(target) }, position: at(block) }
}

function urlAt(source: string, { start, end }: Range): string {
  return addressOf(source.slice(start, end))
}

function phrasing(range: Range, document: RstDocument): PhrasingContent[] {
  return readInline(document.source, range).map((piece) => phrase(piece, document))
}

function phrase(piece: RstPiece, document: RstDocument): PhrasingContent {
  const { at, source, names } = document
  const position = at(piece)
  switch (piece.kind) {
    case 'text':
      return { type: 'text', value: piece.value, position }
    case 'literal':
      return { type: 'inlineCode', value: piece.value, position }
    case 'strong':
    case 'emphasis':
      return { type: piece.kind, children: [emphasised(piece, document)], position }
    case 'link': {
      const data = { address: at(piece.address) }
      const children: PhrasingContent[] = [{ type: 'text', value: piece.value, position }]
      return { type: 'link', url: urlAt(source, piece.address), children, data, position }
    }
    case 'reference': {
      const identifier = piece.name === undefined ? names.nextAnonymous() : names.target(piece.name)
      return leading(identifier, { type: 'text', value: piece.value, position })
    }
    case 'substitution':
      return substituted(piece, document)
  }
}

/** The text between the stars. */
function emphasised(piece: RstPiece & { kind: 'strong' | 'emphasis' }, { at }: RstDocument): PhrasingContent {
  const stars = piece.kind === 'strong' ? 2 : 1
  const position = at({ start: piece.start + stars, end: piece.end - stars })
  return { type: 'text', value: piece.value, position }
}

function substituted(piece: RstPiece & { kind: 'substitution' }, document: RstDocument): PhrasingContent {
  const { names, at } = document
  const position = at(piece)
  const image = names.image(piece.name)
  const leads = piece.leads === '_' ? names.target(piece.name) : undefined
  if (!image)
    return leading(leads, { type: 'text', value: names.replacement(piece.name) ?? `|${piece.name}|`, position })
  const identifier = imageIdentifier(image.name as string)
  const shown: PhrasingContent = { type: 'imageReference', identifier, referenceType: 'full', alt: image.alt, position }
  return leading(leads ?? targetOf(image, document), shown)
}

/** Identifier of where an image with a name leads. */
function targetOf({ name, target }: RstImage, { source, names }: RstDocument): string | undefined {
  if (!target) return undefined
  const alias = aliasIn(source.slice(target.start, target.end))
  if (alias !== undefined) return names.target(alias)
  return target.start === target.end ? undefined : targetIdentifier(name as string)
}

function leading(identifier: string | undefined, child: PhrasingContent): PhrasingContent {
  if (identifier === undefined) return child
  return {
    type: 'linkReference',
    identifier,
    referenceType: 'full',
    children: [child],
    position: child.position as Position,
  }
}
