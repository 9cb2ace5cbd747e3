/**
 * True for a slip of the hand inside a word: two letters that changed places, or one that is wrong, missing or too many. The first
 * and the last letter are as they should be, for a plural and a number behind a name make another one.
 */
export function isSlipWithin(given: string, name: string): boolean {
  if (given.length < 4 || given[0] !== name[0] || given.at(-1) !== name.at(-1) || /\d/.test(given)) return false
  if ([...given].toSorted().join('') === [...name].toSorted().join('')) return given !== name
  return Math.min(given.length, name.length) > 4 && slip(given, name) === 1
}

/** How many letters are left of the longer word between the start and the end that two words share; 0 for equal ones. */
export function slip(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start++
  let end = 0
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return Math.max(one.length, other.length) - start - end
}
