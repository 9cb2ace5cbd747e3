import type { Change, Person } from '../change.ts'
import { readDependency } from '../message/dependency.ts'
import { readHeader } from '../message/header.ts'
import { type Message, readMessage } from '../message/message.ts'
import { distinct, personOf } from '../message/people.ts'
import { readSquash } from '../message/squash.ts'
import type { Settings } from '../settings.ts'
import type { Item } from './item.ts'

/** The changes that a commit stands for: one, or those that a squashed commit lists. */
export function changesOf(item: Item, policy: Settings['squash']): Change[] {
  const { message } = item
  const squash = policy === 'title' ? undefined : readSquash(message.line, message.body)
  const parts = (squash?.messages ?? []).map(readMessage)
  if (!squash || parts.length === 0) return [changeOf(item, message, 1)]
  if (squash.kind === 'log') return parts.map((part, at) => changeOf(item, part, at + 1))
  if (squash.kind === 'written') return [message, ...parts].map((part, at) => changeOf(item, part, at + 1))
  // A title that follows the convention was written for all of the commits; what they break must not be lost with them.
  if (policy === 'auto' && message.type !== undefined) return [withBreaks(changeOf(item, message, 1), parts)]
  const others = parts.filter(({ subject }) => subject !== message.subject)
  const listed = message.type === undefined ? parts : [message, ...others]
  return listed.map((part, at) => changeOf(item, part, at + 1))
}

function withBreaks(change: Change, parts: readonly Message[]): Change {
  const breaking = parts.find((part) => part.breaking && !/^(?:docs?|tests?|ci|style)$/.test(part.type ?? ''))
  if (change.breaking || !breaking) return change
  const breakingNote = breaking.notes.join('\n\n') || breaking.subject
  return {
    ...change,
    breaking: true,
    breakingNote,
    origins: { ...change.origins, breaking: 'squash', breakingNote: 'squash' },
  }
}

function changeOf(item: Item, message: Message, place: number): Change {
  const { commit, pr, isMerge } = item
  const isOwnNumber = isMerge || item.message.pr !== undefined || item.tellsPull === true
  const base = pr !== undefined && isOwnNumber ? `#${pr}` : commit.sha
  const dependency = readDependency(message.subject)
  const type = message.type ?? (place === 1 ? revertType(item) : undefined)
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
    authors: authorsOf(item),
    shas: [commit.sha],
    ...(pr !== undefined && { pr }),
    labels: [],
    ...(commit.paths.length > 0 && { paths: commit.paths }),
    ...(dependency && { dependency }),
    origins: { ...(origin && { subject: origin }), ...(pr !== undefined && !isOwnNumber && { pr: 'merge' }) },
  }
}

/** Takes back what an older release has: that is a change of its own, and to apply it again is what it was at first. */
function revertType({ revert }: Item): string | undefined {
  if (!revert?.isSure || revert.header === undefined) return undefined
  return revert.reapplies ? readHeader(revert.header).type : 'revert'
}

function authorsOf({ commit, message }: Item): Person[] {
  return distinct([personOf(commit.name, commit.email), ...message.coAuthors])
}
