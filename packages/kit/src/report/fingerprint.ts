import { createHash } from 'node:crypto'
import type { FileReport, PlacedFinding } from '../report.ts'

/**
 * Names for the findings of a file, in their order: 32 hexadecimal digits each, no two alike.
 *
 * A name comes from the path, the rule, the message and the text of the line, not from where the line is, so it stays
 * when lines above come and go. Findings that are alike in all of these are numbered.
 */
export function fingerprints(file: FileReport, findings: readonly PlacedFinding[]): string[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const facts = JSON.stringify([file.path, finding.rule, finding.message, lineText(file.source, finding)])
    const number = seen.get(facts) ?? 0
    seen.set(facts, number + 1)
    return createHash('sha256').update(`${facts}${number}`).digest('hex').slice(0, 32)
  })
}

function lineText(source: string, { start }: PlacedFinding): string {
  const fromLine = source.slice(start.offset - start.column + 1)
  return (fromLine.split(/[\r\n]/, 1)[0] as string).trim()
}
