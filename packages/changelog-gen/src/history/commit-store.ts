import { isUtf8 } from 'node:buffer'
import type { Commit } from './commit.ts'

/** Commits as the bytes that git wrote: a million of them are some 300 MB that no garbage collector looks at. */
export interface CommitStore {
  readonly size: number
  /**
   * Takes the next bytes of fields, each of which ends with NUL. An empty one where paths may stand ends the commit.
   *
   * @param isEnough asked after each commit: true ends the reading
   * @returns true where it is enough
   */
  append(bytes: Buffer, isEnough?: (store: CommitStore) => boolean): boolean
  /** Ends the last commit. */
  close(): void
  commit(index: number): Commit
  sha(index: number): string
  /** Address of a commit's author. */
  email(index: number): string
  /** The first line of a commit, and who wrote it when: all that tells whether it may be a copy. */
  origin(index: number): Pick<Commit, 'email' | 'authored'> & { readonly line: string }
  /** Hashes of a commit's parents. */
  parents(index: number): string[]
  /** The commit with a hash, or with the only hash that starts so, of at least seven digits; -1 where there is none. */
  find(sha: string): number
}

const fields = { sha: 0, parents: 1, seconds: 2, authored: 3, name: 4, email: 5, message: 6, paths: 7 } as const

const blockSize = 1 << 20
const blockStep = 2 ** 32
// Nobody writes so much about a change; what does is a log, or hostile.
const longestField = 1 << 16
// What a commit can be found by: shorter prefixes are not unique in a large repository.
const prefixLength = 7

