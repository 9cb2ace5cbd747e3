/** Rows, the first of which is the header, as a table. */
export function table(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows
  return [header, header.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** A code block whose fence is longer than any in the text. */
export function fence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length))
  const marks = '`'.repeat(longest + 1)
  return `${marks}${language}\n${text.trimEnd()}\n${marks}`
}

/** Code for a cell of a table, where a bar would end the cell and a line end the table, and nobody sees what has no width. */
export function codeCell(text: string): string {
  const visible = text.replaceAll(/\p{Cf}/gu, (sign) => `U+${sign.codePointAt(0)?.toString(16).toUpperCase()}`)
  const shown = visible.replaceAll('\n', '↵').replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const marks = '`'.repeat(longest + 1)
  const pad = /^`|`$/.test(shown) || shown.trim() === '' ? ' ' : ''
  return marks + pad + shown + pad + marks
}
