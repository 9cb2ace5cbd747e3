import { createHash } from 'node:crypto'

/**
 * What tells a hand edit from what was written, as 12 hexadecimal digits. White space around lines, blank lines and the
 * markers of a quote do not count: formatters, editors and git change them, and so does who moves a block into a list.
 */
export function checksum(body: string): string {
  const lines = body.split(/\r\n|\r|\n/).map((line) => line.replace(/^[\s>]+/, '').trimEnd())
  const text = lines.filter((line) => line !== '').join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
