import type { Range } from '../../edit.ts'
import { readRstBlocks } from '../blocks.ts'
import { addressOf, type RstPiece, spaced } from '../inline.ts'
import { keyOf, readNames, shownIn } from '../names.ts'
import type { RstRows } from '../tables/row.ts'
import type { RstFault, Written } from './fault.ts'

export function nameFaults(written: Written): RstFault[] {
  const { explicit, duplicates } = explicitTargets(written)
  const implicit = implicitTargets(written)
  const notes = notesOf(written)
  const names = readNames(written.source, written.blocks)
  const referred = (name: string, { start, end }: Range): RstFault[] => {
    const key = keyOf(name)
    if (explicit.has(key) || notes.has(key) || implicit.get(key) !== undefined) return []
    return [{ kind: implicit.has(key) ? 'ambiguous' : 'target', name, start, end }]
  }
  const faultsOf = (piece: RstPiece): RstFault[] => {
    if (piece.kind === 'reference') return piece.name === undefined ? [] : referred(piece.name, piece)
    if (piece.kind === 'note') return isCounted(piece.value) ? [] : referred(piece.value.replace(/^#/, ''), piece)
    if (piece.kind !== 'substitution') return []
    const { name, leads, start, end } = piece
    if (!names.image(name) && names.replacement(name) === undefined) return [{ kind: 'substitution', name, start, end }]
    return leads === '_' ? referred(name, piece) : []
  }
  return [...duplicates, ...written.pieces.flatMap(faultsOf), ...anonymousFaults(written)]
}

/** A footnote that is called by its number, or gets the next one. */
function isCounted(label: string): boolean {
  return /^(?:\d+|[#*])$/.test(label)
}

/** Names that somebody gave to a place or an address; those of substitutions are others. */
function explicitTargets({ source, blocks, pieces, directives }: Written) {
  const explicit = new Map<string, string>()
  const duplicates: RstFault[] = []
  const define = (name: string, address: string, { start, end }: Range) => {
    const known = explicit.get(keyOf(name))
    if (known !== undefined && (known !== address || address === ''))
      duplicates.push({ kind: 'duplicate', name, start, end })
    explicit.set(keyOf(name), address)
  }
  const written = ({ start, end }: Range) => source.slice(start, end)
  const substitutions = new Set<string>()
  for (const block of blocks) {
    if (block.kind === 'target' && block.name !== undefined)
      define(block.name, addressOf(written(block.address)), block)
    if ((block.kind !== 'replacement' && block.kind !== 'image') || block.name === undefined) continue
    const name = spaced(block.name)
    if (substitutions.has(name)) duplicates.push({ kind: 'twice', name, start: block.start, end: block.end })
    substitutions.add(name)
  }
  for (const [name, address] of blocks.flatMap((block) => (block.kind === 'table' ? namesInCells(block, source) : [])))
    define(name, address, { start: 0, end: 0 })
  for (const piece of pieces) if (piece.kind === 'place') define(piece.value, '', piece)
  for (const { name } of directives.map(({ options }) => options)) if (name) explicit.set(keyOf(written(name)), '')
  return { explicit, duplicates }
}

/** Targets in the cells of a table, which are read for this alone. */
function namesInCells({ head, body }: RstRows, source: string): [name: string, address: string][] {
  return [...head, ...body].flat().flatMap(({ paragraphs }) => {
    const lines = paragraphs.flat().map(({ start, end }) => source.slice(start, end))
    if (!lines.some((line) => line.startsWith('.. _'))) return []
    const text = lines.join('\n')
    return readRstBlocks(text).flatMap((block): [string, string][] =>
      block.kind === 'target' && block.name !== undefined
        ? [[block.name, text.slice(block.address.start, block.address.end)]]
        : [],
    )
  })
}

/** Names that headings have, and links with an address; of several that lead to different places, none does. */
function implicitTargets({ source, texts, pieces, directives }: Written): ReadonlyMap<string, string | undefined> {
  const implicit = new Map<string, string | undefined>()
  const define = (name: string, address: string) => {
    const [key, known] = [keyOf(name), implicit.get(keyOf(name))]
    if (!implicit.has(key)) implicit.set(key, address)
    else if (known !== address || address === '') implicit.set(key, undefined)
  }
  for (const [{ kind }, inside] of texts) if (kind === 'title') define(inside.map(shownIn).join(''), '')
  for (const { name, argument } of directives)
    if (name === 'contents') define(source.slice(argument.start, argument.end) || 'Contents', '')
  for (const piece of pieces) {
    if (piece.kind === 'link' && piece.isNamed)
      define(piece.value, addressOf(source.slice(piece.address.start, piece.address.end)))
    if (piece.kind === 'reference' && piece.name !== undefined && keyOf(piece.name) !== keyOf(piece.value))
      define(piece.value, `${keyOf(piece.name)}_`)
  }
  return implicit
}

/** Labels of footnotes and citations. */
function notesOf({ source }: Written): ReadonlySet<string> {
  const labels = source.match(/(?<=^[ \t]*\.\. +\[#?)[^\]\s#][^\]\s]*(?=\])/gm)
  return new Set(labels?.map(keyOf))
}

/** Each reference without a name takes the next address without one. */
function anonymousFaults({ blocks, pieces }: Written): RstFault[] {
  const references = pieces.filter((piece) => piece.kind === 'reference' && piece.name === undefined)
  const addresses = blocks.filter((block) => block.kind === 'target' && block.name === undefined)
  const [first] = references
  if (!first || references.length === addresses.length) return []
  return [{ kind: 'anonymous', name: '', start: first.start, end: first.end }]
}
