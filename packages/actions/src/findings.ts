import { UserError } from '@frontdoor/kit/io'
import type { Log, Result, Run } from 'sarif'

/** What a tool has to say, as a summary shows it. */
export interface Finding {
  readonly level: Level
  readonly message: string
  readonly rule: string
  /** Address of the rule's page. */
  readonly docs?: string
  /** From the root of the repository. */
  readonly path: string
  readonly line: number
  /** Names of hosts that it is about; none where it is about all. */
  readonly hosts: readonly string[]
  /** A safe fix would mend it. */
  readonly fixable: boolean
}

/** The most serious first. */
export const levels = ['error', 'warning', 'note'] as const

export type Level = (typeof levels)[number]

/** Reads the findings of a SARIF report, in its order. */
export function readFindings(sarif: string): readonly Finding[] {
  const { runs }: Log = JSON.parse(sarif)
  return runs.flatMap((run) => (run.results ?? []).map((result) => findingOf(result, run)))
}

function findingOf({ level, message, ruleId = '', ruleIndex = -1, ...result }: Result, { tool }: Run): Finding {
  const place = result.locations?.[0]?.physicalLocation
  if (place?.artifactLocation?.uri === undefined)
    throw new UserError(`the report has a finding without a place: ${ruleId}`)
  const docs = tool.driver.rules?.[ruleIndex]?.helpUri
  return {
    level: level === 'error' || level === 'warning' ? level : 'note',
    message: plainMessage(message.text ?? ''),
    rule: ruleId,
    ...(docs !== undefined && { docs }),
    path: decodeURIComponent(place.artifactLocation.uri),
    line: place.region?.startLine ?? 1,
    hosts: result.properties?.hosts ?? [],
    fixable: (result.fixes ?? []).length > 0,
  }
}

/** Brackets are escaped where a viewer would make a link of them (SARIF 2.1.0, 3.11.6). */
function plainMessage(text: string): string {
  return text.includes('\\](') ? text.replace(/\\([[\]\\])/g, '$1') : text
}

export function countOf(findings: readonly Finding[], level: Level): number {
  return findings.filter((finding) => finding.level === level).length
}
