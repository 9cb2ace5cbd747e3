import { applyEdits } from '@frontdoor/markdown/edit'
import { digestOf } from '../changelog/stamp.ts'
import { mergeSection } from '../merge/section.ts'

/** What a comment at the end of a draft says: which pull requests it was made of, and what it was then. */
interface Stamp {
  readonly numbers: readonly number[]
  readonly digest: string
}

const pattern = /\n*<!-- changelog-gen draft: (?:#([\d,]+) )?([\da-f]{8}) -->\s*$/

/** A text with the stamp that a later run knows it by. */
export function stamped(body: string, numbers: readonly number[], written: string = body): string {
  const list = numbers.length > 0 ? `#${numbers.join(',')} ` : ''
  return `${body.trimEnd()}\n\n<!-- changelog-gen draft: ${list}${digestOf(written)} -->\n`
}

/** A draft that is there, and how it would be made now. */
export interface DraftTexts {
  readonly current: string
  readonly fresh: string
  /** The text as it would be made of some pull requests only. */
  readonly made: (numbers: ReadonlySet<number>) => string
}

/** What a draft is to say, and how many differences are left to a person. */
export interface MergedDraft {
  readonly body: string
  readonly conflicts: number
}

/**
 * Brings what is new into a draft. One that is as the tool left it is made anew; in one that people edited, what they wrote, moved
 * and took out stays so. A draft without a stamp is somebody's own: nothing is taken out of it.
 */
export function mergeDraft({ current, fresh, made }: DraftTexts): MergedDraft {
  const text = current.replaceAll('\r\n', '\n')
  const stamp = readStamp(text)
  const written = text.replace(pattern, '\n')
  if (text.trim() === '' || stamp?.digest === digestOf(written)) return { body: fresh, conflicts: 0 }
  const base = stamp && made(new Set(stamp.numbers))
  const { edits, conflicts } = mergeSection({
    source: written,
    body: { start: 0, end: written.length },
    end: written.trimEnd().length,
    fresh,
    base,
    eol: '\n',
  })
  return { body: edits.length === 0 ? written : applyEdits(written, edits), conflicts: conflicts.length }
}

/** True for a text that nobody changed since it was stamped. */
export function isAsWritten(current: string): boolean {
  const text = current.replaceAll('\r\n', '\n')
  return readStamp(text)?.digest === digestOf(text.replace(pattern, '\n'))
}

function readStamp(text: string): Stamp | undefined {
  const [, numbers = '', digest] = pattern.exec(text) ?? []
  return digest === undefined ? undefined : { numbers: numbers.split(',').filter(Boolean).map(Number), digest }
}
