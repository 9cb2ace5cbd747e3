import type { PlacedFinding, Reporter } from '../../report.ts'
import { placeFindings, summarize } from '../../report.ts'
import { jsonText } from '../json-text.ts'
import type { JsonReport } from '../schema.ts'

type JsonFinding = JsonReport['files'][number]['findings'][number]

/** For programs: everything that is known, in the shape of `reportSchema`. */
export const json: Reporter = (files, tool) => {
  const report: JsonReport = {
    version: 1,
    tool: tool.name,
    files: files.map((file) => ({ path: file.path, findings: placeFindings(file).map(jsonFinding) })),
    summary: summarize(files),
  }
  return jsonText(report)
}

function jsonFinding({ rule, severity, message, hosts, start, end, fix }: PlacedFinding): JsonFinding {
  return {
    rule,
    severity,
    message,
    ...(hosts && { hosts: [...hosts] }),
    start,
    end,
    ...(fix && { fix: { safe: fix.safe, edits: fix.edits.map(({ start, end, text }) => ({ start, end, text })) } }),
  }
}
