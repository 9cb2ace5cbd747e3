/**
 * What tells a hand edit from what was written, as 12 hexadecimal digits. White space around lines, blank lines and the
 * markers of a quote do not count: formatters, editors and git change them, and so does who moves a block into a list.
 */
export function checksum(body: string): string {
  const lines = body.split(/\r\n|\r|\n/).map((line) => line.replace(/^[\s>]+/, '').trimEnd())
  return digest(lines.filter((line) => line !== '').join('\n'))
}

/** Against accidents only, so two multiplications a character do; `node:crypto` takes longer to load than a README to read. */
function digest(text: string): string {
  let [one, two] = [0x811c9dc5, 0x2545f491]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul((two ^ unit) + (one >>> 15), 0x5bd1e995)
  }
  const hex = (value: number, digits: number): string => (value >>> 0).toString(16).padStart(8, '0').slice(-digits)
  return hex(one ^ (one >>> 16), 4) + hex(two ^ (two >>> 13) ^ Math.imul(one, 0x85ebca6b), 8)
}
