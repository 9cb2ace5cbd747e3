import type { FromSchema, JSONSchema } from 'json-schema-to-ts'

/** Options of one unit (a rule, a badge, a block) as JSON Schema properties; each has a default and a description. */
export type OptionsSchema = Readonly<
  Record<string, Exclude<JSONSchema, boolean> & { readonly description: string; readonly default: unknown }>
>

/** The values that a schema of options stands for; of any schema, anything. */
export type OptionValues<Schema extends OptionsSchema> = string extends keyof Schema
  ? Readonly<Record<string, unknown>>
  : { readonly [Name in keyof Schema]: FromSchema<Schema[Name]> }

/** The defaults of a schema of options. */
export function defaultsOf(schema: OptionsSchema): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).map(([name, option]) => [name, option.default]))
}
