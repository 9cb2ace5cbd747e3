import type { PlacedFinding, Reporter, Severity, Tool } from '../../report.ts'
import { lastLine, placeFindings, summaryLine } from '../../report.ts'
import { printable } from '../../terminal.ts'
import { workflowCommand } from '../workflow-command.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }
/** UTF-16 units: enough for any message of ours, and a hostile one cannot fill the page. */
const longest = 1000

/** Workflow commands that annotate a pull request in GitHub Actions, and the summary for its log. */
export const github: Reporter = (files, tool) => {
  const annotations = files.flatMap((file) => placeFindings(file).map((finding) => command(file.path, finding, tool)))
  return [...annotations, printable(summaryLine(files, tool)), ''].join('\n')
}

/** The log shows nothing of a command but its message, so the message says the place again. */
function command(path: string, finding: PlacedFinding, tool: Tool): string {
  const { line, column } = finding.start
  const notes = [finding.rule, ...(finding.hosts ?? [])].join(', ')
  const message = `${printable(path)}:${line}:${column}: ${printable(cut(finding.message))} (${printable(notes)})`
  const properties = { file: path, ...place(finding), title: `${tool.name} ${finding.rule}` }
  return workflowCommand(commands[finding.severity], properties, message)
}

/** The runner drops columns that are on different lines, and says so in the log; so they are left out. */
function place(finding: PlacedFinding): Record<string, number> {
  const { start, end } = finding
  const lines = { line: start.line, endLine: lastLine(finding) }
  return end.line === start.line ? { ...lines, col: start.column, endColumn: end.column } : lines
}

function cut(message: string): string {
  if (message.length <= longest) return message
  return `${message.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`
}
