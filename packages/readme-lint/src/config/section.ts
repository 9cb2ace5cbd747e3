import { type Unit, type UnitsSchema, unitsSchema } from '@frontdoor/kit/config/schema'
import { type ProfileName, profileNames } from './profiles.ts'

/** The severities of a finding, the worst first. */
export const severities = ['error', 'warning', 'info'] as const

type Choice = 'off' | (typeof severities)[number]

/** The section `readme-lint` of the config. */
export interface Section {
  readonly type: 'object'
  readonly additionalProperties: false
  readonly properties: {
    readonly ignore: {
      readonly type: 'array'
      readonly items: { readonly type: 'string'; readonly minLength: 1 }
      readonly description: string
    }
    readonly hosts: {
      readonly type: 'array'
      readonly items: { readonly enum: readonly string[] }
      readonly uniqueItems: true
      readonly description: string
    }
    readonly profile: {
      readonly enum: readonly ProfileName[]
      readonly description: string
    }
    readonly rules: UnitsSchema<Choice>
  }
}

/** Declares the section, for these rules and hosts. */
export function sectionOf(rules: readonly Unit[], hosts: readonly { readonly name: string }[]): Section {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ignore: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description:
          'READMEs to leave out: patterns as in .gitignore, from the folder of this file (`examples/`, `**/generated/README.md`)',
      },
      hosts: {
        type: 'array',
        items: { enum: hosts.map(({ name }) => name) },
        uniqueItems: true,
        description: 'Places that show the READMEs, instead of those that the manifests tell',
      },
      profile: {
        enum: profileNames,
        description:
          'What kind of project this is, instead of what its files tell: it says which sections are expected. `landing` asks for all that makes a README sell, `profile` is the page of a person or an organization, `none` asks for nothing',
      },
      rules: unitsSchema(
        rules,
        ruleForm,
        'What to do with each rule: `off`, a severity, or an object with a severity and options',
      ),
    },
  }
}

const ruleForm = {
  noun: 'rule',
  choices: ['off', ...severities],
  properties: {
    severity: {
      enum: severities,
      default: 'warning',
      description: 'How much it matters, instead of what the rule says',
    },
  },
} as const
