import { loadConfig } from '@frontdoor/kit/config'
import { unitsSchema } from '@frontdoor/kit/config/schema'
import type { Io } from '@frontdoor/kit/io'
import { optionValues } from '@frontdoor/kit/options'
import type { Project } from '@frontdoor/kit/project'
import type { Severity } from '@frontdoor/kit/report'
import { hosts } from './hosts.generated.ts'
import type { ConfiguredRule } from './lint.ts'
import { expectation, type ProfileName, profileNames, profileOf } from './profiles.ts'
import type { Rule } from './rule.ts'
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
    profile: {
      enum: profileNames,
      description:
        'What kind of project this is, instead of what its files tell: it says which sections are expected. `landing` asks for all that makes a README sell, `none` for nothing',
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
  readonly project: Project
  /** The file that `--config` names. */
  readonly explicit: string | undefined
  /** Rules that `--rule` names; all of them where it names none. They are run whatever the config and the profile say. */
  readonly only: readonly Rule[]
  /** The profile that `--profile` names. */
  readonly profile?: ProfileName | undefined
  /** Names of hosts that `--host` gives; where it gives none, the config tells. */
  readonly hosts: readonly string[]
}

/**
 * Reads the settings for a project.
 *
 * @throws {UserError} with a line for each mistake in the config
 */
export async function loadSettings(
  io: Io,
  { project, explicit, only, hosts: given, profile }: SettingsRequest,
): Promise<Settings> {
  const request = { from: project.folder, root: project.root, tool: 'readme-lint', schema: section, explicit } as const
  const { values } = await loadConfig(io, request)
  const expected = profile ?? values.profile ?? profileOf(project)
  const candidates = (only.length > 0 ? only : rules).map((rule) => ({
    rule,
    setting: values.rules?.[rule.name],
    severity: (only.length === 0 && expectation(expected, rule.name)) || rule.severity,
  }))
  const wanted = candidates.filter((candidate) => only.length > 0 || !isOff(candidate))
  const named = given.length > 0 ? given : (values.hosts as readonly string[] | undefined)
  return { ...(named && { hosts: named }), rules: wanted.map(configure) }
}

/** A rule with what the config and the profile say of it. */
interface Candidate {
  readonly rule: Rule
  readonly setting: unknown
  /** What the profile says. */
  readonly severity: Severity | 'off'
}

/** Options alone do not switch on what the profile switches off. */
function isOff({ setting, severity }: Candidate): boolean {
  if (setting === 'off') return true
  const named = typeof setting === 'object' ? (setting as { severity?: Severity } | null)?.severity : setting
  return named === undefined && severity === 'off'
}

/** A rule with what the config says of it: a severity, or an object with a severity and options. */
function configure({ rule, setting, severity: expected }: Candidate): ConfiguredRule {
  const usual = expected === 'off' ? rule.severity : expected
  if (typeof setting !== 'object' || setting === null) {
    const severity = severities.find((one) => one === setting) ?? usual
    return { rule, severity, options: optionValues(rule.options) }
  }
  const { severity = usual, ...options } = setting as { readonly severity?: Severity }
  return { rule, severity, options: optionValues(rule.options, options) }
}
