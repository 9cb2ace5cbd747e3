import type { Finding } from '@frontdoor/markdown/finding'
import { quotedLines } from '../../message/notes.ts'
import type { MessageRule } from '../rule.ts'
import { slip } from '../slip.ts'
import type { SpokenLine } from '../spoken.ts'

/** What breaks is only known from this footer; a misspelt one is a minor version that breaks its users. */
export const breaking: MessageRule = {
  name: 'message/breaking',
  summary: 'What is nearly "BREAKING CHANGE: text" is exactly that.',
  severity: 'error',
  *check({ lines, isMade }) {
    if (isMade) return
    const quoted = quotedLines(lines.map(({ text }) => text).join('\n'))
    for (const [at, line] of lines.entries()) {
      const finding = at === 0 || quoted[at] ? undefined : look(line, at === lines.length - 1)
      if (finding) yield finding
    }
  },
}

/** Exactly as `breakingNotes` reads it. */
const exact = /^(?:[*-]\s+)?BREAKING[ -]CHANGE:(?<text>.*)$/
const nearly: readonly RegExp[] = [
  // `Breaking Changes: x`, `**BREAKING CHANGE**: x`, `  BREAKING_CHANGE - x`
  /^(?<lead>[\s>#*_-]*)(?<key>\p{L}+(?:[ _-]\p{L}+){0,2})(?<behind>[*_]*(?:\s*[:：]|\s+[-–—](?=\s))[*_]*\s*)/u,
  // In capitals, the words alone can be nothing else.
  /^(?<lead>[\s>#*_-]*)(?<key>BREAKING[ _-]?CHANGES?)(?<behind>[*_]*(?:\s+|$))/,
]
const keywords = ['BREAKING CHANGE', 'BREAKING API CHANGE', 'API BREAKING CHANGE']

function look(line: SpokenLine, isLast: boolean): Finding | undefined {
  const known = exact.exec(line.text)?.groups
  if (!known) return misspelt(line)
  // The text may stand in the lines below.
  const isEmpty = isLast && known.text?.trim() === ''
  return isEmpty
    ? { at: line, message: 'Nothing behind "BREAKING CHANGE:": say what breaks, and what to do' }
    : undefined
}

function misspelt({ start, text }: SpokenLine): Finding | undefined {
  const found = nearly.map((form) => form.exec(text)).find((match) => isKeyword(match?.groups?.key ?? ''))
  if (!found) return undefined
  const { lead = '', key = '' } = found.groups ?? {}
  const isSure = key === key.toUpperCase()
  // Text may go on in a new line with these words in small letters.
  const instead = isSure ? '' : ', or other words if nothing breaks'
  return {
    at: { start: start + lead.length, end: start + lead.length + key.length },
    message: `"${text.slice(0, found[0].length).trim()}" may be read as text: start the line with "BREAKING CHANGE: "${instead}`,
    fix: { safe: isSure, edits: [{ start, end: start + found[0].length, text: 'BREAKING CHANGE: ' }] },
  }
}

/** A letter or two may be wrong: `BREAKNG CHANGE`, `BREAKING CHNAGE`. One word is one of a text, unless it is in capitals. */
function isKeyword(key: string): boolean {
  const words = key.toUpperCase().replace(/[\s_-]+/g, ' ')
  return words === 'BREAKING' ? key === words : keywords.some((keyword) => slip(words, keyword) <= 2)
}