/** An empty store. */
export function commitStore(): CommitStore {
  const blocks: Buffer[] = []
  let block = Buffer.alloc(0)
  let used = 0
  let recordStart = 0
  let fieldStart = 0
  // Before the first commit stands an empty field, which looks as if one ended.
  let field: number = fields.paths
  // Where the bytes in the block end: `used` is how far they are read.
  let filled = 0
  // Block and offset of each commit as one number: 2^32 times the one and the other.
  const places: number[] = []
  // Of each field but the paths, how far behind its commit's start it ends: nothing is looked for twice.
  let ends: Int32Array = new Int32Array(fields.paths)
  let table: Int32Array | undefined

  /** Makes room in the current block, or takes the record that is being read over to a new one. */
  function reserve(length: number): void {
    if (used + length <= block.length) return
    const begun = used - recordStart
    const next = Buffer.allocUnsafeSlow(Math.max(blockSize, 2 * (begun + length)))
    block.copy(next, 0, recordStart, used)
    fieldStart -= recordStart
    block = next
    blocks.push(next)
    used = begun
    recordStart = 0
    if (places.length > 0) places[places.length - 1] = (blocks.length - 1) * blockStep
  }

  function begin(): void {
    recordStart = used
    places.push((blocks.length - 1) * blockStep + used)
    table = undefined
  }

  /** Goes on in the field that is being read. */
  function extend(length: number): void {
    if (length > 0 && field === fields.sha && used === fieldStart) begin()
    used += length
  }

  /** Ends the field that is being read, so many bytes on; true where that ends a commit. */
  function endField(length: number): boolean {
    const endsCommit = field === fields.paths && length === 0 && used === fieldStart
    extend(length)
    if (used - fieldStart >= longestField) cut()
    if (field < fields.paths) {
      const place = (places.length - 1) * fields.paths + field
      if (place >= ends.length) ends = grown(ends)
      ends[place] = used - recordStart
      field++
    } else if (endsCommit) field = fields.sha
    // Behind it stands its NUL.
    used++
    fieldStart = used
    return endsCommit
  }

  /** Cuts a field that is too long, and moves up what stands behind it. */
  function cut(): void {
    // It must not end within a character.
    const end = characterEnd(block, fieldStart, fieldStart + longestField)
    block.copyWithin(end, used, filled)
    filled -= used - end
    used = end
  }

  function range(index: number, field: number): { bytes: Buffer; start: number; end: number } {
    const place = places[index] as number
    const bytes = blocks[Math.floor(place / blockStep)] as Buffer
    const record = place % blockStep
    const first = index * fields.paths
    const start = field === 0 ? record : record + (ends[first + field - 1] as number) + 1
    return { bytes, start, end: record + (ends[first + field] as number) }
  }

  function text(index: number, field: number): string {
    const { bytes, start, end } = range(index, field)
    return decode(bytes, start, end)
  }

  function ascii(index: number, field: number): string {
    const { bytes, start, end } = range(index, field)
    return bytes.toString('latin1', start, end)
  }

  function parents(index: number): string[] {
    return ascii(index, fields.parents).split(' ').filter(Boolean)
  }

  /** Open addressing by the first digits, so that a prefix is found as well as a whole hash. */
  function indexed(): Int32Array {
    if (table) return table
    table = new Int32Array(2 ** Math.ceil(Math.log2(2 * places.length + 2))).fill(-1)
    for (let index = 0; index < places.length; index++) {
      let slot = slotOf(ascii(index, fields.sha), table.length)
      while (table[slot] !== -1) slot = (slot + 1) % table.length
      table[slot] = index
    }
    return table
  }

  const store: CommitStore = {
    get size() {
      return places.length
    },
    append(bytes, isEnough) {
      reserve(bytes.length)
      bytes.copy(block, used)
      filled = used + bytes.length
      let at = 0
      for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, at)) {
        if (endField(end - at) && isEnough?.(store)) return true
        at = end + 1
      }
      extend(bytes.length - at)
      used = Math.min(used, fieldStart + longestField)
      return false
    },
    close() {
      if (field !== fields.paths) return
      reserve(1)
      block[used] = 0
      endField(0)
    },
    sha: (index) => ascii(index, fields.sha),
    email: (index) => ascii(index, fields.email),
    parents,
    origin(index) {
      const { bytes, start, end } = range(index, fields.message)
      const lineEnd = bytes.indexOf(0x0a, start)
      const line = decode(bytes, start, lineEnd === -1 ? end : Math.min(lineEnd, end))
      return { authored: text(index, fields.authored), email: text(index, fields.email), line }
    },
    commit(index) {
      const { bytes, end } = range(index, fields.message)
      return {
        index,
        sha: ascii(index, fields.sha),
        parents: parents(index),
        seconds: Number(ascii(index, fields.seconds)) || 0,
        authored: text(index, fields.authored),
        name: text(index, fields.name),
        email: text(index, fields.email),
        message: text(index, fields.message),
        paths: pathsAt(bytes, end + 1),
      }
    },
    find(sha) {
      if (sha.length < prefixLength) return -1
      const slots = indexed()
      let found = -1
      for (let slot = slotOf(sha, slots.length); slots[slot] !== -1; slot = (slot + 1) % slots.length) {
        const index = slots[slot] as number
        if (!ascii(index, fields.sha).startsWith(sha)) continue
        // A prefix of two hashes names neither.
        if (found !== -1) return -1
        found = index
      }
      return found
    },
  }
  return store
}

/** Twice as long a list of the same numbers, and zeros. */
export function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}

function slotOf(sha: string, slots: number): number {
  const number = Number.parseInt(sha.slice(0, prefixLength), 16)
  return Number.isNaN(number) ? 0 : number % slots
}

/** The paths of a commit end with an empty field; sorted, because a person's `diff.orderFile` is not everyone's. */
function pathsAt(bytes: Buffer, start: number): string[] {
  const paths: string[] = []
  for (let at = start; ; ) {
    const end = bytes.indexOf(0, at)
    if (end <= at) return paths.sort()
    // Git puts a line end between the message and the first path.
    paths.push(decode(bytes, bytes[at] === 0x0a ? at + 1 : at, end))
    at = end + 1
  }
}

/** UTF-8, which git makes of every encoding that a commit declares; else what an undeclared encoding most likely was. */
function decode(bytes: Buffer, start: number, end: number | undefined): string {
  const text = bytes.toString('utf8', start, end)
  if (!text.includes('\uFFFD')) return text
  const part = bytes.subarray(start, end)
  return isUtf8(part) ? text : new TextDecoder('windows-1252').decode(part)
}

function characterEnd(bytes: Buffer, start: number, end: number): number {
  let cut = end
  while (cut > start && ((bytes[cut - 1] as number) & 0xc0) === 0x80) cut--
  return cut > start && (bytes[cut - 1] as number) >= 0xc0 ? cut - 1 : cut
}
