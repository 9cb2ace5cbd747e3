import type { Change } from '../change.ts'
import { quietTypes } from '../message/common-types.ts'
import { bumpText, type DependencyChange, readDependencies } from '../message/dependency.ts'
import { readHeader } from '../message/header.ts'
import { type Message, readMessage } from '../message/message.ts'
import { distinct } from '../message/people.ts'
import { readSquash } from '../message/squash.ts'
import type { Settings } from '../settings.ts'
import type { Item } from './item.ts'

/** The changes that a commit stands for: one, or those that a squashed commit lists. What breaks is in one of them. */
export function changesOf(item: Item, policy: Settings['squash']): Change[] {
  const [first, ...rest] = listed(item, policy)
  const told = rest.flatMap(({ breakingNote }) => breakingNote ?? [])
  const untold = [...item.message.notes, ...(item.inherited ?? [])].filter(
    (note) => !told.some((one) => says(one, note)),
  )
  return first === undefined ? [] : [withBreaks(first, untold), ...rest]
}

function listed(item: Item, policy: Settings['squash']): Change[] {
  const { message } = item
  const bumps = readDependencies(message.subject, message.body)
  if (bumps.length > 1 && policy !== 'title') return bumps.map((bump, at) => bumpOf(item, bump, at + 1))
  const squash = policy === 'title' ? undefined : readSquash(message.line, message.body)
  const parts = (squash?.messages ?? []).map(readMessage)
  if (!squash || parts.length === 0) return [changeOf(item, message, 1, bumps)]
  if (squash.kind === 'log') return parts.map((part, at) => changeOf(item, part, at + 1))
  // The message is the text of its parts, too.
  if (squash.kind === 'written')
    return [withoutNotes(message), ...parts].map((part, at) => changeOf(item, part, at + 1))
  // A title that follows the convention was written for all of the commits; what they break must not be lost with them.
  if (policy === 'auto' && message.type !== undefined)
    return [withBreaks(changeOf(item, message, 1), parts.flatMap(breaksOf))]
  // Where only what readers do not use follows the convention, the title tells of the rest.
  if (message.type === undefined && squash.hasOthers && parts.every(isQuiet)) return [changeOf(item, message, 1)]
  const others = parts.filter(({ subject }) => subject !== message.subject)
  const told = message.type === undefined ? parts : [withoutNotes(message), ...others]
  return told.map((part, at) => changeOf(item, part, at + 1))
}

/** What a commit of a squashed branch breaks; in what readers do not use, an exclamation mark means little. */
function breaksOf({ breaking, notes, type = '', subject }: Message): readonly string[] {
  if (!breaking || notes.length > 0) return notes
  return /^(?:docs?|tests?|ci|style)$/.test(type) ? [] : [subject]
}

function isQuiet({ breaking, type = '' }: Message): boolean {
  return !breaking && quietTypes.has(type)
}

/** A message as if it said nothing of what breaks but by its title. */
function withoutNotes(message: Message): Message {
  return { ...message, breaking: readHeader(message.line).breaking, notes: [] }
}

/** A change with what more breaks by it. */
function withBreaks(change: Change, notes: readonly string[]): Change {
  if (notes.length === 0) return change
  const known = [change.breakingNote ?? '', ...(change.breaking ? [change.subject] : [])]
  const more = notes.filter((note) => !known.some((one) => says(one, note)))
  if (more.length === 0) return change
  return {
    ...change,
    breaking: true,
    breakingNote: [...new Set([...(change.breakingNote ? [change.breakingNote] : []), ...more])].join('\n\n'),
    origins: { ...change.origins, ...(!change.breaking && { breaking: 'squash' }), breakingNote: 'squash' },
  }
}

/** True where a text says what another one does, however its lines are broken. */
export function says(text: string, part: string): boolean {
  return wordsOf(text).includes(wordsOf(part))
}

function wordsOf(text: string): string {
  return text.split(/\s+/).join(' ').trim()
}

function changeOf(
  item: Item,
  message: Message,
  place: number,
  [dependency, ...others]: readonly DependencyChange[] = readDependencies(message.subject, message.body),
): Change {
  return describe(item, message, { place, dependency: others.length === 0 ? dependency : undefined })
}

/** One of the dependencies that a commit brings to other versions. */
function bumpOf(item: Item, dependency: DependencyChange, place: number): Change {
  return describe(item, { ...item.message, subject: bumpText(dependency) }, { place, dependency })
}

interface Part {
  /** Among the changes of the commit, from 1. */
  readonly place: number
  readonly dependency: DependencyChange | undefined
}

function describe(item: Item, message: Message, { place, dependency }: Part): Change {
  const { commit, pr, isMerge } = item
  const isOwnNumber = isMerge || item.message.pr !== undefined || item.tellsPull === true
  const base = pr !== undefined && isOwnNumber ? `#${pr}` : commit.sha
  const type = message.type ?? (place === 1 ? unwrittenType(item) : undefined)
  const origin = place > 1 || message !== item.message ? 'squash' : isMerge ? 'merge' : undefined
  return {
    id: place === 1 ? base : `${base}/${place}`,
    kind: isMerge ? 'pull-request' : 'commit',
    subject: message.subject,
    ...(message.line !== message.subject && { title: message.line }),
    body: message.body,
    ...(type && { type }),
    ...(message.scope && { scope: message.scope }),
    breaking: message.breaking,
    ...(message.notes.length > 0 && { breakingNote: message.notes.join('\n\n') }),
    references: message.references,
    authors: distinct(item.authors),
    shas: [commit.sha],
    ...(pr !== undefined && { pr }),
    labels: [],
    ...(commit.paths.length > 0 && { paths: commit.paths }),
    ...(dependency && { dependency }),
    origins: { ...(origin && { subject: origin }), ...(pr !== undefined && !isOwnNumber && { pr: 'merge' }) },
  }
}

/** Takes back what an older release has: that is a change of its own, and to apply it again is what it was at first. Else a trailer may say it. */
function unwrittenType({ revert, kind }: Item): string | undefined {
  if (!revert?.isSure || revert.header === undefined) return kind
  return revert.reapplies ? readHeader(revert.header).type : 'revert'
}
