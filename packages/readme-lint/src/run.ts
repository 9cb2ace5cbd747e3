import { posix } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { presentDiff, unifiedDiff } from '@frontdoor/kit/diff'
import { UserError } from '@frontdoor/kit/io'
import { loadProject } from '@frontdoor/kit/project'
import type { FileReport } from '@frontdoor/kit/report'
import { type Format, loadReporter } from '@frontdoor/kit/reporters'
import { writeTexts } from '@frontdoor/kit/write'
import { parse } from '@frontdoor/markdown/parse'
import { folderInRoot } from './address.ts'
import { type Examination, examine, type Outcome } from './examine.ts'
import type { flags } from './flags.ts'
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
  const outcomes = await examineAll(call)
  if (flags.fix) await write(outcomes, call)
  if (flags.diff) io.stdout.write(presentDiff(await diffOf(outcomes), io.stdout, call.look.color))
  else await report(outcomes, program, call)
  return exitCode(outcomes)
}

async function examineAll({ flags, io, arguments: paths }: LintCall): Promise<Outcome[]> {
  const only = flags.rule.map(findRule)
  const projectOf = once((folder: string) => loadProject(io, folder))
  const settingsOf = once(async (folder: string) => {
    return loadSettings(io, { project: await projectOf(folder), explicit: flags.config, only })
  })
  const subjects = await findSubjects({ paths, io, stdinPath: flags.stdinPath, projectOf })
  const fixes = fixesOf(flags)
  return Promise.all(
    subjects.map(async (subject) => {
      return examine(subject, { settings: await settingsOf(subject.project.folder), parse, fixes })
    }),
  )
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

async function write(outcomes: readonly Outcome[], { io }: LintCall): Promise<void> {
  const writes = outcomes.flatMap(({ subject: { file }, text }) => (file ? [{ file, text }] : []))
  for (const { warning } of await writeTexts(writes)) if (warning) io.stderr.write(`readme-lint: ${warning}\n`)
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
