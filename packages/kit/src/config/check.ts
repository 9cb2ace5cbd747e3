import type { OutputUnit, Schema } from '@cfworker/json-schema'
import { nearest } from '../text/nearest.ts'
import { type Entry, type Located, plainValue } from './located.ts'
import type { SettingSchema } from './options.ts'
import { searchOf } from './search.ts'
import { sayChoice, sayExpected, sayValue } from './wording.ts'

/** Something wrong with a setting, and the offset of the key or value that it is about. */
export interface Problem {
  readonly offset: number
  readonly message: string
}

/** What the validator says, its pointers taken apart. */
interface Failure {
  readonly keyword: string
  /** Keys and indexes that lead to the value. */
  readonly at: readonly string[]
  /** Keys and indexes that lead to the keyword in the schema. */
  readonly keywordAt: readonly string[]
}

interface Subject {
  readonly located: Located
  readonly schema: SettingSchema
  readonly path: string
}

/**
 * What a JSON Schema finds wrong with a part of a config file, in no order.
 *
 * @param path of the part, for messages: `readme-lint`
 */
export async function check(located: Located, schema: SettingSchema, path: string): Promise<Problem[]> {
  const { Validator, format } = await import('@cfworker/json-schema')
  format.search = (text) => searchOf(text) !== undefined
  const { errors } = new Validator(schema as Schema, '7', false).validate(plainValue(located))
  const subject = { located, schema, path }
  return explain(toFailures(errors)).map((failure) => toProblem(failure, subject))
}

/** A key that an object does not have, with what may have been meant. */
export function sayUnknown(
  owner: string,
  key: string,
  { noun, known }: { noun: string; known: readonly string[] },
): string {
  const near = nearest(key, known)
  if (near !== undefined) return `${owner} has no ${noun} ${JSON.stringify(key)}; did you mean ${JSON.stringify(near)}?`
  const names =
    known.length > 0 && known.length <= 12 ? `; use ${sayChoice(known.map((name) => JSON.stringify(name)))}` : ''
  return `${owner} has no ${noun} ${JSON.stringify(key)}${names}`
}

function toFailures(units: readonly OutputUnit[]): Failure[] {
  return units.map(({ keyword, instanceLocation, keywordLocation }, index) => {
    // For a key that is not allowed, the validator gives the place in the file as the place in the schema; the unit before
    // has the right one.
    const location = keyword === 'false' ? `${units[index - 1]?.keywordLocation}/false` : keywordLocation
    return { keyword, at: parsePointer(instanceLocation), keywordAt: parsePointer(location) }
  })
}

function parsePointer(pointer: string): string[] {
  const parts = pointer.split('/').slice(1)
  return parts.map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
}

// Keywords whose failure only says that something inside them failed.
const containers = new Set(['properties', 'additionalProperties', 'items', 'allOf'])

function explain(failures: readonly Failure[]): Failure[] {
  const explained: Failure[] = []
  for (let index = 0; index < failures.length; index++) {
    const failure = failures[index] as Failure
    if (containers.has(failure.keyword)) continue
    if (failure.keyword !== 'anyOf') {
      explained.push(failure)
      continue
    }
    const inside = insideOf(failure, failures.slice(index + 1))
    explained.push(...explainAnyOf(failure, inside))
    index += inside.length
  }
  return explained
}

// The failures of the branches follow that of the keyword without a gap.
function insideOf(failure: Failure, following: readonly Failure[]): readonly Failure[] {
  const end = following.findIndex(
    ({ at, keywordAt }) => !startsWith(at, failure.at) || !startsWith(keywordAt, failure.keywordAt),
  )
  return end === -1 ? following : following.slice(0, end)
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((part, index) => path[index] === part)
}

// Where the value is of the kind that just one branch wants, its mistakes inside that branch say more than "none fits".
function explainAnyOf(failure: Failure, inside: readonly Failure[]): Failure[] {
  const branchOf = ({ keywordAt }: Failure) => keywordAt[failure.keywordAt.length]
  const misfits = new Set(inside.filter((inner) => isMisfit(inner, failure)).map(branchOf))
  const fitting = inside.filter((inner) => !misfits.has(branchOf(inner)))
  return new Set(fitting.map(branchOf)).size === 1 ? explain(fitting) : [failure]
}

function isMisfit({ keyword, at }: Failure, whole: Failure): boolean {
  return ['type', 'enum', 'const', 'anyOf'].includes(keyword) && at.length === whole.at.length
}

function toProblem({ keyword, at, keywordAt }: Failure, { located, schema, path }: Subject): Problem {
  const found = find(located, at)
  if (keyword === 'false') {
    const owner = pathOf(path, located, at.slice(0, -1))
    const { title: noun = 'key', properties = {} } = schemaUnder(schema, keywordAt.slice(0, -2))
    const message = sayUnknown(owner, at.at(-1) ?? '', { noun, known: Object.keys(properties) })
    return { offset: found.keyStart, message }
  }
  const message = sayWrong(found.value, schemaUnder(schema, keywordAt.slice(0, -1)), keyword)
  return { offset: found.value.start, message: `${pathOf(path, located, at)} ${message}` }
}

function find(located: Located, at: readonly string[]): Entry {
  let found: Entry = { keyStart: located.start, value: located }
  for (const part of at) {
    const { value } = found
    if (value.kind === 'object') found = value.entries.get(part) ?? found
    const item = value.kind === 'list' ? value.items[Number(part)] : undefined
    if (item) found = { keyStart: item.start, value: item }
  }
  return found
}

function schemaUnder(schema: SettingSchema, at: readonly string[]): SettingSchema {
  return at.reduce((node, part) => (node as Record<string, SettingSchema>)[part] ?? {}, schema)
}

/** `readme-lint.hosts[0]` */
function pathOf(path: string, located: Located, at: readonly string[]): string {
  const parts = at.map((part, index) =>
    find(located, at.slice(0, index)).value.kind === 'list' ? `[${part}]` : `.${part}`,
  )
  return `${path}${parts.join('')}`
}

function sayWrong(value: Located, schema: SettingSchema, keyword: string): string {
  if (keyword === 'uniqueItems') return 'holds an item twice'
  if (keyword === 'required') return `lacks ${missingKeys(value, schema).join(', ')}`
  const given = plainValue(value)
  const near = typeof given === 'string' ? nearest(given, choicesOf(schema)) : undefined
  const instead = near === undefined ? `use ${sayExpected(schema)}` : `did you mean ${JSON.stringify(near)}?`
  return `is ${sayValue(value)}; ${instead}`
}

function missingKeys(value: Located, { required = [] }: SettingSchema): string[] {
  return required.filter((key) => value.kind === 'object' && !value.entries.has(key)).map((key) => JSON.stringify(key))
}

function choicesOf({ enum: choices = [], anyOf = [] }: SettingSchema): string[] {
  return [...choices.filter((choice) => typeof choice === 'string'), ...anyOf.flatMap(choicesOf)]
}
