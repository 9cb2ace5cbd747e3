import { compareVersions, parseVersion } from './version.ts'

/** Negative where the first of two versions is older; 0 also where one of them is none. */
export function compareVersionTexts(one: string, other: string): number {
  const [a, b] = [parseVersion(one), parseVersion(other)]
  return a && b ? compareVersions(a, b) : 0
}
