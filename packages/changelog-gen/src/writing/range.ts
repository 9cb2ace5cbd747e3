import { UserError } from '@frontdoor/kit/io'
import type { Entry, Release } from '../release.ts'
import type { ProjectHistory } from './project-history.ts'

/** Tags between which releases are taken; from the beginning, and to what is unreleased, where they are absent. */
export interface TagRange {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/**
 * The releases behind one tag up to another, newest first.
 *
 * @throws {UserError} for a tag that is no release, and for two in the wrong order
 */
export function rangeReleases({ releases, unreleased }: ProjectHistory, { from, to }: TagRange): readonly Release[] {
  const all = [unreleased, ...releases]
  const start = to === undefined || to === 'HEAD' ? 0 : indexOf(all, to)
  const end = from === undefined ? all.length : indexOf(all, from)
  if (start < end) return all.slice(start, end)
  throw new UserError(`${from} is not older than ${to ?? 'HEAD'}`)
}

/** True for the release of a tag, or of a version, which may have a `v` in front. */
export function isNamed({ tag, version }: Pick<Release, 'tag' | 'version'>, name: string): boolean {
  return tag === name || (version !== undefined && version === name.replace(/^v(?=\d)/, ''))
}

function indexOf(all: readonly Release[], tag: string): number {
  const index = all.findIndex((release) => isNamed(release, tag))
  if (index >= 0) return index
  throw new UserError(`${tag} is no release in the history of this branch`)
}

/** Several releases as one, called after the newest. */
export function combined(ranged: readonly Release[]): Release {
  // What is in a release is read when it is asked for; here, all of it is wanted more than once.
  const releases = ranged.map((release) => ({ ...release }))
  const [newest, ...older] = releases as [Release, ...Release[]]
  const from = (older.at(-1) ?? newest).range.from
  const sections = new Map<string, { readonly id: string; readonly title: string; readonly entries: Entry[] }>()
  for (const { id, title, entries } of releases.flatMap((release) => release.sections)) {
    const section = sections.get(id) ?? { id, title, entries: [] }
    section.entries.push(...entries)
    sections.set(id, section)
  }
  const { compareUrl: _, ...rest } = newest
  return {
    ...rest,
    range: {
      ...(from && { from }),
      to: newest.range.to,
      commits: releases.reduce((sum, { range }) => sum + range.commits, 0),
    },
    sections: [...sections.values()],
    omitted: releases.flatMap(({ omitted }) => omitted),
  }
}
