/** The lines of an item behind another indentation and marker. */
export function reindent(
  text: string,
  indent: string,
  { marker, eol }: { readonly marker: string; readonly eol: string },
): string {
  const [first = '', ...rest] = text.split(/\r\n?|\n/)
  const own = /^[-*+]$/.test(marker) ? marker + first.slice(1) : first
  return [own, ...rest.map((line) => (line === '' ? '' : indent + line))].join(eol)
}

/** Offset of the first character of a line. */
export function lineStartOf(source: string, offset: number): number {
  return Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
}
