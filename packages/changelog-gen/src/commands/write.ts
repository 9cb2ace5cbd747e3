import { rm } from 'node:fs/promises'
import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { readReportFiles } from '@frontdoor/kit/cli/report-files'
import type { TextFile } from '@frontdoor/kit/files'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import type { FileReport, RuleFinding } from '@frontdoor/kit/report'
import { presentDiff, unifiedDiff } from '@frontdoor/kit/report/diff'
import { printable } from '@frontdoor/kit/terminal'
import { tell } from '@frontdoor/kit/terminal/tell'
import { counted } from '@frontdoor/kit/text/counted'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import type { writeFlags } from './flags.ts'
import { type Opened, subjectOf } from './open.ts'

/** A changelog and what a command would make of it. */
export interface Planned {
  readonly opened: Opened
  readonly text: string
  readonly conflicts: readonly Finding[]
  /** The text that the ranges of conflicts and edits count into. */
  readonly source: string
  readonly edits?: readonly Edit[]
  /** What was done, for a person. */
  readonly done: string
}

export type WriteCall = Call<typeof writeFlags>

/**
 * Writes what was planned, or shows it with `--check` and `--diff`, and reports conflicts.
 *
 * @param removed files that go with it, unless there is a conflict
 */
export async function carryOut(
  program: Program,
  call: WriteCall,
  plans: readonly Planned[],
  removed: readonly TextFile[] = [],
): Promise<ExitCode> {
  const { flags } = call
  // A slip in a flag is told before anything is written.
  readReportFiles(flags.report)
  const isClean = plans.every(hasNoConflict)
  const stale = plans.filter(isStale)
  if (flags.diff) {
    await showDiff(call, plans, isClean ? removed : [])
    await report(program, call, plans)
    return isClean && stale.length === 0 ? 0 : 1
  }
  if (!flags.check) await write(program, call, stale)
  if (!flags.check && isClean) await remove(call, removed)
  if (!flags.check && isClean && stale.length === 0) tellDone(call, upToDate(plans))
  const isDrift = flags.check && stale.length > 0
  await report(program, call, plans)
  return isClean && !isDrift ? 0 : 1
}

function hasNoConflict({ conflicts }: Planned): boolean {
  return conflicts.length === 0
}

function isStale({ opened, text }: Planned): boolean {
  return text !== opened.file.text
}

async function showDiff(
  { io, look }: WriteCall,
  plans: readonly Planned[],
  removed: readonly TextFile[],
): Promise<void> {
  const diffs = [
    ...plans.map(({ opened: { file, path }, text }) => unifiedDiff(path, file.attributes && file.text, text)),
    ...removed.map((file) => unifiedDiff(relativePath(io.cwd, file.realPath), file.text, undefined)),
  ]
  io.stdout.write(presentDiff((await Promise.all(diffs)).join(''), io.stdout, look.color))
}

async function write(program: Program, call: WriteCall, stale: readonly Planned[]): Promise<void> {
  if (stale.length === 0) return
  const { io } = call
  const { writeTexts } = await import('@frontdoor/kit/files/write')
  const written = await writeTexts(stale.map(({ opened: { file }, text }) => ({ file, text })))
  for (const { warning } of written) if (warning !== undefined) tell(warning, program, io)
  for (const { opened, done } of stale) tellDone(call, `${opened.path}: ${done}`)
}

async function remove(call: WriteCall, removed: readonly TextFile[]): Promise<void> {
  for (const { realPath } of removed) await rm(realPath)
  if (removed.length > 0) tellDone(call, `Removed ${removed.map(({ name }) => name).join(', ')}`)
}

/** A report is alone on standard output. */
export function tellDone({ io, flags }: WriteCall, line: string): void {
  const target = flags.format === undefined ? io.stdout : io.stderr
  target.write(`${printable(line)}\n`)
}

function upToDate(plans: readonly Planned[]): string {
  const [only, second] = plans
  return `${only && !second ? only.opened.path : counted(plans.length, 'changelog')}: up to date`
}

async function report(program: Program, call: WriteCall, plans: readonly Planned[]): Promise<void> {
  const { flags, io } = call
  const isShown = !flags.diff && (!plans.every(hasNoConflict) || flags.check || flags.format !== undefined)
  if (!isShown && flags.report.length === 0) return
  const outcomes = plans.map((plan) => ({
    subject: subjectOf(plan.opened, io),
    text: plan.text,
    report: fileReport(plan, flags.check),
  }))
  const [{ present, writeReports }, { toolOf }] = await Promise.all([
    import('@frontdoor/kit/cli/runner'),
    import('./tool.ts'),
  ])
  const shown = { diff: false, format: flags.format, report: flags.report, quiet: false }
  const ending = { ...call, flags: shown, tool: toolOf(program, program.name), write: false }
  await (isShown ? present(outcomes, ending) : writeReports(outcomes, ending))
}

function fileReport(plan: Planned, check: boolean): FileReport {
  const { path } = plan.opened
  const conflicts = plan.conflicts.map(
    (finding): RuleFinding => ({ ...finding, rule: 'changelog/conflict', severity: 'error' }),
  )
  const findings = check && isStale(plan) ? [outdated(plan), ...conflicts] : conflicts
  return { path, source: plan.source, findings: findings.toSorted((a, b) => a.at.start - b.at.start) }
}

function outdated({ opened: { changelog, file }, source, edits }: Planned): RuleFinding {
  const { heading } = changelog.unreleased ?? changelog.releases[0] ?? {}
  const at = heading ? { start: heading.start, end: heading.end } : { start: 0, end: 0 }
  const message = file.attributes
    ? 'The changelog does not list all that is in the history; run changelog-gen'
    : 'There is no changelog yet; run changelog-gen'
  return {
    at,
    rule: 'changelog/outdated',
    severity: 'error',
    message,
    ...(edits && source === file.text && { fix: { safe: true, edits } }),
  }
}
