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
