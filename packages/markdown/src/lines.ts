const tabSize = 4

/** Offset of the first character of the line an offset lies in, behind a byte order mark. */
export function lineStart(source: string, offset: number): number {
  let at = offset
  while (at > 0 && !isLineEnd(source[at - 1])) at--
  return at === 0 && source.startsWith('\uFEFF') ? 1 : at
}

const lineBreak = /[\r\n]/g

/** Offset of the line ending of the line an offset lies in, or the end of the source. */
export function lineEnd(source: string, offset: number): number {
  lineBreak.lastIndex = offset
  return lineBreak.test(source) ? lineBreak.lastIndex - 1 : source.length
}

/** Columns that a text takes at the start of a line: a tab reaches to the next multiple of four, which is the size of tabs in Markdown. */
export function columns(text: string, size: number = tabSize): number {
  let column = 0
  for (const character of text) column += character === '\t' ? size - (column % size) : 1
  return column
}

/** Column of an offset in its line, from 0. */
export function columnAt(source: string, offset: number): number {
  return columns(source.slice(lineStart(source, offset), offset))
}

/** A text as a browser shows it on one line: every run of white space as a space, none at its ends. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Number of line endings in a text. */
export function lineEnds(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0
}

export function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

/** White space and the markers of quotes only. */
export function isBlank(text: string): boolean {
  return /^[ \t>]*$/.test(text)
}
