/** CRC-32 (IEEE 802.3) of ASCII text. `zlib.crc32` is newer than the oldest Node that the tools run on. */
export function crc32(text: string): number {
  let crc = -1
  for (const character of text) {
    crc ^= character.charCodeAt(0)
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
