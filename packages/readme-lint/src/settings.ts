import { loadConfig } from '@frontdoor/kit/config'
import type { Io } from '@frontdoor/kit/io'
import { optionValues } from '@frontdoor/kit/options'
import type { Project } from '@frontdoor/kit/project'
import type { Severity } from '@frontdoor/kit/report'
import { hosts } from './hosts.generated.ts'
import type { ConfiguredRule } from './lint.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules.generated.ts'
import { type Section, sectionOf, severities } from './section.ts'

const section: Section = sectionOf(rules, hosts)

/** What the config says. */
export interface Settings {
  /** Path of the config file for messages; absent where there is none. */
  readonly path?: string
  /** Absolute path of the folder that the patterns in `ignore` start from. */
  readonly folder: string
  /** READMEs to leave out, as patterns of .gitignore. */
  readonly ignore: readonly string[]
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
export async function loadSettings(
  io: Pick<Io, 'cwd'>,
  { project, explicit, only }: SettingsRequest,
): Promise<Settings> {
  const request = { from: project.folder, root: project.root, tool: 'readme-lint', schema: section, explicit } as const
  const { path, folder, values } = await loadConfig(io, request)
  const wanted = only.length > 0 ? only : rules.filter(({ name }) => values.rules?.[name] !== 'off')
  const configured = wanted.map((rule) => configure(rule, values.rules?.[rule.name]))
  const { ignore = [], hosts: names } = values
  return { ...(path !== undefined && { path }), folder, ignore, ...(names && { hosts: names }), rules: configured }
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
