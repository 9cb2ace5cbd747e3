import { UserError } from '@frontdoor/kit/io'
import type { Change, ChangeSource } from '../change.ts'
import { readMessage } from '../message/message.ts'
import { personOf } from '../message/people.ts'

/** What a change on standard input may say, in the words of the documentation. */
export const contextFields: Readonly<Record<string, string>> = {
  title: 'What it does, read as the first line of a commit would be: `feat(cli): …`. Only this must be given',
  body: 'The rest of its text',
  pr: 'Number of the pull request. The commit that brought it takes its words from here',
  shas: 'Whole hashes of commits, where there is no number',
  labels: 'Labels, for categories that ask for some',
  authors: 'Logins of who wrote it',
  paths: 'Paths that it touches, from the root of the repository',
  type: 'Its type, where the title does not say it',
  scope: 'Its scope',
  breaking: 'Whether it breaks something',
  breakingNote: 'What breaks, and what to do about it',
}

/**
 * Changes from JSON: a list, or an object with the list `changes`. Each needs a `subject` or a `title`; the other fields are those of
 * a change, and a number `pr` or hashes `shas` say which commit it belongs to. A title is read as a commit's first line would be.
 *
 * @throws {UserError} for what is no such list
 */
export function contextSource(bytes: Uint8Array): ChangeSource {
  const text = new TextDecoder().decode(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UserError(`standard input is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const list = Array.isArray(value) ? value : (value as { changes?: unknown } | null)?.changes
  if (!Array.isArray(list))
    throw new UserError('standard input must be a list of changes, or an object with the list "changes"')
  const changes = list.map(toChange)
  return async function* () {
    yield* changes
  }
}

function toChange(given: unknown, at: number): Change {
  if (typeof given !== 'object' || given === null)
    throw new UserError(`change ${at + 1} on standard input is no object`)
  const fields = given as Readonly<Record<string, unknown>>
  const title = textOf(fields.title ?? fields.subject)
  if (title === undefined) throw new UserError(`change ${at + 1} on standard input has neither "subject" nor "title"`)
  const message = readMessage(`${title}\n\n${textOf(fields.body) ?? ''}`)
  const pr = typeof fields.pr === 'number' ? fields.pr : message.pr
  const type = textOf(fields.type) ?? message.type
  const scope = textOf(fields.scope) ?? message.scope
  const note = textOf(fields.breakingNote) ?? (message.notes.join('\n\n') || undefined)
  return {
    id: textOf(fields.id) ?? (pr === undefined ? `context/${at + 1}` : `#${pr}`),
    kind: 'pull-request',
    subject: message.subject,
    body: message.body,
    ...(type && { type: type.toLowerCase() }),
    ...(scope && { scope }),
    breaking: fields.breaking === true || message.breaking,
    ...(note && { breakingNote: note }),
    references: message.references,
    authors: textsOf(fields.authors).map((name) => personOf(name, `${name}@users.noreply.github.com`)),
    shas: textsOf(fields.shas),
    ...(pr !== undefined && { pr }),
    labels: textsOf(fields.labels),
    ...(Array.isArray(fields.paths) && { paths: textsOf(fields.paths) }),
    origins: {},
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
