import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { oneLine } from '@frontdoor/markdown/lines'
import { canonical } from '../changelog/group-title.ts'
import { type Group, type Item, readSection, type SectionContent } from '../changelog/items.ts'
import { type Inserted, insertionEdits } from './insert.ts'
import { matchItems } from './match.ts'
import { reindent } from './reindent.ts'
import { removalEdits } from './remove.ts'

/** Three texts of one section. */
export interface MergeRequest {
  readonly source: string
  /** The section's body in the file. */
  readonly body: Range
  /** Where its text ends, which may be before its last lines. */
  readonly end: number
  /** What the section would be if nobody had touched it. */
  readonly fresh: string
  /** What it would have been when the tool wrote it last; absent where it never did, or nobody knows. */
  readonly base?: string | undefined
  readonly eol: string
}

/** What is to be done, and what is left to a person. */
export interface Merged {
  readonly edits: readonly Edit[]
  readonly conflicts: readonly Finding[]
}

/** A section as three lists of items, and which of them are about the same change. */
interface Sides {
  readonly file: SectionContent
  readonly fresh: SectionContent
  /** What stands in the file for a fresh item. */
  readonly inFile: ReadonlyMap<Item, Item>
  /** What the tool wrote last for a fresh item, and for one of the file. */
  readonly baseOfFresh: ReadonlyMap<Item, Item>
  readonly baseOfFile: ReadonlyMap<Item, Item>
}

/**
 * Brings what is new into a section and leaves what people did to it: an item that they reworded, moved, added or took out
 * stays so. What both sides changed is a conflict, and the file keeps its words.
 */
export function mergeSection(request: MergeRequest): Merged {
  const { source, body, end, fresh, eol } = request
  const sides = sidesOf(request)
  const changes = compare(sides)
  const removed = new Set([...changes.removed, ...changes.moved.map(({ from }) => from)])
  const inserted: Inserted[] = [...changes.inserted, ...changes.moved.map(({ to }) => to)].map((item) => ({
    item,
    text: textOf(fresh, item),
  }))
  const edits = [
    ...changes.replaced.map(({ from, to }) => replacement(source, from, fresh.slice(to.start, to.end), eol)),
    ...removalEdits(source, sides.file, {
      removed,
      refilled: new Set(inserted.map(({ item }) => canonical(item.group?.title ?? ''))),
    }),
    ...insertionEdits({ source, body, content: sides.file, removed, end, eol }, sides.fresh, {
      inserted,
      inFile: sides.inFile,
    }),
  ]
  return { edits, conflicts: changes.conflicts }
}

function sidesOf({ source, body, fresh, base }: MergeRequest): Sides {
  const file = readSection({ source }, { body })
  const freshContent = readSection({ source: fresh }, { body: { start: 0, end: fresh.length } })
  const baseItems =
    base === undefined ? [] : readSection({ source: base }, { body: { start: 0, end: base.length } }).items
  const baseOfFresh = matchItems(freshContent.items, baseItems)
  const baseOfFile = matchItems(file.items, baseItems)
  const inFile = matchItems(freshContent.items, file.items)
  addByBase(inFile, { baseOfFresh, baseOfFile })
  return { file, fresh: freshContent, inFile, baseOfFresh, baseOfFile }
}

/** Two that share nothing may both be what the tool wrote last: one reworded by hand, the other by a new source. */
function addByBase(
  inFile: Map<Item, Item>,
  { baseOfFresh, baseOfFile }: Pick<Sides, 'baseOfFresh' | 'baseOfFile'>,
): void {
  const taken = new Set(inFile.values())
  const fileOf = new Map([...baseOfFile].filter(([item]) => !taken.has(item)).map(([item, base]) => [base, item]))
  for (const [item, base] of baseOfFresh) {
    const other = fileOf.get(base)
    if (other && !inFile.has(item)) inFile.set(item, other)
  }
}

interface Changes {
  readonly inserted: readonly Item[]
  readonly removed: readonly Item[]
  readonly moved: readonly { readonly from: Item; readonly to: Item }[]
  readonly replaced: readonly { readonly from: Item; readonly to: Item }[]
  readonly conflicts: readonly Finding[]
}

