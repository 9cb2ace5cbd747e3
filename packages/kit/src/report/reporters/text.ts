import type { FileReport, Look, PlacedFinding, Reporter, Severity, Tool } from '../../report.ts'
import { placeFindings, summarize, summaryLine } from '../../report.ts'
import { hyperlink, type Paint, painter, printable, type Style } from '../../terminal.ts'
import { codeFrame, type FrameStyle } from '../code-frame.ts'

const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' }
const columnsOfAPipe = 100

/** For people: a line for each finding, with the source below those of one place, and a summary. No line of it is one that a CI runner obeys. */
export const text: Reporter = (files, tool, look) => {
  const findings = files.flatMap((file) => fileText(file, look))
  return `${[...findings, closing(files, tool, look)].join('\n\n')}\n`
}

function fileText(file: FileReport, look: Look): string[] {
  if (file.findings.length === 0) return []
  const lines = file.source.replace(/^\uFEFF/, '').split(file.source.includes('\r') ? /\r\n?|\n/ : '\n')
  return byPlace(placeFindings(file)).map((same) => {
    const [first] = same
    const headings = same.map((finding) => heading(file.path, finding, look))
    return [...headings, ...codeFrame(lines, first, frameStyle(first.severity, look))].join('\n')
  })
}

type SamePlace = [PlacedFinding, ...PlacedFinding[]]

/** Findings in their order, those together that mark the same part of the source: a title may lack much. */
function byPlace(findings: readonly PlacedFinding[]): readonly SamePlace[] {
  const groups: SamePlace[] = []
  for (const finding of findings) {
    const [known] = groups.at(-1) ?? []
    if (known?.start.offset === finding.start.offset && known.end.offset === finding.end.offset)
      groups.at(-1)?.push(finding)
    else groups.push([finding])
  }
  return groups
}

/** `README.md:3:1  warning  The image has no alt text  images/alt  npm, PyPI  fixable` */
function heading(path: string, finding: PlacedFinding, look: Look): string {
  const paint = painter(look.color)
  const { line, column } = finding.start
  const hosts = finding.hosts?.map(printable).join(', ')
  return [
    `${paint('bold', printable(path))}${paint('dim', `:${line}:${column}`)}`,
    paint(styles[finding.severity], finding.severity),
    printable(finding.message),
    ruleName(finding, look, paint),
    ...(hosts ? [paint('dim', hosts)] : []),
    ...(finding.fix?.safe ? [paint('green', 'fixable')] : []),
  ].join('  ')
}

function ruleName({ rule, docs }: PlacedFinding, look: Look, paint: Paint): string {
  const name = paint('dim', printable(rule))
  return docs !== undefined && look.hyperlinks ? hyperlink(name, docs) : name
}

function frameStyle(severity: Severity, look: Look): FrameStyle {
  const paint = painter(look.color)
  return {
    columns: look.columns ?? columnsOfAPipe,
    paintMark: (mark) => paint(styles[severity], mark),
    paintGutter: (gutter) => paint('dim', gutter),
  }
}

function closing(files: readonly FileReport[], tool: Tool, look: Look): string {
  const { errors, warnings, infos } = summarize(files)
  const paint = painter(look.color)
  const line = printable(summaryLine(files, tool))
  if (errors > 0) return paint(['bold', 'red'], line)
  if (warnings + infos > 0) return paint(['bold', 'yellow'], line)
  return paint('green', line)
}
