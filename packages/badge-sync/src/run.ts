import { resolve } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { decodeText } from '@frontdoor/kit/encoding'
import { findReadmes } from '@frontdoor/kit/find'
import { type Io, UserError } from '@frontdoor/kit/io'
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

/** A call of `badge-sync [paths...]`, or of a command with the same flags. */
export type SyncCall = Call<typeof flags>

/** What a command does. */
export interface Plan {
  readonly checks: readonly Check[]
  /** Without paths it looks at the README of this folder alone, not at those of the packages of its workspace. */
  readonly here?: boolean
}

/** Runs checks over READMEs and, unless only asked to look, mends what is safe. */
export async function run(program: Program, call: SyncCall, plan: Plan): Promise<ExitCode> {
  const { flags, io } = call
  if (flags.fix && (flags.check || flags.diff)) {
    throw new UserError('--fix writes, --check and --diff do not: give one of them')
  }
  const session = newSession(io)
  const subjects = await findSubjects(call, session, plan.here === true)
  const examination = { session, fixes: fixesOf(flags), checks: plan.checks }
  const { outcomes, refused } = await examineEach(subjects, (subject) => examine(subject, examination))
  const tool = toolOf(program, plan.checks)
  for (const { message } of refused) tell(message, tool, io)
  if (outcomes.length === 0 && refused.length > 0) return 2
  const write = !flags.check && !flags.diff
  await conclude(outcomes, { ...call, tool, write })
  for (const { subject, text } of outcomes)
    if (write && subject.file && text !== subject.text) tell(`wrote ${subject.shown}`, tool, io)
  if (refused.length > 0) return 2
  return outcomes.some(drifted) && !write ? 1 : 0
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

interface Examination {
  readonly session: Session
  readonly fixes: Fixes
  readonly checks: readonly Check[]
}

async function examine(subject: Subject, { session, fixes, checks }: Examination): Promise<Outcome> {
  const { path, home, shown, text } = subject
  const format = otherFormat(path)
  if (format) return outcomeOf(subject, text, [notRead(format)])
  const project = await session.projectOf(home)
  const look = async (source: string): Promise<RuleFinding[]> => {
    if (!isRst(path)) return findingsOf(await session.read(source, shown), { project, path }, checks)
    const document = await readRst(source, shown)
    return withAddressFixes(document, findingsOf(document, { project, path }, checks))
  }
  return examineText(subject, look, fixes)
}

function findingsOf(
  document: MarkdownDocument,
  place: Pick<CheckContext, 'project' | 'path'>,
  checks: readonly Check[],
): RuleFinding[] {
  const context = { document, ...place, images: badgeImages(document) }
  const found = checks.flatMap(({ name, check }) => [...check(context)].map((finding) => ({ ...finding, rule: name })))
  // What can be mended is drift; what wants an eye is advice, and fails no build.
  const findings = found.map((finding) => ({ ...finding, severity: finding.fix?.safe ? 'warning' : 'info' }) as const)
  return onceEach(findings).sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
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

function toolOf({ name, version }: Program, checks: readonly Check[]): Tool {
  const rules = checks.map((check) => ({ name: check.name, summary: check.summary, severity: 'warning' as const }))
  return { name, version, rules, fixedBy: name }
}

function notRead(format: string): RuleFinding {
  const message = `Not checked: this README is ${format}, and badge-sync reads Markdown and reStructuredText`
  return { at: { start: 0, end: 0 }, message, rule: 'readme/format', severity: 'info' }
}
