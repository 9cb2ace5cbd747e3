import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { Result } from './action.ts'
import { countOf, type Finding, readFindings } from './findings.ts'
import { choiceInput, linesInput, textInput } from './inputs.ts'
import { type LineAddress, lineAddresses } from './place.ts'
import { findingsSummary } from './summary.ts'
import { runTool, type ToolOptions, type Workplace } from './tool.ts'

/** What a run of a tool that reports is made of. */
export interface ReportRun extends Pick<ToolOptions, 'env' | 'input'> {
  /** The command, where it is not the main one. */
  readonly command?: string | undefined
  readonly flags: readonly string[]
  /** Paths and the like, from anywhere. */
  readonly operands?: readonly string[]
  /** What mends what can be mended, as a person types it. */
  readonly fixedBy?: string
  /** Where lines are shown, where they are not lines of the repository. */
  readonly addressOf?: LineAddress
}

/** GitHub takes 1 MiB of a summary, which the table does not have for itself (docs.github.com, read 2026-11). */
const longestTable = 800_000
/** A comment has at most 65,536 characters, and people read few of them. */
const longestComment = 20_000

/**
 * Runs a tool that reports: its annotations go to the log, and its SARIF report to a file, from which all else is made.
 *
 * @throws {UserError} where the job could not be done
 */
export async function runReport(at: Workplace, run: ReportRun): Promise<Result> {
  const { env } = at.io
  // Read first, so that a slip in an input is told before anything is done.
  const failOn = choiceInput(env, 'fail-on', ['warning', 'error', 'never'])
  const annotations = choiceInput(env, 'annotations', ['true', 'false'])
  const sarif = join(scratchFolder(env), `${at.name}.sarif`)
  const { code } = await runTool(
    at,
    [
      ...(run.command === undefined ? [] : [run.command]),
      `--format=${annotations === 'true' ? 'github' : 'text'}`,
      `--report=sarif=${sarif}`,
      ...run.flags,
      ...commonFlags(env),
      ...(run.operands?.length ? ['--', ...run.operands] : []),
    ],
    { shown: true, env: run.env, input: run.input },
  )
  if (!existsSync(sarif))
    throw new UserError(`input args: ${at.name} makes no report with these; leave --help and its like out`)
  const findings = readFindings(readFileSync(sarif, 'utf8'))
  const shown = { tool: at.name, findings, addressOf: run.addressOf ?? (await lineAddresses(at)), fixedBy: run.fixedBy }
  return {
    outputs: {
      ...countOutputs(findings),
      'sarif-file': sarif,
      comment: commentOf(at.name, findingsSummary(shown, longestComment)),
    },
    summary: findingsSummary(shown, longestTable),
    failed: code !== 0 && (failOn === 'warning' || (failOn === 'error' && countOf(findings, 'error') > 0)),
  }
}

/**
 * Flags that every command has, and those that the user adds.
 *
 * @throws {UserError} for a line that is several words of a command line
 */
export function commonFlags(env: Io['env']): readonly string[] {
  const config = textInput(env, 'config')
  const added = linesInput(env, 'args')
  const several = added.find((line) => /^-[^\s=]*\s/.test(line))
  if (several !== undefined)
    throw new UserError(`input args: write one flag a line, and its value behind "=": ${several}`)
  return [...(config === undefined ? [] : [`--config=${config}`]), ...added]
}

/** The text of a comment, which begins with how to find it again. */
export function commentOf(name: string, markdown: string): string {
  return `<!-- frontdoor ${name} -->\n${markdown}`
}

/** A new folder outside of the repository, which the runner empties. */
function scratchFolder({ RUNNER_TEMP }: Io['env']): string {
  return mkdtempSync(join(RUNNER_TEMP || tmpdir(), 'frontdoor-'))
}

function countOutputs(findings: readonly Finding[]): Record<string, string> {
  return {
    errors: String(countOf(findings, 'error')),
    warnings: String(countOf(findings, 'warning')),
    advice: String(countOf(findings, 'note')),
    fixable: String(findings.filter(({ fixable }) => fixable).length),
  }
}
