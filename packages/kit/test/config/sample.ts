// A section as the tools declare theirs, with a setting of every kind.

import type { OptionsSchema } from '../../src/config/options.ts'
import { type Unit, type UnitsSchema, unitsSchema } from '../../src/config/schema.ts'

export const severities = ['off', 'error', 'warning', 'info'] as const

const severity = { enum: severities, description: 'How bad it is', default: 'warning' }

const titleOptions = {
  length: { type: 'integer', minimum: 1, maximum: 200, description: 'Longest title', default: 60 },
  words: { type: 'array', items: { type: 'string' }, description: 'Words it may not have', default: [] },
} as const satisfies OptionsSchema

export const rules: readonly Unit[] = [
  { name: 'top/title', summary: 'It has a title.', options: titleOptions },
  { name: 'links/source', summary: 'It links to its source.', options: {} },
  { name: 'constructor', summary: 'A name that every object has.', options: {} },
]

export type Severity = (typeof severities)[number]

const form = { noun: 'rule', choices: severities, properties: { severity } }

export const section = {
  type: 'object',
  additionalProperties: false,
  properties: {
    hosts: {
      type: 'array',
      items: { enum: ['github', 'npm', 'pypi'] },
      uniqueItems: true,
      description: 'Places that show it',
      default: [],
    },
    ignore: { type: 'array', items: { type: 'string', minLength: 1 }, description: 'Files to leave out' },
    width: { type: 'integer', minimum: 20, maximum: 200, description: 'Columns', default: 100 },
    ratio: { type: 'number', minimum: 0, description: 'A ratio' },
    strict: { type: 'boolean', description: 'Strictly', default: false },
    style: {
      anyOf: [{ const: 'plain' }, { enum: ['flat', 'round'] }, { type: 'boolean' }],
      description: 'How it looks',
    },
    label: {
      anyOf: [
        { type: 'string', pattern: '^[a-z]+$' },
        { type: 'array', items: { type: 'string' }, minItems: 1 },
      ],
      description: 'Labels',
    },
    rules: unitsSchema(rules, form, 'Rules by name') as UnitsSchema<Severity>,
  },
} as const
