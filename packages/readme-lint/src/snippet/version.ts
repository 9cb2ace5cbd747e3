/** A version of plain numbers: `1.2.3` is [1, 2, 3]. */
export type Version = readonly number[]

/** Reads a version; undefined for one that is no release, as `1.0.0-beta` or `1.0rc1`. */
export function readVersion(text: string): Version | undefined {
  return /^v?\d+(?:\.\d+){0,3}$/.test(text) ? text.replace(/^v/, '').split('.').map(Number) : undefined
}

/** Negative where the first is older, as far as both are written: `1.2` is no other than `1.2.3`. */
export function compareVersions(a: Version, b: Version): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] as number) - (b[at] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** How a version in a snippet is meant: as it is, or as the oldest that fits of those that keep what worked. */
export type Reach = 'exact' | 'caret' | 'tilde'

/** True where a snippet still means the current version. */
export function reaches(version: Version, current: Version, reach: Reach): boolean {
  if (compareVersions(version, current) === 0) return true
  if (reach === 'exact' || compareVersions(version, current) > 0) return false
  // Cargo, npm: the first number that is not zero stays. Ruby, Elixir (`~>`): all but the last that is written.
  const first = version.findIndex((part) => part !== 0)
  const kept = reach === 'caret' ? (first === -1 ? version.length : first + 1) : version.length - 1
  return kept > 0 && compareVersions(version.slice(0, kept), current) === 0
}
