import type { RuleFinding, Severity } from '@frontdoor/kit/report'
import type { Range as Offsets } from '@frontdoor/markdown/edit'
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** Findings as an editor shows them. */
export function diagnosticsOf(document: TextDocument, findings: readonly RuleFinding[]): Diagnostic[] {
  return findings.map(({ at, message, rule, severity, docs }) => ({
    range: rangeOf(document, at),
    message,
    severity: severities[severity],
    source: 'readme-lint',
    code: rule,
    ...(docs !== undefined && { codeDescription: { href: docs } }),
  }))
}

/** Both count in UTF-16 units. */
export function rangeOf(document: TextDocument, { start, end }: Offsets): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) }
}
