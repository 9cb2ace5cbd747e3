import type { Fixes } from '@frontdoor/kit/cli/runner'
import { UserError } from '@frontdoor/kit/io'
import type { Readme } from '@frontdoor/kit/readme/readmes'
import type { Run } from './examine-all.ts'
import type { Lane, OpenLane } from './lane.ts'
import type { LintCall } from './lint-call.ts'
import { lookAt } from './look-at.ts'

/** Looks at READMEs in this thread and, where they are many, in workers beside it; what comes of each stands in its place. */
export async function inLanes<Found>(
  readmes: readonly Readme[],
  examine: (readme: Readme, lane: Lane) => Promise<Found>,
  { run, fixes }: { run: Run; fixes: Fixes },
): Promise<readonly Found[]> {
  const workers = await openWorkers(readmes.length, { run, fixes })
  const own: Lane = async (subject) => {
    // What workers say is heard only between two turns.
    if (workers.length > 0) await new Promise(setImmediate)
    return lookAt(subject, { ...run, fixes })
  }
  const found: Found[] = []
  const queue = readmes.entries()
  const take = async (lane: Lane) => {
    for (const [at, readme] of queue) found[at] = await examine(readme, lane)
  }
  try {
    // A worker has the next ones at hand, so that it need not wait until this thread is done with its own.
    await Promise.all([...workers.flatMap(({ lane }) => Array.from({ length: atHand }, () => take(lane))), take(own)])
  } finally {
    await Promise.all(workers.map(({ close }) => close()))
  }
  return found
}

const atHand = 8

/** With fewer, a worker takes longer to start than it saves. */
const many = 100

/** Each takes memory of its own, and keeps a second core half busy with compiling and collecting garbage. */
const mostThreads = 4

async function openWorkers(readmes: number, { run, fixes }: { run: Run; fixes: Fixes }): Promise<readonly OpenLane[]> {
  const { flags, io } = run.call
  const wanted = threadsWanted(flags)
  // The web, the cache and the clock of a run are this thread's own.
  if (wanted === 1 || run.web || flags.cache || flags.stats || (wanted === undefined && readmes < many)) return []
  const [{ availableParallelism }, { openLane }] = await Promise.all([import('node:os'), import('./lane.ts')])
  const threads = Math.min(wanted ?? Math.min(Math.floor(availableParallelism() / 2), mostThreads), readmes)
  const start = { cwd: io.cwd, env: io.env, settings: run.settings, fixes }
  return Promise.all(Array.from({ length: Math.max(threads - 1, 0) }, () => openLane(start)))
}

/**
 * How many threads `--workers` asks for.
 *
 * @throws {UserError} where it is no number of threads
 */
function threadsWanted({ workers }: LintCall['flags']): number | undefined {
  if (workers === undefined) return undefined
  if (/^[1-9]\d?$/.test(workers)) return Number(workers)
  throw new UserError(`--workers ${workers} is not a number of threads; use 1 to 99`)
}
