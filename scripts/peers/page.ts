/** What some tools say about the README of a project. */
export interface Said {
  readonly project: string
  readonly tools: readonly {
    readonly name: string
    /** The rule of each finding; absent for a tool that cannot read the README. */
    readonly rules: readonly string[] | undefined
  }[]
}

/** The page that compares tools. */
export function page(said: readonly Said[], now: Date): string {
  const names = said[0]?.tools.map(({ name }) => name) ?? []
  const counts = said.map(
    ({ project, tools }) => `| ${project} | ${tools.map(({ rules }) => count(rules)).join(' | ')} |`,
  )
  return `# Beside the peers

What each tool says about the READMEs of well-known projects with its own defaults. Made by \`npm run peers\` on ${now.toISOString().slice(0, 10)}
from READMEs of November 2026, so a number is what was counted in one run, and not a verdict: the tools are made for other things.
markdownlint, rumdl and remark-lint look after the style of Markdown, awesome-lint after lists, standard-readme after one order of sections.

## How much is said

| README | ${names.join(' | ')} |
| --- |${' ---: |'.repeat(names.length)}
${counts.join('\n')}

A dash is a README that the tool cannot read.

## What is said

${said.map(section).join('\n\n')}
`
}

function count(rules: readonly string[] | undefined): string {
  return rules ? String(rules.length) : '–'
}

function section({ project, tools }: Said): string {
  const rows = tools.map(({ name, rules }) => `* ${name}: ${rules ? summary(rules) : 'cannot read it'}`)
  return `### ${project}\n\n${rows.join('\n')}`
}

/** The rules, the most frequent first; the rest as a number. */
function summary(rules: readonly string[]): string {
  if (rules.length === 0) return 'nothing'
  const counts = new Map<string, number>()
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const shown = sorted.slice(0, 8).map(([rule, times]) => (times === 1 ? `\`${rule}\`` : `\`${rule}\` × ${times}`))
  return shown.join(', ') + (sorted.length > 8 ? `, and ${sorted.length - 8} more rules` : '')
}
