import { dirname, resolve } from 'node:path'
import { attempt } from '@frontdoor/kit/attempt'
import type { Outcome } from '@frontdoor/kit/cli/runner'
import { readNamedOrEmpty } from '@frontdoor/kit/files'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { writeText } from '@frontdoor/kit/files/write'
import { type Io, UserError } from '@frontdoor/kit/io'
import { type FileReport, placeFindings, type RuleFinding } from '@frontdoor/kit/report'
import { fingerprints } from '@frontdoor/kit/report/fingerprint'

/** The file that `--write-baseline` writes where `--baseline` does not say. */
export const baselineName = 'readme-lint-baseline.json'

/** Findings that are known. Paths are relative to the folder of the baseline, so that it says the same in any working directory. */
interface Baseline {
  /** Known findings by path and fingerprint; the rule and the message are for people who read a diff of it. */
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/**
 * The outcomes less the findings that a baseline knows. A finding is known again by its rule, its message and the text of its
 * line: it may move with its line.
 *
 * @throws {UserError} where there is no such file, or it is no baseline
 */
export async function withoutKnown(outcomes: readonly Outcome[], path: string, io: Io): Promise<Outcome[]> {
  const baseline = await readBaseline(path, io)
  if (!baseline) throw new UserError(`${path}: no such file; --write-baseline writes it`)
  return outcomes.map((outcome) => {
    const known = baseline.files[nameOf(outcome, path, io)] ?? {}
    const names = namesOf(outcome, path, io)
    const findings = outcome.report.findings.filter((_, at) => !Object.hasOwn(known, names[at] ?? ''))
    return { ...outcome, report: { ...outcome.report, findings } }
  })
}

/**
 * Writes all findings to a baseline. What it holds about files that were not looked at stays.
 *
 * @returns how many findings it has now
 */
export async function writeBaseline(outcomes: readonly Outcome[], path: string, io: Io): Promise<number> {
  const before = await readBaseline(path, io)
  const files = new Map(Object.entries(before?.files ?? {}))
  for (const outcome of outcomes) {
    const names = namesOf(outcome, path, io)
    const { findings } = outcome.report
    files.set(nameOf(outcome, path, io), Object.fromEntries(findings.map((one, at) => [names[at], describe(one)])))
  }
  const kept = [...files].filter(([, known]) => Object.keys(known).length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  const file = await readNamedOrEmpty(resolve(io.cwd, path), io.cwd)
  const text = { version: 1, tool: 'readme-lint', files: Object.fromEntries(kept) }
  await writeText(file, `${JSON.stringify(text, undefined, 2)}\n`)
  return kept.reduce((count, [, known]) => count + Object.keys(known).length, 0)
}

function describe({ rule, message }: RuleFinding): string {
  return `${rule}: ${message}`
}

function nameOf({ report }: Outcome, path: string, io: Io): string {
  return relativePath(dirname(resolve(io.cwd, path)), resolve(io.cwd, report.path))
}

function namesOf(outcome: Outcome, path: string, io: Io): string[] {
  const file: FileReport = { ...outcome.report, path: nameOf(outcome, path, io) }
  return fingerprints(file, placeFindings(file))
}

async function readBaseline(path: string, io: Io): Promise<Baseline | undefined> {
  const { text, attributes } = await readNamedOrEmpty(resolve(io.cwd, path), io.cwd)
  if (!attributes) return undefined
  const found: unknown = attempt(() => JSON.parse(text))
  if (!isBaseline(found)) throw new UserError(`${path}: this is no baseline of readme-lint; name another file`)
  return found
}

function isBaseline(value: unknown): value is Baseline {
  if (!isObject(value) || value.version !== 1 || value.tool !== 'readme-lint' || !isObject(value.files)) return false
  return Object.values(value.files).every(isObject)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
