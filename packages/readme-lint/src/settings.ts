import { configLoader } from '@frontdoor/kit/config'
import type { Disk } from '@frontdoor/kit/disk'
import type { Io } from '@frontdoor/kit/io'
import { optionValues } from '@frontdoor/kit/options'
import type { Project } from '@frontdoor/kit/project'
import type { Severity } from '@frontdoor/kit/report'
import { hosts } from './hosts.generated.ts'
import { type Ignored, ignoredBy } from './ignored.ts'
import type { ConfiguredRule } from './lint.ts'
import type { Rule } from './rule.ts'
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
  /** The rules to run. */
  readonly rules: readonly ConfiguredRule[]
}

/** Where settings come from. */
export interface SettingsSource {
  /** The file that `--config` names. */
  readonly explicit: string | undefined
  /** Rules that `--rule` names; all of them where it names none. They are run even if the config switches them off. */
  readonly only: readonly Rule[]
  readonly disk: Disk
}

/**
 * Reads the settings for a project. Projects with the same config file get the same object.
 *
 * The function that is returned throws a `UserError` with a line for each mistake in the config.
 */
export function settingsLoader(
  io: Pick<Io, 'cwd'>,
  { explicit, only, disk }: SettingsSource,
): (place: Pick<Project, 'folder' | 'root'>) => Promise<Settings> {
  const load = configLoader(io, { tool: 'readme-lint', schema: section, explicit }, disk)
  const known = new Map<unknown, Promise<Settings>>()
  return async ({ folder, root }) => {
    const config = await load({ from: folder, root })
    const settings = known.get(config) ?? settingsOf(config, only)
    known.set(config, settings)
    return settings
  }
}

type SectionConfig = Awaited<ReturnType<ReturnType<typeof configLoader<Section>>>>

async function settingsOf({ path, folder, values }: SectionConfig, only: readonly Rule[]): Promise<Settings> {
  const { ignore = [], hosts: names, rules: set } = values
  const wanted = only.length > 0 ? only : rules.filter(({ name }) => set?.[name] !== 'off')
  return {
    ...(path !== undefined && { path }),
    ignored: await ignoredBy(ignore, folder),
    ...(names && { hosts: names }),
    rules: wanted.map((rule) => configure(rule, set?.[rule.name])),
  }
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
