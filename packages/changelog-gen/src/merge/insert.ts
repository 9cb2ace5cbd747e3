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
    const target = findGroup(place.content, group)
    if (group && !target) return [newGroup(place, fresh, { group, ones })]
    const siblings = fresh.items.filter((item) => item.group === group)
    return ones.map((one, index) => beside(place, one, { target, inFile, siblings, isFirst: index === 0 }))
  })
}

function findGroup({ groups }: SectionContent, group: Group | undefined): Group | undefined {
  if (!group) return undefined
  const exact = groups.find(({ title }) => title === group.title)
  return exact ?? groups.find(({ title }) => canonical(title) === canonical(group.title))
}

interface Beside {
  readonly target: Group | undefined
  readonly siblings: readonly Item[]
  readonly inFile: ReadonlyMap<Item, Item>
  /** True for the first of those that go under one heading. */
  readonly isFirst: boolean
}

function beside(place: Place, { item, text }: Inserted, { target, siblings, inFile, isFirst }: Beside): Edit {
  const isHere = (other: Item | undefined): other is Item =>
    other !== undefined && other.group === target && other.depth === 1 && !place.removed.has(other)
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
  const last = place.content.items.findLast(isHere)
  if (last) return after(place, last, text)
  const { eol } = place
  const at = target?.headingEnd ?? place.body.start
  const blank = isFirst && !(target && isClose(place)) ? eol : ''
  return { start: at, end: at, text: `${eol}${blank}${reindent(text, '', { marker: '', eol })}` }
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
  const items = ones.map((one) => reindent(one.text, '', { marker: '', eol }))
  const text = [heading, ...(isClose(place) ? [] : ['']), ...items].join(eol)
  const followers = fresh.groups.slice(fresh.groups.indexOf(group) + 1).map((one) => findGroup(content, one))
  const next = followers.find((found) => found !== undefined)
  if (next) return { start: next.start, end: next.start, text: `${text}${eol}${eol}` }
  return { start: end, end, text: `${eol}${eol}${text}` }
}
