import { type Fixes, type Outcome, outcomeOf } from '@frontdoor/kit/cli/runner'
import { UserError } from '@frontdoor/kit/io'
import type { Readme } from '@frontdoor/kit/readme/readmes'
import { openSubject } from '@frontdoor/kit/readme/subjects'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { Cache } from '../cache/cache.ts'
import type { Lane } from './lane.ts'
import { inLanes } from './lanes.ts'
import type { LintCall, Run } from './lint-call.ts'
import type { Selection } from './select.ts'

/** What was found, and why some of it could not be looked at: one README that cannot be read does not hide the others. */
export interface Examined {
  readonly outcomes: readonly Outcome[]
  readonly refused: readonly string[]
  /** How many outcomes were known from an earlier run. */
  readonly cached: number
}

/** Looks at all READMEs of a selection; what comes of them stands in their order, however many are looked at at once. */
export async function examineAll({ readmes, textOf }: Selection, run: Run): Promise<Examined> {
  const { session, stats, call } = run
  // What the web answers is no fact about the files, and has a cache of its own.
  const cache = call.flags.cache && !run.web ? await openCache(run) : undefined
  const fixes = fixesOf(call.flags)
  const refused = new Map<Readme, string>()
  let cached = 0
  const examine = async (readme: Readme, lane: Lane): Promise<Outcome | undefined> => {
    const home = await session.homeOf(readme.folder)
    try {
      const subject = await stats.wait('reading', () => openSubject(call.io, readme, { home, textOf }))
      const known = await stats.wait('cache', async () => cache?.find(subject))
      if (known && !wouldFix(known, fixes)) {
        cached++
        return outcomeOf(subject, subject.text, known)
      }
      const found = await lane(subject)
      cache?.keep(found)
      return found
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refused.set(readme, error.message)
      return undefined
    }
  }
  const found = await inLanes(readmes, examine, { run, fixes })
  await cache?.save()
  return {
    outcomes: found.filter((one) => one !== undefined),
    // What refuses them all, as a parser that is not installed does, is said once.
    refused: [...new Set(readmes.flatMap((readme) => refused.get(readme) ?? []))],
    cached,
  }
}

/** The cache is loaded only where it is wanted. */
async function openCache({ call, session, program }: Run): Promise<Cache> {
  const cache = await import('../cache/cache.ts')
  return cache.openCache(call.io, session, program)
}

/** Findings that are known say what can be mended, not what the text is then. */
function wouldFix(findings: readonly RuleFinding[], fixes: Fixes): boolean {
  return fixes !== 'none' && findings.some(({ fix }) => fix && (fix.safe || fixes === 'all'))
}

function fixesOf({ fix, diff, unsafe }: LintCall['flags']): Fixes {
  if (!fix && !diff) return 'none'
  return unsafe ? 'all' : 'safe'
}
