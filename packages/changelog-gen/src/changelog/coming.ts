import { versionKey } from '../version.ts'
import { compareVersionTexts } from '../version-order.ts'
import type { Changelog } from './changelog.ts'

/**
 * The version at the top that people write down for what is still to come, though nothing in its heading says so: it has no date and no tag,
 * what stands below it has a tag, and both the history and the changelog know none that is higher. Undefined where that is not so.
 *
 * @param newest the version of the newest release in the history
 * @param tagged all versions that have a tag
 */
export function comingVersion(
  { unreleased, releases: [top, before] }: Pick<Changelog, 'unreleased' | 'releases'>,
  newest: string | undefined,
  tagged: () => readonly string[],
): string | undefined {
  if (unreleased || top?.version === undefined || top.dateText !== undefined || top.yanked) return undefined
  const { version } = top
  const isHigher = [newest, before?.version].every(
    (other) => other !== undefined && compareVersionTexts(version, other) > 0,
  )
  if (!isHigher) return undefined
  const known = new Set(tagged().map(versionKey))
  return known.has(versionKey(before?.version ?? '')) && !known.has(versionKey(version)) ? version : undefined
}
