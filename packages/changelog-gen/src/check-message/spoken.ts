import type { Range } from '@frontdoor/markdown/edit'
import { scissors } from '../message/message.ts'

/** A line of a message that git will keep, with its place in the text that an editor showed. */
export interface SpokenLine extends Range {
  /** Without blanks at its end, which git removes. */
  readonly text: string
}

/**
 * The lines of a message that a commit will have, from the first to the last that is not blank: without comments, and without all behind
 * the scissors.
 *
 * @param comment what comments start with; undefined where git takes nothing for a comment
 */
export function spokenLines(source: string, comment: string | undefined): SpokenLine[] {
  const lines: SpokenLine[] = []
  for (const line of allLines(source)) {
    if (isCut(line.text, comment)) break
    const isComment = comment !== undefined && line.text.startsWith(comment)
    if (!isComment && (line.text !== '' || lines.length > 0)) lines.push(line)
  }
  return lines.slice(0, lines.findLastIndex(({ text }) => text !== '') + 1)
}

function* allLines(source: string): Generator<SpokenLine> {
  // A byte order mark is no part of the message.
  let start = source.startsWith('\uFEFF') ? 1 : 0
  for (const part of source.slice(start).split(/(\r\n|\r|\n)/)) {
    const text = part.trimEnd()
    if (!/^[\r\n]/.test(part)) yield { start, end: start + text.length, text }
    start += part.length
  }
}

function isCut(line: string, comment: string | undefined): boolean {
  return scissors.test(line) || line === `${comment} ------------------------ >8 ------------------------`
}
