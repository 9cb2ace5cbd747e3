import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ended, runBin } from '../process.ts'
import { root } from '../workspace.ts'
import type { Outcome } from './check.ts'
import { groups, keyOf, type Passed, recall, remember } from './groups.ts'

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    /** Absolute path. */
    readonly name: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

// The thresholds stand in vitest.config.ts; what is not covered is printed.
const coverage: readonly string[] = ['--coverage.enabled', '--coverage.reporter=text']

const memoryFile = join(root, 'node_modules', '.cache', 'frontdoor', 'tests.json')

/**
 * Runs the tests and counts them. Those of a folder whose inputs are, byte by byte, as they were when all of them passed are not
 * run again but counted as they were, which the note says. CI runs all of them.
 */
export async function runVitest(): Promise<Outcome> {
  const memory = process.env.CI ? {} : recall(memoryFile)
  const keyed = await Promise.all(groups.map(async (group) => ({ ...group, key: await keyOf(group, root) })))
  const isKnown = ({ folder, key }: { folder: string; key: string | undefined }) =>
    key !== undefined && memory[folder]?.key === key
  const due = keyed.filter((group) => !isKnown(group))
  const known = keyed.filter(isKnown).map(({ folder }) => [folder, memory[folder] as Passed] as const)
  if (due.length === 0) return withKnown(countTests(undefined, 0, ''), known)
  const { outcome, report } = await runFolders(due.map(({ folder }) => folder))
  if (outcome.failed === 0 && report) {
    const now = due.flatMap(({ folder, key }) =>
      key === undefined ? [] : [[folder, { key, tests: passedBelow(report, folder) }] as const],
    )
    remember(memoryFile, { ...memory, ...Object.fromEntries(now) })
  }
  return withKnown(outcome, known)
}

function runFolders(folders: readonly string[]): Promise<Reported> {
  const filters = folders.map((one) => `${one}/test/`)
  const measured = folders.includes('packages/markdown') ? coverage : []
  return reportOf((options) => runBin('vitest', 'vitest', ['run', ...filters, ...options, ...measured]))
}

/** A run of vitest: what it came to, and its report where it wrote one. */
interface Reported {
  readonly outcome: Outcome
  readonly report: VitestReport | undefined
}

/** Runs vitest, with the options that make it write its report, and counts the tests. */
export async function reportOf(vitest: (options: readonly string[]) => Promise<Ended>): Promise<Reported> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-vitest-'))
  const file = join(folder, 'report.json')
  try {
    const { code, output, errors } = await vitest([
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
    const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : undefined
    return { outcome: countTests(report, code, output + errors), report }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Adds what passed before, and says so. */
export function withKnown(outcome: Outcome, known: readonly (readonly [folder: string, passed: Passed])[]): Outcome {
  if (known.length === 0) return outcome
  const list = known.map(([folder, { tests }]) => `${folder} (${tests})`).join(', ')
  return {
    ...outcome,
    passed: outcome.passed + known.reduce((sum, [, { tests }]) => sum + tests, 0),
    note: `${outcome.note}; unchanged since they passed, and not run again: ${list}`,
  }
}

function passedBelow({ testResults }: VitestReport, folder: string): number {
  const own = testResults.filter(({ name }) => name.replaceAll('\\', '/').includes(`/${folder}/test/`))
  return own.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'passed').length
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
