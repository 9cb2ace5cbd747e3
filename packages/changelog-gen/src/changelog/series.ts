import type { Release } from '../release.ts'
import type { Changelog } from './changelog.ts'

/**
 * Says of a version whether the changelog tells of it below the heading of its series: some, such as Symfony's, have `7.1` or `7.1.0` for
 * all of 7.1.0, 7.1.1 and so on, or `7` alone for all that begins with it. So does a changelog that has a section for hardly any of many patches.
 *
 * @param tagged the releases that have a tag
 */
export function seriesFinder(
  { releases }: Pick<Changelog, 'releases'>,
  tagged: readonly Pick<Release, 'version'>[],
): (version: string) => boolean {
  const listed = new Set(releases.map(({ version }) => version))
  const patches = new Set(
    tagged.map(({ version = '' }) => version).filter((version) => /^\d+\.\d+\.[1-9]\d*$/.test(version)),
  )
  const told = [...patches].filter((version) => listed.has(version))
  const divided = new Set(releases.map(({ version }) => majorOf(version)))
  const isOfMajor = (version: string) => listed.has(majorOf(version) ?? '') && !divided.has(majorOf(version))
  if (patches.size < 10 || told.length * 10 > patches.size) return isOfMajor
  return (version) =>
    patches.has(version) || listed.has(version.replace(/(?<=^\d+\.\d+)\.0$/, '')) || isOfMajor(version)
}

/** `7` of `7.1.0`; undefined for `7` itself. */
function majorOf(version = ''): string | undefined {
  return /^(\d+)\.\d+/.exec(version)?.[1]
}
