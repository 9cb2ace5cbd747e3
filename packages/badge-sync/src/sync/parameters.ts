import type { OptionsSchema, SettingSchema } from '@frontdoor/kit/config/options'
import { UserError } from '@frontdoor/kit/io'
import { nearest } from '@frontdoor/kit/text/nearest'

/** `key=value`, `key="a value"`, `key='a value'`, or `key` alone for true. */
const parameter = /([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S*)))?(?=\s|$)|(\S+)/g

/**
 * The options that a start marker gives.
 *
 * @throws {UserError} without a place, for a key that the generator does not know or a value that it cannot take
 */
export function readParameters(text: string, options: OptionsSchema): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [, key, double, single, bare, stray] of text.matchAll(parameter)) {
    if (key === undefined) throw new UserError(`${stray} is no key=value`)
    const schema = Object.hasOwn(options, key) ? options[key] : undefined
    if (!schema) throw new UserError(unknown(key, Object.keys(options)))
    if (Object.hasOwn(values, key)) throw new UserError(`${key} is given twice`)
    values[key] = valueFor(key, double ?? single ?? bare ?? 'true', schema)
  }
  return values
}

function unknown(key: string, known: readonly string[]): string {
  const near = nearest(key, known)
  if (known.length === 0) return `this block has no option ${key}: it has none at all`
  return `this block has no option ${key}: ${near === undefined ? `it has ${known.join(', ')}` : `did you mean ${near}?`}`
}

function valueFor(key: string, text: string, schema: SettingSchema): unknown {
  if (schema.type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true'
  if (schema.type === 'integer' && /^\d{1,9}$/.test(text) && fits(Number(text), schema)) return Number(text)
  if (schema.type === 'array') return text.split(',').map((part) => valueFor(key, part.trim(), schema.items ?? {}))
  if (schema.enum?.includes(text)) return text
  if (schema.type === 'string' && !schema.enum && new RegExp(schema.pattern ?? '').test(text)) return text
  throw new UserError(`${key}=${text} cannot be: ${wanted(schema)}`)
}

function fits(value: number, { minimum = 0, maximum = Number.POSITIVE_INFINITY }: SettingSchema): boolean {
  return value >= minimum && value <= maximum
}

function wanted({ type, enum: choices, examples, minimum, maximum }: SettingSchema): string {
  if (choices) return `write one of ${choices.join(', ')}`
  if (type === 'boolean') return 'write true or false'
  if (type === 'integer') return `write a number from ${minimum ?? 0}${maximum === undefined ? '' : ` to ${maximum}`}`
  return `write ${examples ? `something such as ${examples.join(' or ')}` : 'another one'}`
}
