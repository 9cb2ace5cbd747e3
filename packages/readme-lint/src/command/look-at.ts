import type { Fixes, Outcome } from '@frontdoor/kit/cli/runner'
import type { Subject } from '@frontdoor/kit/readme/subjects'
import type { Web } from '../web/web.ts'
import type { LintSession } from './session.ts'
import type { Stats } from './stats.ts'

/** What it takes to look at a README. */
export interface Looking {
  readonly session: LintSession
  readonly stats: Stats
  readonly fixes: Fixes
  /** Where addresses lead; absent without `--link`. */
  readonly web?: Web | undefined
}

/** Runs the rules over one README and, where asked to, applies their fixes. */
export async function lookAt(subject: Subject, { session, stats, fixes, web }: Looking): Promise<Outcome> {
  const { home } = subject
  // Loaded where something is not known yet: it brings all rules.
  const { examine } = await import('../examine.ts')
  const project = await stats.wait('project facts', () => session.projectOf(home))
  const settings = await session.settingsOf(home)
  const read: LintSession['read'] = (source, name) => stats.wait('parsing', () => session.read(source, name))
  return examine(subject, { project, settings, read, fixes, web, time: stats.time })
}
