import type { Finding, Fix } from '@frontdoor/markdown/finding'

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
}

/** Which tool speaks, for formats that name it. */
export interface Tool {
  readonly name: string
  readonly version: string
  /** Every rule it has, for formats that describe rules. */
  readonly rules: readonly {
    readonly name: string
    readonly summary: string
    readonly docs?: string
    readonly severity: Severity
  }[]
}

/** How text may look where it is shown. */
export interface Look {
  readonly color: boolean
  /** Terminal links (OSC 8). */
  readonly hyperlinks: boolean
}

/** Findings to the whole text of a report. */
export type Reporter = (files: readonly FileReport[], tool: Tool, look: Look) => string

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
    fixable: findings.filter((finding) => isSafe(finding.fix)).length,
  }
}

function isSafe(fix: Fix | undefined): boolean {
  return fix?.safe === true
}
