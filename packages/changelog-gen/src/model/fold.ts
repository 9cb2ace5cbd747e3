import { bumpText } from '../message/dependency.ts'
import type { Entry } from '../release.ts'

/** A dependency's entries as one, and those that it stands for. */
export interface Folded {
  readonly entry: Entry
  /** Entries that are not listed any more. */
  readonly folded: readonly Entry[]
}

/** Folds the bumps of one dependency, newest first: A 1 → 2 and A 2 → 3 become A 1 → 3. */
export function foldDependency(entries: readonly Entry[]): Folded {
  const [newest, oldest] = [entries[0] as Entry, entries.at(-1) as Entry]
  const { name, to } = newest.dependency as NonNullable<Entry['dependency']>
  const from = oldest.dependency?.from
  const prs = [...new Set(entries.toReversed().flatMap(({ dependency }) => dependency?.prs ?? []))]
  if (entries.length === 1) return { entry: newest, folded: [] }
  const breakingNotes = entries.flatMap(({ breakingNote }) => breakingNote ?? [])
  return {
    entry: {
      ...newest,
      text: bumpText({ name, to, ...(from !== undefined && { from }) }),
      breaking: entries.some(({ breaking }) => breaking),
      ...(breakingNotes.length > 0 && { breakingNote: breakingNotes.join('\n\n') }),
      dependency: { name, ...(from !== undefined && { from }), to, prs },
      shas: entries.flatMap(({ shas }) => shas),
    },
    folded: entries.slice(1),
  }
}
