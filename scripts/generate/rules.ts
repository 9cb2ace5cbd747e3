import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule } from '../../packages/readme-lint/src/rule.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'
import { fence } from './markdown.ts'
import { loadUnits } from './units.ts'

const tool = 'packages/readme-lint'

/** One page for each rule, and nothing else. */
export const folders: readonly string[] = ['docs/rules']

/** A page for each rule, with the fixture that fires, and one that lists them. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const rules = await loadUnits<Rule>('rules')
  return [
    { path: 'docs/rules/README.md', text: indexPage(rules) },
    ...rules.map((rule) => ({ path: `docs/rules/${rule.name}.md`, text: rulePage(rule) })),
  ]
}

function indexPage(rules: readonly Rule[]): string {
  const rows = rules.map(({ name, severity, summary }) => `| [${name}](${name}.md) | ${severity} | ${summary} |`)
  return `<!-- Made by \`npm run generate\` from packages/readme-lint/src/rules. Do not edit. -->

# Rules of readme-lint

An error is something that a reader sees broken, for certain; a warning is likely harm; an info is advice and fails no build.

| Rule | Severity | What it asks for |
| --- | --- | --- |
${rows.join('\n')}
`
}

/** Rules that look into code, too, and would find their own example. */
const inCodeToo: ReadonlySet<string> = new Set(['text/invisible', 'text/secret'])

function rulePage(rule: Rule): string {
  const { name, severity, summary, why, options, rst } = rule
  const fixture = join(root, tool, 'fixtures', name, 'fires')
  const expected = join(fixture, 'expected.txt')
  // The tests write it for a new rule, which they only know from the list.
  const said = existsSync(expected) ? readFileSync(expected, 'utf8') : ''
  const parts = [
    `<!-- Made by \`npm run generate\` from ${tool}/src/rules/${name}.ts and its fixture. Do not edit. -->`,
    `# ${name}`,
    summary,
    `Severity: ${severity}. Fix: ${existsSync(join(fixture, 'fixed.md')) ? 'yes, with `--fix`' : 'by hand'}.${rst ? '' : ' Does not apply to reStructuredText.'}`,
    '## Why',
    why,
    ...(Object.keys(options).length > 0 ? ['## Options', optionTable(rule)] : []),
    '## Example',
    ...(inCodeToo.has(name) ? [`<!-- readme-lint-disable ${name} -- an example -->`] : []),
    exampleIn(fixture),
    'readme-lint says:',
    fence('text', excerpt(said.replace(/exit \d\n$/, ''))),
    ...(existsSync(join(fixture, 'fixed.md'))
      ? ['and `--fix` makes of it:', fence('markdown', excerpt(readFileSync(join(fixture, 'fixed.md'), 'utf8')))]
      : []),
  ]
  return `${parts.join('\n\n')}\n`
}

/** The README of a fixture, in the language that it is written in. */
function exampleIn(fixture: string): string {
  const name = existsSync(join(fixture, 'README.md')) ? 'README.md' : 'README.rst'
  return fence(name.endsWith('.rst') ? 'rst' : 'markdown', excerpt(readFileSync(join(fixture, name), 'utf8')))
}

function optionTable({ options }: Rule): string {
  const rows = Object.entries(options).map(
    ([name, option]) => `| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.description} |`,
  )
  return ['| Option | Default | What it does |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A fixture may be long for a reason, which nobody wants to read on a page. */
function excerpt(text: string): string {
  const lines = text.trimEnd().split('\n')
  return lines.length > 60 ? [...lines.slice(0, 12), '…'].join('\n') : text
}
