import { check } from '@frontdoor/kit/config/check'
import { type Located, placeOf, plainValue } from '@frontdoor/kit/config/located'
import type { SettingSchema } from '@frontdoor/kit/config/options'
import { UserError } from '@frontdoor/kit/io'
import type { Change, ChangeSource } from '../change.ts'
import { readMessage } from '../message/message.ts'
import { personOf } from '../message/people.ts'

const texts: SettingSchema = { type: 'array', items: { type: 'string' } }

/** What a change on standard input may say; whoever makes it may say more. */
export const contextSchema: SettingSchema = {
  type: 'object',
  properties: {
    title: {
      type: 'string',
      description: 'What it does, read as the first line of a commit would be: `feat(cli): …`. Only this must be given',
    },
    body: { type: 'string', description: 'The rest of its text' },
    pr: {
      type: 'integer',
      minimum: 1,
      description: 'Number of the pull request. The commit that brought it takes its words from here',
    },
    shas: { ...texts, description: 'Whole hashes of commits, where there is no number' },
    labels: { ...texts, description: 'Labels, for categories that ask for some' },
    authors: { ...texts, description: 'Logins of who wrote it' },
    paths: { ...texts, description: 'Paths that it touches, from the root of the repository' },
    type: { type: 'string', description: 'Its type, where the title does not say it' },
    scope: { type: 'string', description: 'Its scope' },
    breaking: { type: 'boolean', description: 'Whether it breaks something' },
    breakingNote: { type: 'string', description: 'What breaks, and what to do about it' },
  },
}

const schema: SettingSchema = { type: 'array', items: contextSchema }

/** A change as it is given. Who has made one here before calls its title `subject`, and it has an `id`. */
interface Given {
  readonly title?: string
  readonly subject?: unknown
  readonly id?: unknown
  readonly body?: string
  readonly pr?: number
  readonly shas?: readonly string[]
  readonly labels?: readonly string[]
  readonly authors?: readonly string[]
  readonly paths?: readonly string[]
  readonly type?: string
  readonly scope?: string
  readonly breaking?: boolean
  readonly breakingNote?: string
}

/**
 * Changes from JSON: a list, or an object with the list `changes`. Each needs a `subject` or a `title`; the other fields are those of
 * a change, and a number `pr` or hashes `shas` say which commit it belongs to. A title is read as a commit's first line would be.
 *
 * @throws {UserError} with a line for each mistake in it
 */
export async function contextSource(bytes: Uint8Array): Promise<ChangeSource> {
  const source = { name: 'standard input', text: new TextDecoder().decode(bytes) }
  const { parseJson } = await import('@frontdoor/kit/config/json')
  const whole = parseJson(source)
  const list = whole.kind === 'object' ? (whole.entries.get('changes')?.value ?? whole) : whole
  if (list.kind !== 'list')
    throw new UserError('standard input must be a list of changes, or an object with the list "changes"')
  const items = list.items.map(withoutNulls)
  const problems = await check({ ...list, items }, schema, 'changes')
  const changes = items.map((item) => plainValue(item) as Given)
  for (const [at, { kind, start }] of items.entries())
    if (kind === 'object' && titleOf(changes[at] as Given) === undefined)
      problems.push({ offset: start, message: `changes[${at}] has neither "title" nor "subject"` })
  const sorted = problems.toSorted((a, b) => a.offset - b.offset)
  if (sorted.length > 0)
    throw new UserError(sorted.map(({ offset, message }) => `${placeOf(source, offset)}: ${message}`).join('\n'))
  return async function* () {
    yield* changes.map(toChange)
  }
}

/** What has no value is `null` in what many programs write. */
function withoutNulls(located: Located): Located {
  if (located.kind !== 'object') return located
  const isGiven = (value: Located) => value.kind !== 'scalar' || value.value !== null
  return { ...located, entries: new Map([...located.entries].filter(([, { value }]) => isGiven(value))) }
}

function titleOf({ title, subject }: Given): string | undefined {
  return textOf(title) ?? textOf(subject)
}

function toChange(given: Given, at: number): Change {
  const message = readMessage(`${titleOf(given)}\n\n${given.body ?? ''}`)
  const { pr = message.pr, paths } = given
  const type = given.type || message.type
  const scope = given.scope || message.scope
  const note = given.breakingNote || message.notes.join('\n\n')
  return {
    id: textOf(given.id) ?? (pr === undefined ? `context/${at + 1}` : `#${pr}`),
    kind: 'pull-request',
    subject: message.subject,
    body: message.body,
    ...(type && { type: type.toLowerCase() }),
    ...(scope && { scope }),
    breaking: given.breaking === true || message.breaking,
    ...(note && { breakingNote: note }),
    references: message.references,
    authors: (given.authors ?? []).map((name) => personOf(name, `${name}@users.noreply.github.com`)),
    shas: given.shas ?? [],
    ...(pr !== undefined && { pr }),
    labels: given.labels ?? [],
    ...(paths && { paths }),
    origins: {},
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
