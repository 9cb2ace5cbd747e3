import { posix } from 'node:path'
import { groupBy } from '@frontdoor/kit/group-by'
import type { Change } from '../change.ts'
import { called } from '../model/package.ts'
import { isInSeries } from '../sources/changesets.ts'
import { fragmentFile, readFragments } from '../sources/fragments.ts'
import type { Opened } from './open.ts'

/**
 * Paths of the fragments that nothing will ask for once some releases are made, relative to the root: of several packages that one names, all
 * have been looked at.
 *
 * @param all what was looked at
 * @param due what gets a release
 */
export async function usedFragments(all: readonly Opened[], due: readonly Opened[]): Promise<string[]> {
  const [first] = all
  if (!first) return []
  const { root, settings, packages = [] } = first.request
  const told = new Set(due.flatMap(({ history }) => idsIn(history)).map((id) => fragmentFile({ id })))
  // Those of reno stay, whoever has told of them.
  const { changes } = await readFragments(root, settings.fragments, async () => ({ has: () => true }))
  const targets = new Set(all.map(({ target }) => target))
  const isUsed = (change: Change) => {
    const wanted = change.packages?.flatMap(({ name }) => called(packages, name)) ?? packages
    return told.has(fragmentFile(change)) && (targets.has(undefined) || wanted.every((own) => targets.has(own)))
  }
  const kept = new Set(changes.filter((one) => one.stays || !isUsed(one)).map(fragmentFile))
  const files = [...new Set(changes.map(fragmentFile))].filter((path) => !kept.has(path))
  const used = [...groupBy(files, (path) => posix.dirname(path))].map(async ([folder, paths]) =>
    (await isInSeries(root, folder)) ? [] : paths,
  )
  return (await Promise.all(used)).flat()
}

function idsIn({ unreleased }: Opened['history']): string[] {
  const entries = unreleased.sections.flatMap((section) => section.entries)
  return [...entries, ...unreleased.omitted].map(({ id }) => id)
}
