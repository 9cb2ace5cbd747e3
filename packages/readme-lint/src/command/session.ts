import type { Io } from '@frontdoor/kit/io'
import { type Home, newSession, type Session, type SessionOptions } from '@frontdoor/kit/readme/session'
import type { ProfileName } from '../config/profiles.ts'
import { type Settings, settingsLoader } from '../config/settings.ts'

/** What the READMEs of one run share. */
export interface LintSession extends Session {
  settingsOf(home: Home): Promise<Settings>
}

/** How the READMEs of a run are looked at. */
export interface SessionSettings extends SessionOptions {
  /** The file that `--config` names. */
  readonly config?: string | undefined
  /** Rules that `--rule` names; all of them where it names none. */
  readonly only?: readonly string[]
  /** Names of hosts that `--host` gives. */
  readonly hosts?: readonly string[]
  /** The profile that `--profile` names. */
  readonly profile?: ProfileName | undefined
}

/** Starts a session. */
export function newLintSession(io: Pick<Io, 'cwd' | 'env'>, given: SessionSettings = {}): LintSession {
  const { config, only = [], hosts = [], profile, ...options } = given
  const session = newSession(io, options)
  return { ...session, settingsOf: settingsLoader(io, { explicit: config, only, hosts, profile, disk: session.disk }) }
}
