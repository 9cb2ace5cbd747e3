import { type UnitsSchema, unitsSchema } from '@frontdoor/kit/config/schema'
import { generators } from './blocks.generated.ts'
import { checks, migrationChecks } from './checks.ts'
import { initFlags } from './flags.ts'
import { rowKinds } from './row/kinds.ts'

/** The section `badge-sync` of the config. */
export interface Section {
  readonly type: 'object'
  readonly additionalProperties: false
  readonly properties: {
    readonly checks: UnitsSchema<'on' | 'off'>
    readonly blocks: UnitsSchema<'on'>
    readonly kinds: {
      readonly type: 'array'
      readonly items: { readonly enum: readonly string[] }
      readonly uniqueItems: true
      readonly description: string
    }
    readonly style: { readonly enum: readonly string[]; readonly description: string }
    readonly render: {
      readonly type: 'object'
      readonly additionalProperties: false
      readonly properties: { readonly folder: { readonly type: 'string'; readonly description: string } }
      readonly description: string
    }
  }
}

const units = [...checks, ...migrationChecks].map(({ name, summary }) => ({ name, summary, options: {} }))

export const section: Section = {
  type: 'object',
  additionalProperties: false,
  properties: {
    checks: unitsSchema(
      units,
      { noun: 'check', choices: ['on', 'off'], properties: {} },
      'What to do with each check: `off` leaves it out',
    ),
    blocks: unitsSchema(
      generators,
      { noun: 'block', choices: ['on'], properties: {} },
      'Options of blocks, for all of a name; those in a start marker come first',
    ),
    kinds: {
      type: 'array',
      items: { enum: rowKinds },
      uniqueItems: true,
      description: 'Kinds of badges that `badge-sync init` puts into a row, in their order',
    },
    style: {
      enum: initFlags.style.choices,
      description:
        'Style of the badges of shields.io that `badge-sync init` writes, and of those that `badge-sync render` draws',
    },
    render: {
      type: 'object',
      additionalProperties: false,
      properties: {
        folder: {
          type: 'string',
          description: 'Where the images go, from the folder of each project; `.github/badges` without it',
        },
      },
      description: 'How `badge-sync render` draws: `folder` says where the images go',
    },
  },
}
