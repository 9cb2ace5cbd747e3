import type { Located } from './located.ts'
import type { SettingSchema } from './options.ts'

/** What a schema asks for: `a list of strings`, `"npm" or "pypi"`, `a whole number from 1 to 6`. */
export function sayExpected(schema: SettingSchema): string {
  return sayChoice(expectations(schema))
}

function expectations(schema: SettingSchema): string[] {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value))
  if (schema.const !== undefined) return [JSON.stringify(schema.const)]
  if (schema.anyOf) return schema.anyOf.flatMap(expectations)
  return [schema.type ?? []].flat().flatMap((type) => (type === 'boolean' ? ['true', 'false'] : sayType(type, schema)))
}

/** `a, b or c` */
export function sayChoice(choices: readonly string[]): string {
  const last = choices.at(-1) ?? 'something else'
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`
}

/** A value as a message shows it. */
export function sayValue(located: Located): string {
  if (located.kind === 'list') return located.items.length === 0 ? 'an empty list' : 'a list'
  if (located.kind === 'object') return 'an object'
  if (located.value === null) return 'empty'
  const text = JSON.stringify(located.value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function sayType(type: string, schema: SettingSchema): string {
  if (type === 'string') return `a string${sayString(schema)}`
  if (type === 'array') return sayArray(schema)
  if (type === 'integer') return `a whole number${sayRange(schema)}`
  if (type === 'number') return `a number${sayRange(schema)}`
  return type === 'object' ? 'an object' : 'nothing'
}

function sayString({ minLength, pattern, format, examples }: SettingSchema): string {
  if (examples) return ` such as ${sayChoice(examples.map((example) => JSON.stringify(example)))}`
  if (pattern) return ` that matches ${pattern}`
  if (format) return ` in the format ${format}`
  return minLength ? ' that is not empty' : ''
}

function sayArray({ items, minItems, maxItems, uniqueItems }: SettingSchema): string {
  const content = items ? ` of ${sayItems(items)}` : ''
  return `a list${content}${saySize(minItems, maxItems)}${uniqueItems ? ', each once' : ''}`
}

function saySize(least: number | undefined, most: number | undefined): string {
  if (most !== undefined) return ` with ${least ?? 0} to ${most} items`
  if (least === undefined) return ''
  return least === 1 ? ' that is not empty' : ` with ${least} or more items`
}

function sayItems(items: SettingSchema): string {
  const isPlain = !items.enum && (items.type === 'string' || items.type === 'object')
  return isPlain ? `${items.type}s` : sayExpected(items)
}

function sayRange({ minimum, maximum }: SettingSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`
  if (maximum !== undefined) return ` up to ${maximum}`
  return minimum === undefined ? '' : ` of ${minimum} or more`
}
