import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { UserError } from '@frontdoor/kit/io'
import { once } from '@frontdoor/kit/once'
import { loadReader } from '@frontdoor/kit/parser'
import { loadProject } from '@frontdoor/kit/project'
import { otherFormat } from '@frontdoor/kit/readmes'
import type { RuleFinding, Tool } from '@frontdoor/kit/report'
import { conclude, examineEach, examineText, type Fixes, type Outcome, outcomeOf, tell } from '@frontdoor/kit/runner'
import { findSubjects, type Subject } from '@frontdoor/kit/subjects'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { badgeImages } from './badge-images.ts'
import type { Check } from './check.ts'
import type { flags } from './flags.ts'

/** A call of `badge-sync [paths...]`, or of a command with the same flags. */
export type SyncCall = Call<typeof flags>

/** Runs checks over READMEs and, unless only asked to look, mends what is safe. */
export async function run(program: Program, call: SyncCall, checks: readonly Check[]): Promise<ExitCode> {
  const { flags, io } = call
  if (flags.fix && (flags.check || flags.diff)) {
    throw new UserError('--fix writes, --check and --diff do not: give one of them')
  }
  const projectOf = once((folder: string) => loadProject(io, folder))
  const read = await loadReader('auto')
  const subjects = await findSubjects({ paths: call.arguments, io, stdinPath: flags.stdinPath, projectOf })
  const fixes = fixesOf(flags)
  const { outcomes, refused } = await examineEach(subjects, (subject) => examine(subject, { read, fixes, checks }))
  const tool = toolOf(program, checks)
  for (const { message } of refused) tell(message, tool, io)
  if (outcomes.length === 0 && refused.length > 0) return 2
  const write = !flags.check && !flags.diff
  await conclude(outcomes, { ...call, tool, write })
  for (const { subject, text } of outcomes)
    if (write && subject.file && text !== subject.text) tell(`wrote ${subject.shown}`, tool, io)
  if (refused.length > 0) return 2
  return outcomes.some(drifted) && !write ? 1 : 0
}

interface Examination {
  readonly read: (source: string, shown: string) => Promise<MarkdownDocument>
  readonly fixes: Fixes
  readonly checks: readonly Check[]
}

async function examine(subject: Subject, { read, fixes, checks }: Examination): Promise<Outcome> {
  const { path, project, shown, text } = subject
  const format = otherFormat(path)
  if (format) return outcomeOf(subject, text, [notRead(format)])
  const look = async (source: string): Promise<RuleFinding[]> => {
    const document = await read(source, shown)
    const context = { document, project, path, images: badgeImages(document) }
    const found = checks.flatMap(({ name, check }) =>
      [...check(context)].map((finding) => ({ ...finding, rule: name })),
    )
    // What can be mended is drift; what wants an eye is advice, and fails no build.
    const findings = found.map((finding) => ({ ...finding, severity: finding.fix?.safe ? 'warning' : 'info' }) as const)
    return onceEach(findings).sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
  }
  return examineText(subject, look, fixes)
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
  const message = `Not checked: this README is ${format}, and badge-sync reads Markdown so far`
  return { at: { start: 0, end: 0 }, message, rule: 'readme/format', severity: 'info' }
}
