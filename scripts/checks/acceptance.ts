import { join } from 'node:path'
import { type Ended, run, runBin } from '../process.ts'
import { root } from '../workspace.ts'
import { type Outcome, outcome } from './check.ts'
import { reportOf } from './vitest.ts'

const folder = join(root, 'acceptance')

/**
 * Runs the tests in `acceptance/`, which need the real things around the tools; the tools must be built. What they depend on is
 * installed first, since nothing else needs it.
 *
 * @param filters parts of paths; all tests where there are none
 */
export async function runAcceptance(filters: readonly string[] = []): Promise<Outcome> {
  const installed = await installAcceptance()
  if (installed.code !== 0) return outcome(true, installed.output + installed.errors)
  const types = await runBin('typescript', 'tsc', ['--noEmit', '--project', folder])
  if (types.code !== 0) return outcome(true, types.output + types.errors)
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs')
  const { outcome: counted } = await reportOf((options) =>
    run(process.execPath, [vitest, 'run', ...filters, ...options], folder),
  )
  return counted
}

/** Brings what the acceptance tests depend on. */
export function installAcceptance(): Promise<Ended> {
  return run('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only'], folder)
}