function compare(sides: Sides): Changes {
  const { file, fresh, inFile, baseOfFresh, baseOfFile } = sides
  const hasOthers = new Set(file.items.filter(({ wholeEnd }, at) => (file.items[at + 1]?.start ?? wholeEnd) < wholeEnd))
  const isAlone = (item: Item) => !hasOthers.has(item)
  const isTold = toldBy(file.items.filter((item) => !baseOfFile.has(item)))
  const inserted = fresh.items.filter(
    (item) => item.depth === 1 && !inFile.has(item) && !baseOfFresh.has(item) && !isTold(item),
  )
  const pairs = [...inFile].map(([to, from]) => ({ to, from, base: baseOfFresh.get(to) }))
  const ours = pairs.filter(({ from, base }) => base && isSame(from, base) && isAlone(from))
  const moved = ours.filter(({ from, to, base }) => base && !sameGroup(base, to) && sameGroup(base, from))
  const replaced = ours.filter((pair) => !moved.includes(pair) && !isSame(pair.from, pair.to))
  const both = pairs.filter(
    ({ from, to, base }) => base && !isSame(from, to) && !isSame(from, base) && !isSame(to, base),
  )
  const known = new Set(inFile.values())
  // What the tool wrote inside of an entry stays and goes with it.
  const gone = file.items.filter((item) => !known.has(item) && baseOfFile.get(item)?.depth === 1)
  const isAsWritten = (item: Item) => isSame(item, baseOfFile.get(item) ?? { text: '' })
  const isUntouched = (item: Item) =>
    isAsWritten(item) && (isAlone(item) || within(item, file.items).every((one) => !known.has(one) && isAsWritten(one)))
  return {
    inserted,
    removed: gone.filter(isUntouched).flatMap((item) => [item, ...within(item, file.items)]),
    moved,
    replaced,
    conflicts: [
      ...both.map(({ from, to }) => bothChanged(from, to)),
      ...gone.filter((item) => !isUntouched(item)).map(takenBack),
    ],
  }
}

/** Who writes of a pull request by hand tells of all its commits. */
function toldBy(handmade: readonly Item[]): (item: Item) => boolean {
  const numbers = new Set(handmade.flatMap(({ identity }) => identity.numbers))
  return (item) => numbers.has(pullOf(item) ?? '')
}

/** Where a fresh item shows no commit and leads nowhere, its first number is that of its pull request. */
function pullOf({ text, identity: { numbers, shas } }: Item): string | undefined {
  const [, linked] = /\/(?:pull|pulls|pull-requests|merge_requests)\/(\d+)/.exec(text) ?? []
  return linked ?? (shas.length === 0 ? numbers[0] : undefined)
}

function bothChanged({ start, end }: Item, { text }: Item): Finding {
  return {
    at: { start, end },
    message: `This entry was edited by hand, and its change now says "${oneLine(text)}"; write that, or keep yours without its reference`,
  }
}

function takenBack({ start, end }: Item): Finding {
  return {
    at: { start, end },
    message:
      'This entry was edited by hand, and its change is no longer to be listed: it was reverted, folded or hidden; remove it, or keep it without its reference',
  }
}

/** Line breaks are how people fit text to their screen. */
function isSame(one: Pick<Item, 'text'>, other: Pick<Item, 'text'>): boolean {
  return oneLine(one.text) === oneLine(other.text)
}

/** The items inside of another one. */
function within({ start, wholeEnd }: Item, items: readonly Item[]): Item[] {
  return items.filter((one) => one.start > start && one.start < wholeEnd)
}

function sameGroup({ group: one }: { readonly group?: Group }, { group: other }: { readonly group?: Group }): boolean {
  return canonical(one?.title ?? '') === canonical(other?.title ?? '')
}

/** The lines of an item as they were written, from its marker on. */
function textOf(source: string, { start, wholeEnd }: Item): string {
  return source.slice(start, wholeEnd)
}

function replacement(source: string, from: Item, text: string, eol: string): Edit {
  return {
    start: from.start,
    end: from.end,
    text: reindent(text, source.slice(startOfLine(source, from.start), from.start), { marker: from.marker, eol }),
  }
}
