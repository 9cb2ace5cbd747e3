/**
 * Puts spaces in the place of each line ending and of what stands in front of the next line: its indentation, and the
 * prefixes of quotes and lists. Every index stays what it is.
 */
export function blankPrefixes(text: string): string {
  return text.replaceAll(/[\r\n][ \t>]*/g, ({ length }) => ' '.repeat(length))
}
