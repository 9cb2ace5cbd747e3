import type { Range } from '@frontdoor/markdown/edit'
import { type Place, placeFinder } from '@frontdoor/markdown/place'
import type { ArtifactLocation, Log, Region, ReportingDescriptor, Result, Fix as SarifFix } from 'sarif'
import type { FileReport, PlacedFinding, Reporter, Severity, Span, Tool } from '../../report.ts'
import { placeFindings } from '../../report.ts'
import { wellFormed } from '../../terminal.ts'
import { fingerprints } from '../fingerprint.ts'
import { jsonText } from '../json-text.ts'

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note' }

/** SARIF 2.1.0, for code scanning. Rules are described, safe fixes included, and results keep their fingerprint when lines move. */
export const sarif: Reporter = (files, tool) => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules: tool.rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results: files.flatMap((file) => fileResults(file, tool)),
      },
    ],
  }
  return jsonText(log)
}

function descriptor(rule: Tool['rules'][number]): ReportingDescriptor {
  const why = rule.why ?? rule.summary
  return {
    id: rule.name,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.summary },
    help: { text: why, markdown: why },
    ...(rule.docs !== undefined && { helpUri: rule.docs }),
    defaultConfiguration: { level: levels[rule.severity] },
  }
}

function fileResults(file: FileReport, tool: Tool): Result[] {
  const findings = placeFindings(file)
  const names = fingerprints(file, findings)
  const find = placeFinder(file.source)
  return findings.map((finding, index) => {
    const ruleIndex = tool.rules.findIndex((rule) => rule.name === finding.rule)
    return {
      ruleId: finding.rule,
      ...(ruleIndex >= 0 && { ruleIndex }),
      level: levels[finding.severity],
      message: { text: withoutLinks(finding.message) },
      locations: [{ physicalLocation: { artifactLocation: artifact(file.path), region: region(finding) } }],
      // Not `primaryLocationLineHash`: GitHub's upload action computes that one itself and warns about any other value.
      partialFingerprints: { 'finding/v1': names[index] as string },
      ...safeFix(file.path, finding, find),
      ...(finding.hosts && { properties: { hosts: [...finding.hosts] } }),
    }
  })
}

function safeFix(path: string, { fix }: PlacedFinding, find: (offset: number) => Place): { fixes?: SarifFix[] } {
  if (!fix?.safe || fix.edits.length === 0) return {}
  const replacements = fix.edits.map((edit) => ({
    deletedRegion: region(span(edit, find)),
    insertedContent: { text: edit.text },
  }))
  return { fixes: [{ artifactChanges: [{ artifactLocation: artifact(path), replacements }] }] }
}

function span({ start, end }: Range, find: (offset: number) => Place): Span {
  return { start: find(start), end: find(end) }
}

/** The end is outside, as in our ranges (SARIF 2.1.0, 3.30.8). */
function region({ start, end }: Span): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

function artifact(path: string): ArtifactLocation {
  const uri = wellFormed(path).split('/').map(encodeURIComponent).join('/')
  return { uri, uriBaseId: '%SRCROOT%' }
}

/** Viewers make a link of `[text](target)` in a message, unless its brackets are escaped (SARIF 2.1.0, 3.11.6). */
function withoutLinks(message: string): string {
  return message.includes('](') ? message.replace(/[[\]\\]/g, '\\$&') : message
}
