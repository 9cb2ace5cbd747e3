import { CommitParser } from 'conventional-commits-parser'
import { commonTypes } from './common-types.ts'

/**
 * The line that a note starts with. A list of them is common in squashed commits; slips of the hand are forgiven as in headers, and
 * ` #` is the other separator that the specification has for footers.
 */
const keyword = /^ {0,3}(?:[*-]\s+)?(BREAKING[ -]CHANGE)(?:\s?[:：]| #:?)\s*(.*)/
const anyKeyword = /BREAKING[ -]CHANGE/

/**
 * Only the notes are taken from the parser, and it is told what else it must not see: with its defaults, `breaking change:` in
 * prose is a note, and a line such as `- item -` swallows the rest of the message (7.1.4, tried 2026-11-22).
 */
const parser = new CommitParser({
  noteKeywords: ['BREAKING CHANGE', 'BREAKING-CHANGE'],
  // Only upper case is the keyword.
  notesPattern: () => keyword,
  fieldPattern: /(?!)/,
  // Ends a note at `Closes #1`.
  issuePrefixes: ['#'],
  revertPattern: /(?!)/,
})

/** What a message says of what breaks; empty where nothing does. Text that it only quotes (code, other projects' notes) says nothing. */
export function breakingNotes(message: string): string[] {
  if (!anyKeyword.test(message)) return []
  const spoken = maskQuoted(message)
  const isInList = /^\* (?!BREAKING)/m.test(spoken.slice(0, spoken.search(anyKeyword)))
  return parser.parse(spoken).notes.map(({ text }) => unmask(cutNote(text, isInList)))
}

const mask = '\u0001'

/** For each line of a message whether it only quotes: fenced code, and what stands within `<details>`. */
export function quotedLines(message: string): readonly boolean[] {
  return maskQuoted(message)
    .split('\n')
    .map((line) => line.startsWith(mask))
}

/** Hides keywords in fenced code and within `<details>`, where bots put the release notes of dependencies. */
function maskQuoted(message: string): string {
  const lines = message.replaceAll(mask, '').split(/\r\n|\r|\n/)
  const inCode = fencedLines(lines)
  let depth = 0
  const masked = lines.map((line, at) => {
    if (inCode[at]) return mask + line
    const before = depth
    for (const [tag] of line.matchAll(/<\/?details\b/gi)) depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1))
    return before > 0 || depth > 0 ? mask + line : line
  })
  return masked.join('\n')
}

/** For each line whether it is fenced code. A fence that nothing ends is none: it would hide all that follows. */
export function fencedLines(lines: readonly string[]): readonly boolean[] {
  const fenced = lines.map(() => false)
  let fence = ''
  let start = 0
  for (const [at, line] of lines.entries()) {
    const [, ticks = '', info = ''] = /^\s*(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (ticks === '') continue
    if (fence === '') [fence, start] = [ticks, at]
    else if (ticks.startsWith(fence) && info.trim() === '') {
      fenced.fill(true, start, at + 1)
      fence = ''
    }
  }
  return fenced
}

function unmask(text: string): string {
  return text.replaceAll(mask, '')
}

/** Lines that tools add, and the rule that GitHub puts behind the commits of a branch. */
const added = /^(?:-{5,}$|\(cherry picked from |(?:Co-authored-by|Signed-off-by|PR Close) ?[:#])/im

const conventionalBullet = new RegExp(`^\\* (?:${[...commonTypes].join('|')})(?:\\([^()\\n]*\\))?!?: `, 'm')

/** A note ends where tools add their lines, or where a squashed commit goes on with the next one; its own list is a part of it. */
function cutNote(text: string, isInList: boolean): string {
  const whole = text.trim()
  const ends = [added, isInList ? /^\* /m : conventionalBullet].map((end) => whole.search(end)).filter((end) => end > 0)
  return whole.slice(0, Math.min(whole.length, ...ends)).trim()
}
