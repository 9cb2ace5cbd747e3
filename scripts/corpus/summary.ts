import { percentile } from '../statistics.ts'
import type { LintedProject } from './project.ts'

/** What linting many projects came to, as text for people. */
export function summarize(projects: readonly LintedProject[]): string {
  const files = projects.flatMap((project) => project.files.map((file) => ({ name: project.name, ...file })))
  const counts = files.map(({ findings }) => findings.length)
  const times = projects.map(({ seconds }) => seconds)
  const most = files.toSorted((a, b) => b.findings.length - a.findings.length)[0]
  return [
    `${projects.length} projects, ${files.length} files, ${counts.reduce((sum, count) => sum + count, 0)} findings`,
    `Findings a file: median ${percentile(counts, 0.5)}, p90 ${percentile(counts, 0.9)}, most ${most?.findings.length} (${most?.name})`,
    `Seconds a project: median ${percentile(times, 0.5).toFixed(2)}, p90 ${percentile(times, 0.9).toFixed(2)}, most ${Math.max(...times).toFixed(2)}`,
    '',
    ...ruleTable(projects),
    ...named('Refused', projects, ({ refused }) => refused),
    ...named('Crashed', projects, ({ crashed }) => crashed),
  ].join('\n')
}

function ruleTable(projects: readonly LintedProject[]): readonly string[] {
  const rules = new Map<string, { findings: number; files: Set<string>; fixable: number }>()
  for (const { name, files } of projects) {
    for (const { rule, fix } of files.flatMap((file) => file.findings)) {
      const row = rules.get(rule) ?? { findings: 0, files: new Set(), fixable: 0 }
      rules.set(rule, row)
      row.findings++
      row.files.add(name)
      if (fix?.safe) row.fixable++
    }
  }
  const rows = [...rules].sort(([a, one], [b, two]) => two.findings - one.findings || (a < b ? -1 : 1))
  return [
    '| Rule | Findings | Projects | Safe fixes |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map(([rule, row]) => `| ${rule} | ${row.findings} | ${row.files.size} | ${row.fixable} |`),
  ]
}

function named(
  heading: string,
  projects: readonly LintedProject[],
  why: (project: LintedProject) => string | undefined,
): readonly string[] {
  const lines = projects.flatMap((project) => {
    const text = why(project)
    return text === undefined ? [] : [`  ${project.name}: ${text.split('\n')[0]}`]
  })
  return lines.length === 0 ? [] : ['', `${heading}: ${lines.length}`, ...lines]
}
