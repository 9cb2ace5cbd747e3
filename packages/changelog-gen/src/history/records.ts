import { isUtf8 } from 'node:buffer'
import { grown } from './grown.ts'

/** What git writes of a commit, field by field, by its place; the paths are fields of their own. */
export const fields = { sha: 0, parents: 1, seconds: 2, authored: 3, name: 4, email: 5, message: 6, paths: 7 } as const

/** A stretch of a block of bytes. */
interface Stretch {
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
}

const blockSize = 1 << 20
const blockStep = 2 ** 32
// Nobody writes so much about a change; what does is a log, or hostile.
const longestField = 1 << 16

/** The records of commits, in the order in which their bytes come: nothing is allocated for one of them but its places. */
export class Records {
  readonly #blocks: Buffer[] = []
  #block = Buffer.alloc(0)
  #used = 0
  #recordStart = 0
  #fieldStart = 0
  // Before the first commit stands an empty field, which looks as if one ended.
  #field: number = fields.paths
  // Where the bytes in the block end: `#used` is how far they are read.
  #filled = 0
  // Block and offset of each commit as one number: 2^32 times the one and the other.
  readonly #places: number[] = []
  // Of each field but the paths, how far behind its commit's start it ends: nothing is looked for twice.
  #ends: Int32Array = new Int32Array(fields.paths)

  /** How many commits have begun. */
  get size(): number {
    return this.#places.length
  }

  /** Takes the next bytes, up to the commit after which it is enough; true where there is one. */
  append(bytes: Buffer, isEnough?: () => boolean): boolean {
    this.#reserve(bytes.length)
    bytes.copy(this.#block, this.#used)
    this.#filled = this.#used + bytes.length
    let at = 0
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, at)) {
      if (this.#endField(end - at) && isEnough?.()) return true
      at = end + 1
    }
    this.#extend(bytes.length - at)
    this.#used = Math.min(this.#used, this.#fieldStart + longestField)
    return false
  }

  /** Ends the last commit. */
  close(): void {
    if (this.#field !== fields.paths) return
    this.#reserve(1)
    this.#block[this.#used] = 0
    this.#endField(0)
  }

  text(index: number, field: number): string {
    const { bytes, start, end } = this.#stretch(index, field)
    return decode(bytes, start, end)
  }

  /** Of a field that holds nothing but ASCII. */
  ascii(index: number, field: number): string {
    const { bytes, start, end } = this.#stretch(index, field)
    return bytes.toString('latin1', start, end)
  }

  firstLine(index: number, field: number): string {
    const { bytes, start, end } = this.#stretch(index, field)
    const lineEnd = bytes.indexOf(0x0a, start)
    return decode(bytes, start, lineEnd === -1 ? end : Math.min(lineEnd, end))
  }

  /** The paths of a commit end with an empty field; sorted, because a person's `diff.orderFile` is not everyone's. */
  paths(index: number): string[] {
    const { bytes, end: behindMessage } = this.#stretch(index, fields.message)
    const paths: string[] = []
    for (let at = behindMessage + 1; ; ) {
      const end = bytes.indexOf(0, at)
      if (end <= at) return paths.sort()
      // Git puts a line end between the message and the first path.
      paths.push(decode(bytes, bytes[at] === 0x0a ? at + 1 : at, end))
      at = end + 1
    }
  }

  #stretch(index: number, field: number): Stretch {
    const place = this.#places[index] as number
    const bytes = this.#blocks[Math.floor(place / blockStep)] as Buffer
    const record = place % blockStep
    const first = index * fields.paths
    const start = field === 0 ? record : record + (this.#ends[first + field - 1] as number) + 1
    return { bytes, start, end: record + (this.#ends[first + field] as number) }
  }

  /** Makes room in the current block, or takes the record that is being read over to a new one. */
  #reserve(length: number): void {
    if (this.#used + length <= this.#block.length) return
    const begun = this.#used - this.#recordStart
    const next = Buffer.allocUnsafeSlow(Math.max(blockSize, 2 * (begun + length)))
    this.#block.copy(next, 0, this.#recordStart, this.#used)
    this.#fieldStart -= this.#recordStart
    this.#block = next
    this.#blocks.push(next)
    this.#used = begun
    this.#recordStart = 0
    if (this.size > 0) this.#places[this.size - 1] = (this.#blocks.length - 1) * blockStep
  }

  #begin(): void {
    this.#recordStart = this.#used
    this.#places.push((this.#blocks.length - 1) * blockStep + this.#used)
  }

  /** Goes on in the field that is being read. */
  #extend(length: number): void {
    if (length > 0 && this.#field === fields.sha && this.#used === this.#fieldStart) this.#begin()
    this.#used += length
  }

  /** Ends the field that is being read, so many bytes on; true where that ends a commit. */
  #endField(length: number): boolean {
    const endsCommit = this.#field === fields.paths && length === 0 && this.#used === this.#fieldStart
    this.#extend(length)
    if (this.#used - this.#fieldStart >= longestField) this.#cut()
    if (this.#field < fields.paths) this.#keepEnd()
    else if (endsCommit) this.#field = fields.sha
    // Behind it stands its NUL.
    this.#used++
    this.#fieldStart = this.#used
    return endsCommit
  }

  #keepEnd(): void {
    const place = (this.size - 1) * fields.paths + this.#field
    if (place >= this.#ends.length) this.#ends = grown(this.#ends)
    this.#ends[place] = this.#used - this.#recordStart
    this.#field++
  }

  /** Cuts a field that is too long, and moves up what stands behind it. */
  #cut(): void {
    // It must not end within a character.
    const end = characterEnd(this.#block, this.#fieldStart, this.#fieldStart + longestField)
    this.#block.copyWithin(end, this.#used, this.#filled)
    this.#filled -= this.#used - end
    this.#used = end
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
