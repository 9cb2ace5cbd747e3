import type { ExitCode, Program } from '@frontdoor/kit/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { type Examined, examineAll } from './examine-all.ts'
import type { LintCall } from './lint-call.ts'
import type { Outcome } from './outcome.ts'
import { selectReadmes } from './select.ts'
import { newSession } from './session.ts'
import { describeStats, newStats } from './stats.ts'
import { exitCode, warningLimit } from './verdict.ts'

/** `readme-lint [paths...]`. */
export async function run(program: Program, call: LintCall): Promise<ExitCode> {
  const { flags, io } = call
  refuseContradictions(flags)
  const limit = warningLimit(flags)
  if (flags.listRules) return (await import('./list-rules.ts')).listRules(call)
  const tell = (message: string) => tellAside(message, program, io)
  const examined = await look(program, call, tell)
  for (const message of examined.refused) tell(message)
  if (examined.outcomes.length === 0 && examined.refused.length > 0) return 2
  if (flags.fix) for (const warning of await write(examined.outcomes)) tell(warning)
  if (flags.writeBaseline) return saveBaseline(examined, call, tell)
  const outcomes = await withoutKnown(examined.outcomes, call)
  if (flags.diff) await showDiff(outcomes, call)
  else await (await import('./present.ts')).report(outcomes, program, call)
  return examined.refused.length > 0 ? 2 : exitCode(outcomes, limit, tell)
}

function refuseContradictions({ fix, check, diff, writeBaseline }: LintCall['flags']): void {
  if (fix && (check || diff)) throw new UserError('--fix writes, --check and --diff do not: give one of them')
  if (writeBaseline && (check || diff)) {
    throw new UserError('--write-baseline writes, --check and --diff do not: give one of them')
  }
}

async function look(program: Program, call: LintCall, tell: (message: string) => void): Promise<Examined> {
  const { flags, io } = call
  const session = newSession(io, {
    config: flags.config,
    only: await namesOfRules(flags.rule),
    engine: flags.engine,
    noted: flags.cache,
  })
  const stats = newStats()
  const selection = await stats.wait('finding READMEs', () => selectReadmes(call, session))
  const examined = await examineAll(selection, { session, stats, call, program })
  for (const line of selection.leftOut) tell(line)
  if (flags.verbose) {
    const { describeSession } = await import('./verbose.ts')
    for (const line of await describeSession(examined.outcomes, session)) tell(line)
  }
  if (flags.stats) {
    const files = examined.outcomes.length
    for (const line of describeStats(stats, { files, cached: examined.cached })) tell(line)
  }
  return examined
}

/** A line beside the report. It may hold the name of a file, which may hold anything. */
function tellAside(message: string, { name }: Program, { stderr }: Io): void {
  stderr.write(`${name}: ${printable(message)}\n`)
}

/** Writes what was fixed; what the user should know of it comes back. */
async function write(outcomes: readonly Outcome[]): Promise<string[]> {
  const writes = outcomes.flatMap(({ subject: { file }, text }) => (file ? [{ file, text }] : []))
  const { writeTexts } = await import('@frontdoor/kit/write')
  return (await writeTexts(writes)).flatMap(({ warning }) => warning ?? [])
}

async function saveBaseline(
  { outcomes, refused }: Examined,
  { flags, io }: LintCall,
  tell: (message: string) => void,
): Promise<ExitCode> {
  const { baselineName, writeBaseline } = await import('./baseline.ts')
  const path = flags.baseline ?? baselineName
  const count = await writeBaseline(outcomes, path, io)
  tell(`${path} holds ${count} ${count === 1 ? 'finding' : 'findings'}; --baseline ${path} reports only what is new`)
  return refused.length > 0 ? 2 : 0
}

async function withoutKnown(outcomes: readonly Outcome[], { flags, io }: LintCall): Promise<readonly Outcome[]> {
  if (flags.baseline === undefined) return outcomes
  return (await import('./baseline.ts')).withoutKnown(outcomes, flags.baseline, io)
}

async function showDiff(outcomes: readonly Outcome[], { io, look: { color } }: LintCall): Promise<void> {
  const { presentDiff, unifiedDiff } = await import('@frontdoor/kit/diff')
  const diffs = await Promise.all(outcomes.map(({ subject, text }) => unifiedDiff(subject.shown, subject.text, text)))
  io.stdout.write(presentDiff(diffs.join(''), io.stdout, color))
}

/** Checked, so that a slip is told; the rules are loaded only for that. */
async function namesOfRules(names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return []
  const { findRule } = await import('./rules.ts')
  return names.map((name) => findRule(name).name)
}
