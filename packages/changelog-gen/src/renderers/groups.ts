import type { Format } from '../formats/format.ts'
import { bumpTitles } from '../formats/presets.ts'
import type { Entry, Release, Section } from '../release.ts'

/** Entries under one heading. */
export interface EntryGroup {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** The entries of a release under the headings of a format, in its order; no group is empty. */
export function groupsOf({ sections }: Pick<Release, 'sections'>, format: Format): EntryGroup[] {
  const groups = new Map<string, Entry[]>(format.order.map((title) => [title, []]))
  for (const section of sections) {
    for (const entry of section.entries) {
      const title = headingOf(section, entry, format)
      const group = groups.get(title)
      if (group) group.push(entry)
      else groups.set(title, [entry])
    }
  }
  return [...groups]
    .map(([title, entries]) => ({ title, entries: eachOnce(entries) }))
    .filter(({ entries }) => entries.length > 0)
}

/** Fragments of several issues that say the same are one entry, as towncrier has it. */
function eachOnce(entries: readonly Entry[]): Entry[] {
  const told = new Map<unknown, Entry>()
  for (const entry of entries) {
    const { origins, scope = '', text, details = '', references } = entry
    const key = origins?.references === 'fragment' ? [scope, text, details].join('\0') : entry
    const other = told.get(key)
    told.set(key, other ? { ...other, references: [...other.references, ...references] } : entry)
  }
  return [...told.values()]
}

/** The heading under which a format lists what a section holds. */
export function headingOf(
  { id, title }: Pick<Section, 'id' | 'title'>,
  { breaking, bump }: Pick<Entry, 'breaking' | 'bump'>,
  { name, titles }: Format,
): string {
  if (name === 'changesets') {
    const level = breaking ? 'major' : bump === 'none' ? 'patch' : bump
    return titles[level] ?? bumpTitles[level]
  }
  return Object.hasOwn(titles, id) ? (titles[id] as string) : title
}
