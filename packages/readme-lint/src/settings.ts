import { type ConfigPlace, configLoader } from '@frontdoor/kit/config'
import type { Disk } from '@frontdoor/kit/disk'
import { type Ignored, ignoredBy } from '@frontdoor/kit/ignored'
import { type Io, UserError } from '@frontdoor/kit/io'
import { once } from '@frontdoor/kit/once'
import { optionValues } from '@frontdoor/kit/options'
import type { Project } from '@frontdoor/kit/project'
import type { Severity } from '@frontdoor/kit/report'
import { hosts } from './hosts.generated.ts'
import type { ConfiguredRule } from './lint.ts'
import type { ProfileName } from './profiles.ts'
import type { Rule } from './rule.ts'
import { rule as unusedRule } from './rules/suppress/unused.ts'
import { rules } from './rules.generated.ts'
import { type Section, sectionOf, severities } from './section.ts'

const section: Section = sectionOf(rules, hosts)

/** What the config says. */
export interface Settings {
  /** Path of the config file for messages; absent where there is none. */
  readonly path?: string
  /** READMEs that the config leaves out. */
  readonly ignored: Ignored
  /** Names of hosts; absent means that the manifests tell. */
  readonly hosts?: readonly string[]
  /** Absent means that the project's files tell. */
  readonly profile?: ProfileName
  /** The rules to run, before the profile has its say. */
  readonly rules: readonly ConfiguredRule[]
}

/** Where settings come from. */
export interface SettingsSource {
  /** The file that `--config` names. */
  readonly explicit: string | undefined
  /** Rules that `--rule` names; all of them where it names none. They are run whatever the config and the profile say. */
  readonly only: readonly Rule[]
  /** Names of hosts that `--host` gives; where it gives none, the config tells. */
  readonly hosts?: readonly string[]
  /** The profile that `--profile` names; where it names none, the config tells. */
  readonly profile?: ProfileName | undefined
  readonly disk: Disk
}

/**
 * Reads the settings for a project. Projects with the same config file get the same object.
 *
 * The function that is returned throws a `UserError` with a line for each mistake in the config.
 */
export function settingsLoader(
  io: Pick<Io, 'cwd'>,
  { explicit, only, hosts = [], profile, disk }: SettingsSource,
): (place: Pick<Project, 'folder' | 'root'>) => Promise<Settings> {
  const load = sectionLoader(io, disk, explicit)
  const settingsOf = once(
    async ({ path, folder, values }: SectionConfig): Promise<Settings> => ({
      ...(path !== undefined && { path }),
      ignored: await ignoredBy(values.ignore ?? [], folder),
      ...given({ hosts: hosts.length > 0 ? hosts : values.hosts, profile: profile ?? values.profile }),
      rules: configuredRules(values.rules, only),
    }),
  )
  return async ({ folder, root }) => settingsOf(await load({ from: folder, root }))
}

function given({ hosts, profile }: { [Name in 'hosts' | 'profile']: Settings[Name] | undefined }): Partial<Settings> {
  return { ...(hosts && { hosts }), ...(profile && { profile }) }
}

type SectionConfig = Awaited<ReturnType<ReturnType<typeof configLoader<Section>>>>

/** Reads what config files say in the section `readme-lint`. */
export function sectionLoader(
  io: Pick<Io, 'cwd'>,
  disk: Disk,
  explicit?: string,
): (place: ConfigPlace) => Promise<SectionConfig> {
  return configLoader(io, { tool: 'readme-lint', schema: section, explicit }, disk)
}

/**
 * Settings from a program, checked like those from a file.
 *
 * @throws {UserError} with a line for each mistake
 */
export async function checkedValues<Values extends object>(given: Values): Promise<Values> {
  if (Object.keys(given).length === 0) return given
  const { parseJson } = await import('@frontdoor/kit/config/json')
  const { check } = await import('@frontdoor/kit/config/check')
  const located = parseJson({ name: 'options', text: JSON.stringify(given) })
  const problems = await check(located, section, 'options')
  if (problems.length === 0) return given
  throw new UserError(problems.map(({ message }) => message).join('\n'))
}

/** What can be said about a rule. */
export type RuleSetting = 'off' | Severity | { readonly severity?: Severity; readonly [option: string]: unknown }

/** The rules to run, with their severities and options, before a profile has its say. */
export function configuredRules(
  set: Readonly<Record<string, unknown>> | undefined,
  only: readonly Rule[],
): readonly ConfiguredRule[] {
  const on = rules.filter((rule) => only.includes(rule) || set?.[rule.name] !== 'off')
  return toRun(only, on).map((rule) => ({
    ...configure(rule, set?.[rule.name], only.includes(rule)),
    ...(only.length > 0 && !only.includes(rule) && { untold: true }),
  }))
}

/** Whether a comment suppresses something shows only when all rules run. */
function toRun(only: readonly Rule[], on: readonly Rule[]): readonly Rule[] {
  return only.length === 0 || only.some(({ name }) => name === unusedRule.name) ? on : only
}

/** A rule with what the config says of it: a severity, or an object with a severity and options. */
function configure(rule: Rule, setting: unknown, named: boolean): ConfiguredRule {
  if (typeof setting !== 'object' || setting === null) {
    const severity = severities.find((one) => one === setting)
    const chosen = named || severity !== undefined
    return { rule, severity: severity ?? rule.severity, chosen, options: optionValues(rule.options) }
  }
  const { severity, ...options } = setting as { readonly severity?: Severity }
  const chosen = named || severity !== undefined
  return { rule, severity: severity ?? rule.severity, chosen, options: optionValues(rule.options, options) }
}
