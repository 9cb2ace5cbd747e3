import type { OptionsSchema, SettingSchema, SettingValue } from './options.ts'

/** The three tools; each has its section of the config, under its name. */
export const toolNames = ['readme-lint', 'changelog-gen', 'badge-sync'] as const

export type ToolName = (typeof toolNames)[number]

/** The settings of one tool, as JSON Schema: types, checks, documentation and editors all read this one declaration. */
export interface SectionSchema {
  readonly type: 'object'
  readonly additionalProperties: false
  readonly properties: Readonly<Record<string, SettingSchema & { readonly description: string }>>
}

/** The settings that a section can hold; those with a default are always there. */
export type SectionValues<Section extends SectionSchema> = SettingValue<Section>

/** Something that can be set by its name: a rule, a badge, a block. */
export interface Unit {
  readonly name: string
  readonly summary: string
  readonly options: OptionsSchema
}

/** How units are set: by one of the choices, or by an object with the unit's options and the common properties. */
export interface UnitForm<Choice extends string | boolean> {
  /** What a unit is called in messages: `rule`. */
  readonly noun: string
  readonly choices: readonly Choice[]
  readonly properties: OptionsSchema
}

/** Settings of units by name. The type does not know the names and options of the units; the checks do. */
export interface UnitsSchema<Choice extends string | boolean> {
  readonly type: 'object'
  readonly title: string
  readonly description: string
  readonly additionalProperties: {
    readonly anyOf: readonly [{ readonly enum: readonly Choice[] }, { readonly type: 'object' }]
  }
}

/** The schema of an object that sets units by their names. */
export function unitsSchema<const Choice extends string | boolean>(
  units: readonly Unit[],
  form: UnitForm<Choice>,
  description: string,
): UnitsSchema<Choice> {
  const properties = units.map((unit) => [unit.name, unitSchema(unit, form)] as const)
  const schema = {
    type: 'object',
    title: form.noun,
    description,
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  }
  // What is checked is narrower than what the type says: these names with these options only.
  return schema as unknown as UnitsSchema<Choice>
}

function unitSchema<Choice extends string | boolean>(unit: Unit, form: UnitForm<Choice>): object {
  const taken = Object.keys(unit.options).find((name) => Object.hasOwn(form.properties, name))
  if (taken !== undefined) throw new TypeError(`${unit.name} has an option ${taken}, which every ${form.noun} has`)
  const properties = { ...form.properties, ...unit.options }
  return {
    description: unit.summary,
    anyOf: [{ enum: form.choices }, { type: 'object', additionalProperties: false, properties }],
  }
}

/**
 * The published JSON Schema of a config file. It is draft 7, the newest that editors know in full.
 *
 * @param sections by tool
 * @param id address that the schema is published under
 */
export function configSchema(sections: Readonly<Partial<Record<ToolName, SectionSchema>>>, id: string): object {
  // A section without settings is null in YAML, and no mistake.
  const nullable = Object.entries(sections).map(([tool, section]) => [tool, { ...section, type: ['object', 'null'] }])
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: id,
    title: 'Frontdoor config',
    description: 'Settings of readme-lint, changelog-gen and badge-sync',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Address of this schema, for editors' },
      ...Object.fromEntries(nullable),
    },
  }
}
