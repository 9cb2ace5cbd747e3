import type { FromSchema, JSONSchema } from 'json-schema-to-ts'

/** The part of JSON Schema that settings are declared in: no more than messages about a mistake can put into words. */
export interface SettingSchema {
  readonly description?: string
  readonly default?: unknown
  readonly type?: SettingType | readonly SettingType[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly SettingSchema[]
  /** Of an object of named things: what one of them is called. */
  readonly title?: string
  readonly properties?: Readonly<Record<string, SettingSchema>>
  readonly additionalProperties?: boolean | SettingSchema
  readonly required?: readonly string[]
  readonly items?: SettingSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly pattern?: string
  readonly format?: string
  /** Values that fit, which a message shows instead of the pattern. */
  readonly examples?: readonly string[]
}

type SettingType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null'

/** Options of one unit (a rule, a badge, a block) by name; each has a default and a description. */
export type OptionsSchema = Readonly<
  Record<string, SettingSchema & { readonly description: string; readonly default: unknown }>
>

/** The values that a schema of options stands for; of any options, unknown values. */
export type OptionValues<Schema extends OptionsSchema> = string extends keyof Schema
  ? Readonly<Record<string, unknown>>
  : { readonly [Name in keyof Schema]: SettingValue<Schema[Name]> }

/** The values that one declaration stands for. */
export type SettingValue<Schema extends SettingSchema> = Schema extends JSONSchema ? FromSchema<Schema> : never

/** The defaults of a schema of options. */
export function defaultsOf(schema: OptionsSchema): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).map(([name, option]) => [name, option.default]))
}

/** The options of one unit: those that were given, which must have been checked, and the defaults of the others. */
export function optionValues<Schema extends OptionsSchema>(
  schema: Schema,
  given: Readonly<Record<string, unknown>> = {},
): OptionValues<Schema> {
  const known = Object.keys(schema).filter((name) => given[name] !== undefined)
  const values = { ...defaultsOf(schema), ...Object.fromEntries(known.map((name) => [name, given[name]])) }
  return values as OptionValues<Schema>
}
