import { posix, resolve } from 'node:path'
import { relativePath } from '../files/relative-path.ts'
import { type Io, UserError } from '../io.ts'
import type { Subject } from '../readme/subjects.ts'
import { readReportFiles, writeReportFile } from '../report/files.ts'
import { type Format, loadReporter } from '../report/reporters.ts'
import type { FileReport, RuleFinding, Tool } from '../report.ts'
import { tell } from '../terminal/tell.ts'
import type { Call, commonFlags, ExitCode, FlagValues } from './command.ts'
import { type Check, fix } from './fix.ts'

/** What was found in a text, and the text after its fixes. */
export interface Outcome {
  readonly subject: Subject
  readonly text: string
  readonly report: FileReport
}

type Flags = Pick<FlagValues<typeof commonFlags>, 'diff' | 'format' | 'quiet' | 'report'>

/** How a run is to end. */
export interface Ending extends Pick<Call, 'io' | 'look'> {
  readonly flags: Flags
  readonly tool: Tool
  /** Writes what was fixed. */
  readonly write: boolean
}

/** Ends a run: writes what was fixed, then reports what is left, or shows the diff instead. */
export async function conclude(outcomes: readonly Outcome[], ending: Ending): Promise<void> {
  // A slip in a flag is told before anything is written.
  readReportFiles(ending.flags.report)
  if (ending.write) await writeFixes(outcomes, ending)
  await present(outcomes, ending)
}

/** Writes what was fixed, and tells what the user should know of it. */
export async function writeFixes(
  outcomes: readonly Outcome[],
  { tool, io }: Pick<Ending, 'tool' | 'io'>,
): Promise<void> {
  const writes = outcomes.flatMap(({ subject: { file, shown }, text }) => (file ? [{ file, text, shown }] : []))
  const { writeTexts } = await import('../files/write.ts')
  for (const [index, { changed, warning }] of (await writeTexts(writes)).entries()) {
    if (changed) tell(`wrote ${writes[index]?.shown}`, tool, io)
    if (warning !== undefined) tell(warning, tool, io)
  }
}

/** Reports what was found, or shows what would change. */
export async function present(outcomes: readonly Outcome[], ending: Ending): Promise<void> {
  await writeReports(outcomes, ending)
  if (ending.flags.diff) await showDiff(outcomes, ending)
  else await report(outcomes, ending)
}

/**
 * Writes the reports that go to files.
 *
 * @throws {UserError} where one would take the place of what it is about, or cannot be written
 */
export async function writeReports(outcomes: readonly Outcome[], ending: Ending): Promise<void> {
  const files = readReportFiles(ending.flags.report)
  for (const { format, path } of files) {
    const taken = outcomes.find(({ subject: { shown, file } }) =>
      [resolve(ending.io.cwd, shown), file?.realPath].includes(resolve(ending.io.cwd, path)),
    )
    if (taken)
      throw new UserError(
        `--report ${format}=${path}: ${taken.subject.shown} is what is reported on; name another file`,
      )
  }
  for (const file of files) await writeReportFile(file, await reportText(outcomes, file.format, ending), ending.io)
}

/** Advice alone does not fail a build. */
export function exitCodeOf(outcomes: readonly Outcome[]): ExitCode {
  return outcomes.some(({ report: { findings } }) => findings.some(({ severity }) => severity !== 'info')) ? 1 : 0
}

/** Which fixes to apply: none, the safe ones, or suggestions too. */
export type Fixes = 'none' | 'safe' | 'all'

/** Looks at one text and, where asked to, applies fixes until none is left. */
export async function examineText(subject: Subject, check: Check, fixes: Fixes): Promise<Outcome> {
  const { text } = subject
  if (fixes === 'none') return outcomeOf(subject, text, await check(text))
  const { source, findings } = await fix(text, check, fixes === 'all')
  return outcomeOf(subject, source, findings)
}

/** An outcome whose findings are about `text`. */
export function outcomeOf(subject: Subject, text: string, findings: readonly RuleFinding[]): Outcome {
  return { subject, text, report: { path: subject.shown, source: text, findings } }
}

/** What became of each subject, and why some could not be looked at: one file that cannot be read does not hide the others. */
export interface Examined<One extends Outcome> {
  readonly outcomes: readonly One[]
  readonly refused: readonly UserError[]
}

export async function examineEach<One extends Outcome>(
  subjects: readonly Subject[],
  examine: (subject: Subject) => Promise<One>,
): Promise<Examined<One>> {
  const outcomes: One[] = []
  const refused: UserError[] = []
  for (const subject of subjects) {
    try {
      outcomes.push(await examine(subject))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refused.push(error)
    }
  }
  return { outcomes, refused }
}

async function showDiff(outcomes: readonly Outcome[], { io, look }: Ending): Promise<void> {
  const { presentDiff, unifiedDiff } = await import('../report/diff.ts')
  const diffs = outcomes.map(({ subject, text }) => unifiedDiff(subject.shown, subject.text, text))
  io.stdout.write(presentDiff((await Promise.all(diffs)).join(''), io.stdout, look.color))
}

/** The format of a report on standard output. */
export function formatOf({ format }: Pick<Flags, 'format'>, { env }: Pick<Io, 'env'>): Format {
  return format ?? (env.GITHUB_ACTIONS === 'true' ? 'github' : 'text')
}

async function report(outcomes: readonly Outcome[], ending: Ending): Promise<void> {
  const { flags, io } = ending
  const text = await reportText(outcomes, formatOf(flags, io), ending)
  const fixedInput = ending.write ? outcomes.find(({ subject }) => !subject.file) : undefined
  if (!fixedInput) return io.stdout.write(text)
  // Whoever pipes a text through a fix wants the text back, and the report beside it.
  io.stdout.write(fixedInput.text)
  io.stderr.write(text)
}

async function reportText(outcomes: readonly Outcome[], format: Format, ending: Ending): Promise<string> {
  const reporter = await loadReporter(format)
  const files = outcomes.map((outcome) => fileReport(outcome, format, ending.flags.quiet))
  return reporter(files, ending.tool, ending.look)
}

/** Formats that a forge reads, which finds files from the root of the repository. */
const forgeFormats: ReadonlySet<Format> = new Set(['github', 'gitlab', 'sarif'])

function fileReport({ subject, report: whole }: Outcome, format: Format, quiet: boolean): FileReport {
  const findings = quiet ? whole.findings.filter(({ severity }) => severity === 'error') : whole.findings
  const hidden = whole.findings.length - findings.length
  return { ...whole, path: forgeFormats.has(format) ? pathInRoot(subject) : whole.path, findings, hidden }
}

function pathInRoot({ home, path }: Subject): string {
  return posix.join(relativePath(home.root, home.folder), path)
}
