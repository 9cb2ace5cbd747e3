import { posix } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { presentDiff, unifiedDiff } from '@frontdoor/kit/diff'
import { type Io, UserError } from '@frontdoor/kit/io'
import { loadReader } from '@frontdoor/kit/parser'
import { loadProject } from '@frontdoor/kit/project'
import type { FileReport } from '@frontdoor/kit/report'
import { type Format, loadReporter } from '@frontdoor/kit/reporters'
import { printable } from '@frontdoor/kit/terminal'
import { writeTexts } from '@frontdoor/kit/write'
import { folderInRoot } from './address.ts'
import { type Examination, examine, type Outcome } from './examine.ts'
import type { flags } from './flags.ts'
import { findHost } from './hosts.ts'
import { listRules, toolOf } from './list-rules.ts'
import { findRule } from './rules.ts'
import { loadSettings } from './settings.ts'
import { findSubjects } from './subjects.ts'

/** A call of `readme-lint [paths...]`. */
export type LintCall = Call<typeof flags>

/** `readme-lint [paths...]`. */
export async function run(program: Program, call: LintCall): Promise<ExitCode> {
  const { flags, io } = call
  if (flags.fix && (flags.check || flags.diff)) {
    throw new UserError('--fix writes, --check and --diff do not: give one of them')
  }
  if (flags.listRules) return listRules(call)
  const { outcomes, refused } = await examineAll(call)
  for (const { message } of refused) tell(message, program, io)
  if (outcomes.length === 0 && refused.length > 0) return 2
  if (flags.fix) for (const warning of await write(outcomes)) tell(warning, program, io)
  if (flags.diff) io.stdout.write(presentDiff(await diffOf(outcomes), io.stdout, call.look.color))
  else await report(outcomes, program, call)
  return refused.length > 0 ? 2 : exitCode(outcomes)
}

/** What was found, and why some of it could not be looked at: one README that cannot be read does not hide the others. */
interface Examined {
  readonly outcomes: readonly Outcome[]
  readonly refused: readonly UserError[]
}

async function examineAll({ flags, io, arguments: paths }: LintCall): Promise<Examined> {
  const only = flags.rule.map(findRule)
  const hosts = flags.host.map((name) => findHost(name).name)
  const projectOf = once((folder: string) => loadProject(io, folder))
  const settingsOf = once(async (folder: string) => {
    const project = await projectOf(folder)
    return loadSettings(io, { project, explicit: flags.config, only, hosts, profile: flags.profile })
  })
  const read = await loadReader(flags.engine ?? 'auto')
  const subjects = await findSubjects({ paths, io, stdinPath: flags.stdinPath, projectOf })
  const fixes = fixesOf(flags)
  const outcomes: Outcome[] = []
  const refused: UserError[] = []
  for (const subject of subjects) {
    const settings = await settingsOf(subject.project.folder)
    try {
      outcomes.push(await examine(subject, { settings, read, fixes }))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refused.push(error)
    }
  }
  return { outcomes, refused }
}

/** Asks once for each folder. */
function once<Value>(load: (folder: string) => Promise<Value>): (folder: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (folder) => {
    const value = known.get(folder) ?? load(folder)
    known.set(folder, value)
    return value
  }
}

function fixesOf({ fix, diff, unsafe }: LintCall['flags']): Examination['fixes'] {
  if (!fix && !diff) return 'none'
  return unsafe ? 'all' : 'safe'
}

/** Writes what was fixed; what the user should know of it comes back. */
async function write(outcomes: readonly Outcome[]): Promise<string[]> {
  const writes = outcomes.flatMap(({ subject: { file }, text }) => (file ? [{ file, text }] : []))
  return (await writeTexts(writes)).flatMap(({ warning }) => warning ?? [])
}

/** A line beside the report. It may hold the name of a file, which may hold anything. */
function tell(message: string, { name }: Program, { stderr }: Io): void {
  stderr.write(`${name}: ${printable(message)}\n`)
}

async function diffOf(outcomes: readonly Outcome[]): Promise<string> {
  const diffs = outcomes.map(({ subject, text }) => unifiedDiff(subject.shown, subject.text, text))
  return (await Promise.all(diffs)).join('')
}

async function report(outcomes: readonly Outcome[], program: Program, { flags, io, look }: LintCall): Promise<void> {
  const format = flags.format ?? defaultFormat(io.env)
  const reporter = await loadReporter(format)
  const files = outcomes.map((outcome) => fileReport(outcome, format, flags.quiet))
  const text = reporter(files, toolOf(program), look)
  const fixedInput = flags.fix ? outcomes.find(({ subject }) => !subject.file) : undefined
  if (!fixedInput) return io.stdout.write(text)
  // Whoever pipes a text through `--fix` wants the text back, and the report beside it.
  io.stdout.write(fixedInput.text)
  io.stderr.write(text)
}

/** Formats that a forge reads, which finds files from the root of the repository. */
const forgeFormats: ReadonlySet<Format> = new Set(['github', 'gitlab', 'sarif'])

function fileReport({ subject, report }: Outcome, format: Format, quiet: boolean): FileReport {
  const inRoot = posix.join(folderInRoot(subject.project), subject.path)
  const path = forgeFormats.has(format) ? inRoot : report.path
  const findings = quiet ? report.findings.filter(({ severity }) => severity === 'error') : report.findings
  return { ...report, path, findings }
}

function defaultFormat(env: LintCall['io']['env']): Format {
  return env.GITHUB_ACTIONS === 'true' ? 'github' : 'text'
}

/** Advice alone does not fail a build. */
function exitCode(outcomes: readonly Outcome[]): ExitCode {
  return outcomes.some(({ report }) => report.findings.some(({ severity }) => severity !== 'info')) ? 1 : 0
}
