import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { conclude, examineEach, type Fixes, type Outcome } from '@frontdoor/kit/cli/runner'
import { type Io, UserError } from '@frontdoor/kit/io'
import { findReadmes } from '@frontdoor/kit/readme/find'
import { readmesIn } from '@frontdoor/kit/readme/readmes'
import { newSession, type Session } from '@frontdoor/kit/readme/session'
import { standardInput } from '@frontdoor/kit/readme/standard-input'
import { openSubject, type Subject } from '@frontdoor/kit/readme/subjects'
import { placeFindings, type Tool } from '@frontdoor/kit/report'
import { tell } from '@frontdoor/kit/terminal/tell'
import type { Check } from './check.ts'
import { type Examined, examine } from './examine.ts'
import type { flags } from './flags.ts'
import { openPackageAnswers } from './registry/package-answers.ts'
import type { RegistryPlan } from './registry/registries.ts'
import { type Settings, settingsLoader } from './settings.ts'
import { type BlockPlan, openBlocks } from './sync/open-blocks.ts'

/** A call of `badge-sync [paths...]`, or of a command with the same flags. */
export type SyncCall = Call<typeof flags>

/** What a command does. */
export interface Plan {
  /** The checks of the command, as the config has it. Without settings: all, for reports that describe them. */
  readonly checks: (settings: Settings) => readonly Check[]
  /** What applies its fixes, as a user types it. */
  readonly fixedBy: string
  /** Without paths it looks at the README of this folder alone, not at those of the packages of its workspace. */
  readonly here?: boolean
  /** How it brings blocks up to date; absent where it leaves them alone. */
  readonly blocks?: BlockPlan
  /** Registries are asked for the packages that a README names; absent where nobody is to be asked. */
  readonly registries?: RegistryPlan | undefined
}

/** Runs checks over READMEs and, unless only asked to look, mends what is safe. */
export async function run(program: Program, call: SyncCall, plan: Plan): Promise<ExitCode> {
  const { flags, io } = call
  if (flags.fix && (flags.check || flags.diff)) {
    throw new UserError('--fix writes, --check and --diff do not: give one of them')
  }
  const session = newSession(io)
  const subjects = await findSubjects(call, session, plan.here === true)
  const settingsOf = settingsLoader(io, session.disk, flags.config)
  const tool = toolOf(program, plan)
  const blocks = openBlocks(io, session, plan.blocks)
  const answers = openPackageAnswers(io, plan.registries)
  const examination = { session, settingsOf, fixes: fixesOf(flags), checks: plan.checks, blocks, answers }
  const { outcomes, refused } = await examineEach(subjects, (subject) => examine(subject, examination)).finally(() =>
    Promise.all([blocks.close(), answers.close()]),
  )
  for (const { message } of refused) tell(message, tool, io)
  if (outcomes.length === 0 && refused.length > 0) return 2
  const write = !flags.check && !flags.diff
  await conclude(outcomes, { ...call, tool, write })
  if (flags.diff) for (const outcome of outcomes) tellStop(outcome, tool, io)
  if (refused.length > 0 || outcomes.some(({ stopped }) => stopped)) return 2
  return outcomes.some((outcome) => failed(outcome) || (!write && drifted(outcome))) ? 1 : 0
}

async function findSubjects(
  { arguments: paths, flags, io }: SyncCall,
  session: Session,
  here: boolean,
): Promise<Subject[]> {
  const input = standardInput(paths, flags.stdinPath, io)
  const own = here && paths.length === 0 ? readmesIn(io.cwd, session.disk) : []
  const readmes = input ? [input.readme] : own.length > 0 ? own : await findReadmes(paths, io, session)
  const textOf = input?.textOf
  return Promise.all(
    readmes.map(async (readme) => openSubject(io, readme, { home: await session.homeOf(readme.folder), textOf })),
  )
}

function fixesOf({ check, diff, unsafe }: SyncCall['flags']): Fixes {
  if (check && !diff) return 'none'
  return unsafe ? 'all' : 'safe'
}

/** A run that writes would change it. */
function drifted({ subject, text, report }: Outcome): boolean {
  return text !== subject.text || report.findings.some(({ fix }) => fix?.safe)
}

/** A diff shows what changes, so what stood in the way is told beside it. */
function tellStop({ stopped, report }: Examined, tool: Tool, io: Io): void {
  if (!stopped) return
  for (const { severity, message, start } of placeFindings(report))
    if (severity === 'error') tell(`${report.path}:${start.line}:${start.column}: ${message}`, tool, io)
}

/** A block that stays as it is though it should not. */
function failed({ report }: Outcome): boolean {
  return report.findings.some(({ severity }) => severity === 'error')
}

function toolOf({ name, version }: Program, { checks, fixedBy }: Plan): Tool {
  return {
    name,
    version,
    fixedBy,
    // Few formats describe what was not found.
    get rules() {
      return checks({}).map((check) => ({ name: check.name, summary: check.summary, severity: 'warning' as const }))
    },
  }
}
