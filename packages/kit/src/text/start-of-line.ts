/** Offset of the first character of the line that an offset is on. Unlike for `lineStart` of the core, a byte order mark is part of its line. */
export function startOfLine(source: string, offset: number): number {
  const start = source.lastIndexOf('\n', offset - 1) + 1
  // In a source without carriage returns, looking for one would go back to its start.
  return start + source.slice(start, offset).lastIndexOf('\r') + 1
}
