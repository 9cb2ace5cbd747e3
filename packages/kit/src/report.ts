import type { Finding } from '@frontdoor/markdown/finding'
import { type Place, placeFinder } from '@frontdoor/markdown/place'
import { counted } from './text/counted.ts'

export type Severity = 'error' | 'warning' | 'info'

/** A finding with the rule that found it. */
export interface RuleFinding extends Finding {
  readonly rule: string
  readonly severity: Severity
  /** Address of the rule's page. */
  readonly docs?: string
}

/** What a tool has to say about one file. */
export interface FileReport {
  /** Path as shown to the user: relative to the working directory, with forward slashes. */
  readonly path: string
  /** The text that the ranges are offsets into. */
  readonly source: string
  /** Sorted by start, then rule. */
  readonly findings: readonly RuleFinding[]
  /** How many more findings there are, which the user did not want to see. */
  readonly hidden?: number
}

/** Which tool speaks, for formats that name it. */
export interface Tool {
  readonly name: string
  readonly version: string
  /** Every rule it has, for formats that describe rules. */
  readonly rules: readonly {
    readonly name: string
    readonly summary: string
    /** Why a maintainer should care, as a paragraph of Markdown. */
    readonly why?: string
    readonly docs?: string
    readonly severity: Severity
  }[]
  /** What applies the safe fixes, as a user types it; `--fix` where absent. */
  readonly fixedBy?: string
}

/** How text may look where it is shown. */
export interface Look {
  readonly color: boolean
  /** Terminal links (OSC 8). */
  readonly hyperlinks: boolean
  /** Cells of a line of the terminal; 100 where absent, as in a pipe. */
  readonly columns?: number
}

/** Findings to the whole text of a report. */
export type Reporter = (files: readonly FileReport[], tool: Tool, look: Look) => string

/** A range as people count. */
export interface Span {
  readonly start: Place
  readonly end: Place
}

/** A finding with its range as people count. */
export interface PlacedFinding extends RuleFinding, Span {}

/**
 * The findings of a file with their places.
 *
 * @throws {RangeError} when a range lies outside the source
 */
export function placeFindings(file: FileReport): PlacedFinding[] {
  const find = placeFinder(file.source)
  return file.findings.map((finding) => ({ ...finding, start: find(finding.at.start), end: find(finding.at.end) }))
}

/** The last line of a span: one that takes a line ending with it does not reach the next line. */
export function lastLine({ start, end }: Span): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line
}

/** How many findings there are of each severity, and how many a safe fix would mend. */
export interface Summary {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly fixable: number
}

export function summarize(files: readonly FileReport[]): Summary {
  const findings = files.flatMap((file) => file.findings)
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: findings.filter((finding) => finding.fix?.safe).length,
  }
}

/** The summary as people read it: `3 problems (1 error, 2 warnings), 2 can be fixed with --fix`. */
export function summaryLine(files: readonly FileReport[], tool: Tool): string {
  const { errors, warnings, infos, fixable } = summarize(files)
  const all = errors + warnings + infos
  if (all === 0) return sayNone(files)
  const kinds = [
    { count: errors, noun: 'error' },
    { count: warnings, noun: 'warning' },
    { count: infos, noun: 'info' },
  ].filter(({ count }) => count > 0)
  const fixes = fixable > 0 ? `, ${fixable} can be fixed with ${tool.fixedBy ?? '--fix'}` : ''
  return `${counted(all, 'problem')} (${kinds.map(({ count, noun }) => counted(count, noun)).join(', ')})${fixes}`
}

/** What --quiet hides may still be why the exit code is 1. */
function sayNone(files: readonly FileReport[]): string {
  const hidden = files.reduce((count, file) => count + (file.hidden ?? 0), 0)
  const where = counted(files.length, 'file')
  if (hidden === 0) return `No problems in ${where}`
  return `No errors in ${where}; ${counted(hidden, 'other problem')} not shown (--quiet)`
}
