import type { Edit, Range } from '../../edit.ts'
import { addressOf, type RstPiece } from '../inline.ts'
import { keyOf, readNames } from '../names.ts'
import type { RstFault, Written } from './fault.ts'

export function nameFaults(written: Written): RstFault[] {
  const { addresses, duplicates } = explicitTargets(written)
  const titles = titlesOf(written)
  const notes = notesOf(written)
  const names = readNames(written.source, written.blocks)
  const referred = (name: string, { start, end }: Range): RstFault[] => {
    const key = keyOf(name)
    if (addresses.has(key) || notes.has(key)) return []
    const count = titles.get(key) ?? 0
    return count === 1 ? [] : [{ kind: count > 1 ? 'ambiguous' : 'target', name, start, end }]
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

/** Names that somebody gave, with the addresses that they lead to; empty for a place in the document. */
function explicitTargets({ source, blocks, pieces, directives }: Written) {
  const addresses = new Map<string, string>()
  const duplicates: RstFault[] = []
  const define = (name: string, at: Range | undefined, { start, end }: Range, edits: readonly Edit[] = []) => {
    const address = at ? addressOf(source.slice(at.start, at.end)) : ''
    const known = addresses.get(keyOf(name))
    if (known !== undefined && (known !== address || address === ''))
      duplicates.push({ kind: 'duplicate', name, start, end, ...(edits.length > 0 && { edits }) })
    addresses.set(keyOf(name), address)
  }
  for (const block of blocks)
    if (block.kind === 'target' && block.name !== undefined) define(block.name, block.address, block)
  for (const piece of pieces) {
    // With two underscores a link gives no name to its address.
    const unnamed = [{ start: piece.end, end: piece.end, text: '_' }]
    if (piece.kind === 'link' && piece.isNamed) define(piece.value, piece.address, piece, unnamed)
    if (piece.kind === 'place') define(piece.value, undefined, piece)
  }
  for (const { name } of directives.map(({ options }) => options))
    if (name) addresses.set(keyOf(source.slice(name.start, name.end)), '')
  return { addresses, duplicates }
}

/** How many headings have a name. */
function titlesOf({ source, texts, directives }: Written): ReadonlyMap<string, number> {
  const names = [...texts].flatMap(([{ kind }, pieces]) => (kind === 'title' ? pieces.map(shown).join('') : []))
  const contents = directives.flatMap(({ name, argument: { start, end } }) =>
    name === 'contents' ? source.slice(start, end) || 'Contents' : [],
  )
  const counts = new Map<string, number>()
  for (const name of [...names, ...contents].map(keyOf)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function shown(piece: RstPiece): string {
  return 'value' in piece ? piece.value : `|${piece.name}|`
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
