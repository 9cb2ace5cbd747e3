import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { Edit } from '@frontdoor/markdown/edit'
import { canonical } from '../changelog/group-title.ts'
import type { Group, Item, SectionContent } from '../changelog/items.ts'

interface Removal {
  readonly removed: ReadonlySet<Item>
  /** Meanings of the titles of groups that get new items. */
  readonly refilled: ReadonlySet<string>
}

/** Takes items out, and with them each heading that is left with nothing below it. */
export function removalEdits(
  source: string,
  { groups, items }: SectionContent,
  { removed, refilled }: Removal,
): Edit[] {
  const empty = groups.filter(
    (group) => !refilled.has(canonical(group.title)) && isEmptied(source, group, { items, removed }),
  )
  const rest = outermost([...removed].filter(({ group }) => !group || !empty.includes(group)))
  return [...empty.map(({ start, end }) => ({ start, end, text: '' })), ...rest.map((item) => removal(source, item))]
}

/** Items without those inside of others, which go with them. */
function outermost(items: readonly Item[]): Item[] {
  let end = 0
  return items
    .toSorted((one, other) => one.start - other.start)
    .filter(({ start, wholeEnd }) => {
      const isOuter = start >= end
      end = Math.max(end, wholeEnd)
      return isOuter
    })
}

function isEmptied(
  source: string,
  group: Group,
  { items, removed }: { readonly items: readonly Item[]; readonly removed: ReadonlySet<Item> },
): boolean {
  const own = items.filter((item) => item.group === group)
  if (own.length === 0 || own.some((item) => !removed.has(item))) return false
  let at = group.headingEnd
  let between = ''
  for (const { start, wholeEnd } of own) {
    between += source.slice(at, start)
    at = Math.max(at, wholeEnd)
  }
  return (between + source.slice(at, group.end)).trim() === ''
}

function removal(source: string, { start, wholeEnd }: Item): Edit {
  const [ending = ''] = /^[ \t]*(?:\r\n|\n|\r)?/.exec(source.slice(wholeEnd, wholeEnd + 200)) ?? []
  return { start: startOfLine(source, start), end: wholeEnd + ending.length, text: '' }
}
