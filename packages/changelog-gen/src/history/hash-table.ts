/** Commits by the first digits of their hashes, so that a prefix is found as well as a whole hash. */
export interface HashTable {
  /** How many commits it knows. */
  readonly size: number
  /** The commit with a hash, or with the only hash that starts so, of at least seven digits; -1 where there is none. */
  find(sha: string): number
}

// What a commit can be found by: shorter prefixes are not unique in a large repository.
const prefixLength = 7

/** A table of so many commits, by open addressing. */
export function hashTable(size: number, shaOf: (index: number) => string): HashTable {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 2))).fill(-1)
  for (let index = 0; index < size; index++) {
    let slot = slotOf(shaOf(index), slots.length)
    while (slots[slot] !== -1) slot = (slot + 1) % slots.length
    slots[slot] = index
  }
  return {
    size,
    find(sha) {
      if (sha.length < prefixLength) return -1
      let found = -1
      for (let slot = slotOf(sha, slots.length); slots[slot] !== -1; slot = (slot + 1) % slots.length) {
        const index = slots[slot] as number
        if (!shaOf(index).startsWith(sha)) continue
        // A prefix of two hashes names neither.
        if (found !== -1) return -1
        found = index
      }
      return found
    },
  }
}

function slotOf(sha: string, slots: number): number {
  const number = Number.parseInt(sha.slice(0, prefixLength), 16)
  return Number.isNaN(number) ? 0 : number % slots
}
