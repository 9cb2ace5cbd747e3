import { counted } from '@frontdoor/kit/text/counted'
import { link, safe, table } from '@frontdoor/kit/text/github-markdown'
import { countOf, type Finding, type Level, levels } from './findings.ts'
import type { LineAddress } from './place.ts'

const signs: Readonly<Record<Level, string>> = { error: '❌ error', warning: '⚠️ warning', note: 'ℹ️ note' }

/** What is shown of findings. */
export interface Shown {
  readonly tool: string
  readonly findings: readonly Finding[]
  readonly addressOf: LineAddress
  /** What mends what can be mended, as a person types it. */
  readonly fixedBy: string | undefined
}

/** A row of a table is about 300 bytes. */
const mostRows = 500

/**
 * A heading with what there is, and a table with the place of each finding, the most serious first; as many of them as fit.
 *
 * @param longest in bytes of UTF-8
 */
export function findingsSummary(shown: Shown, longest: number): string {
  for (let rows = mostRows; ; rows = Math.floor(rows / 2)) {
    const text = withRows(shown, rows)
    if (rows === 0 || Buffer.byteLength(text) <= longest) return text
  }
}

function withRows({ tool, findings, addressOf, fixedBy }: Shown, most: number): string {
  const heading = `### ${tool}: ${verdict(findings)}`
  if (findings.length === 0) return heading
  const sorted = levels.flatMap((level) => findings.filter((finding) => finding.level === level))
  const rows = sorted.slice(0, most).map((finding) => row(finding, addressOf(finding.path, finding.line)))
  const left = sorted.length - rows.length
  const fixable = findings.filter((finding) => finding.fixable).length
  return [
    heading,
    ...(rows.length > 0 ? [table(['', 'Where', 'What', 'Rule'], rows)] : []),
    ...(left > 0 ? [`… and ${left} more, in the log of the run.`] : []),
    ...(fixable > 0 && fixedBy !== undefined ? [`${fixable} of them can be mended with \`${fixedBy}\`.`] : []),
  ].join('\n\n')
}

/** `2 errors, 1 note`. */
function verdict(findings: readonly Finding[]): string {
  const counts = levels.map((level) => ({ level, count: countOf(findings, level) })).filter(({ count }) => count > 0)
  return counts.map(({ level, count }) => counted(count, level)).join(', ') || 'nothing to say'
}

function row({ level, path, line, message, hosts, rule, docs }: Finding, address: string | undefined): string[] {
  const about = hosts.length > 0 ? ` (${safe(hosts.join(', '))})` : ''
  return [signs[level], link(`${path}:${line}`, address), safe(cut(message)) + about, link(rule, docs)]
}

/** Enough for any message of ours; what a README puts into one is not wanted at length. */
const longestMessage = 500

function cut(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}…`
}
