import type { PhrasingContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { Range } from '../edit.ts'
import type { RstImage } from './block.ts'
import { addressOf, aliasIn, type RstPiece, readInline } from './inline.ts'
import type { Names } from './names.ts'
import { docutilsSlug } from './slug.ts'

/** What it takes to read a text: the source it stands in, and the names and places there. */
export interface InlineContext {
  readonly source: string
  readonly names: Names
  readonly at: (range: Range) => Position
}

/** What stands in a text, its marks read. */
export function phrasing(range: Range, document: InlineContext): PhrasingContent[] {
  return readInline(document.source, range).flatMap((piece) => phrase(piece, document))
}

function phrase(piece: RstPiece, document: InlineContext): PhrasingContent[] {
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
function emphasised(piece: RstPiece & { kind: 'strong' | 'emphasis' }, { at }: InlineContext): PhrasingContent {
  const stars = piece.kind === 'strong' ? 2 : 1
  const position = at({ start: piece.start + stars, end: piece.end - stars })
  return { type: 'text', value: piece.value, position }
}

function substituted(piece: RstPiece & { kind: 'substitution' }, document: InlineContext): PhrasingContent[] {
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
function targetOf({ name, target }: RstImage, { source, names }: InlineContext): string | undefined {
  if (!target) return undefined
  const alias = aliasIn(source.slice(target.start, target.end))
  if (alias !== undefined) return names.target(alias)
  return target.start === target.end ? undefined : targetIdentifier(name as string)
}

/** What leads to a definition, if it leads anywhere. */
export function leading(
  identifier: string | undefined,
  children: PhrasingContent[],
  position: Position,
): PhrasingContent[] {
  if (identifier === undefined) return children
  return [{ type: 'linkReference', identifier, referenceType: 'full', children, position }]
}

/** What an image that stands for a name is defined as. */
export function imageIdentifier(name: string): string {
  return `|${name}|`
}

/** What the address that such an image leads to is defined as. */
export function targetIdentifier(name: string): string {
  return `|${name}|_`
}

/** An address as it is meant. */
export function urlAt(source: string, { start, end }: Range): string {
  return addressOf(source.slice(start, end))
}
