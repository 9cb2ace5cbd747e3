import type { Reference } from '../change.ts'
import { type Header, readHeader } from './header.ts'
import { breakingNotes } from './notes.ts'
import { actedReferences, referencesIn } from './references.ts'

/** Everything that one message says. */
export interface Message extends Header {
  /** The first line as it is. */
  readonly line: string
  /** All behind the first line. */
  readonly body: string
  /** What breaks, one text for each note. */
  readonly notes: readonly string[]
  readonly references: readonly Reference[]
}

/** The line at which git cuts what an editor showed, for comments that start with one sign. */
export const scissors: RegExp = /^[^\w\s]?[ \t]*-{20,} >8 -{20,}$/m

/** Reads a commit's message, or a part of a squashed one that looks like a commit's message. */
export function readMessage(text: string): Message {
  // Behind scissors, git itself cuts what an editor showed; here, it is what other tools take for the next commit.
  const [spoken = ''] = text.includes(' >8 ') ? text.split(scissors) : [text]
  const message = spoken.replace(/^\uFEFF/, '').trim()
  const end = message.search(/[\r\n]/)
  const line = cutLine((end === -1 ? message : message.slice(0, end)).trimEnd())
  const body = end === -1 ? '' : message.slice(end).trim()
  const header = readHeader(line)
  const notes = body === '' ? [] : breakingNotes(message)
  const ids = new Set<string>()
  const references = [...referencesIn(header.subject), ...actedReferences(body)]
  return {
    ...header,
    line,
    body,
    breaking: header.breaking || notes.length > 0,
    notes,
    references: references.filter(({ raw }) => !ids.has(raw) && ids.add(raw)),
  }
}

// Nobody reads a longer title, and patterns that look for the end of one need not run over a book.
const longestLine = 1000

function cutLine(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine).trimEnd()}…` : line
}

/** The version that the trailer `Release-As` asks for; undefined where the message has none. Names of trailers have no case (git-interpret-trailers). */
export function releaseAsIn(body: string): string | undefined {
  return /^Release-As:[ \t]*(\S.*)$/im.exec(body)?.[1]?.trim()
}

/**
 * What the trailer `Changelog` says, lower case: `added`, as GitLab has it (gitlab-com/gl-infra/delivery#1539, read 2026-11-26), or the words in
 * `[iOS][Added] - …`, as React Native has it, there in the next line, too.
 */
export function changelogWords(body: string): readonly string[] {
  if (!body.includes('Changelog')) return []
  const said = /^Changelog:\s*(?:(?<word>[\w-]+)[ \t]*$|(?<tags>(?:\[[\w ,-]+\][ \t]*)+))/m.exec(body)?.groups
  return (said?.word ?? said?.tags ?? '').toLowerCase().match(/[\w-]+/g) ?? []
}

/** Hashes that `git cherry-pick -x` and tools after it name as where the change comes from. */
export function pickedFrom(body: string): string[] {
  if (!body.includes('icked from')) return []
  return [...body.matchAll(/cherry[- ]picked from (?:commit )?([0-9a-f]{7,64})\b/gi)].map(([, sha = '']) => sha)
}
