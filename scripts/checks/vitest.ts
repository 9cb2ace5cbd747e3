import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runBin } from '../process.ts'
import type { Outcome } from './check.ts'

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly unknown[]
}

// The thresholds stand in vitest.config.ts; what is not covered is printed.
const coverage: readonly string[] = ['--coverage.enabled', '--coverage.reporter=text']

/** Runs every test there is, and counts them. */
export async function runVitest(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-vitest-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { code, output, errors } = await runBin('vitest', 'vitest', ['run', ...reporters, ...coverage])
    const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : undefined
    return countTests(report, code, output + errors)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Counts a report's tests. A run that failed though no test did (an import, a threshold) counts as one failure. */
export function countTests(report: VitestReport | undefined, code: number, output: string): Outcome {
  const failed = report?.numFailedTests ?? 0
  return {
    passed: report?.numPassedTests ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    note: `${report?.testResults.length ?? 0} files`,
    output,
  }
}
