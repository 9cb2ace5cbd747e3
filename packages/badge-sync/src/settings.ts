import { type ConfigPlace, configLoader } from '@frontdoor/kit/config'
import type { Disk } from '@frontdoor/kit/files/disk'
import type { Io } from '@frontdoor/kit/io'
import type { Section } from './section.ts'

/** What the config says. */
export interface Settings {
  /** `off` for a check that is left out. */
  readonly checks?: Readonly<Record<string, unknown>>
  /** Options of blocks, by their names. */
  readonly blocks?: Readonly<Record<string, unknown>>
  /** Kinds of badges in a row. */
  readonly kinds?: readonly string[]
  /** Style of the badges of a row. */
  readonly style?: string
  /** How badges are drawn. */
  readonly render?: { readonly folder?: string }
}

/** Reads settings. The checks, which the schema names, are loaded only where there is a config. */
export function settingsLoader(
  io: Pick<Io, 'cwd'>,
  disk: Disk,
  explicit: string | undefined,
): (place: ConfigPlace) => Promise<Settings> {
  const schema = async (): Promise<Section> => (await import('./section.ts')).section
  const load = configLoader(io, { tool: 'badge-sync', schema, explicit }, disk)
  return async (place) => (await load(place)).values as Settings
}
