import { placeFinder } from '@frontdoor/markdown/place'
import { UserError } from '../io.ts'

/** Text of a config file, without a byte order mark. */
export interface Source {
  /** Path for messages. */
  readonly name: string
  readonly text: string
}

/** A value of a config file and where it starts, in one shape for all syntaxes. */
export type Located = LocatedObject | LocatedList | LocatedScalar

export interface LocatedObject {
  readonly kind: 'object'
  readonly start: number
  /** A map, since a key may be `__proto__`. */
  readonly entries: Map<string, Entry>
}

export interface Entry {
  readonly keyStart: number
  readonly value: Located
}

interface LocatedList {
  readonly kind: 'list'
  readonly start: number
  readonly items: Located[]
}

export interface LocatedScalar {
  readonly kind: 'scalar'
  readonly start: number
  readonly value: string | number | boolean | null
}

/** Objects and lists inside one another. No setting needs more than six. */
export const deepest = 32

/**
 * Ends the reading of a config file.
 *
 * @throws {UserError} with the place as `path:line:column`
 */
export function fail(source: Source, offset: number, message: string): never {
  throw new UserError(`${placeOf(source, offset)}: ${message}`)
}

/** `path:line:column`, counted from one; columns in UTF-16 units, as editors count. */
export function placeOf({ name, text }: Source, offset: number): string {
  const { line, column } = placeFinder(text)(offset)
  return `${name}:${line}:${column}`
}

/** Puts an entry into an object that must not have its key yet. */
export function addEntry(source: Source, object: LocatedObject, key: string, entry: Entry): void {
  if (object.entries.has(key)) fail(source, entry.keyStart, `the key ${JSON.stringify(key)} is given twice`)
  if (/\p{Surrogate}/u.test(key)) fail(source, entry.keyStart, `the key ${JSON.stringify(key)} is not valid Unicode`)
  object.entries.set(key, entry)
}

/** A scalar, which must be a value that JSON has. */
export function scalar(source: Source, start: number, value: unknown): LocatedScalar {
  if (typeof value === 'number' && !Number.isFinite(value)) fail(source, start, `${value} is not a usable number`)
  if (isJsonScalar(value)) return { kind: 'scalar', start, value }
  return fail(source, start, 'is no value that a config file can have')
}

/** The bare value. Objects have no prototype, so that no key means more than itself. */
export function plainValue(located: Located): unknown {
  if (located.kind === 'scalar') return located.value
  if (located.kind === 'list') return located.items.map(plainValue)
  const object: Record<string, unknown> = Object.create(null)
  for (const [key, { value }] of located.entries) object[key] = plainValue(value)
  return object
}

function isJsonScalar(value: unknown): value is LocatedScalar['value'] {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
