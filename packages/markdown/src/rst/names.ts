import type { Range } from '../edit.ts'
import type { RstBlock, RstImage } from './block.ts'
import { aliasIn, type RstPiece, readInline, unescaped } from './inline.ts'

/** Where the names of a document lead. Identifiers are those of the definitions in the tree. */
export interface Names {
  /** Identifier of the address that a name leads to; undefined for a place within the page, and for a name that is none. */
  readonly target: (name: string) => string | undefined
  /** The same for the next reference without a name. */
  readonly nextAnonymous: () => string | undefined
  readonly image: (name: string) => RstImage | undefined
  /** The title that a name leads to: its own, or that of the heading right below it. */
  readonly title: (name: string) => string | undefined
  /** What is put in the place of `|name|`. */
  readonly replacement: (name: string) => string | undefined
  /** How the label of the footnote or citation at an offset is shown. */
  readonly label: (written: string, offset: number) => string
  /** The same where text refers to it: `#` and `*` stand for the next one without a name. */
  readonly reference: (written: string) => string
}

/** How often a name may lead to another one. */
const hops = 10

/** Reads the names that blocks define. */
export function readNames(source: string, blocks: readonly RstBlock[]): Names {
  const targets = new Map<string, string>()
  const images = new Map<string, RstImage>()
  const replacements = new Map<string, string>()
  for (const block of blocks) {
    if (block.kind === 'target') targets.set(identifierOf(block), written(source, block.address))
    else if (block.kind === 'replacement') replacements.set(keyOf(block.name), block.value)
    else if (block.kind === 'image' && block.name !== undefined && written(source, block.address) !== '')
      images.set(keyOf(block.name), block)
  }
  const anonymous = blocks
    .flatMap((block) => (block.kind === 'target' && block.name === undefined ? [block] : []))
    .values()
  return {
    target: (name) => follow(targets, keyOf(name)),
    nextAnonymous: () => {
      const { value } = anonymous.next()
      return value && follow(targets, identifierOf(value))
    },
    image: (name) => images.get(keyOf(name)),
    title: titlesOf(source, blocks),
    replacement: (name) => replacements.get(keyOf(name)),
    ...readNotes(blocks),
  }
}

/** The signs of footnotes without numbers, in the order of docutils. */
const signs = '*†‡§¶#♠♥♦♣'

/** Footnotes that are not numbered by hand get the numbers that are left, in their order. */
function readNotes(blocks: readonly RstBlock[]): Pick<Names, 'label' | 'reference'> {
  const notes = blocks.flatMap((block) => (block.kind === 'text' && block.note !== undefined ? [block as Note] : []))
  const taken = new Set(notes.map(({ note }) => note))
  const labels = new Map<number, string>()
  let [number, sign] = [1, 0]
  for (const { note, start } of notes) {
    while (taken.has(String(number))) number++
    if (note.startsWith('#')) labels.set(start, String(number++))
    else if (note === '*') labels.set(start, signs.charAt(sign++ % signs.length))
  }
  const named = new Map(notes.map((one) => [keyOf(one.note), one]).reverse() as [string, Note][])
  const next = new Map(['#', '*'].map((written) => [written, notes.filter(({ note }) => note === written).values()]))
  return {
    label: (written, offset) => labels.get(offset) ?? written,
    reference: (written) => {
      const found = next.has(written) ? next.get(written)?.next().value : named.get(keyOf(written))
      return (found && labels.get(found.start)) ?? written
    },
  }
}

interface Note extends Range {
  readonly note: string
}

function titlesOf(source: string, blocks: readonly RstBlock[]): Names['title'] {
  let titles: Map<string, string> | undefined
  return (name) => {
    titles ??= readTitles(source, blocks)
    return titles.get(keyOf(name))
  }
}

function readTitles(source: string, blocks: readonly RstBlock[]): Map<string, string> {
  const titles = new Map<string, string>()
  let places: string[] = []
  for (const block of blocks) {
    if (block.kind === 'title') {
      const title = readInline(source, block.inside).map(shownIn).join('')
      for (const name of [keyOf(title), ...places]) titles.set(name, title)
    }
    if (block.kind === 'target' && block.name !== undefined && written(source, block.address) === '')
      places.push(keyOf(block.name))
    else if (block.kind !== 'comment') places = []
  }
  return titles
}

/** What readers see of a piece. */
export function shownIn(piece: RstPiece): string {
  return 'value' in piece ? piece.value : `|${piece.name}|`
}

/** The identifier of an address, through names that lead to other names. */
function follow(targets: ReadonlyMap<string, string>, from: string): string | undefined {
  let key = from
  for (let hop = 0; hop < hops; hop++) {
    const address = targets.get(key)
    if (!address) return undefined
    const next = aliasIn(address)
    if (next === undefined) return key
    key = keyOf(next)
  }
  return undefined
}

/** Identifier of what a target defines. */
export function identifierOf({ name, start }: { readonly name: string | undefined; readonly start: number }): string {
  return name === undefined ? `__${start}` : keyOf(name)
}

/** Names are told apart without regard to case and white space. */
export function keyOf(name: string): string {
  return unescaped(name).replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

function written(source: string, { start, end }: Range): string {
  return source.slice(start, end)
}
