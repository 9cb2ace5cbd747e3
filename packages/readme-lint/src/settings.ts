import { loadConfig } from '@frontdoor/kit/config'
import { unitsSchema } from '@frontdoor/kit/config/schema'
import type { Io } from '@frontdoor/kit/io'
import { optionValues } from '@frontdoor/kit/options'
import type { Project } from '@frontdoor/kit/project'
import type { Severity } from '@frontdoor/kit/report'
import { hosts } from './hosts.generated.ts'
import type { ConfiguredRule } from './lint.ts'
import type { Rule } from './rule.ts'
import { rule as unusedRule } from './rules/suppress/unused.ts'
import { rules } from './rules.generated.ts'

const severities = ['error', 'warning', 'info'] as const

const section = {
  type: 'object',
  additionalProperties: false,
  properties: {
    hosts: {
      type: 'array',
      items: { enum: hosts.map(({ name }) => name) },
      uniqueItems: true,
      description: 'Places that show the READMEs, instead of those that the manifests tell',
    },
    rules: unitsSchema(
      rules,
      {
        noun: 'rule',
        choices: ['off', ...severities],
        properties: {
          severity: {
            enum: severities,
            default: 'warning',
            description: 'How much it matters, instead of what the rule says',
          },
        },
      },
      'What to do with each rule: `off`, a severity, or an object with a severity and options',
    ),
  },
} as const

/** What the config says. */
export interface Settings {
  /** Names of hosts; absent means that the manifests tell. */
  readonly hosts?: readonly string[]
  /** The rules to run. */
  readonly rules: readonly ConfiguredRule[]
}

/** Where settings come from. */
export interface SettingsRequest {
  readonly project: Pick<Project, 'folder' | 'root'>
  /** The file that `--config` names. */
  readonly explicit: string | undefined
  /** Rules that `--rule` names; all of them where it names none. They are run even if the config switches them off. */
  readonly only: readonly Rule[]
}

/**
 * Reads the settings for a project.
 *
 * @throws {UserError} with a line for each mistake in the config
 */
export async function loadSettings(io: Io, { project, explicit, only }: SettingsRequest): Promise<Settings> {
  const request = { from: project.folder, root: project.root, tool: 'readme-lint', schema: section, explicit } as const
  const { values } = await loadConfig(io, request)
  const on = rules.filter((rule) => only.includes(rule) || values.rules?.[rule.name] !== 'off')
  const configured = toRun(only, on).map((rule) => ({
    ...configure(rule, values.rules?.[rule.name]),
    ...(only.length > 0 && !only.includes(rule) && { untold: true }),
  }))
  return { ...(values.hosts && { hosts: values.hosts as readonly string[] }), rules: configured }
}

/** Whether a comment suppresses something shows only when all rules run. */
function toRun(only: readonly Rule[], on: readonly Rule[]): readonly Rule[] {
  return only.length === 0 || only.some(({ name }) => name === unusedRule.name) ? on : only
}

/** A rule with what the config says of it: a severity, or an object with a severity and options. */
function configure(rule: Rule, setting: unknown): ConfiguredRule {
  if (typeof setting !== 'object' || setting === null) {
    const severity = severities.find((one) => one === setting) ?? rule.severity
    return { rule, severity, options: optionValues(rule.options) }
  }
  const { severity = rule.severity, ...options } = setting as { readonly severity?: Severity }
  return { rule, severity, options: optionValues(rule.options, options) }
}
