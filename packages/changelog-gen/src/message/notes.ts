import { CommitParser } from 'conventional-commits-parser'

/**
 * Only the notes are taken from the parser, and it is told what else it must not see: with its defaults, `breaking change:` in
 * prose is a note, and a line such as `- item -` swallows the rest of the message (7.1.4, tried 2026-11-22).
 */
const parser = new CommitParser({
  noteKeywords: ['BREAKING CHANGE', 'BREAKING-CHANGE'],
  // Only upper case is the keyword; a list of them is common in squashed commits.
  notesPattern: (keywords) => new RegExp(`^(?:[*-]\\s+)?(${keywords}):\\s*(.*)`),
  fieldPattern: /(?!)/,
  // Ends a note at `Closes #1`.
  issuePrefixes: ['#'],
  revertPattern: /(?!)/,
})

const keyword = /^(?:[*-]\s+)?BREAKING[ -]CHANGE:/m

/** What a message says of what breaks; empty where nothing does. Text that it only quotes (code, other projects' notes) says nothing. */
export function breakingNotes(message: string): string[] {
  if (!keyword.test(message)) return []
  const spoken = maskQuoted(message)
  if (!keyword.test(spoken)) return []
  return parser.parse(spoken).notes.map(({ text }) => unmask(cutNote(text)))
}

const mask = '\u0001'

/** For each line of a message whether it only quotes: fenced code, and what stands behind `<details>`. */
export function quotedLines(message: string): readonly boolean[] {
  return maskQuoted(message)
    .split('\n')
    .map((line) => line.startsWith(mask))
}

/** Hides keywords in fenced code and behind `<details>`, where bots put the release notes of dependencies. */
function maskQuoted(message: string): string {
  let fence = ''
  let quoted = false
  const lines = message.replaceAll(mask, '').split(/\r\n|\r|\n/)
  const masked = lines.map((line) => {
    const [, ticks = ''] = /^\s*(`{3,}|~{3,})/.exec(line) ?? []
    if (fence === '' && ticks !== '') fence = ticks
    else if (fence !== '' && ticks.startsWith(fence)) fence = ''
    quoted ||= /^\s*<details\b/i.test(line)
    return fence !== '' || quoted ? mask + line : line
  })
  return masked.join('\n')
}

function unmask(text: string): string {
  return text.replaceAll(mask, '')
}

/** A note ends where a squashed commit goes on with the next one, or where tools add their lines. */
function cutNote(text: string): string {
  const end = text.search(/^(?:\* |-{5,}$|\(cherry picked from |(?:Co-authored-by|Signed-off-by|PR Close) ?[:#])/im)
  return (end === -1 ? text : text.slice(0, end)).trim()
}
