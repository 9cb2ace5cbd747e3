import { posix } from 'node:path'
import type { Program } from '@frontdoor/kit/command'
import type { FileReport } from '@frontdoor/kit/report'
import { type Format, loadReporter } from '@frontdoor/kit/reporters'
import { folderInRoot } from './address.ts'
import type { Outcome } from './examine.ts'
import type { LintCall } from './lint-call.ts'
import { toolOf } from './list-rules.ts'

/** Writes the report of a run. */
export async function report(outcomes: readonly Outcome[], program: Program, call: LintCall): Promise<void> {
  const { flags, io, look } = call
  const format = flags.format ?? (io.env.GITHUB_ACTIONS === 'true' ? 'github' : 'text')
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

function fileReport({ subject, report: whole }: Outcome, format: Format, quiet: boolean): FileReport {
  const inRoot = posix.join(folderInRoot(subject.home), subject.path)
  const path = forgeFormats.has(format) ? inRoot : whole.path
  const findings = quiet ? whole.findings.filter(({ severity }) => severity === 'error') : whole.findings
  return { ...whole, path, findings }
}
