/**
 * Which of two versions is newer: positive where the first is, 0 where neither is. SemVer 2.0.0, section 11, for any number of
 * numbers; what stands behind a `+` does not count.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)]
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  return comparePrereleases(a.prerelease, b.prerelease)
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly prerelease: readonly string[] } {
  const [, numbers = '', prerelease = ''] = /^v?(\d+(?:\.\d+)*)[-.]?([^+]*)/.exec(version) ?? []
  return { numbers: numbers.split('.').map(Number), prerelease: prerelease.match(/\d+|[a-z-]+/gi) ?? [] }
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index] as string, b[index] as string]
    const [isNumber, otherIsNumber] = [/^\d/.test(left), /^\d/.test(right)]
    if (isNumber !== otherIsNumber) return isNumber ? -1 : 1
    const difference = isNumber ? Number(left) - Number(right) : left < right ? -1 : Number(left > right)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
