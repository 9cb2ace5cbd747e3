import { UserError } from '../io.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Bytes as UTF-8 text; a byte order mark stays, as the first character.
 *
 * @param name what the bytes are of, for the message
 * @throws {UserError} where they are not UTF-8, with the line and the byte offset
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (looksLikeUtf16(bytes)) throw new UserError(`${name} is UTF-16; convert it to UTF-8`)
  try {
    return strict.decode(bytes)
  } catch {
    const offset = firstInvalidByte(bytes)
    const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1
    const byte = bytes[offset]?.toString(16).padStart(2, '0')
    throw new UserError(`${name}:${line}: byte 0x${byte} at offset ${offset} is not UTF-8; convert the file to UTF-8`)
  }
}

// With a byte order mark, or by what ASCII in UTF-16 looks like: every other byte is NUL.
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const sample = bytes.subarray(0, 512)
  // Hardly any text has one, and then nothing need be counted.
  if (!sample.includes(0)) return false
  const evenNuls = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length
  const oddNuls = sample.filter((byte, index) => byte === 0 && index % 2 === 1).length
  return Math.max(evenNuls, oddNuls) > sample.length * 0.3 && Math.min(evenNuls, oddNuls) < sample.length * 0.1
}

// A lenient decoder puts U+FFFD where bytes are invalid; one that stands in the file itself has its own three bytes there.
function firstInvalidByte(bytes: Uint8Array): number {
  const replacement = Buffer.from('\ufffd')
  let offset = 0
  for (const valid of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\ufffd')) {
    offset += Buffer.byteLength(valid)
    if (!replacement.equals(bytes.subarray(offset, offset + 3))) return offset
    offset += replacement.length
  }
  return offset
}
