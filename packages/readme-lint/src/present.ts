import { posix } from 'node:path'
import type { Program } from '@frontdoor/kit/command'
import type { FileReport, Tool } from '@frontdoor/kit/report'
import { type Format, loadReporter } from '@frontdoor/kit/reporters'
import { folderInRoot } from './address.ts'
import type { LintCall } from './lint-call.ts'
import type { Outcome } from './outcome.ts'

/** Writes the report of a run. */
export async function report(outcomes: readonly Outcome[], program: Program, call: LintCall): Promise<void> {
  const { flags, io, look } = call
  const format = flags.format ?? (io.env.GITHUB_ACTIONS === 'true' ? 'github' : 'text')
  const reporter = await loadReporter(format)
  const files = outcomes.map((outcome) => fileReport(outcome, format, flags.quiet))
  const text = reporter(files, await toolFor(format, program), look)
  const fixedInput = flags.fix ? outcomes.find(({ subject }) => !subject.file) : undefined
  if (!fixedInput) return io.stdout.write(text)
  // Whoever pipes a text through `--fix` wants the text back, and the report beside it.
  io.stdout.write(fixedInput.text)
  io.stderr.write(text)
}

/** Only SARIF describes the rules, which have to be loaded for that. */
async function toolFor(format: Format, program: Program): Promise<Tool> {
  return format === 'sarif' ? (await import('./list-rules.ts')).toolOf(program) : { ...program, rules: [] }
}

/** Formats that a forge reads, which finds files from the root of the repository. */
const forgeFormats: ReadonlySet<Format> = new Set(['github', 'gitlab', 'sarif'])

function fileReport({ subject, report: whole }: Outcome, format: Format, quiet: boolean): FileReport {
  const inRoot = posix.join(folderInRoot(subject.home), subject.path)
  const path = forgeFormats.has(format) ? inRoot : whole.path
  const findings = quiet ? whole.findings.filter(({ severity }) => severity === 'error') : whole.findings
  return { ...whole, path, findings }
}
