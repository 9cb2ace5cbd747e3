import { sha256 } from '@noble/hashes/sha2.js'

/**
 * What tells a hand edit from what was written, as 12 hexadecimal digits. White space around lines, blank lines and the
 * markers of a quote do not count: formatters, editors and git change them, and so does who moves a block into a list.
 */
export function checksum(body: string): string {
  const lines = body.split(/\r\n|\r|\n/).map((line) => line.replace(/^[\s>]+/, '').trimEnd())
  const text = lines.filter((line) => line !== '').join('\n')
  return Buffer.from(sha256(Buffer.from(text)))
    .toString('hex')
    .slice(0, 12)
}
