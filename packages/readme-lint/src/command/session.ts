import type { Io } from '@frontdoor/kit/io'
import { type Home, newSession, type Session, type SessionOptions } from '@frontdoor/kit/readme/session'
import { type FlagSettings, type Settings, settingsLoader } from '../config/settings.ts'

/** What the READMEs of one run share. */
export interface LintSession extends Session {
  settingsOf(home: Home): Promise<Settings>
}

/** How the READMEs of a run are looked at. */
export interface SessionSettings extends SessionOptions, FlagSettings {}

/** Starts a session. */
export function newLintSession(io: Pick<Io, 'cwd' | 'env'>, given: SessionSettings = {}): LintSession {
  const session = newSession(io, given)
  return { ...session, settingsOf: settingsLoader(io, session.disk, given) }
}
