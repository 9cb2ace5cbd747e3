import type { Call, Program } from '@frontdoor/kit/cli/command'
import type { Web } from '../web/web.ts'
import type { flags } from './flags.ts'
import type { LintSession, SessionSettings } from './session.ts'
import type { Stats } from './stats.ts'

/** A call of `readme-lint [paths...]`. */
export type LintCall = Call<typeof flags>

/** What a run works with. */
export interface Run {
  readonly session: LintSession
  /** What the session was started with, for workers, which start their own. */
  readonly settings: SessionSettings
  readonly stats: Stats
  readonly call: LintCall
  readonly program: Program
  /** Where addresses lead; absent without `--link`. */
  readonly web: Web | undefined
}
