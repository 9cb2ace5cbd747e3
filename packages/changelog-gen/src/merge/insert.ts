import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import { canonical } from '../changelog/group-title.ts'
import type { Group, Item, SectionContent } from '../changelog/items.ts'
import { reindent } from './reindent.ts'

/** A section of the file that items go into. */
export interface Place {
  readonly source: string
  readonly body: Range
  readonly content: SectionContent
  /** Items that are taken out, so that nothing may be put beside them. */
  readonly removed: ReadonlySet<Item>
  /** Where the text of the section ends. */
  readonly end: number
  readonly eol: string
}

/** An item and its lines, from its marker on. */
export interface Inserted {
  readonly item: Item
  readonly text: string
}

interface Insertions {
  readonly inserted: readonly Inserted[]
  readonly inFile: ReadonlyMap<Item, Item>
}

/** Puts each item where it would stand in the fresh text: beside its neighbours, under its heading. */
export function insertionEdits(place: Place, fresh: SectionContent, { inserted, inFile }: Insertions): Edit[] {
  const byGroup = new Map<Group | undefined, Inserted[]>()
  for (const one of inserted) {
    const list = byGroup.get(one.item.group)
    if (list) list.push(one)
    else byGroup.set(one.item.group, [one])
  }
  return [...byGroup].flatMap(([group, ones]) => {
    const target = findGroup(place.content, group) ?? renamed(fresh, group, inFile)
    if (group && !target) return [newGroup(place, fresh, { group, ones })]
    if (!place.content.items.some((item) => isAt(place, item, target))) return [firstOf(place, target, ones)]
    return ones.map((one) =>
      beside(place, one, { target, inFile, siblings: fresh.items.filter((item) => item.group === group) }),
    )
  })
}

function findGroup({ groups }: SectionContent, group: Group | undefined): Group | undefined {
  if (!group) return undefined
  const exact = groups.find(({ title }) => title === group.title)
  return exact ?? groups.find(({ title }) => canonical(title) === canonical(group.title))
}

/** The heading that several entries of a group now stand under, and nothing of another group does: who renamed it means what comes, too. */
function renamed(fresh: SectionContent, group: Group | undefined, inFile: ReadonlyMap<Item, Item>): Group | undefined {
  const inGroups = (isOf: (item: Item) => boolean) =>
    fresh.items.filter(isOf).flatMap((item) => inFile.get(item)?.group ?? [])
  const [found, ...others] = inGroups((item) => item.group === group)
  if (!found || others.length === 0 || others.some((one) => one !== found)) return undefined
  const isShared = inGroups((item) => item.group !== group).includes(found)
  return isShared || fresh.groups.some((one) => findGroup({ items: [], groups: [found] }, one)) ? undefined : found
}

interface Beside {
  readonly target: Group | undefined
  readonly siblings: readonly Item[]
  readonly inFile: ReadonlyMap<Item, Item>
}

function beside(place: Place, { item, text }: Inserted, { target, siblings, inFile }: Beside): Edit {
  const isHere = (other: Item | undefined): other is Item => other !== undefined && isAt(place, other, target)
  const index = siblings.indexOf(item)
  const before = siblings
    .slice(0, index)
    .map((one) => inFile.get(one))
    .findLast(isHere)
  if (before) return after(place, before, text)
  const next = siblings
    .slice(index + 1)
    .map((one) => inFile.get(one))
    .find(isHere)
  if (next) return ahead(place, next, text)
  return after(place, place.content.items.findLast(isHere) as Item, text)
}

/** True for an item of a group that stays there, and that others may stand beside. */
function isAt({ removed }: Place, item: Item, target: Group | undefined): boolean {
  return item.group === target && item.depth === 1 && !removed.has(item)
}

/** The first items of a group: behind what people wrote there, or where those were that are taken out. */
function firstOf(place: Place, target: Group | undefined, ones: readonly Inserted[]): Edit {
  const { source, body, content, eol } = place
  const isRefilled = content.items.some(({ group }) => group === target)
  const end = Math.min(target?.end ?? content.groups[0]?.start ?? place.end, place.end)
  const limit = isRefilled ? (target?.headingEnd ?? body.start) : end
  const at = source.slice(0, Math.max(limit, body.start)).trimEnd().length
  const blank = at === target?.headingEnd && isClose(place) ? '' : eol
  return { start: at, end: at, text: `${eol}${blank}${listOf(ones, eol)}${gap(source, at, eol)}` }
}

/** A list of items that stand beside no others. */
function listOf(ones: readonly Inserted[], eol: string): string {
  return ones.map(({ text }) => reindent(text, '', { marker: '', eol })).join(eol)
}

/** The line endings that are missing up to a blank line; none at the end of the file. */
export function gap(source: string, at: number, eol: string): string {
  if (source.slice(at).trim() === '') return ''
  const found = /^(?:[ \t]*(?:\r\n|\n|\r)){0,2}/.exec(source.slice(at, at + 100))?.[0].match(/\r\n|\n|\r/g)?.length ?? 0
  return eol.repeat(Math.max(0, 2 - found))
}

/** True where a list of the section follows its heading without a blank line. */
function isClose({ source, content: { groups, items } }: Place): boolean {
  return groups.some((group) => {
    const first = items.find((item) => item.group === group)
    return first !== undefined && /^(?:\r\n|\r|\n)[ \t]*$/.test(source.slice(group.headingEnd, first.start))
  })
}

function after(place: Place, neighbour: Item, text: string): Edit {
  const { source, eol } = place
  const { start, wholeEnd, marker } = neighbour
  const indent = source.slice(startOfLine(source, start), start)
  const blank = isLoose(place, neighbour) ? eol : ''
  return { start: wholeEnd, end: wholeEnd, text: `${eol}${blank}${indent}${reindent(text, indent, { marker, eol })}` }
}

function ahead(place: Place, neighbour: Item, text: string): Edit {
  const { source, eol } = place
  const at = startOfLine(source, neighbour.start)
  const indent = source.slice(at, neighbour.start)
  const blank = isLoose(place, neighbour) ? eol : ''
  return {
    start: at,
    end: at,
    text: `${indent}${reindent(text, indent, { marker: neighbour.marker, eol })}${eol}${blank}`,
  }
}

function isLoose({ content }: Place, { group }: Item): boolean {
  return content.items.some((item) => item.group === group && item.loose)
}

/** A heading that the section does not have yet, before the one that follows it in the fresh text, else at the end. */
function newGroup(
  place: Place,
  fresh: SectionContent,
  { group, ones }: { readonly group: Group; readonly ones: readonly Inserted[] },
): Edit {
  const { content, eol, end } = place
  const heading = group.label?.replace('{title}', () => group.title) ?? `${'#'.repeat(group.depth)} ${group.title}`
  const text = [heading, ...(isClose(place) ? [] : ['']), listOf(ones, eol)].join(eol)
  const followers = fresh.groups.slice(fresh.groups.indexOf(group) + 1).map((one) => findGroup(content, one))
  const next = followers.find((found) => found !== undefined)
  if (next) return { start: next.start, end: next.start, text: `${text}${eol}${eol}` }
  return { start: end, end, text: `${eol}${eol}${text}` }
}
