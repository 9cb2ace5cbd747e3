import { resolve } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { decodeText } from '@frontdoor/kit/encoding'
import { findReadmes } from '@frontdoor/kit/find'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { ReadDocument } from '@frontdoor/kit/parser'
import type { Project } from '@frontdoor/kit/project'
import { isRst, otherFormat, type Readme, readmeAt, readmesIn } from '@frontdoor/kit/readmes'
import type { RuleFinding, Tool } from '@frontdoor/kit/report'
import { readRst, withAddressFixes } from '@frontdoor/kit/rst'
import { conclude, examineEach, examineText, type Fixes, type Outcome, outcomeOf, tell } from '@frontdoor/kit/runner'
import { newSession, type Session } from '@frontdoor/kit/session'
import { openSubject, type Subject } from '@frontdoor/kit/subjects'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { badgeImages } from './badge-images.ts'
import type { Check, CheckContext } from './check.ts'
import type { flags } from './flags.ts'
import { type Settings, settingsLoader } from './settings.ts'
import { type BlockPlan, type Blocks, openBlocks } from './sync/run.ts'

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
  const blocks = openBlocks(io, session, { plan: plan.blocks, agent: `${tool.name}/${tool.version}` })
  const examination = { session, settingsOf, fixes: fixesOf(flags), checks: plan.checks, blocks }
  const { outcomes, refused } = await examineEach(subjects, (subject) => examine(subject, examination)).finally(
    blocks.close,
  )
  for (const { message } of refused) tell(message, tool, io)
  if (outcomes.length === 0 && refused.length > 0) return 2
  const write = !flags.check && !flags.diff
  await conclude(outcomes, { ...call, tool, write })
  for (const { subject, text } of outcomes)
    if (write && subject.file && text !== subject.text) tell(`wrote ${subject.shown}`, tool, io)
  if (refused.length > 0) return 2
  return outcomes.some((outcome) => failed(outcome) || (!write && drifted(outcome))) ? 1 : 0
}

async function findSubjects(
  { arguments: paths, flags, io }: SyncCall,
  session: Session,
  here: boolean,
): Promise<Subject[]> {
  if (flags.stdinPath !== undefined && !paths.includes('-'))
    throw new UserError('--stdin-path says where standard input belongs: add -')
  if (paths.includes('-') && paths.length > 1)
    throw new UserError('- is standard input: give it alone, without other paths')
  const readmes = await findThem(paths, { io, session, here, stdinPath: flags.stdinPath })
  const textOf = paths.includes('-') ? async () => decodeText(await io.stdin(), 'standard input') : undefined
  return Promise.all(
    readmes.map(async (readme) => openSubject(io, readme, { home: await session.homeOf(readme.folder), textOf })),
  )
}

interface Search {
  readonly io: Io
  readonly session: Session
  readonly here: boolean
  readonly stdinPath: string | undefined
}

async function findThem(paths: readonly string[], search: Search): Promise<readonly Readme[]> {
  const { io, session, here, stdinPath = 'README.md' } = search
  if (paths.includes('-')) return [readmeAt(resolve(io.cwd, stdinPath))]
  const own = here && paths.length === 0 ? readmesIn(io.cwd, session.disk) : []
  return own.length > 0 ? own : findReadmes(paths, io, session)
}

interface Examination extends Pick<Plan, 'checks'> {
  readonly session: Session
  readonly settingsOf: ReturnType<typeof settingsLoader>
  readonly fixes: Fixes
  readonly blocks: Blocks
}

async function examine(
  subject: Subject,
  { session, settingsOf, fixes, blocks, ...plan }: Examination,
): Promise<Outcome> {
  const { path, home, shown, text } = subject
  const format = otherFormat(path)
  if (format) return outcomeOf(subject, text, [notRead(format)])
  const project = await session.projectOf(home)
  const settings = await settingsOf({ from: home.folder, root: home.root })
  const look = looker({ project, path, shown, settings, checks: plan.checks(settings), read: session.read, blocks })
  return examineText(subject, look, fixes)
}

/** How a text is looked at. */
export interface Looking {
  readonly project: Project
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string
  /** What it is called in messages. */
  readonly shown: string
  readonly settings: Settings
  readonly checks: readonly Check[]
  readonly read: ReadDocument
  readonly blocks: Pick<Blocks, 'findings'>
}

/** Looks at a text, with the checks that the settings leave on; in the order of the text. */
export function looker({ project, path, shown, settings, read, blocks, ...all }: Looking) {
  const checks = all.checks.filter(({ name }) => settings.checks?.[name] !== 'off')
  return async (source: string): Promise<RuleFinding[]> => {
    if (!isRst(path)) {
      const document = await read(source, shown)
      const found = findingsOf(document, { project, path }, checks).map(graded)
      return inOrder([
        ...found,
        ...(await blocks.findings(document, { project, shown, options: settings.blocks ?? {} })),
      ])
    }
    const document = await readRst(source, shown)
    return withAddressFixes(document, findingsOf(document, { project, path }, checks)).map(graded)
  }
}

function findingsOf(
  document: MarkdownDocument,
  place: Pick<CheckContext, 'project' | 'path'>,
  checks: readonly Check[],
): RuleFinding[] {
  const context = { document, ...place, images: badgeImages(document) }
  const found = checks.flatMap(({ name, check }) =>
    [...check(context)].map((finding) => ({ ...finding, rule: name, severity: 'info' as const })),
  )
  return inOrder(onceEach(found))
}

function inOrder(findings: RuleFinding[]): RuleFinding[] {
  return findings.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
}

/** What can be mended is drift; what wants an eye is advice, and fails no build. */
function graded(finding: RuleFinding): RuleFinding {
  return finding.fix?.safe ? { ...finding, severity: 'warning' } : finding
}

/** Images that share a definition have one address, of which there is one thing to say. */
function onceEach(findings: readonly RuleFinding[]): RuleFinding[] {
  return [
    ...new Map(findings.map((finding) => [`${finding.at.start} ${finding.rule} ${finding.message}`, finding])).values(),
  ]
}

function fixesOf({ check, unsafe }: SyncCall['flags']): Fixes {
  if (check) return 'none'
  return unsafe ? 'all' : 'safe'
}

/** A run that writes would change it. */
function drifted({ subject, text, report }: Outcome): boolean {
  return text !== subject.text || report.findings.some(({ fix }) => fix?.safe)
}

/** A block that stays as it is though it should not. */
function failed({ report }: Outcome): boolean {
  return report.findings.some(({ severity }) => severity === 'error')
}

function toolOf({ name, version }: Program, { checks, fixedBy }: Plan): Tool {
  const rules = checks({}).map((check) => ({ name: check.name, summary: check.summary, severity: 'warning' as const }))
  return { name, version, rules, fixedBy }
}

function notRead(format: string): RuleFinding {
  const message = `Not checked: this README is ${format}, and badge-sync reads Markdown and reStructuredText`
  return { at: { start: 0, end: 0 }, message, rule: 'readme/format', severity: 'info' }
}
