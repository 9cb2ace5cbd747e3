import { once } from '@frontdoor/kit/cache/once'
import { type ConfigPlace, configLoader } from '@frontdoor/kit/config'
import type { Disk } from '@frontdoor/kit/files/disk'
import { type Ignored, ignoredBy } from '@frontdoor/kit/files/ignored'
import type { Io } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import type { ProfileName } from './profiles.ts'
import type { Section } from './section.ts'

/** What the config and the command line say. */
export interface Settings {
  /** Path of the config file for messages; absent where there is none. */
  readonly path?: string
  /** READMEs that the config leaves out. */
  readonly ignored: Ignored
  /** Names of hosts; absent means that the manifests tell. */
  readonly hosts?: readonly string[]
  /** Absent means that the project's files tell. */
  readonly profile?: ProfileName
  /** What the config says of rules, by their names. */
  readonly rules: Readonly<Record<string, unknown>>
  /** Names of the rules to run, even if the config switches them off; all that it does not where there are none. */
  readonly only: readonly string[]
}

/** What flags say; where they say nothing, the config tells. */
export interface FlagSettings {
  /** The file that `--config` names. */
  readonly config?: string | undefined
  /** Rules that `--rule` names. */
  readonly only?: readonly string[]
  /** Names of hosts that `--host` gives. */
  readonly hosts?: readonly string[]
  /** The profile that `--profile` names. */
  readonly profile?: ProfileName | undefined
}

/**
 * Reads the settings for a project. Projects with the same config file get the same object.
 *
 * The function that is returned throws a `UserError` with a line for each mistake in the config.
 */
export function settingsLoader(
  io: Pick<Io, 'cwd'>,
  disk: Disk,
  { config, only = [], hosts = [], profile }: FlagSettings,
): (place: Pick<Project, 'folder' | 'root'>) => Promise<Settings> {
  const load = sectionLoader(io, disk, config)
  const settingsOf = once(
    async ({ path, folder, values }: SectionConfig): Promise<Settings> => ({
      ...(path !== undefined && { path }),
      ignored: await ignoredBy(values.ignore ?? [], folder),
      ...given({ hosts: hosts.length > 0 ? hosts : values.hosts, profile: profile ?? values.profile }),
      rules: values.rules ?? {},
      only,
    }),
  )
  return async ({ folder, root }) => settingsOf(await load({ from: folder, root }))
}

function given({ hosts, profile }: { [Name in 'hosts' | 'profile']: Settings[Name] | undefined }): Partial<Settings> {
  return { ...(hosts && { hosts }), ...(profile && { profile }) }
}

type SectionConfig = Awaited<ReturnType<ReturnType<typeof configLoader<Section>>>>

/** Reads what config files say in the section `readme-lint`. The rules, which its schema names, are loaded only to check one. */
export function sectionLoader(
  io: Pick<Io, 'cwd'>,
  disk: Disk,
  explicit?: string,
): (place: ConfigPlace) => Promise<SectionConfig> {
  const schema = async () => (await import('./schema.ts')).section
  return configLoader(io, { tool: 'readme-lint', schema, explicit }, disk)
}
