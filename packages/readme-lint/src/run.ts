import type { ExitCode, Program } from '@frontdoor/kit/command'
import { UserError } from '@frontdoor/kit/io'
import { type Outcome, present, tell, writeFixes } from '@frontdoor/kit/runner'
import { type Examined, examineAll } from './examine-all.ts'
import { findHost } from './hosts.ts'
import type { LintCall } from './lint-call.ts'
import { listRules, toolOf } from './list-rules.ts'
import type { Rule } from './rule.ts'
import { findRule } from './rules.ts'
import { selectReadmes } from './select.ts'
import { newLintSession } from './session.ts'
import { describeStats, newStats } from './stats.ts'
import { exitCode, warningLimit } from './verdict.ts'
import type { Web } from './web.ts'

/** `readme-lint [paths...]`. */
export async function run(program: Program, call: LintCall): Promise<ExitCode> {
  const { flags, io } = call
  refuseContradictions(flags)
  const limit = warningLimit(flags)
  if (flags.listRules) return listRules(call)
  const examined = await look(program, call)
  for (const message of examined.refused) tell(message, program, io)
  if (examined.outcomes.length === 0 && examined.refused.length > 0) return 2
  const ending = { ...call, tool: toolOf(program), write: flags.fix }
  if (flags.fix) await writeFixes(examined.outcomes, ending)
  if (flags.writeBaseline) return saveBaseline(examined, program, call)
  const outcomes = await withoutKnown(examined.outcomes, call)
  await present(outcomes, ending)
  return examined.refused.length > 0 ? 2 : exitCode(outcomes, limit, (message) => tell(message, program, io))
}

function refuseContradictions({ fix, check, diff, writeBaseline }: LintCall['flags']): void {
  if (fix && (check || diff)) throw new UserError('--fix writes, --check and --diff do not: give one of them')
  if (writeBaseline && (check || diff)) {
    throw new UserError('--write-baseline writes, --check and --diff do not: give one of them')
  }
}

async function look(program: Program, call: LintCall): Promise<Examined> {
  const { flags, io } = call
  const only = flags.rule.map(findRule)
  const session = newLintSession(io, {
    config: flags.config,
    only,
    hosts: flags.host.map((name) => findHost(name).name),
    profile: flags.profile,
    engine: flags.engine,
  })
  const stats = newStats()
  const selection = await stats.wait('finding READMEs', () => selectReadmes(call, session))
  const web = await openWebFor(program, call, only)
  const run = { session, stats, call, program, web }
  const examined = await examineAll(selection, run).finally(() => web?.close())
  for (const line of selection.leftOut) tell(line, program, io)
  for (const line of await asides(examined, run)) tell(line, program, io)
  return examined
}

/** Only when the network is wanted is the code for it loaded. */
async function openWebFor(
  { name, version }: Program,
  { flags, io }: LintCall,
  only: readonly Rule[],
): Promise<Web | undefined> {
  const unable = flags.link ? undefined : only.find(({ network }) => network)
  if (unable) throw new UserError(`${unable.name} asks the network: give --link, too`)
  if (!flags.link) return undefined
  const { openWeb } = await import('./web.ts')
  const { offline, allowPrivate } = flags
  return openWeb(io, { agent: `${name}/${version}`, offline, allowPrivate })
}

/** What there is to tell about a run beside its report. */
async function asides(
  examined: Examined,
  { session, stats, call: { flags }, web }: Parameters<typeof examineAll>[1],
): Promise<readonly string[]> {
  const lines: string[] = []
  if (web && !flags.quiet)
    lines.push(...[(await import('./web.ts')).unknownLine(web)].filter((line) => line !== undefined))
  if (flags.verbose) lines.push(...(await (await import('./verbose.ts')).describeSession(examined.outcomes, session)))
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
  const findings = `${count} ${count === 1 ? 'finding' : 'findings'}`
  tell(`${path} holds ${findings}; --baseline ${path} reports only what is new`, program, io)
  return refused.length > 0 ? 2 : 0
}

async function withoutKnown(outcomes: readonly Outcome[], { flags, io }: LintCall): Promise<readonly Outcome[]> {
  if (flags.baseline === undefined) return outcomes
  return (await import('./baseline.ts')).withoutKnown(outcomes, flags.baseline, io)
}
