/** Offset of the first character of the line that an offset is on. A byte order mark counts as part of its line. */
export function lineStart(source: string, offset: number): number {
  return Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
}

/** Start of the line after the one that an offset is on; behind the end of the source where there is none. */
export function nextLine(source: string, offset: number): number {
  const end = /\r\n|\n|\r/g
  end.lastIndex = offset
  return end.test(source) ? end.lastIndex : source.length + 1
}

/** The line above the one that starts at an offset, with its ending; undefined above the first. */
export function lineAbove(source: string, start: number): string | undefined {
  if (start === 0) return undefined
  const end = source.startsWith('\r\n', start - 2) ? start - 2 : start - 1
  return source.slice(lineStart(source, end), start)
}

/** True for a line of white space and the marks of quotes only. */
export function isBlankLine(line: string): boolean {
  return /^\uFEFF?[ \t>]*[\r\n]*$/.test(line)
}
