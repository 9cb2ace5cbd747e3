import type { ExitCode, Program } from '@frontdoor/kit/cli/command'
import { readReportFiles } from '@frontdoor/kit/cli/report-files'
import { type Outcome, present, writeFixes } from '@frontdoor/kit/cli/runner'
import { UserError } from '@frontdoor/kit/io'
import type { Tool } from '@frontdoor/kit/report'
import { tell } from '@frontdoor/kit/terminal/tell'
import { counted } from '@frontdoor/kit/text/counted'
import type { Web } from '../web/web.ts'
import { type Examined, examineAll } from './examine-all.ts'
import type { LintCall } from './lint-call.ts'
import { selectReadmes } from './select.ts'
import { newLintSession, type SessionSettings } from './session.ts'
import { describeStats, newStats, untimed } from './stats.ts'
import { exitCode, warningLimit } from './verdict.ts'

/** `readme-lint [paths...]`. */
export async function run(program: Program, call: LintCall): Promise<ExitCode> {
  const { flags, io } = call
  refuseContradictions(flags)
  const limit = warningLimit(flags)
  if (flags.listRules) return (await import('./list-rules.ts')).listRules(call)
  const examined = await look(program, call)
  for (const message of examined.refused) tell(message, program, io)
  if (examined.outcomes.length === 0 && examined.refused.length > 0) return 2
  const ending = { ...call, tool: await toolFor(program, flags), write: flags.fix }
  if (flags.fix) await writeFixes(examined.outcomes, ending)
  if (flags.writeBaseline) return saveBaseline(examined, program, call)
  const outcomes = await withoutKnown(examined.outcomes, call)
  await present(outcomes, ending)
  return examined.refused.length > 0 ? 2 : exitCode(outcomes, limit, (message) => tell(message, program, io))
}

/** SARIF alone describes the rules. Where all that there is to tell comes from the cache, nothing else needs them. */
async function toolFor(program: Program, { format, report }: LintCall['flags']): Promise<Tool> {
  if (format === 'sarif' || readReportFiles(report).some((file) => file.format === 'sarif'))
    return (await import('./list-rules.ts')).toolOf(program)
  return { name: program.name, version: program.version, rules: [] }
}

function refuseContradictions({
  fix,
  check,
  diff,
  unsafe,
  writeBaseline,
  link,
  allowPrivate,
}: LintCall['flags']): void {
  if (fix && (check || diff)) throw new UserError('--fix writes, --check and --diff do not: give one of them')
  if (writeBaseline && (check || diff)) {
    throw new UserError('--write-baseline writes, --check and --diff do not: give one of them')
  }
  if (unsafe && !fix && !diff)
    throw new UserError('--unsafe adds suggestions to what --fix writes or --diff shows: give one of them, too')
  if (allowPrivate && !link)
    throw new UserError('--allow-private is about the addresses that --link visits: give --link, too')
}

async function look(program: Program, call: LintCall): Promise<Examined> {
  const { flags, io } = call
  const settings: SessionSettings = {
    config: flags.config,
    ...(await namesOf(flags)),
    profile: flags.profile,
    engine: flags.engine,
    noted: flags.cache,
  }
  const session = newLintSession(io, settings)
  const stats = flags.stats ? newStats() : untimed
  const selection = await stats.wait('finding READMEs', () => selectReadmes(call, session))
  const web = flags.link ? await openWebFor(call) : undefined
  const run = { session, settings, stats, call, program, web }
  const examined = await examineAll(selection, run).finally(() => web?.close())
  for (const line of selection.leftOut) tell(line, program, io)
  for (const line of await asides(examined, run)) tell(line, program, io)
  return examined
}

/** Rules and hosts that flags name, checked so that a slip is told; both are loaded only for that. */
async function namesOf({ rule, host, link }: LintCall['flags']): Promise<{ only: string[]; hosts: string[] }> {
  if (rule.length === 0 && host.length === 0) return { only: [], hosts: [] }
  const [{ findRule }, { findHost }] = await Promise.all([import('../rules.ts'), import('../hosts.ts')])
  const rules = rule.map(findRule)
  const unable = link ? undefined : rules.find(({ network }) => network)
  if (unable) throw new UserError(`${unable.name} asks the network: give --link, too`)
  return { only: rules.map(({ name }) => name), hosts: host.map((one) => findHost(one).name) }
}

/** Only when the network is wanted is the code for it loaded. */
async function openWebFor({ flags, io }: LintCall): Promise<Web> {
  const { openWeb } = await import('../web/web.ts')
  return openWeb(io, flags)
}

/** What there is to tell about a run beside its report. */
async function asides(
  examined: Examined,
  { session, stats, call: { flags, io }, web }: Parameters<typeof examineAll>[1],
): Promise<readonly string[]> {
  const lines: string[] = []
  if (web && !flags.quiet)
    lines.push(...[(await import('../web/web.ts')).unknownLine(web)].filter((line) => line !== undefined))
  if (flags.verbose)
    lines.push(...(await (await import('./verbose.ts')).describeSession(examined.outcomes, session, io.now())))
  if (flags.stats) lines.push(...describeStats(stats, { files: examined.outcomes.length, cached: examined.cached }))
  return lines
}

async function saveBaseline(
  { outcomes, refused }: Examined,
  program: Program,
  { flags, io }: LintCall,
): Promise<ExitCode> {
  const { baselineName, writeBaseline } = await import('./baseline.ts')
  const path = flags.baseline ?? baselineName
  const count = await writeBaseline(outcomes, path, io)
  tell(`${path} holds ${counted(count, 'finding')}; --baseline ${path} reports only what is new`, program, io)
  return refused.length > 0 ? 2 : 0
}

async function withoutKnown(outcomes: readonly Outcome[], { flags, io }: LintCall): Promise<readonly Outcome[]> {
  if (flags.baseline === undefined) return outcomes
  return (await import('./baseline.ts')).withoutKnown(outcomes, flags.baseline, io)
}
