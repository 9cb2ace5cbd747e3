import type { FileReport, Reporter, Severity } from '../../report.ts'
import { lastLine, placeFindings } from '../../report.ts'
import { fingerprints } from '../fingerprint.ts'
import { jsonText } from '../json-text.ts'

/** One issue of GitLab's Code Quality report (documentation of GitLab, read 2026-11-22). */
interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } }
}

const severities: Readonly<Record<Severity, Issue['severity']>> = { error: 'major', warning: 'minor', info: 'info' }

/** GitLab Code Quality. GitLab compares fingerprints to tell new issues of a merge request from old ones. */
export const gitlab: Reporter = (files) => jsonText(files.flatMap(issues))

function issues(file: FileReport): Issue[] {
  const findings = placeFindings(file)
  const names = fingerprints(file, findings)
  return findings.map((finding, index) => ({
    description: finding.hosts ? `${finding.message} (${finding.hosts.join(', ')})` : finding.message,
    check_name: finding.rule,
    fingerprint: names[index] as string,
    severity: severities[finding.severity],
    location: { path: file.path, lines: { begin: finding.start.line, end: lastLine(finding) } },
  }))
}
