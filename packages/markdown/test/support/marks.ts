import type { Range } from '../../src/edit.ts'

/** A source written with `⟦` and `⟧` around the ranges that a test expects in it. */
export interface Marked {
  readonly source: string
  /** In the order of their starts. */
  readonly ranges: readonly Range[]
}

/** Takes the marks out of a text. Marks may be nested. */
export function readMarks(text: string): Marked {
  const ranges: { start: number; end: number }[] = []
  const open: { start: number; end: number }[] = []
  let source = ''
  for (const piece of text.split(/([⟦⟧])/)) {
    if (piece === '⟦') {
      const range = { start: source.length, end: source.length }
      ranges.push(range)
      open.push(range)
    } else if (piece === '⟧') {
      Object.assign(open.pop() ?? {}, { end: source.length })
    } else {
      source += piece
    }
  }
  return { source, ranges }
}
